import EntenteTerminal
import Testing

@Suite("LineEditor") struct LineEditorTests {
  /// An editor in the state that `marked` draws: the bar is the cursor.
  private static func editor(_ marked: String) -> LineEditor {
    var editor = LineEditor()
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    editor.replace(with: String(parts[0]))
    let place = editor.cursor
    _ = editor.handle(.text(String(parts[1])))
    while editor.cursor > place { _ = editor.handle(.left) }
    return editor
  }

  private static func drawing(_ editor: LineEditor) -> String {
    editor.textBeforeCursor + "|" + String(editor.characters[editor.cursor...])
  }

  static let presses: [(before: String, keys: [Key], after: String)] = [
    ("|", [.text("sign")], "sign|"),
    ("si|n", [.text("g")], "sig|n"),
    ("abc|", [.left, .left], "a|bc"),
    ("a|bc", [.right], "ab|c"),
    ("ab|c", [.home], "|abc"),
    ("ab|c", [.end], "abc|"),
    ("ab|c", [.backspace], "a|c"),
    ("ab|c", [.delete], "ab|"),
    ("ab|c", [.endOfInput], "ab|"),
    ("sign D-7Q4K now|", [.wordLeft, .wordLeft], "sign |D-7Q4K now"),
    ("|sign D-7Q4K now", [.wordRight, .wordRight], "sign D-7Q4K| now"),
    ("sign D-7Q4K|", [.deleteWordBack], "sign |"),
    ("sign  |", [.deleteWordBack], "|"),
    ("|sign now", [.deleteWordForward], "| now"),
    ("one |two", [.killToStart], "|two"),
    ("one |two", [.killToEnd], "one |"),
    ("one |two", [.killToEnd, .home, .yank], "two|one "),
    ("|", [.text("漢"), .text("字"), .left, .backspace], "|字"),
    ("e|", [.text("\u{301}")], "e\u{301}|"),
    ("e\u{301}x|", [.left, .backspace], "|x"),
    ("|", [.text("👩"), .text("\u{200D}"), .text("🔬"), .backspace], "|"),
    ("|", [.paste("terms\nover\tlines")], "terms over lines|"),
    ("|", [.paste("a\u{1B}[2Jb\u{202E}c")], "a[2Jbc|"),
  ]

  @Test("keys change the text and the cursor", arguments: presses)
  func keys(before: String, keys: [Key], after: String) {
    var editor = Self.editor(before)
    for key in keys { _ = editor.handle(key) }
    #expect(Self.drawing(editor) == after)
  }

  @Test(
    "a key that finds nothing to do says so and changes nothing",
    arguments: [
      ("|abc", Key.left), ("abc|", .right), ("|abc", .backspace), ("abc|", .delete), ("|", .up),
      ("|", .down), ("abc|", .killToEnd), ("|", .paste("\u{1B}")),
    ])
  func refused(before: String, key: Key) {
    var editor = Self.editor(before)
    #expect(editor.handle(key) == .refused)
    #expect(Self.drawing(editor) == before)
  }

  @Test("Enter gives the line away, wherever the cursor is")
  func enter() {
    var editor = Self.editor("sta|tus")
    #expect(editor.handle(.enter) == .submitted("status"))
    #expect(editor.text == "")
    #expect(editor.handle(.enter) == .submitted(""))
  }

  @Test("Ctrl-C empties the line and says whether there was one; Ctrl-D leaves an empty one")
  func leaving() {
    var editor = Self.editor("abc|")
    #expect(editor.handle(.interrupt) == .interrupted(wasEmpty: false))
    #expect(editor.handle(.interrupt) == .interrupted(wasEmpty: true))
    #expect(editor.handle(.endOfInput) == .left)
  }

  @Test("up and down walk through the history and come back to the line that was begun")
  func history() {
    var editor = LineEditor(history: LineHistory(["one", "two"]))
    _ = editor.handle(.text("new"))
    _ = editor.handle(.up)
    #expect(editor.text == "two")
    _ = editor.handle(.up)
    #expect(editor.text == "one")
    #expect(editor.handle(.up) == .refused)
    _ = editor.handle(.down)
    _ = editor.handle(.down)
    #expect(editor.text == "new")
    #expect(editor.handle(.down) == .refused)
  }

  @Test("a line has an end: what goes beyond is not typed")
  func limit() {
    var editor = LineEditor(bytesMax: 5)
    #expect(editor.handle(.text("12345")) == .changed)
    #expect(editor.handle(.text("6")) == .refused)
    #expect(editor.text == "12345")
  }

  @Test("Tab completes the one word that fits, or what all have in common, or lists them")
  func completion() {
    var editor = LineEditor()
    _ = editor.handle(.text("show d-7"))
    #expect(editor.handle(.tab) == .wantsCompletion)
    #expect(editor.complete(with: Completion(of: "d-7", in: ["D-7Q4K", "D-M2XD"])) == .changed)
    #expect(editor.text == "show D-7Q4K ")

    editor.replace(with: "st")
    let words = ["status", "state"]
    #expect(editor.complete(with: Completion(of: "st", in: words)) == .changed)
    #expect(editor.text == "stat")
    let list = editor.complete(with: Completion(of: "stat", in: words))
    #expect(list == .candidates(["state", "status"]))
    #expect(editor.complete(with: Completion(of: "x", in: words)) == .refused)
  }

  @Test("a completion in the middle of a line leaves what follows alone")
  func completionInside() {
    var editor = Self.editor("say as| :hello")
    _ = editor.complete(with: Completion(of: "as", in: ["aster"]))
    #expect(Self.drawing(editor) == "say aster| :hello")
  }
}
