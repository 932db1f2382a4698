import Testing

@Suite("PurityRule") struct PurityRuleTests {
  private func findings(_ text: String, in room: String = "EntenteSession") -> [Finding] {
    PurityRule.check([SourceFile(path: "Sources/\(room)/A.swift", text: text)])
  }

  @Test(
    "every way out of a pure room is found",
    arguments: [
      "let now = Date()", "let id = UUID()", "let pick = list.randomElement()",
      "let n = Int.random(in: 1...6)", "let order = list.shuffled()", "func play() async {}",
      "actor Table {}", "Task { }", "let share = Double(1)", "let place = key.hashValue",
      "let clock = ContinuousClock()",
    ])
  func impure(text: String) { #expect(findings(text).count == 1) }

  @Test(
    "names and prose that look alike are left alone",
    arguments: [
      "// Date() is taken from the command", "let text = \"async\"", "let actor: MemberID",
      "entry.actor == actor", "struct Task2 {}", "let dates: [Days]",
    ])
  func pure(text: String) { #expect(findings(text) == []) }

  @Test("the shell may do what the pure rooms may not")
  func shell() {
    #expect(
      findings("actor Clock { func now() async -> Date { Date() } }", in: "EntenteHost") == [])
  }

  @Test("the coder of JSON may name fractions in order to refuse them")
  func coder() {
    #expect(findings("func encode(_ value: Double) throws {}", in: "EntenteJSON") == [])
  }

  @Test("the rule holds in each pure room", arguments: RoomTable.pure.sorted())
  func rooms(room: String) { #expect(findings("let now = Date()", in: room).count == 1) }
}
