import Testing

@Suite("HabitRule") struct HabitRuleTests {
  private func findings(_ text: String, in folder: String = "Tests/EntenteHostTests") -> [Finding] {
    HabitRule.check([SourceFile(path: "\(folder)/A.swift", text: text)])
  }

  @Test(
    "waiting, putting aside, XCTest and a main are found",
    arguments: [
      "try await Task.sleep(for: .seconds(1))", "usleep(100)", "Thread.sleep(forTimeInterval: 1)",
      "@Test(.disabled(\"later\")) func a() {}", "import XCTest", "@testable import entente",
    ])
  func bad(text: String) { #expect(findings(text).count == 1) }

  @Test(
    "ordinary tests pass",
    arguments: [
      "import Testing\n@Test(\"a button that is disabled\") func a() {}",
      "#expect(clause.status == .asleep)", "// no sleep(1) here", "button.disabled = true",
    ])
  func good(text: String) { #expect(findings(text) == []) }

  @Test("the rule is about tests")
  func sources() { #expect(findings("usleep(1)", in: "Sources/EntenteHost") == []) }
}
