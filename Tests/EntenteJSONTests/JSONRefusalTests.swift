import EntenteJSON
import Testing

struct JSONRefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var offset: Int
    var reason: JSONError.Reason
    var testDescription: String { text }

    init(_ text: String, _ offset: Int, _ reason: JSONError.Reason) {
      self.text = text
      self.offset = offset
      self.reason = reason
    }
  }

  @Test(
    "Every refusal names its reason and its byte",
    arguments: [
      Case("", 0, .unexpectedEnd),
      Case("  ", 2, .unexpectedEnd),
      Case("1.0", 1, .notWhole),
      Case("[12e3]", 3, .notWhole),
      Case("1E3", 1, .notWhole),
      Case("-0", 0, .minusZero),
      Case("-0.5", 2, .notWhole),
      Case("[007]", 1, .leadingZero),
      Case("9223372036854775808", 0, .integerTooLarge),
      Case("-9223372036854775809", 1, .integerTooLarge),
      Case("99999999999999999999999", 0, .integerTooLarge),
      Case("-", 1, .unexpectedEnd),
      Case("-x", 1, .expected("a whole number")),
      Case("+1", 0, .expected("a value")),
      Case("nul", 0, .expected("null")),
      Case("True", 0, .expected("a value")),
      Case("tru", 0, .expected("true or false")),
      Case("NaN", 0, .expected("a value")),
      Case("'a'", 0, .expected("a value")),
      Case("\"a", 2, .unexpectedEnd),
      Case("\"a\nb\"", 2, .controlCharacter(10)),
      Case("\"a\u{0}\"", 2, .controlCharacter(0)),
      Case("\"a\\x\"", 2, .badEscape),
      Case("\"\\u12g4\"", 1, .badEscape),
      Case("\"\\u12", 5, .unexpectedEnd),
      Case("\"\\", 2, .unexpectedEnd),
      Case("\"\\ud800\"", 1, .loneSurrogate),
      Case("\"ab\\ud800\\n\"", 3, .loneSurrogate),
      Case("\"\\ud800\\ud800\"", 1, .loneSurrogate),
      Case("\"\\udc00\"", 1, .loneSurrogate),
      Case("[1,]", 3, .expected("a value after the comma")),
      Case("[1 2]", 3, .expected("a comma or ]")),
      Case("[,1]", 1, .expected("a value")),
      Case("[1", 2, .unexpectedEnd),
      Case("{\"a\":1,}", 7, .expected("a value after the comma")),
      Case("{a:1}", 1, .expected("a key in quotes")),
      Case("{\"a\" 1}", 5, .expected("a colon")),
      Case("{\"a\":1 \"b\":2}", 7, .expected("a comma or }")),
      Case("{\"a\":1", 6, .unexpectedEnd),
      Case("{\"a\":1, \"b\":2, \"a\":3}", 15, .duplicateKey("a")),
      Case("{\"a\":1,\"\\u0061\":3}", 7, .duplicateKey("a")),
      Case("{\"\u{e9}\":1,\"e\u{301}\":3}", 8, .duplicateKey("e\u{301}")),
      Case("{} x", 3, .trailingBytes),
      Case("1 1", 2, .trailingBytes),
      Case("/* c */ 1", 0, .expected("a value")),
      Case("\u{feff}1", 0, .expected("a value")),
      Case("1\u{a0}", 1, .trailingBytes),
    ])
  func refusal(refused: Case) {
    #expect(throws: JSONError(offset: refused.offset, reason: refused.reason)) {
      try JSONValue.parse(refused.text)
    }
  }

  @Test(
    "Bytes that are not UTF-8 are refused at the first bad one",
    arguments: [
      ([0x22, 0x61, 0x80, 0x22], 2), ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xC1, 0xBF, 0x22], 1),
      ([0x22, 0xE0, 0x80, 0x80, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1), ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 1),
      ([0x22, 0xE2, 0x82, 0x22], 1), ([0x22, 0xFF, 0x22], 1),
      ([0x22, 0xC3, 0xA9, 0xC3, 0x22], 3),
    ])
  func badUTF8(bytes: [UInt8], offset: Int) {
    #expect(throws: JSONError(offset: offset, reason: .badUTF8)) { try JSONValue.parse(bytes) }
  }

  @Test("Nesting is accepted to the limit and refused one deeper")
  func depth() throws {
    let limits = JSONLimits(depth: 8)
    let allowed = String(repeating: "[", count: 8) + String(repeating: "]", count: 8)
    _ = try JSONValue.parse(allowed, limits: limits)
    #expect(throws: JSONError(offset: 12, reason: .tooDeep(limit: 8))) {
      try JSONValue.parse("{\"a\":" + "[[[[" + "[[[[" + "]]]]" + "]]]]}", limits: limits)
    }
    #expect(throws: JSONError(offset: 0, reason: .tooDeep(limit: 0))) {
      try JSONValue.parse("{}", limits: JSONLimits(depth: 0))
    }
  }

  @Test("Closing brackets give depth back")
  func depthOfSiblings() throws {
    let many = "[" + Array(repeating: "[{}]", count: 50).joined(separator: ",") + "]"
    #expect(try JSONValue.parse(many, limits: JSONLimits(depth: 3)).array?.count == 50)
  }

  @Test("A text longer than the limit is refused before it is read")
  func size() throws {
    #expect(try JSONValue.parse("12345", limits: JSONLimits(bytes: 5)) == 12345)
    #expect(throws: JSONError(offset: 5, reason: .tooLong(limit: 5))) {
      try JSONValue.parse("[[[[[[", limits: JSONLimits(bytes: 5))
    }
  }

  @Test("A refusal reads as a sentence with its place")
  func sentence() {
    let error = JSONError(offset: 12, reason: .expected("a comma or }"))
    #expect(error.description == "Expected a comma or }. (byte 12)")
    let shape = JSONError(offset: 0, reason: .shape(path: "a[2]", problem: "expected a text"))
    #expect(shape.description == "At a[2]: expected a text")
  }

  @Test("No bytes make the parser trap")
  func fuzz() {
    let alphabet = Array("{}[]\",:\\u0019-.e+ntf\n \u{0}é".utf8) + [0x80, 0xED, 0xFF]
    var generator = SeededGenerator(seed: 4747)
    var accepted = 0
    for _ in 0..<40_000 {
      let length = Int.random(in: 0...24, using: &generator)
      let bytes = (0..<length).map { _ in alphabet.randomElement(using: &generator)! }
      guard let value = try? JSONValue.parse(bytes) else { continue }
      accepted += 1
      #expect((try? JSONValue.parse(value.canonicalBytes)) == value)
    }
    #expect(accepted > 100)
  }

  @Test("Damaged documents are refused or read, never trapped on")
  func damage() {
    for seed in UInt64(1)...3000 {
      var generator = SeededGenerator(seed: seed)
      var bytes = generator.value(depth: 5).canonicalBytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
      if let value = try? JSONValue.parse(bytes) {
        #expect((try? JSONValue.parse(value.canonicalBytes)) == value, "seed \(seed)")
      }
    }
  }
}
