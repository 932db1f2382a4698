import Testing

@Suite("BoundaryRule") struct BoundaryRuleTests {
  private func findings(_ line: String) -> [Finding] {
    BoundaryRule.check([], [Document(path: "README.md", lines: [line])])
  }

  @Test("a place outside of the project is found")
  func outside() {
    #expect(findings("see " + ".." + "/shared/x.md").count == 1)
    #expect(findings("cd /wo" + "rk/main").count == 1)
    #expect(findings("as the design " + "page says").count == 1)
  }

  @Test("ordinary words pass", arguments: ["place-work/x", "the network/works", "a shared page"])
  func inside(line: String) { #expect(findings(line) == []) }

  @Test("Swift files are read too")
  func swift() {
    let file = SourceFile(path: "Sources/entente/A.swift", text: "// see /wo" + "rk/notes")
    #expect(BoundaryRule.check([file], []).count == 1)
  }
}
