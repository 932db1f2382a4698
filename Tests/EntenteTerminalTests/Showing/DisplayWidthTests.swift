import EntenteTerminal
import Testing

@Suite("DisplayWidth") struct DisplayWidthTests {
  @Test(
    "letters take one column, wide characters and emoji two, marks none",
    arguments: [
      ("a", 1), ("~", 1), ("ž", 1), ("e\u{301}", 1), ("\u{301}", 0), ("漢", 2), ("ｱ", 1), ("Ａ", 2),
      ("한", 2), ("🦊", 2), ("👩\u{200D}🔬", 2), ("🇪🇺", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("\u{200B}", 0),
      ("→", 1), ("…", 1), ("─", 1), ("𝒜", 1), ("𠀀", 2),
    ] as [(Character, Int)])
  func character(character: Character, width: Int) {
    #expect(DisplayWidth.of(character) == width)
  }

  @Test("a text is as wide as its characters together")
  func text() {
    #expect(DisplayWidth.of("漢字 ok") == 7)
    #expect(DisplayWidth.of("") == 0)
  }
}
