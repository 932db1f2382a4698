import Testing

@testable import EntenteExercise

struct TextCheckTests {
  @Test("Plain text in any language passes")
  func plain() {
    let checked = TextCheck.text(Array("Größe, テスト, naïve\r\nnext\tline\n".utf8), file: "a.md")
    #expect(checked.findings.isEmpty)
    #expect(checked.text != nil)
  }

  @Test(
    "Bad UTF-8 is found at its line and column",
    arguments: [
      ([0x61, 0x0A, 0x62, 0xFF], 2, 2), ([0xC0, 0x80], 1, 1), ([0x61, 0xE2, 0x82], 1, 2),
      ([0xED, 0xA0, 0x80], 1, 1), ([0xC3, 0xB6, 0x80], 1, 2),
    ])
  func badUTF8(bytes: [UInt8], line: Int, column: Int) throws {
    let checked = TextCheck.text(bytes, file: "a.md")
    let finding = try #require(checked.findings.first)
    #expect(checked.text == nil)
    #expect((finding.name, finding.line, finding.column) == ("bad-utf8", line, column))
  }

  @Test(
    "Characters that hide or turn text are refused where they stand",
    arguments: [
      0x00, 0x1B, 0x7F, 0x85, 0xFEFF, 0x202E, 0x2066, 0x200F, 0x61C, 0x2028, 0xE0041, 0xFFFF,
      0x1FFFE,
      0xFDD0,
    ])
  func refused(code: UInt32) throws {
    let character = Character(try #require(Unicode.Scalar(code)))
    let checked = TextCheck.text(Array("ab\nc\(character)d".utf8), file: "a.md")
    let finding = try #require(checked.findings.first)
    #expect((finding.name, finding.line, finding.column) == ("refused-character", 2, 2))
  }

  @Test("A carriage return stands only at the end of a line")
  func carriageReturn() throws {
    let finding = try #require(TextCheck.text(Array("ab\rc\r\n".utf8), file: "a.md").findings.first)
    #expect((finding.line, finding.column) == (1, 3))
    #expect(finding.sentence.contains("U+000D"))
  }

  @Test("Very many bad characters do not make very many findings")
  func bounded() {
    let checked = TextCheck.text(Array(repeating: 1, count: 100_000), file: "a.md")
    #expect(checked.findings.count == TextCheck.findingsMax)
  }

  @Test("Letters with loose accents are warned about")
  func composed() {
    let checked = TextCheck.text(Array("e\u{301}".utf8), file: "a.md")
    #expect(checked.findings.map(\.name) == ["not-composed"])
    #expect(checked.findings.allowPlay)
  }
}
