import EntenteModel
import EntenteSession
import Testing

/// "ACCEDE deal [annex=NAME] in ratify. Any state not party may accede."
struct AccessionTests {
  private func concluded(
    _ terms: String, _ states: [StateID] = ["aster", "cael"]
  ) throws -> (FirstAccordPlay, DealID) {
    var play = try FirstAccordPlay.phased()
    let deal = try play.conclude(terms, states)
    try play.go(to: .ratify)
    return (play, deal)
  }

  @Test("An open deal takes a state in at once, for the fee and its ratification")
  func open() throws {
    var (play, deal) = try concluded("exercise; acsa; accession open fee=2m")
    // The treasury is empty until the first budget is paid.
    #expect(play.rule("dorn", .accede(deal: deal, annex: nil)) == .accessionClosed)
    try play.go(to: .ratify, turn: 2)
    let before = play.state.world
    let dorn = try play.index("dorn")
    let events = try play.head("dorn", .accede(deal: deal, annex: nil))
    #expect(
      events.compactMap { $0.line?.kind } == [
        "change.tabled", "accession.asked", "change.ratified", "change.settled",
        "accession.settled", "deal.joined",
      ])
    let standing = try #require(play.state.world.deal(deal))
    #expect(standing.text.parties == ["aster", "cael", "dorn"])
    #expect(standing.bound.contains(dorn))
    #expect(standing.revision == 2)
    #expect(standing.clauses.allSatisfy { $0.bound.contains(dorn) })
    let after = play.state.world
    #expect(after.states[dorn].treasury == before.states[dorn].treasury - 2_000)
    #expect(after.states[0].treasury == before.states[0].treasury + 1_000)
    #expect(after.states[dorn].politicalCapital < before.states[dorn].politicalCapital)
    #expect(play.state[deal]?.parties == ["aster", "cael", "dorn"])
    #expect(play.rule("dorn", .accede(deal: deal, annex: nil)) == .accessionClosed)
    try play.go(to: .negotiate, turn: 3)
    #expect(play.state.world.deal(deal)?.bound.contains(dorn) == true)
  }

  @Test("Under unanimity each party answers, in this ratify phase or the next turn's")
  func unanimity() throws {
    var (play, deal) = try concluded("exercise; accession unanimity")
    try play.head("dorn", .accede(deal: deal, annex: nil))
    try play.head("aster", .sign(deal: deal, revision: 2))
    #expect(play.state.world.deal(deal)?.text.parties == ["aster", "cael"])
    try play.go(to: .negotiate, turn: 2)
    #expect(
      play.refusal("cael", .sign(deal: deal, revision: 2))?.word == "not-now need=ratify")
    try play.go(to: .ratify, turn: 2)
    try play.head("cael", .sign(deal: deal, revision: 2))
    #expect(play.state.world.deal(deal)?.text.parties == ["aster", "cael", "dorn"])
  }

  @Test("One no is enough against it, and silence to the end of the next turn's phase")
  func refused() throws {
    var (play, deal) = try concluded("exercise; accession unanimity")
    try play.head("dorn", .accede(deal: deal, annex: nil))
    let no = try play.head("aster", .reject(deal: deal, why: ""))
    #expect(no.last?.audience.includes(.dorn) == true)
    #expect(play.state[deal]?.change == nil)
    try play.head("dorn", .accede(deal: deal, annex: nil))
    #expect(play.state[deal]?.change?.number == 3)
    try play.go(to: .ratify, turn: 2)
    #expect(play.state[deal]?.change != nil)
    try play.go(to: .orders, turn: 2)
    #expect(play.state[deal]?.change == nil)
    #expect(play.state.world.deal(deal)?.bound.count == 2)
  }

  @Test("Under majority more than half of the parties is enough")
  func majority() throws {
    var (play, deal) = try concluded(
      "exercise; accession majority", ["aster", "borea", "cael"])
    try play.head("dorn", .accede(deal: deal, annex: nil))
    try play.head("borea", .reject(deal: deal, why: ""))
    try play.head("aster", .sign(deal: deal, revision: 2))
    #expect(play.state.world.deal(deal)?.bound.count == 3)
    try play.head("cael", .sign(deal: deal, revision: 2))
    #expect(play.state.world.deal(deal)?.bound.count == 4)
  }

  @Test("An annex is joined alone, with its mutual clauses")
  func annex() throws {
    var (play, deal) = try concluded("exercise annex=north; dialogue; accession open")
    try play.head("dorn", .accede(deal: deal, annex: "north"))
    #expect(
      play.text(deal).hasPrefix("exercise annex=north; aster+cael dialogue") == true)
  }

  @Test("Closed deals, deals of others' secrets and deals that do not bind are told apart")
  func refusals() throws {
    var play = try FirstAccordPlay.phased()
    let closed = try play.conclude("exercise", ["aster", "cael"])
    let hidden = try play.conclude("dialogue; visibility secret until=4", ["aster", "cael"])
    let draft = try play.sign("acsa; accession open", ["cael", "aster"])
    let rich = try play.conclude("dialogue; accession open sec=100%", ["borea", "aster"])
    #expect(play.refusal("dorn", .accede(deal: closed, annex: nil))?.word == "not-now need=ratify")
    try play.go(to: .ratify)
    #expect(play.rule("dorn", .accede(deal: closed, annex: nil)) == .accessionClosed)
    #expect(play.refusal("dorn", .accede(deal: hidden, annex: nil))?.word == "no-such deal")
    #expect(play.refusal("dorn", .accede(deal: "D-0000", annex: nil))?.word == "no-such deal")
    #expect(
      play.refusal("dorn", .accede(deal: draft, annex: nil))?.word == "not-now need=concluded")
    #expect(play.rule("dorn", .accede(deal: rich, annex: nil)) == .accessionClosed)
    #expect(play.rule("dorn", .accede(deal: rich, annex: "south")) == .accessionClosed)
  }

  @Test("Who asks to join reads no terms it may not see, and takes its wish back")
  func discretion() throws {
    var (play, deal) = try concluded(
      "exercise intensity=2; accession unanimity; title \"Marches\"")
    let events = try play.head("dorn", .accede(deal: deal, annex: nil))
    // Neither terms nor the number of the parties' texts are told to those outside.
    #expect(events.first?.audience == .states(["aster", "cael"]))
    let own = events.filter { $0.audience.includes(.dorn) }.compactMap(\.line)
    #expect(own.map(\.kind) == ["accession.asked"])
    #expect(own.allSatisfy { line in line.fields.map(\.name) == ["deal", "by"] })
    let shown = try play.state.showPage(deal, revision: 2, for: .dorn)
    #expect(shown.text.hasPrefix("Between others:"))
    #expect(throws: Refusal.self) {
      try play.state.differencePage(deal, from: nil, to: nil, for: .dorn)
    }
    for round in 1...3 {
      try play.head("dorn", .withdraw(deal: deal))
      #expect(play.state[deal]?.change == nil)
      if round < 3 { try play.head("dorn", .accede(deal: deal, annex: nil)) }
    }
    #expect(play.rule("dorn", .accede(deal: deal, annex: nil)) == .tooManyOffers)
  }
}
