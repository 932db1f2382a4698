import EntenteJSON
import Testing

struct JSONWriterTests {
  @Test("A stream of calls becomes canonical JSON with its commas")
  func stream() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("amount", -1500)
    writer.key("events")
    writer.beginArray()
    writer.beginObject()
    writer.endObject()
    writer.beginArray()
    writer.endArray()
    writer.int(7)
    writer.null()
    writer.string("a\"b")
    writer.endArray()
    writer.member("open", true)
    writer.member("rate", ifPresent: Int?.none)
    writer.key("raw")
    writer.raw(Array("{\"x\":1}".utf8))
    writer.key("s\u{7f}é" as String)
    writer.bool(false)
    writer.member("tail", ["b": 1, "a": nil])
    writer.endObject()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "{\"amount\":-1500,\"events\":[{},[],7,null,\"a\\\"b\"],\"open\":true,"
        + "\"raw\":{\"x\":1},\"s\u{7f}é\":false,\"tail\":{\"a\":null,\"b\":1}}")
  }

  @Test("A writer that was reset begins again")
  func reset() {
    var writer = JSONWriter(keys: .asGiven)
    writer.beginObject()
    writer.member("z", "1")
    writer.member("a", "2")
    writer.reset()
    writer.int(1)
    #expect(writer.bytes == [UInt8(ascii: "1")])
  }

  @Test("Integers print as the standard library prints them")
  func integers() {
    var generator = SeededGenerator(seed: 11)
    let edges = [0, 9, 10, 99, 100, -1, -9, -10, Int.max, Int.min, Int.max - 1, Int.min + 1]
    for value in edges + (0..<5000).map({ _ in generator.integer() }) {
      var bytes: [UInt8] = []
      JSONWriter.append(value, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == String(value))
    }
  }

  @Test("Every ASCII character at every place of a word is written so that it reads back")
  func escapesAtEveryPlace() throws {
    for scalar in (UInt8.min...UInt8.max).map({ Unicode.Scalar($0) }) {
      for place in 0..<18 {
        var text = String(repeating: "x", count: place)
        text.unicodeScalars.append(scalar)
        text += "yyyyyyyyyyyyyyyyy".prefix(17 - place)
        var writer = JSONWriter()
        writer.string(text)
        let bytes = writer.bytes
        #expect(bytes.allSatisfy { $0 >= 0x20 })
        #expect(try JSONValue.parse(bytes).string.map { Array($0.utf8) } == Array(text.utf8))
      }
    }
  }

  #if DEBUG
    @Test("A debug build stops a writer whose keys do not ascend")
    func ascendingKeys() async {
      await #expect(processExitsWith: .failure) {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("b", 1)
        writer.member("a", 1)
      }
    }

    @Test("A debug build stops a writer that closes what it did not open")
    func balance() async {
      await #expect(processExitsWith: .failure) {
        var writer = JSONWriter()
        writer.beginArray()
        writer.endObject()
      }
    }
  #endif
}
