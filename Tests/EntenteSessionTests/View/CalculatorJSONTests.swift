import EntenteJSON
import EntenteModel
import EntenteSession
import Testing

struct CalculatorJSONTests {
  @Test("A result stands on one line with its steps, keys in the order of the reference")
  func result() throws {
    let arguments = try CalculatorJSON.arguments(#"{"quantity": 300, "slope": 9000}"#)
    let result = try Calculator.evaluate("learning-curve", arguments: arguments)
    let line = CalculatorJSON.answer(result)
    #expect(line.hasPrefix(#"{"out":{"factor":423068},"trace":[{"step":""#))
    #expect(!line.contains("\n"))
    #expect(CalculatorJSON.answer(result, withTrace: false) == #"{"out":{"factor":423068}}"#)
  }

  @Test("Results keep the order of the reference, not that of the alphabet")
  func order() throws {
    let unitCost = try #require(Calculator.named("unit-cost"))
    let result = try unitCost.evaluate(unitCost.example)
    #expect(
      CalculatorJSON.answer(result, withTrace: false)
        == #"{"out":{"unitCost":8502,"effectiveQuantity":280}}"#)
  }

  @Test("Every example survives the way through JSON", arguments: Calculator.all.map(\.name))
  func examples(name: String) throws {
    let calculation = try #require(Calculator.named(name))
    let expected = try calculation.evaluate(calculation.example)
    let question = #"{"eq":"\#(name)","in":\#(Self.json(.object(calculation.example)))}"#
    #expect(
      CalculatorJSON.answer(line: Array(question.utf8))
        == CalculatorJSON.answer(expected, withTrace: false))
  }

  @Test(
    "A line that is no question is answered with one error that names what is wrong",
    arguments: [
      ("", "line"), ("   ", "line"), ("{", "line"), ("[]", "line"), ("7", "line"),
      ("{\"eq\":\"budget\",}", "line"), ("{\"eq\":\"budget\"} x", "line"),
      ("\u{0}\u{1}", "line"), ("{\"in\":{}}", "eq"), ("{\"eq\":7,\"in\":{}}", "eq"),
      ("{\"eq\":null}", "eq"), ("{\"eq\":\"budget\",\"in\":[]}", "in"),
      ("{\"eq\":\"budget\",\"in\":null}", "in"), ("{\"eq\":\"budget\"}", "expenditure"),
      ("{\"eq\":\"budget\",\"eq\":\"budget\"}", "eq"),
      ("{\"eq\":\"budget\",\"inn\":{\"expenditure\":1}}", "inn"),
      ("{\"eq\":\"budgte\",\"in\":{}}", "calculation"),
      ("{\"eq\":\"budget\",\"in\":{\"expenditure\":1.5}}", "expenditure"),
      ("{\"eq\":\"budget\",\"in\":{\"expenditure\":1e3}}", "expenditure"),
      ("{\"eq\":\"budget\",\"in\":{\"expenditure\":null}}", "expenditure"),
      ("{\"eq\":\"budget\",\"in\":{\"expenditure\":99999999999999999999}}", "expenditure"),
      ("{\"eq\":\"budget\",\"in\":{\"expenditure\":\"7\"}}", "expenditure"),
      ("{\"eq\":\"budget\",\"in\":{\"expenditure\":1,\"expenditure\":1}}", "expenditure"),
      ("{\"eq\":\"budget\",\"in\":{\"expediture\":1}}", "expediture"),
      ("{\"eq\":\"budget\",\"in\":{\"expenditure\":007}}", "line"),
      (String(repeating: "[", count: 20), "line"),
    ])
  func errors(line: String, argument: String) throws {
    let answer = CalculatorJSON.answer(line: Array(line.utf8))
    #expect(answer.hasPrefix(#"{"error":{"argument":"\#(argument)","value":"#), "\(answer)")
    #expect(!answer.contains("\n"))
  }

  @Test("Bytes that are not UTF-8 are answered like any other line")
  func badBytes() throws {
    let answer = CalculatorJSON.answer(line: [0x7B, 0xFF, 0xFE, 0x22, 0x7D])
    #expect(try JSONValue.parse(answer)["error"]?["argument"] == "line")
    let inside = Array("{\"eq\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8)
    #expect(
      try JSONValue.parse(CalculatorJSON.answer(line: inside))["error"]?["argument"] == "line")
  }

  @Test("An unknown name is answered with the nearest one")
  func nearest() {
    let error = #"{"argument":"calculation","value":"learning-curv","allowed":"learning-curve"}"#
    #expect(
      CalculatorJSON.answer(line: Array(#"{"eq":"learning-curv","in":{}}"#.utf8))
        == #"{"error":\#(error)}"#)
  }

  @Test("A value that no argument takes is shown as it was written")
  func unreadable() throws {
    let line = #"{"eq":"learning-curve","in":{"quantity":1.50,"slope":9000}}"#
    #expect(
      CalculatorJSON.answer(line: Array(line.utf8))
        == #"{"error":{"argument":"quantity","value":1.50,"allowed":"integer 1..1000000 units"}}"#)
  }

  @Test("Escapes and white space are read, and a fault in a text has its place")
  func texts() throws {
    let read = try CalculatorJSON.arguments(" {\n\t\"a\\u00e4\" : [ true , \"x\\n\" , -0 ] }\r\n")
    #expect(read.first?.0 == "aä")
    #expect(read.first?.1 == .list([.bool(true), .string("x\n"), .int(0)]))
    #expect(throws: JSONError(offset: 7, reason: .badEscape)) {
      _ = try CalculatorJSON.arguments(#"{"a": "\q"}"#)
    }
    #expect(throws: JSONError.self) { _ = try CalculatorJSON.arguments(#"{"a":"x"#) }
    #expect(throws: JSONError.self) { _ = try CalculatorJSON.arguments(#"["a"]"#) }
  }

  @Test("The list has every calculation with its arguments")
  func list() throws {
    let list = try #require(try JSONValue.parse(CalculatorJSON.list()).array)
    #expect(list.map { $0["name"]?.string } == Calculator.all.map(\.name))
    #expect(list[2]["in"]?[0]?["allowed"] == "integer 1..1000000 units")
  }

  /// A value as JSON, keys in the order given.
  private static func json(_ value: CalcValue) -> String {
    switch value {
    case .int(let number): "\(number)"
    case .bool(let flag): "\(flag)"
    case .string(let text): JSONValue.string(text).canonicalText
    case .unreadable(let text): text
    case .list(let items): "[" + items.map(json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\"\($0.0)\":\(json($0.1))" }.joined(separator: ",") + "}"
    }
  }
}
