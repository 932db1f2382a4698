import EntenteModel
import EntenteSession
import Testing

/// "A COUNTER to a concluded deal makes an amendment; it passes by the decisions rule; it is
/// ratified only by states whose class or duties rise. Until then the old text binds."
struct AmendmentTests {
  @Test("A COUNTER to a deal that binds waits for the others, and takes effect with the last yes")
  func unanimity() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("exercise intensity=1", ["aster", "cael", "dorn"])
    let events = try play.amend(deal, "exercise intensity=2; dialogue", by: "cael")
    #expect(events.count == 1)
    #expect(events.first?.line?.kind == "change.tabled")
    let change = try #require(play.state[deal]?.change)
    #expect(change.kind == .amendment)
    #expect(change.number == 2)
    #expect(change.accepted == ["cael"])
    #expect(play.text(deal) == "exercise")
    try play.head("aster", .sign(deal: deal, revision: 2))
    #expect(play.text(deal) == "exercise")
    let last = try play.head("dorn", .sign(deal: deal, revision: 2))
    #expect(
      last.compactMap { $0.line?.kind } == ["change.answered", "change.settled", "deal.amended"])
    #expect(play.text(deal) == "exercise intensity=2; dialogue")
    #expect(play.state.world.deal(deal)?.revision == 2)
    #expect(play.state[deal]?.change == nil)
    #expect(play.state[deal]?.current.revision == 2)
    try play.go(to: .negotiate, turn: 2)
    #expect(play.state.world.deal(deal)?.status == .inForce)
    // The amended clause has done its work: both paid the dearer exercise.
    #expect(play.state.world.deal(deal)?.clauses.allSatisfy { $0.activeFrom == 1 } == true)
  }

  @Test("States whose class rises ratify it; until then the old text binds")
  func ratification() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("exercise", ["aster", "cael"])
    try play.amend(deal, "exercise; acsa", by: "aster")
    let passed = try play.head("cael", .sign(deal: deal, revision: 2))
    #expect(
      passed.last?.fact
        == .changePassed(deal: deal, revision: 2, ratify: ["aster", "cael"]))
    #expect(play.text(deal) == "exercise")
    #expect(play.refusal("aster", .ratify(deal: deal))?.word == "not-now need=ratify")
    try play.go(to: .ratify)
    let before = play.state.world.states[try play.index("aster")].politicalCapital
    try play.head("aster", .ratify(deal: deal))
    #expect(play.state.world.states[try play.index("aster")].politicalCapital < before)
    #expect(play.text(deal) == "exercise")
    #expect(play.refusal("aster", .ratify(deal: deal))?.word == "already")
    let last = try play.head("cael", .ratify(deal: deal))
    #expect(
      last.compactMap { $0.line?.kind } == ["change.ratified", "change.settled", "deal.amended"])
    #expect(play.text(deal) == "exercise; acsa")
    let standing = try #require(play.state.world.deal(deal))
    #expect(standing.clauses[0].activeFrom == 1)
    #expect(standing.clauses[1].activeFrom ?? 0 >= 1)
    #expect(standing.capitalPaid.allSatisfy { $0 > 0 })
  }

  @Test("One no ends an amendment that needs all; the numbers go on from it")
  func refused() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("exercise", ["aster", "cael", "dorn"])
    try play.amend(deal, "exercise intensity=3", by: "cael")
    let events = try play.head("aster", .reject(deal: deal, why: "Too dear."))
    #expect(
      events.last?.fact
        == .changeSettled(deal: deal, revision: 2, outcome: .refused, reason: nil))
    #expect(events.first?.line?.text == "aster refuses revision 2 of \(deal). Too dear.")
    #expect(play.text(deal) == "exercise")
    try play.amend(deal, "exercise intensity=2", by: "dorn")
    #expect(play.state[deal]?.change?.number == 3)
    let older = try play.state.showPage(deal, revision: 2, for: .cael)
    #expect(older.text.hasPrefix("Revision 2 by cael, not in force"))
  }

  @Test("With decisions=majority more than half is enough, also against a party")
  func majority() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude(
      "exercise; dialogue; gov decisions=majority", ["aster", "cael", "dorn"])
    try play.amend(deal, "exercise intensity=2; dialogue; gov decisions=majority", by: "cael")
    try play.head("aster", .reject(deal: deal, why: ""))
    #expect(play.state[deal]?.change != nil)
    try play.head("dorn", .sign(deal: deal, revision: 2))
    #expect(play.text(deal) == "exercise intensity=2; dialogue; gov decisions=majority")
  }

  @Test("In the review turn a majority is enough whatever the rule says")
  func review() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("exercise; term review=2", ["aster", "cael", "dorn"])
    try play.go(to: .negotiate, turn: 2)
    try play.amend(deal, "exercise intensity=2; term review=2", by: "cael")
    try play.head("dorn", .sign(deal: deal, revision: 2))
    #expect(play.text(deal) == "exercise intensity=2; term review=2")
  }

  @Test("What nobody answers lapses at the end of the next negotiation")
  func lapse() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("exercise", ["aster", "cael"])
    try play.amend(deal, "exercise intensity=2", by: "cael")
    try play.go(to: .negotiate, turn: 2)
    #expect(play.state[deal]?.change != nil)
    try play.go(to: .ratify, turn: 2)
    #expect(play.state[deal]?.change == nil)
    #expect(
      play.events.last {
        if case .changeSettled = $0.fact { true } else { false }
      }?.line?.text == "Revision 2 of \(deal) lapses; the old text stands.")
  }

  @Test("What is agreed and not ratified lapses after two turns")
  func unratified() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("exercise", ["aster", "cael"])
    try play.amend(deal, "exercise; acsa", by: "aster")
    try play.head("cael", .sign(deal: deal, revision: 2))
    try play.go(to: .ratify, turn: 3)
    #expect(play.state[deal]?.change?.isPassed == true)
    try play.go(to: .orders, turn: 3)
    #expect(play.state[deal]?.change == nil)
    #expect(play.text(deal) == "exercise")
  }

  @Test("Refusals name what is wrong: text, rank, phase, revision, the change on its way")
  func refusals() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("exercise", ["aster", "cael"])
    let same = try play.terms("exercise", from: "cael", to: ["aster"])
    #expect(play.refusal("cael", .counter(deal: deal, text: same))?.word == "already")
    let wider = try play.terms("exercise", from: "cael", to: ["aster", "dorn"])
    #expect(play.rule("cael", .counter(deal: deal, text: wider)) == .partyMissing)
    let other = try play.terms("exercise intensity=2", from: "cael", to: ["aster"])
    #expect(play.rule("dorn", .counter(deal: deal, text: other)) == .notAParty)
    try play.head("cael", .counter(deal: deal, text: other))
    let third = try play.terms("exercise intensity=3", from: "aster", to: ["cael"])
    #expect(play.rule("aster", .counter(deal: deal, text: third)) == .tooManyOffers)
    #expect(play.refusal("aster", .sign(deal: deal, revision: 1))?.word == "stale rev 1 2")
    #expect(play.refusal("cael", .sign(deal: deal, revision: 2))?.word == "already")
    #expect(
      play.refusal("aster", .withdraw(deal: deal))?.word == "closed concluded")
    try play.go(to: .ratify)
    #expect(
      play.refusal("aster", .sign(deal: deal, revision: 2))?.word == "not-now need=negotiate")
    let back = try play.head("cael", .withdraw(deal: deal))
    #expect(back.first?.line?.kind == "change.settled")
    #expect(play.state[deal]?.change == nil)
  }

  @Test("A deal past signing without a change on its way is closed to COUNTER, SIGN and REJECT")
  func closed() throws {
    var play = try FirstAccordPlay.phased()
    let signed = try play.sign("acsa", ["aster", "cael"])
    let text = try play.terms("acsa; dialogue", from: "cael", to: ["aster"])
    #expect(play.refusal("cael", .counter(deal: signed, text: text))?.word == "closed signed")
    let bound = try play.sign("exercise", ["aster", "dorn"])
    #expect(play.refusal("dorn", .reject(deal: bound, why: ""))?.word == "closed concluded")
    #expect(play.refusal("dorn", .withdraw(deal: bound))?.word == "closed concluded")
    #expect(play.refusal("dorn", .sign(deal: bound, revision: 2))?.word == "stale rev 2 1")
    #expect(play.refusal("dorn", .sign(deal: bound, revision: 1))?.word == "already")
  }

  @Test("An amendment without the pilot, signed by all, carries its clauses past the sunset")
  func pilot() throws {
    var play = try FirstAccordPlay.phased()
    let terms = "acsa; dialogue; pilot wraps=acsa review=2 sunset=1; gov decisions=majority"
    let deal = try play.conclude(terms, ["aster", "cael", "dorn"])
    try play.amend(deal, "acsa; dialogue; gov decisions=majority", by: "cael")
    try play.head("dorn", .sign(deal: deal, revision: 2))
    // Two of three would be a majority, but the pilot goes only with every signature.
    #expect(play.state[deal]?.change?.isPassed == false)
    try play.head("aster", .sign(deal: deal, revision: 2))
    #expect(play.state[deal]?.change?.mustRatify == ["aster", "cael", "dorn"])
    try play.go(to: .ratify)
    for state: StateID in ["aster", "cael", "dorn"] { try play.head(state, .ratify(deal: deal)) }
    try play.go(to: .negotiate, turn: 4)
    #expect(play.state.world.deal(deal)?.clauses.contains { $0.hasEnded } == false)
  }

  @Test("Without it they end at the sunset; written again without the pilot they begin anew")
  func pilotTooLate() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude(
      "acsa; dialogue; pilot wraps=acsa review=2 sunset=1", ["aster", "cael"])
    try play.go(to: .negotiate, turn: 4)
    #expect(play.state.world.deal(deal)?.clauses[0].hasEnded == true)
    try play.amend(deal, "acsa; dialogue", by: "cael")
    try play.head("aster", .sign(deal: deal, revision: 2))
    try play.go(to: .ratify)
    for state: StateID in ["aster", "cael"] { try play.head(state, .ratify(deal: deal)) }
    let acsa = try #require(play.state.world.deal(deal)).clauses[0]
    #expect(!acsa.hasEnded)
    #expect(acsa.activeFrom ?? 0 >= 4)
  }

  @Test("Lots of a pool that an amendment takes away are not lost by a second amendment")
  func poolsComeBack() throws {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude("dialogue", ["aster", "borea"])
    var standing = try #require(play.state.world.deal(deal))
    standing.text = try play.terms(
      "stockpool programme=lantern lots=aster:1,borea:2; dialogue", from: "aster", to: ["borea"])
    standing.clauses.insert(standing.clauses[0], at: 0)
    standing.clauses[0].pooled = [1_000, 2_000, 0, 0]
    let once = try play.terms("dialogue", from: "aster", to: ["borea"])
    let twice = try play.terms("dialogue; exercise", from: "aster", to: ["borea"])
    for text in [once, twice] {
      standing =
        Lifecycle.amended(
          standing, to: text, revision: 2, in: play.state.world, scenario: play.state.scenario
        ).deal
      #expect(standing.returning?.map(\.lots) == [1_000, 2_000])
    }
  }
}
