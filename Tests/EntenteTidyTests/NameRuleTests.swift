import Testing

@Suite("NameRule") struct NameRuleTests {
  private func findings(_ path: String, _ text: String = "") -> [Finding] {
    NameRule.check([SourceFile(path: path, text: text)])
  }

  @Test(
    "a file name that says nothing is found",
    arguments: [
      "SessionManager", "Deal+Helpers", "StringUtils", "SeatInfo", "StateData", "Placeholder",
    ])
  func files(name: String) { #expect(findings("Sources/EntenteHost/\(name).swift").count == 1) }

  @Test("a type name that says nothing is found, with its line")
  func types() {
    #expect(findings("Sources/EntenteHost/A.swift", "\nstruct SeatInfo {}").map(\.line) == [2])
  }

  @Test(
    "words of the field pass",
    arguments: [
      "DataFolder", "Information", "Deal+Class", "ClauseText", "Inform", "Database",
    ])
  func good(name: String) {
    #expect(findings("Sources/EntenteHost/\(name).swift", "struct \(name) {}") == [])
  }
}
