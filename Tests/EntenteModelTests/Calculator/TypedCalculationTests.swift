import EntenteModel
import Testing

struct TypedCalculationTests {
  @Test("every example is read again as it was typed", arguments: Calculator.all.map(\.name))
  func roundTrip(name: String) throws {
    let calculation = try Calculator.find(name)
    // A line of the protocol takes two quotes for nothing.
    let words = calculation.typed(calculation.example).split(separator: " ").map {
      $0.hasSuffix("=\"\"") ? String($0.dropLast(2)) : String($0)
    }
    #expect(words[0] == name)
    let read = try calculation.parse(Array(words.dropFirst()))
    #expect(read.map(\.0) == calculation.example.map(\.0))
    for (one, other) in zip(read, calculation.example) { #expect(one.1 == other.1) }
  }

  @Test("numbers are typed with the suffix of their unit")
  func suffixes() throws {
    let calculation = try Calculator.find("gap")
    #expect(
      calculation.typed(calculation.example)
        == "gap threat=75% exposure=90% readiness=33.6% contributions=7.1% asymmetric=6%")
  }
}
