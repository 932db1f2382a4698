import Testing

@Suite("WordRule") struct WordRuleTests {
  private func file(_ text: String, at path: String = "Sources/EntenteHost/A.swift") -> SourceFile {
    SourceFile(path: path, text: text)
  }

  @Test("a mark of unfinished work is found, in code and in documents")
  func unfinished() {
    let mark = "// TO" + "DO: later"
    #expect(WordRule.checkUnfinished([file(mark)], []).count == 1)
    #expect(
      WordRule.checkUnfinished([], [Document(path: "README.md", lines: ["a", mark])]).map(\.line)
        == [2])
  }

  @Test("a longer word is not the mark")
  func wholeWords() {
    #expect(!WordRule.contains("MASTO" + "DON", word: "TO" + "DO"))
    #expect(WordRule.contains("(TO" + "DO)", word: "TO" + "DO"))
    #expect(WordRule.contains("TO" + "DOS TO" + "DO", word: "TO" + "DO"))
  }

  @Test("a trap without a sentence is found, one with a sentence passes")
  func traps() {
    #expect(WordRule.checkTraps([file("fatalError()")]).count == 1)
    #expect(WordRule.checkTraps([file("preconditionFailure( )")]).count == 1)
    #expect(WordRule.checkTraps([file("fatalError(\"A line without a state.\")")]) == [])
  }

  @Test("writing to the terminal is found outside the programs")
  func speech() {
    #expect(WordRule.checkSpeech([file("print(1)")]).count == 1)
    #expect(
      WordRule.checkSpeech([file("print(1)", at: "Tests/EntenteWireTests/A.swift")]).count == 1)
    #expect(WordRule.checkSpeech([file("print(1)", at: "Sources/entente/A.swift")]) == [])
    #expect(WordRule.checkSpeech([file("print(1)", at: "Clients/Terminal/A.swift")]) == [])
    #expect(WordRule.checkSpeech([file("Terms.print(text)")]) == [])
    #expect(WordRule.checkSpeech([file("func print(_ a: Int) { print(a - 1) }")]) == [])
    #expect(WordRule.checkSpeech([file("func show() { print(1) }")]).count == 1)
  }
}
