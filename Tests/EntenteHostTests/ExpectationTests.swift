import EntenteModel
import EntenteSession
import Testing

/// What events ask of teams is looked up on the record, and events may come on its account.
struct ExpectationTests {
  private func play(_ injects: String = "") throws -> FirstAccordPlay {
    try FirstAccordPlay(
      format: "class", seats: ["aster.head", "borea.head", "cael.head"], injects: injects)
  }

  private func say(_ to: String..., by seat: String, in play: inout FirstAccordPlay) throws {
    try play.act(.say(to: to, issue: nil, text: "Hello."), by: play.member(seat))
  }

  private func advance(to phase: Phase, turn: Int, _ play: inout FirstAccordPlay) throws {
    while play.state.turn < turn || play.state.phase != phase {
      try play.act(.advance, by: .facilitator("test"))
    }
  }

  @Test("the facilitator is told who did what an event asked for, when its time is over, once")
  func checked() throws {
    var play = try play()
    try advance(to: .negotiate, turn: 1, &play)
    try say("borea", by: "aster.head", in: &play)
    try say("team", by: "borea.head", in: &play)
    try say("facilitator", by: "cael.head", in: &play)
    let before = play.state.queuePage(at: play.time).lines.map(\.text)
    #expect(before.contains { $0.contains("Met by aster; not yet by borea, cael, dorn.") })
    try advance(to: .orders, turn: 1, &play)
    try advance(to: .report, turn: 2, &play)
    let checks = play.events.filter {
      if case .desk(.expectationChecked(let check)) = $0.fact {
        check.inject == "x0-welcome"
      } else {
        false
      }
    }
    #expect(checks.count == 1)
    let told = try #require(checks.first)
    #expect(told.audience == .facilitator)
    #expect(told.line?.text.contains("Met by aster; missed by borea, cael, dorn.") == true)
  }

  @Test("the review tells which idea an event showed, to those who read it, and play does not")
  func lessons() throws {
    var play = try play(
      """

      - id: only-aster
        title: A letter
        kind: contextual
        at: { turn: 1, phase: report, offset: 0 }
        from: Secretariat
        to: [aster]
        via: cable
        body: A letter for you.
        expect: Nothing.
        owner: facilitator
        visibility: addressees
        shows: Letters are read by those they are for.

      """)
    func told(_ seat: String) -> Bool {
      play.state.statusPage(for: SeatID(seat), at: play.time).lines.contains {
        $0.text == "\"A letter\" showed: Letters are read by those they are for."
      }
    }
    try advance(to: .negotiate, turn: 1, &play)
    #expect(!told("aster.head"))
    try advance(to: .review, turn: 1, &play)
    #expect(told("aster.head") && !told("borea.head"))
    try play.act(.close, by: .facilitator("test"))
    #expect(told("aster.head") && !told("borea.head"))
  }

  @Test(
    "an event comes on words, silence, offers and signatures",
    arguments: [
      ("messages(aster) >= 1", true), ("messages(all) >= 2", false),
      ("messages(borea) >= 1", false), ("noMessage(aster,borea,1)", false),
      ("noMessage(borea,all,1)", true), ("noMessage(aster,cael,2)", false),
      ("offers(aster) >= 1", true), ("offers(cael) = 0", true), ("signed(exercise)", false),
      ("not signed(acsa) and offers(*) = 1", true),
    ])
  func triggers(condition: String, comes: Bool) throws {
    var play = try play(
      """

      - id: probe
        title: Probe
        kind: contextual
        when: "\(condition)"
        from: Secretariat
        to: all
        via: cable
        body: It came.
        expect: Nothing.
        owner: facilitator
        visibility: public
        shows: That it comes.

      """)
    try advance(to: .negotiate, turn: 1, &play)
    try say("borea", by: "aster.head", in: &play)
    try play.act(
      .propose(text: try play.terms("exercise intensity=1", from: "aster", to: ["borea"])),
      by: play.member("aster.head"))
    try advance(to: .report, turn: 2, &play)
    #expect(play.state.fired.contains { $0.inject == "probe" } == comes)
  }
}
