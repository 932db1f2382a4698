import EntenteJSON
import Testing

struct JSONScannerTests {
  private func scan<Result>(
    _ text: String, _ body: (inout JSONScanner) throws(JSONError) -> Result
  ) throws(JSONError) -> Result {
    try JSONScanner.read(Array(text.utf8), body)
  }

  struct Deal: Equatable {
    var amount: Int
    var name: String
    var note: String?
    var shares: [Int]
  }

  private func readDeal(_ scanner: inout JSONScanner) throws(JSONError) -> Deal {
    try scanner.beginObject()
    try scanner.require("amount")
    let amount = try scanner.int()
    try scanner.require("name")
    let name = try scanner.string()
    let note = try scanner.key("note") ? try scanner.string() : nil
    try scanner.require("shares")
    try scanner.beginArray()
    var shares: [Int] = []
    while try scanner.nextElement() { shares.append(try scanner.int()) }
    try scanner.endObject()
    return Deal(amount: amount, name: name, note: note, shares: shares)
  }

  @Test("Members are read in order, optional ones where they stand")
  func inOrder() throws {
    #expect(
      try scan("{\"amount\":5,\"name\":\"x\",\"note\":\"n\",\"shares\":[1,2]}", readDeal)
        == Deal(amount: 5, name: "x", note: "n", shares: [1, 2]))
    #expect(
      try scan("{ \"amount\" : 5 , \"n\\u0061me\" : \"\\u0078\" , \"shares\" : [ ] }", readDeal)
        == Deal(amount: 5, name: "x", note: nil, shares: []))
  }

  @Test(
    "A missing, a further or a doubled key is refused at its place",
    arguments: [
      ("{\"amount\":5,\"shares\":[]}", 11, "the key \"name\""),
      ("{\"amount\":5,\"name\":\"x\",\"shares\":[],\"shares\":[]}", 35, "} and no further key"),
      ("{}", 1, "the key \"amount\""),
    ])
  func wrongKeys(text: String, offset: Int, expected: String) {
    #expect(throws: JSONError(offset: offset, reason: .expected(expected))) {
      try scan(text, readDeal)
    }
  }

  @Test("A key that begins like another is not taken for it")
  func prefixKeys() throws {
    let found = try scan("{\"ab\":1,\"abc\":2}") { scanner throws(JSONError) in
      try scanner.beginObject()
      let short = try scanner.key("a")
      let long = try scanner.key("abc")
      let right = try scanner.key("ab")
      let first = try scanner.int()
      let wrong = try scanner.key("ab")
      let next = try scanner.key("abc")
      let second = try scanner.int()
      let none = try scanner.key("abc")
      try scanner.endObject()
      return "\(short) \(long) \(right) \(first) \(wrong) \(next) \(second) \(none)"
    }
    #expect(found == "false false true 1 false true 2 false")
  }

  @Test("Raw values are found byte for byte and skipped values are checked")
  func rawValues() throws {
    let text = "{\"a\" : {\"x\":[1,\"\\u00e9}\"]} ,\"b\":[null,true],\"c\":-12}"
    let ranges = try scan(text) { scanner throws(JSONError) in
      try scanner.beginObject()
      var ranges: [Range<Int>] = []
      while try scanner.nextKey() != nil { ranges.append(try scanner.rawValue()) }
      return ranges
    }
    let bytes = Array(text.utf8)
    #expect(
      ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
        == ["{\"x\":[1,\"\\u00e9}\"]}", "[null,true]", "-12"])
    #expect(throws: JSONError(offset: 7, reason: .notWhole)) {
      try scan("[{\"a\":1.5}]") { scanner throws(JSONError) in try scanner.skipValue() }
    }
  }

  @Test("Kinds and optional values are told by the first byte")
  func kinds() throws {
    let found = try scan("[1, \"a\", null, null, 2, \"b\", true, {}, []]") {
      scanner throws(JSONError) in
      var parts: [String] = []
      try scanner.beginArray()
      func next() throws(JSONError) { _ = try scanner.nextElement() }
      try next()
      parts.append("\(scanner.kind!) \(try scanner.optionalInt() ?? -1)")
      try next()
      parts.append("\(scanner.kind!) \(try scanner.optionalString() ?? "-")")
      try next()
      parts.append("\(scanner.kind!) \(try scanner.optionalInt() ?? -1)")
      while try scanner.nextElement() {
        parts.append("\(scanner.kind!)")
        try scanner.skipValue()
      }
      return parts.joined(separator: ",")
    }
    #expect(found == "int 1,string a,null -1,null,int,string,bool,object,array")
  }

  @Test("A bare value is a document, and nothing may follow it")
  func documents() throws {
    #expect(try scan(" 12 ") { scanner throws(JSONError) in try scanner.int() } == 12)
    #expect(throws: JSONError(offset: 3, reason: .trailingBytes)) {
      try scan("12 3") { scanner throws(JSONError) in try scanner.int() }
    }
  }

  @Test("What the skipping reader accepts and what the tree reader accepts is the same")
  func skippingAgrees() {
    let alphabet = Array("{}[]\",:\\u0019-.tf\u{0}é ".utf8)
    var generator = SeededGenerator(seed: 99)
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...16, using: &generator)
      let bytes = (0..<length).map { _ in alphabet.randomElement(using: &generator)! }
      var skipped: JSONError?
      do throws(JSONError) {
        try JSONScanner.read(bytes) { scanner throws(JSONError) in try scanner.skipValue() }
      } catch {
        skipped = error
      }
      var parsed: JSONError?
      do throws(JSONError) { _ = try JSONValue.parse(bytes) } catch { parsed = error }
      if case .duplicateKey = parsed?.reason { continue }
      #expect(skipped == parsed, "\(bytes)")
    }
  }
}
