import EntenteJournal
import Testing

@Suite("Hexadecimal text")
struct HexTextTests {
  @Test("has two lower-case digits a byte and reads back")
  func roundTrip() {
    let all = (0...255).map { UInt8($0) }
    #expect(HexText.bytes(of: HexText.text(of: all)) == all)
    #expect(HexText.text(of: [0, 10, 0xFF]) == "000aff")
    #expect(HexText.bytes(of: "") == [])
  }

  @Test("is nothing else", arguments: ["0", "0A", "0g", "0x00", " 00", "é0"])
  func refuses(text: String) {
    #expect(HexText.bytes(of: text) == nil)
  }
}
