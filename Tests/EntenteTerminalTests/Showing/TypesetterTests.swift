import EntenteTerminal
import Testing

@Suite("Typesetter") struct TypesetterTests {
  private let plain = Typesetter(columns: 30, hasColour: false, hasRules: true)

  @Test("text is broken between words at the width of the window")
  func wraps() {
    let text = "borea offers a deal to cael: exercise intensity=2; acsa"
    #expect(
      plain.lines(StyledText(text, hanging: 2)) == [
        "borea offers a deal to cael:", "  exercise intensity=2; acsa",
      ])
  }

  @Test("no line is wider than the window, whatever it holds", arguments: [20, 21, 33, 100, 300])
  func width(columns: Int) {
    let setter = Typesetter(columns: columns, hasColour: false, hasRules: true)
    let texts = [
      "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字 and words between them",
      String(repeating: "unbreakable", count: 30), "a  b   c    d",
      "     indented as it was before it grew",
      "", " ", "🦊 " + String(repeating: "e\u{301}", count: 200),
    ]
    for text in texts {
      for hanging in [0, 4, 90] {
        for line in setter.lines(StyledText(text, hanging: hanging)) {
          #expect(DisplayWidth.of(line) <= min(100, columns), "\(line)")
        }
      }
    }
  }

  @Test("columns that fit are left as the server set them")
  func columns() {
    #expect(plain.lines(StyledText("money:   treasury  12m")) == ["money:   treasury  12m"])
  }

  @Test("no word is lost when text is broken")
  func nothingLost() {
    let words = (1...60).map { "word\($0)" }
    let lines = plain.lines(StyledText(words.joined(separator: " "), hanging: 3))
    #expect(lines.flatMap { $0.split(separator: " ") }.map(String.init) == words)
  }

  @Test(
    "what could steer the terminal is shown instead of done",
    arguments: [
      ("a\u{1B}[2Jb", "a\\u001b[2Jb"), ("bell\u{07}", "bell\\u0007"), ("x\u{202E}y", "x\\u202ey"),
      ("c1\u{9B}31m", "c1\\u009b31m"), ("back\rwards", "back\\rwards"),
    ])
  func escapes(text: String, shown: String) {
    #expect(plain.lines(StyledText(text)) == [shown])
    #expect(plain.inline(text, .plain) == shown)
    let coloured = Typesetter(columns: 80, hasColour: true, hasRules: true)
    #expect(coloured.lines(StyledText(text, .error)) == ["\u{1B}[0;31m\(shown)\u{1B}[0m"])
  }

  @Test("a text of several lines keeps them")
  func severalLines() {
    #expect(plain.lines(StyledText("one\n\ntwo")) == ["one", "", "two"])
  }

  @Test("without colour there is not one escape")
  func noColour() {
    let text = StyledText([.init("a", .error), .init("b", .strong), .init("c", .faint)])
    #expect(plain.lines(text) == ["abc"])
  }

  @Test("a heading is ruled to the width, and only a word where it is read aloud")
  func rules() {
    let heading = StyledText([.init("Turn 1", .strong)], isRuled: true)
    let line = plain.lines(heading)
    #expect(line == ["── Turn 1 " + String(repeating: "─", count: 20)])
    let spoken = Typesetter(columns: 30, hasColour: false, hasRules: false)
    #expect(spoken.lines(heading) == ["Turn 1"])
  }
}
