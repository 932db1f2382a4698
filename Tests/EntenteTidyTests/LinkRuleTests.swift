import Testing

@Suite("LinkRule") struct LinkRuleTests {
  private let there: Set<String> = ["README.md", "Sources/README.md", "Scripts/test", "Tests"]

  private func links(_ text: String, in path: String = "Sources/README.md") -> [Finding] {
    LinkRule.checkLinks(
      [Document(path: path, lines: text.split(separator: "\n").map(String.init))],
      exists: there.contains)
  }

  private func paths(_ text: String) -> [Finding] {
    LinkRule.checkPaths([Document(path: "README.md", lines: [text])], exists: there.contains)
  }

  @Test("a link to nothing is found")
  func deadLink() {
    #expect(links("see [the map](map.md)").count == 1)
    #expect(links("one [a](../README.md) and [b](../LOST.md#part)").count == 1)
  }

  @Test("a link out of the project is found")
  func outside() {
    #expect(links("[a](../../other/README.md)").count == 1)
    #expect(links("[a](/etc/hosts)").count == 1)
  }

  @Test(
    "links that lead somewhere pass",
    arguments: [
      "[a](../README.md)", "[a](../README.md#start)", "[a](#here)", "[a](https://example.org/x.md)",
      "[a](README.md \"title\")", "[a](../Tests)", "```\n[a](lost.md)\n```",
    ])
  func good(text: String) { #expect(links(text) == []) }

  @Test("a path of the project between backquotes must exist")
  func namedPaths() {
    #expect(paths("run `Scripts/lost`").count == 1)
    #expect(paths("run `Scripts/test`, read `Sources/README.md`") == [])
    #expect(paths("`Scripts/check-*`, `state/verb`, `Exercises/<id>/x.yaml`") == [])
  }

  @Test("a document that is not Markdown has no links")
  func otherFiles() { #expect(links("[a](lost.md)", in: "Scripts/test") == []) }
}
