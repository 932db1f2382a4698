import Testing

@Suite("LengthRule") struct LengthRuleTests {
  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "Sources/EntenteModel/A.swift", text: text)
  }

  private func repeated(_ line: String, _ count: Int) -> String {
    Array(repeating: line, count: count).joined(separator: "\n")
  }

  @Test("500 lines pass, 501 do not")
  func files() {
    #expect(LengthRule.checkFiles([file(repeated("// line", 500) + "\n")]) == [])
    #expect(LengthRule.checkFiles([file(repeated("// line", 501) + "\n")]).count == 1)
  }

  @Test(
    "70 lines of a function pass, 71 do not",
    arguments: [
      "func long(of table: [Int] = []) throws(Refusal) -> [Int]", "init?(_ text: String)", "deinit",
      "package var total: Int", "subscript(index: Int) -> Int",
      "static func < (a: A, b: A) -> Bool",
    ])
  func functions(head: String) {
    let short = "struct A {\n\(head) {\n\(repeated("  step", 68))\n}\n}"
    let long = "struct A {\n\(head) {\n\(repeated("  step", 69))\n}\n}"
    #expect(LengthRule.checkFunctions([file(short)]) == [])
    #expect(LengthRule.checkFunctions([file(long)]).map(\.line) == [2])
  }

  @Test(
    "what has no body of its own is not measured",
    arguments: [
      "protocol P {\n  func one()\n  var two: Int { get }\n}\nstruct S {\nBODY\n}",
      "struct S {\n  var one: Int\nBODY\n}", "let table = make(\n  init: 1)\nstruct S {\nBODY\n}",
      "let a = S.init(one)\nstruct S {\nBODY\n}", "var table = [\nBODY\n]",
    ])
  func noBody(text: String) {
    let long = text.replacing("BODY", with: repeated("  let a = 1", 80))
    #expect(LengthRule.checkFunctions([file(long)]) == [])
  }

  @Test("100 columns pass, 101 do not")
  func columns() {
    #expect(LengthRule.checkColumns([file(String(repeating: "é", count: 100))]) == [])
    #expect(LengthRule.checkColumns([file(String(repeating: "a", count: 101))]).count == 1)
  }

  @Test("long text inside a literal of several lines, and an address in a comment, pass")
  func longText() {
    let text = String(repeating: "a", count: 120)
    #expect(LengthRule.checkColumns([file("let a = \"\"\"\n\(text)\n\"\"\"")]) == [])
    #expect(LengthRule.checkColumns([file("// https://example.org/\(text)")]) == [])
    #expect(LengthRule.checkColumns([file("// \(text)")]).count == 1)
    #expect(LengthRule.checkColumns([file("let a = \"\(text)\"")]).count == 1)
  }
}
