import EntenteJSON
import EntenteWire
import Testing

struct WireCharactersTests {
  static let forbidden: [UInt32] =
    Array(0x00...0x1F) + Array(0x7F...0x9F) + [
      0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066,
      0x2067, 0x2068, 0x2069, 0xFEFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF, 0x10FFFE,
      0x10FFFF, 0xE0000, 0xE0001, 0xE0041, 0xE007F,
    ]

  static let neighbours: [UInt32] = [
    0x20, 0x7E, 0xA0, 0x061B, 0x061D, 0x200D, 0x2010, 0x2027, 0x202F, 0x2065, 0x206A, 0xFDCF,
    0xFDF0, 0xFEFE, 0xFF00, 0xFFFD, 0x10000, 0xE0080, 0x10FFFD,
  ]

  private static let fields: [(before: String, after: String)] = [
    ("say all :hello ", " there"), ("say a", "b"), ("join name=\"x", "y\""), ("sa", "y all"),
    ("inject {\"a\":\"", "\"}"), ("inject {\"a", "\":1}"), ("", "status"), ("status", ""),
    ("@id=3;key=4", " sign"), ("@i", "d=3 sign"), ("order x=1", " y=2"),
  ]

  @Test("Every forbidden character is refused in every field with its byte")
  func refusedEverywhere() throws {
    for value in Self.forbidden {
      let scalar = try #require(Unicode.Scalar(value))
      for (before, after) in Self.fields {
        let line = before + String(Character(scalar)) + after
        if value == 0x09, before != Self.fields[0].before { continue }
        do throws(RequestRefusal) {
          _ = try RequestParser.parse(Array(line.utf8))
          Issue.record("U+\(String(value, radix: 16)) passes in \(before)…\(after)")
        } catch {
          #expect(error.error.code == .badCharacter)
          #expect(error.error.fields.first == WireField("at", before.utf8.count))
          #expect(error.error.fields.last?.value.description == WireCharacters.name(of: value))
        }
      }
    }
  }

  @Test("A TAB is a space outside text")
  func tabs() throws {
    let request = try RequestParser.parse(Array("\torder\tx\ta=1\t{\"a\":\t1}".utf8))
    #expect(request?.verb == "ORDER")
    #expect(request?.words == ["x"])
    #expect(request?["a"] == "1")
  }

  @Test("Their neighbours are allowed", arguments: neighbours)
  func neighboursAllowed(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let text = "a\(Character(scalar))b"
    #expect(try RequestParser.parse(Array("say all :\(text)".utf8))?.payload == .text(text))
  }

  @Test(
    "Bytes that are not UTF-8 are refused with their place",
    arguments: [
      ([0x80], 0), ([0x61, 0xC3], 1), ([0xC0, 0xAF], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xC3, 0xA9, 0xFE], 2), ([0xE2, 0x80, 0x20], 0),
    ] as [([UInt8], Int)])
  func badUTF8(bytes: [UInt8], place: Int) {
    do throws(RequestRefusal) {
      _ = try RequestParser.parse(Array("@id=9 say all :".utf8) + bytes)
      Issue.record("\(bytes) passes")
    } catch {
      #expect(error.id == "9")
      #expect(error.error.code == .badUTF8)
      #expect(error.error.fields == [WireField("at", 15 + place)])
    }
  }

  @Test("What is shown to people holds no forbidden character and keeps the rest")
  func visibleText() {
    #expect(VisibleText.escaped("plain é 語 \"quoted\" \\") == "plain é 語 \"quoted\" \\")
    #expect(
      VisibleText.escaped("a\u{1b}[31m\nb\u{202e}\u{e0041}\u{7f}\u{85}")
        == "a\\u001b[31m\\nb\\u202e\\udb40\\udc41\\u007f\\u0085")
    #expect(VisibleText.escaped("a\nb\u{7}\n", keepingNewlines: true) == "a\nb\\u0007\n")
    for value in Self.forbidden {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = VisibleText.escaped("x\(Character(scalar))y")
      #expect(shown.unicodeScalars.allSatisfy { !WireCharacters.isForbidden($0.value) })
    }
  }
}
