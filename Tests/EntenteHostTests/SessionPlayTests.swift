import EntenteModel
import EntenteSession
import Testing

/// The pure session, played through the exercise people start with.
struct SessionPlayTests {
  static let heads = ["aster.head", "borea.head", "cael.head", "dorn.head"]

  @Test("Four people sign a deal, order, and play four turns to the scores")
  func wholeGame() throws {
    var play = try FirstAccordPlay(format: "solo", seats: Self.heads)
    #expect(play.state.status == .running)
    #expect(play.state.turn == 1)
    let text = try play.terms(
      "borea>cael offtake programme=lantern lots=12; exercise intensity=1; term duration=4",
      from: "borea", to: ["cael"])
    try play.act(.propose(text: text), by: play.member("borea.head"))
    let deal = try #require(play.state.negotiations.first?.id)
    try play.act(.sign(deal: deal, revision: 1), by: play.member("cael.head"))
    #expect(play.state.world.deal(deal)?.status == .signed)
    try play.act(.ratify(deal: deal), by: play.member("cael.head"))
    try play.act(.ratify(deal: deal), by: play.member("borea.head"))
    #expect(play.state.world.deal(deal)?.status == .concluded)
    try play.act(
      .order(try play.order("invest sector=uas money=21m")), by: play.member("cael.head"))
    for turn in 1...4 {
      #expect(play.state.turn == turn)
      while play.state.turn == turn, play.state.status == .running {
        for head in Self.heads where play.state.turn == turn && play.state.status == .running {
          if !play.state.desks.contains(where: { $0.ready.contains(SeatID(head)) }) {
            try play.act(.ready, by: play.member(head))
          }
        }
      }
    }
    #expect(play.state.status == .closed)
    #expect(play.state.world.turn == 5)
    #expect(play.state.world.states.allSatisfy { $0.outcome.final > 0 })
    let delivered = play.events.contains {
      if case .turnResolved(let line) = $0.fact { line.text.contains("lantern") } else { false }
    }
    #expect(delivered)
  }

  @Test("Any edit voids the signatures: a revision is signed, never an offer")
  func revisions() throws {
    var play = try FirstAccordPlay(format: "class", seats: Self.heads)
    try advance(&play, to: .negotiate)
    let text = try play.terms("exercise intensity=1", from: "aster", to: ["cael"])
    try play.act(.propose(text: text), by: play.member("aster.head"))
    let deal = try #require(play.state.negotiations.first?.id)
    let redline = try play.terms("exercise intensity=2", from: "cael", to: ["aster"])
    try play.act(.counter(deal: deal, text: redline), by: play.member("cael.head"))
    #expect(play.state[deal]?.signed == ["cael"])
    #expect(throws: Refusal.stale(what: "rev", given: 1, current: 2)) {
      try play.act(.sign(deal: deal, revision: 1), by: play.member("aster.head"))
    }
    try play.act(.sign(deal: deal, revision: 2), by: play.member("aster.head"))
    // Both clauses are class A: the last signature concludes.
    #expect(play.state.world.deal(deal)?.status == .concluded)
  }

  @Test("Orders are their state's until the turn is resolved, and nobody else reads them")
  func secretOrders() throws {
    var play = try FirstAccordPlay(format: "class", seats: Self.heads)
    try advance(&play, to: .orders)
    let events = try play.act(
      .order(try play.order("fund-rd domain=sen money=9m")), by: play.member("aster.head"))
    let audience = try #require(events.first?.audience)
    #expect(audience.includes(SeatID("aster.treasury")))
    #expect(!audience.includes(SeatID("dorn.head")))
    #expect(audience.includes(.facilitator))
  }

  @Test("A paused clock keeps what the phase had left")
  func pause() throws {
    var play = try FirstAccordPlay(format: "class", seats: Self.heads)
    let deadline = try #require(play.state.clock.deadline)
    let left = deadline - play.time
    try play.act(.pause(why: "bell"), by: .facilitator("test"))
    play.time += 600_000
    try play.act(.unpause, by: .facilitator("test"))
    #expect(play.state.clock.deadline == play.time + left - 1000)
  }

  @Test("Folding the events alone gives the same world as playing did")
  func replay() throws {
    var play = try FirstAccordPlay(format: "solo", seats: ["cael.head"])
    try play.act(.advance, by: .facilitator("test"))
    try play.act(.advance, by: .facilitator("test"))
    var again = SessionState(exercise: play.state.exercise, seed: 1)
    again.evolve(play.events, at: play.time)
    #expect(again.world == play.state.world)
    #expect(again.turn == play.state.turn)
  }

  private func advance(_ play: inout FirstAccordPlay, to phase: Phase) throws {
    for _ in 0..<6 where play.state.phase != phase {
      try play.act(.advance, by: .facilitator("test"))
    }
    #expect(play.state.phase == phase)
  }
}
