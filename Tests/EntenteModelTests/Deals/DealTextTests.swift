import EntenteModel
import Testing

struct DealTextTests {
  private func clause(
    _ id: ClauseID, _ kind: ClauseKind, _ from: [StateID], _ to: [StateID],
    _ parameters: [Parameter] = []
  ) -> ClauseText {
    ClauseText(id: id, kind: kind, from: from, to: to, parameters: parameters)
  }

  private func mutual(
    _ id: ClauseID, _ kind: ClauseKind, _ states: [StateID], _ parameters: [Parameter] = []
  ) -> ClauseText {
    clause(id, kind, states, states, parameters)
  }

  @Test("basing is of class C for the host and B for the guest")
  func basing() {
    let text = DealText(
      parties: ["cael", "aster", "dorn"], clauses: [clause("c1", .basing, ["cael"], ["dorn"])])
    #expect(text.parties == ["aster", "cael", "dorn"])
    #expect(text.ratificationClass(for: "cael") == .c)
    #expect(text.ratificationClass(for: "dorn") == .b)
    #expect(text.ratificationClass(for: "aster") == .a)
  }

  @Test(
    "crisis is of class B up to a posture of 25%, else C", arguments: [(2500, "b"), (2501, "c")])
  func crisis(posture: Int, expected: String) {
    let crisis = mutual(
      "c1", .crisis, ["aster", "dorn"], [Parameter("posture", .integer(posture))])
    let text = DealText(parties: ["aster", "dorn"], clauses: [crisis])
    #expect(text.ratificationClass(for: "dorn").rawValue == expected)
  }

  @Test("a pilot lowers the class of what it wraps one step and halves its weight")
  func pilot() {
    let states: [StateID] = ["aster", "dorn"]
    let text = DealText(
      parties: states,
      clauses: [
        mutual("c1", .codev, states), mutual("c2", .infoshare, states),
        mutual("c3", .dialogue, states),
        mutual("c4", .pilot, states, [Parameter("wraps", .words(["c1", "c2", "c3"]))]),
        mutual("c5", .rdp, states),
      ])
    let classes = text.clauses.map { text.ratificationClass(of: $0, for: "aster")?.rawValue }
    #expect(classes == ["b", "a", "a", "a", "b"])
    #expect(text.clauses.map { text.formationWeight(of: $0) } == [800, 350, 100, 0, 600])
    #expect(text.ratificationClass(for: "aster") == .b)
    #expect(text.ratificationClass(of: text.clauses[0], for: "cael") == nil)
  }

  @Test("a clause binds the states of both sides, each with its role")
  func roles() {
    let sale = clause("c1", .offtake, ["dorn"], ["aster", "cael"])
    #expect(sale.boundStates == ["aster", "cael", "dorn"])
    #expect(sale.role(of: "dorn") == .giver)
    #expect(sale.role(of: "cael") == .receiver)
    #expect(sale.role(of: "borea") == nil)
    #expect(mutual("c2", .acsa, ["aster", "cael"]).role(of: "cael") == .party)
  }

  @Test("parameters are read by name and kind, and what is not there is nothing")
  func accessors() {
    let clause = mutual(
      "c1", .coprod, ["aster", "dorn"],
      [
        Parameter("programme", .word("canopy")), Parameter("lines", .words(["dorn", "aster"])),
        Parameter("workshare", .amounts([StateAmount(state: "dorn", value: 10_000)])),
        Parameter("rate", .null), Parameter("te", .flag(true)),
      ])
    #expect(clause.programme == "canopy")
    #expect(clause.states("lines") == ["dorn", "aster"])
    #expect(clause.amounts("workshare").value(of: "dorn") == 10_000)
    #expect(clause.integer("rate") == nil)
    #expect(clause.flag("te"))
    #expect(clause.flag("missing") == false)
    #expect(clause["missing"] == .null)
    #expect(clause.theatre == nil)
    #expect(clause.wraps == [])
  }

  @Test("an entry rule counts the signatures it asks for")
  func entryRule() {
    let parties: [StateID] = ["aster", "cael", "dorn"]
    #expect(!EntryRule.all.isMet(by: ["aster", "dorn"], of: parties))
    #expect(EntryRule.all.isMet(by: ["dorn", "cael", "aster"], of: parties))
    #expect(EntryRule.of(count: 2).isMet(by: ["aster", "dorn"], of: parties))
    #expect(!EntryRule.lead(state: "dorn", plus: 1).isMet(by: ["aster", "cael"], of: parties))
    #expect(!EntryRule.lead(state: "dorn", plus: 1).isMet(by: ["dorn"], of: parties))
    #expect(EntryRule.lead(state: "dorn", plus: 1).isMet(by: ["dorn", "cael"], of: parties))
  }

  @Test("governance auto follows owner and workshare holders, and juste makes it unanimity")
  func governance() {
    let auto = DealGovernance()
    #expect(auto.resolved(ownerIsParty: true, holders: 2) == .lead)
    #expect(auto.resolved(ownerIsParty: true, holders: 3) == .consortium)
    #expect(auto.resolved(ownerIsParty: false, holders: 1) == .consortium)
    #expect(DealGovernance(juste: true).resolved(ownerIsParty: true, holders: 2) == .unanimity)
    #expect(DealGovernance(mode: .lead).resolved(ownerIsParty: false, holders: 5) == .lead)
  }

  @Test("a condition holds at its threshold in both directions")
  func condition() {
    let least = ClauseCondition(
      metric: "turn", comparison: .atLeast, threshold: 4, action: .activate)
    let most = ClauseCondition(metric: "turn", comparison: .atMost, threshold: 4, action: .suspend)
    #expect([3, 4, 5].map(least.holds(at:)) == [false, true, true])
    #expect([3, 4, 5].map(most.holds(at:)) == [true, true, false])
  }
}
