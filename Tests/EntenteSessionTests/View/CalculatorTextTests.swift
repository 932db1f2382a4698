import EntenteModel
import EntenteSession
import Testing

struct CalculatorTextTests {
  @Test("Typed words give results with their units")
  func evaluate() throws {
    let results = try CalculatorText.evaluate(
      "gate-schedule",
      [
        ("totalDays", "1614d"), ("turnDays", "180"), ("partners", "2"),
        ("governance", "consortium"), ("capacity", "0"),
      ])
    #expect(results.map(\.name) == ["credit", "outputTurn", "leftoverDays", "firstOutput"])
    #expect(results[0].value == "176 d a turn")
  }

  @Test("A value may hold the sign that parts it from its name")
  func equalsSign() {
    #expect(throws: CalcError.self) {
      _ = try CalculatorText.evaluate("budget", [("expenditure", "1=2")])
    }
  }

  @Test("A wrong argument is named with its range")
  func wrongArgument() throws {
    let error = #expect(throws: CalcError.self) {
      _ = try CalculatorText.evaluate("learning-curve", [("quantity", "0"), ("slope", "90%")])
    }
    #expect(error?.argument == "quantity")
    #expect(error?.allowed == "integer 1..1000000 units")
  }

  @Test("Lines for a screen show the result first, then the steps")
  func lines() throws {
    let lines = try CalculatorText.lines("learning-curve", words: ["quantity=300", "slope=90%"])
    #expect(lines.first == "factor  423068 ppm")
    #expect(lines.dropFirst().first == "steps (EQ1):")
    #expect(lines.count > 2)
  }

  @Test("The list names every calculation with its equation")
  func list() throws {
    let list = CalculatorText.list()
    #expect(list.count == Calculator.all.count)
    #expect(list.contains { $0.hasPrefix("learning-curve ") && $0.contains("EQ1 ") })
  }
}
