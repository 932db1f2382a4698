import EntenteModel
import EntenteSession
import Testing

/// Where an exercise asks for two keys, a state signs by two of its seats.
@Suite("Two keys")
struct TwoKeyTests {
  /// First accord with two keys; aster and borea have the seats named.
  private static func play(_ seats: [String]) throws -> FirstAccordPlay {
    try FirstAccordPlay(format: "ttx", seats: seats) { exercise in
      let made = exercise.scenario
      var parameters = made.parameters
      parameters.twoKeys = true
      let scenario = Scenario(
        parameters: parameters, states: made.states, programmes: made.programmes,
        theatres: made.theatres, pairs: made.pairs, lines: made.lines)
      return Exercise(
        id: exercise.id, title: exercise.title, summary: exercise.summary,
        format: exercise.format, scenario: scenario,
        phases: PhasePlan(
          report: .absent, negotiate: .open, ratify: .open, orders: .open, review: .absent,
          advance: .clock), roles: exercise.roles, vocabulary: exercise.vocabulary)
    }
  }

  private static let both = [
    "aster.head", "aster.diplomat", "borea.head", "borea.diplomat", "cael.head",
  ]

  private func offer(
    _ play: inout FirstAccordPlay, by seat: String = "aster.head", to other: StateID = "borea"
  ) throws -> DealID {
    let text = try play.terms("exercise intensity=2", from: "aster", to: [other])
    try play.act(.propose(text: text), by: play.member(seat))
    return try #require(play.state.negotiations.last?.id)
  }

  private func refusal(
    _ play: FirstAccordPlay, _ seat: String, _ deal: DealID
  ) -> String? {
    do throws(Refusal) {
      _ = try play.state.decide(
        .sign(deal: deal, revision: 1), by: play.member(seat), at: Occasion(time: play.time),
        rules: FirstAccordPlay.rules)
      return nil
    } catch { return error.word }
  }

  @Test("who drafts gives one key, and only another seat completes it")
  func drafting() throws {
    var play = try Self.play(Self.both)
    let deal = try offer(&play)
    #expect(play.state[deal]?.signed == [])
    #expect(refusal(play, "aster.head", deal) == "already")
    try play.act(.sign(deal: deal, revision: 1), by: play.member("aster.diplomat"))
    #expect(play.state[deal]?.signed == ["aster"])
  }

  @Test("the other side needs two keys as well, and both make the deal")
  func answering() throws {
    var play = try Self.play(Self.both)
    let deal = try offer(&play, by: "aster.diplomat")
    try play.act(.sign(deal: deal, revision: 1), by: play.member("aster.head"))
    try play.act(.sign(deal: deal, revision: 1), by: play.member("borea.diplomat"))
    #expect(play.state[deal]?.signed == ["aster"])
    #expect(refusal(play, "borea.diplomat", deal) == "already")
    try play.act(.sign(deal: deal, revision: 1), by: play.member("borea.head"))
    #expect(play.state[deal]?.status == .deal)
  }

  @Test("two seats that only propose do not sign for a state")
  func noSigner() throws {
    var play = try Self.play(Self.both)
    let deal = try offer(&play, by: "aster.diplomat")
    #expect(refusal(play, "aster.diplomat", deal) == "already")
    try play.act(
      .desk(
        .setPermission(
          PermissionChange(
            seat: SeatID("aster.treasury"), permission: .propose, isGranted: true))),
      by: .facilitator("test"))
    try play.act(
      .join(seat: SeatID("aster.treasury"), name: "Tom"), by: .newcomer(SeatID("aster.treasury")))
    #expect(refusal(play, "aster.treasury", deal) == "forbidden need=sign")
  }

  @Test("a team of one signs alone")
  func alone() throws {
    var play = try Self.play(["aster.head", "cael.head"])
    let deal = try offer(&play, to: "cael")
    #expect(play.state[deal]?.signed == ["aster"])
    try play.act(.sign(deal: deal, revision: 1), by: play.member("cael.head"))
    #expect(play.state[deal]?.status == .deal)
  }

  @Test("who gave the first key signs alone once the second person has left")
  func leftAlone() throws {
    var play = try Self.play(Self.both)
    let deal = try offer(&play)
    try play.act(
      .desk(.remove(MemberID("aster.diplomat.1"), why: "")), by: .facilitator("test"))
    try play.act(.sign(deal: deal, revision: 1), by: play.member("aster.head"))
    #expect(play.state[deal]?.signed == ["aster"])
  }

  @Test("a counter-offer asks for new keys")
  func countering() throws {
    var play = try Self.play(Self.both)
    let deal = try offer(&play)
    let text = try play.terms("exercise intensity=3", from: "borea", to: ["aster"])
    try play.act(.counter(deal: deal, text: text), by: play.member("borea.diplomat"))
    try play.act(.sign(deal: deal, revision: 2), by: play.member("aster.diplomat"))
    #expect(play.state[deal]?.signed == [])
    try play.act(.sign(deal: deal, revision: 2), by: play.member("aster.head"))
    #expect(play.state[deal]?.signed == ["aster"])
    try play.act(.sign(deal: deal, revision: 2), by: play.member("borea.head"))
    #expect(play.state[deal]?.status == .deal)
  }

  @Test("an amendment is agreed to by two keys")
  func amending() throws {
    var play = try Self.play(Self.both)
    let deal = try offer(&play)
    for seat in ["aster.diplomat", "borea.head", "borea.diplomat"] {
      try play.act(.sign(deal: deal, revision: 1), by: play.member(seat))
    }
    #expect(play.state.world.deal(deal)?.concludedTurn == 1)
    let text = try play.terms("exercise intensity=3", from: "aster", to: ["borea"])
    try play.act(.counter(deal: deal, text: text), by: play.member("aster.head"))
    #expect(play.state[deal]?.change?.accepted == [])
    for seat in ["aster.diplomat", "borea.head", "borea.diplomat"] {
      #expect(play.state[deal]?.change != nil)
      try play.act(.sign(deal: deal, revision: 2), by: play.member(seat))
    }
    #expect(play.state[deal]?.change == nil)
    #expect(play.text(deal).contains("intensity=3"))
  }

  @Test("the key is told to the team and the facilitator, and to nobody else")
  func secrecy() throws {
    var play = try Self.play(Self.both)
    let deal = try offer(&play)
    let key = try #require(play.events.last)
    #expect(key.line?.kind == "key.given")
    #expect(key.audience.includes(SeatID("aster.diplomat")) && key.audience.includes(.facilitator))
    #expect(!key.audience.includes(SeatID("borea.head")))
    func rows(_ seat: String) throws -> String {
      try play.state.showPage(deal, revision: nil, for: SeatID(seat)).lines.map(\.text)
        .joined(separator: "\n")
    }
    let own = try rows("aster.diplomat")
    let others = try rows("borea.head")
    #expect(own.contains("one of two keys") && !others.contains("one of two keys"))
    let options = play.state.options(for: SeatID("aster.diplomat"))
    #expect(options.contains { $0.what == "Give the second key to it" })
    #expect(play.state.wordsAfterKey(deal, by: "aster") != nil)
    let borea = try play.index("borea")
    #expect(!play.state.view(for: borea).negotiations.contains { !$0.keys.isEmpty })
  }
}
