import EntenteJSON
import Testing

struct JSONValueTests {
  private static let canonicalForms: [(JSONValue, String)] = [
    (nil, "null"), (true, "true"), (false, "false"), (0, "0"), (-7, "-7"), (10, "10"),
    (.int(Int.max), "9223372036854775807"), (.int(Int.min), "-9223372036854775808"),
    ("", "\"\""), ([], "[]"), ([:], "{}"), ([1, "b", nil], "[1,\"b\",null]"),
    (["b": 1, "a": 2, "B": 3], "{\"B\":3,\"a\":2,\"b\":1}"),
    (["ä": 1, "z": 2, "": 0], "{\"\":0,\"z\":2,\"ä\":1}"),
    (
      "\" \\ \u{8} \u{c} \n \r \t / \u{0} \u{1f} \u{7f} é 🜁",
      "\"\\\" \\\\ \\b \\f \\n \\r \\t / \\u0000 \\u001f \u{7f} é 🜁\""
    ),
  ]

  @Test("Every value has one canonical text", arguments: canonicalForms)
  func canonicalText(value: JSONValue, text: String) throws {
    #expect(value.canonicalText == text)
    #expect(try JSONValue.parse(text) == value)
  }

  @Test("Parsing what was printed gives the same value and the same bytes")
  func roundTrip() throws {
    for seed in UInt64(1)...2000 {
      var generator = SeededGenerator(seed: seed)
      let value = generator.value()
      let bytes = value.canonicalBytes
      let again = try JSONValue.parse(bytes)
      #expect(again == value, "seed \(seed)")
      #expect(again.canonicalBytes == bytes, "seed \(seed)")
    }
  }

  @Test("White space, the order of keys and the spelling of escapes do not change the value")
  func lenientReading() throws {
    let text = " {\r\n\t\"b\" : [ 1 , 2 ] , \"\\u0061\" : \"\\u00e9\\/\\ud83d\\ude00\" } \n"
    let value = try JSONValue.parse(text)
    #expect(value.canonicalText == "{\"a\":\"é/😀\",\"b\":[1,2]}")
  }

  @Test("Accessors answer for their own kind and are nil for every other")
  func accessors() {
    let value: JSONValue = ["n": 3, "t": "x", "y": true, "l": [1, [2]], "z": nil]
    #expect(value["n"]?.int == 3)
    #expect(value["t"]?.string == "x")
    #expect(value["y"]?.bool == true)
    #expect(value["l"]?[1]?[0]?.int == 2)
    #expect(value["l"]?[2] == nil)
    #expect(value["z"]?.isNull == true)
    #expect(value["absent"] == nil)
    #expect(value["n"]?.string == nil)
    #expect(value["t"]?.int == nil)
    #expect(value.members?.map(\.key) == ["l", "n", "t", "y", "z"])
    #expect(value.array == nil)
  }

  @Test("Two spellings of one character are two different texts here")
  func equalityIsBytewise() {
    let composed: JSONValue = "\u{e9}"
    let decomposed: JSONValue = "e\u{301}"
    #expect(composed != decomposed)
    #expect(JSONValue.object([JSONMember("\u{e9}", 1)])["e\u{301}"] == nil)
  }

  @Test("An object finds each of its members, whatever their number")
  func lookup() {
    let members = (0..<100).map { JSONMember("key\($0)", .int($0)) }
    let value = JSONValue.object(members.reversed())
    for number in 0..<100 { #expect(value["key\(number)"]?.int == number) }
    #expect(value["key100"] == nil)
  }
}
