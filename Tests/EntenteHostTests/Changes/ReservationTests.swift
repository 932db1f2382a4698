import EntenteModel
import EntenteSession
import Testing

/// "Instead of ratifying, a state may RESERVE deal clause once per deal, for a class A or B clause.
/// Each other signer answers in the same ratify phase."
struct ReservationTests {
  private static let states: [StateID] = ["aster", "cael", "dorn"]

  private func signed(
    _ terms: String = "exercise; acsa", by states: [StateID] = states
  ) throws -> (FirstAccordPlay, DealID) {
    var play = try FirstAccordPlay.phased()
    let deal = try play.sign(terms, states)
    try play.go(to: .ratify)
    return (play, deal)
  }

  @Test("When all accept, the text without it replaces the old one, and the deal goes on")
  func accepted() throws {
    var (play, deal) = try signed()
    let asked = try play.head("cael", .reserve(deal: deal, clause: "c2"))
    #expect(asked.first?.line?.kind == "change.tabled")
    #expect(
      asked.first?.line?.text.hasPrefix(
        "cael makes a reservation: c2 of \(deal) shall not bind it.") == true)
    #expect(play.refusal("cael", .ratify(deal: deal))?.word == "not-now need=answers")
    try play.head("aster", .ratify(deal: deal))
    try play.head("aster", .sign(deal: deal, revision: 2))
    #expect(play.text(deal) == "exercise; acsa")
    let last = try play.head("dorn", .sign(deal: deal, revision: 2))
    #expect(
      last.compactMap { $0.line?.kind } == ["change.answered", "change.settled", "deal.amended"])
    #expect(play.text(deal) == "exercise; aster+dorn acsa")
    #expect(play.state.world.deal(deal)?.revision == 2)
    // Nothing of class B binds cael any more; dorn's word was the last that is missing.
    #expect(play.refusal("cael", .ratify(deal: deal))?.word == "already")
    try play.head("dorn", .ratify(deal: deal))
    #expect(play.state.world.deal(deal)?.status == .concluded)
    #expect(play.refusal("dorn", .reserve(deal: deal, clause: "c1"))?.word == "closed concluded")
  }

  @Test("The last yes concludes the deal where nobody has to ratify any more")
  func concludes() throws {
    var (play, deal) = try signed()
    try play.head("aster", .ratify(deal: deal))
    try play.head("dorn", .ratify(deal: deal))
    try play.head("cael", .reserve(deal: deal, clause: "c2"))
    try play.head("aster", .sign(deal: deal, revision: 2))
    try play.head("dorn", .sign(deal: deal, revision: 2))
    #expect(play.state.world.deal(deal)?.status == .concluded)
  }

  @Test("When one refuses, the old text stands and can be ratified; there is no second try")
  func refused() throws {
    var (play, deal) = try signed()
    try play.head("cael", .reserve(deal: deal, clause: "c2"))
    try play.head("aster", .sign(deal: deal, revision: 2))
    let events = try play.head("dorn", .reject(deal: deal, why: ""))
    #expect(
      events.last?.fact
        == .changeSettled(deal: deal, revision: 2, outcome: .refused, reason: nil))
    #expect(events.last?.audience == .states(Self.states))
    #expect(play.text(deal) == "exercise; acsa")
    #expect(play.refusal("cael", .reserve(deal: deal, clause: "c1"))?.word == "already")
    for state in Self.states { try play.head(state, .ratify(deal: deal)) }
    #expect(play.state.world.deal(deal)?.status == .concluded)
  }

  @Test("Silence at the end of the phase is a no, and everybody is told")
  func silence() throws {
    var (play, deal) = try signed()
    try play.head("cael", .reserve(deal: deal, clause: "c2"))
    try play.head("aster", .sign(deal: deal, revision: 2))
    try play.go(to: .orders)
    let told = play.events.last { if case .changeSettled = $0.fact { true } else { false } }
    #expect(
      told?.line?.text
        == "Revision 2 of \(deal) is refused (silence); the old text stands.")
    #expect(told?.audience == .states(Self.states))
    #expect(play.text(deal) == "exercise; acsa")
  }

  @Test("A reservation fits a clause of class A or B that binds the state, where a word is due")
  func refusals() throws {
    var (play, deal) = try signed(
      "exercise; aster+cael acsa; aster+dorn dialogue; "
        + "dorn>aster licprod programme=canopy cap=60; dorn+aster+cael rdp",
      by: ["aster", "cael", "dorn"])
    #expect(play.rule("cael", .reserve(deal: deal, clause: "c3")) == .unknownID)
    #expect(play.rule("dorn", .reserve(deal: deal, clause: "c4")) == .unknownID)
    #expect(play.refusal("cael", .reserve(deal: deal, clause: "c9"))?.word == "no-such clause")
    #expect(play.rule("borea", .reserve(deal: deal, clause: "c1")) == .notAParty)
    #expect(play.refusal("cael", .reserve(deal: "D-0000", clause: "c1"))?.word == "no-such deal")
    // Two states and one clause: nothing would be left.
    (play, deal) = try signed("acsa", by: ["aster", "cael"])
    #expect(play.rule("cael", .reserve(deal: deal, clause: "c1")) == .unknownID)
    try play.head("cael", .ratify(deal: deal))
    #expect(play.refusal("cael", .reserve(deal: deal, clause: "c1"))?.word == "already")
    try play.go(to: .orders)
    #expect(
      play.refusal("aster", .reserve(deal: deal, clause: "c1"))?.word == "not-now need=ratify")
  }
}
