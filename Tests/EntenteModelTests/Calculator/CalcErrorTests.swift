import EntenteModel
import Testing

/// Each kind of bad argument is refused with its name, its value and what is allowed.
struct CalcErrorTests {
  @Test(
    "A value out of its range, of another kind or of another shape", arguments: ArgumentFault.single
  )
  func single(fault: ArgumentFault) throws { try Self.check(fault) }

  @Test(
    "A list that is too short, too long, not whole or not as long as another",
    arguments: ArgumentFault.lists)
  func list(fault: ArgumentFault) throws { try Self.check(fault) }

  @Test(
    "Objects with missing, unknown, double or bad fields; states and pairs",
    arguments: ArgumentFault.objects)
  func object(fault: ArgumentFault) throws { try Self.check(fault) }

  @Test("A pair that is no pair of the states is refused although all pairs are there")
  func strangePair() throws {
    let groups = try #require(Calculator.named("groups"))
    let arguments: [(String, CalcValue)] = [
      ("states", ["a", "b"]), ("weights", ["a|b": 1, "b|a": 1]), ("families", [:]),
      ("threshold", 0),
    ]
    let error = #expect(throws: CalcError.self) { try groups.evaluate(arguments) }
    #expect(error?.argument == "weights")
  }

  @Test("A missing argument has no value")
  func missing() {
    let error = #expect(throws: CalcError.self) {
      try Calculator.evaluate("learning-curve", arguments: [("quantity", 300)])
    }
    #expect(error?.argument == "slope")
    #expect(error?.value == nil)
    #expect(error?.allowed == "integer 5000..10000 bp")
    #expect(error?.sentence == "\"slope\" is missing. Allowed: integer 5000..10000 bp.")
  }

  @Test("A misspelt argument lists the names, the nearest first")
  func misspelt() {
    let error = #expect(throws: CalcError.self) {
      try Calculator.evaluate("learning-curve", arguments: [("quantity", 300), ("slpoe", 9_000)])
    }
    #expect(error?.argument == "slpoe")
    #expect(error?.value == 9_000)
    #expect(error?.allowed == "slope, quantity")
  }

  @Test("An argument given twice is refused with its range")
  func twice() {
    let error = #expect(throws: CalcError.self) {
      try Calculator.evaluate(
        "learning-curve", arguments: [("quantity", 300), ("slope", 9_000), ("slope", 8_000)])
    }
    #expect(error?.argument == "slope")
    #expect(error?.value == 8_000)
    #expect(error?.allowed == "integer 5000..10000 bp")
  }

  @Test("An unknown calculation is refused with the nearest name")
  func unknownCalculation() {
    let error = #expect(throws: CalcError.self) {
      try Calculator.evaluate("treaty-cost", arguments: [("x", 1)])
    }
    #expect(error?.argument == "calculation")
    #expect(error?.value == "treaty-cost")
    #expect(error?.allowed == Calculator.nearest("treaty-cost"))
  }

  private static func check(_ fault: ArgumentFault) throws {
    let calculation = try #require(Calculator.named(fault.calculation))
    let arguments = calculation.example.map { name, value in
      (name, name == fault.argument ? fault.value : value)
    }
    #expect(
      throws: CalcError.badArgument(
        argument: fault.argument, value: fault.value, allowed: fault.allowed,
        detail: fault.detail)
    ) { try calculation.evaluate(arguments) }
  }
}
