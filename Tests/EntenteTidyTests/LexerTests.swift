import Testing

@Suite("Lexer") struct LexerTests {
  private func words(_ text: String) -> [String] {
    Lexer.read(text).tokens.filter { $0.kind == .word }.map(\.text)
  }

  @Test("comments are no code")
  func comments() {
    #expect(
      words("let a // Date()\n/* UUID() /* nested */ actor */ let b") == ["let", "a", "let", "b"])
    #expect(words("/// Double\nlet c") == ["let", "c"])
  }

  @Test("the text of a literal is no code")
  func literals() {
    #expect(words(#"let a = "Date() \" UUID()"; b"#) == ["let", "a", "b"])
    #expect(words("let a = \"\"\"\n  Date() \"quoted\"\n  \"\"\"; b") == ["let", "a", "b"])
    #expect(words(##"let a = #"one " \(two)"#; b"##) == ["let", "a", "b"])
  }

  @Test("code inside an interpolation is code")
  func interpolations() {
    #expect(words(#""x \(Date(of: (1))) UUID" + a"#) == ["Date", "of", "1", "a"])
    #expect(words(##"#"x \#(shuffled()) \(quiet)"# + a"##) == ["shuffled", "a"])
    #expect(words(#""outer \("inner \(deep)") end" + a"#) == ["deep", "a"])
  }

  @Test("a regular expression is a literal, a division is not")
  func slashes() {
    #expect(words(#"let a = /"Date/; b"#) == ["let", "a", "b"])
    #expect(words("let a = #/Date \"/#; b") == ["let", "a", "b"])
    #expect(words("let a = #/\n  \"Date\n  /#\nb") == ["let", "a", "b"])
    #expect(words("a / b; c / d") == ["a", "b", "c", "d"])
  }

  @Test("tokens know their line, also after a literal of several lines")
  func lines() throws {
    let (tokens, literalLines) = Lexer.read("a\n\"\"\"\n  text\n  \"\"\"\nb")
    #expect(tokens.first?.line == 1)
    #expect(tokens.last == Token(kind: .word, text: "b", line: 5))
    #expect(literalLines == [3, 4])
  }

  @Test(
    "an open literal or comment at the end of a file does not trap",
    arguments: [
      "\"", "\"\\", "\"\"\"", "/*", "#\"", "`", "\"\\(", "#", "/",
    ])
  func openEnds(text: String) { #expect(Lexer.read(text).tokens.count <= 2) }
}
