import EntenteModel
import EntenteSession
import Testing

/// A list of events laid over a session that was played.
struct InjectDryRunTests {
  private static func event(_ id: InjectID, _ trigger: Inject.Trigger) -> Inject {
    Inject(
      id: id, title: "", kind: .contextual, trigger: trigger, from: "", to: [], body: "",
      isPublic: true)
  }

  private static func atLeast(_ name: String, _ argument: String, _ value: Int) -> Inject.Trigger {
    .metric(
      .compare(
        metric: CardMetric(name: name, arguments: [argument]), comparison: .atLeast,
        threshold: value))
  }

  @Test("each event is told with the moment at which play would have sent it")
  func firings() throws {
    var play = try FirstAccordPlay(format: "class", seats: ["aster.head", "borea.head"])
    var run = InjectDryRun(injects: [
      Self.event("second", .turn(2)), Self.event("ninth", .turn(9)),
      Self.event("words", Self.atLeast("messages", "aster", 1)),
      Self.event("more-words", Self.atLeast("messages", "aster", 2)),
      Self.event("idle", .noOffer(turn: 1, seconds: 60)), Self.event("hand", .manual),
    ])
    func act(_ command: Command, by actor: Actor) throws {
      try play.act(command, by: actor)
      run.observe(play.state)
    }
    while play.state.phase != .negotiate { try act(.advance, by: .facilitator("test")) }
    try act(.say(to: ["borea"], issue: nil, text: "Hello."), by: play.member("aster.head"))
    let text = try play.terms("exercise intensity=1", from: "aster", to: ["borea"])
    try act(.propose(text: text), by: play.member("aster.head"))
    play.time += 70_000
    try act(.say(to: ["facilitator"], issue: nil, text: "Well?"), by: play.member("borea.head"))
    while play.state.turn < 2 { try act(.advance, by: .facilitator("test")) }

    #expect(run.firings["second"] == .init(turn: 2, phase: .report, to: []))
    #expect(run.firings["words"] == .init(turn: 2, phase: .report, to: []))
    #expect(run.firings["idle"] == .init(turn: 1, phase: .negotiate, to: ["borea"]))
    #expect(run.firings.count == 3)
  }
}
