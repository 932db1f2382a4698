import EntenteTerminal
import EntenteWire
import Testing

@Suite("Place") struct PlaceTests {
  private static let noon = 1_795_270_800_000  // 2026-11-21T14:20:00Z

  private static func ok(_ verb: String, _ fields: [WireField]) -> ServerLine {
    ServerLine(.ok(verb: verb), fields)
  }

  private static func event(_ kind: String, _ fields: [WireField] = []) -> ServerLine {
    ServerLine(.event(v: 1, kind: kind), fields)
  }

  private static func place(_ lines: [ServerLine]) -> Place {
    var place = Place()
    for line in lines { place.learn(line, at: noon - 432_000) }
    return place
  }

  private static let joined = ok("JOIN", [WireField("seat", "cael.head")])
  private static let turn = event("turn.started", [WireField("turn", 1)])
  private static let negotiate = event("phase.started", [WireField("phase", "negotiate")])
  private static let timed = event(
    "phase.started",
    [WireField("phase", "negotiate"), WireField("deadline", "2026-11-21T14:20:00Z")])

  static let prompts: [([ServerLine], String)] = [
    ([], "entente > "),
    ([ok("AUTH", [WireField("role", "facilitator")])], "facilitator > "),
    ([joined], "cael > "),
    ([joined, event("session.created")], "cael lobby > "),
    ([joined, turn, negotiate], "cael T1 negotiate > "),
    ([joined, turn, timed], "cael T1 negotiate 07:12 > "),
    ([joined, turn, timed, event("session.paused")], "cael T1 paused > "),
    (
      [joined, turn, timed, event("session.paused"), event("session.resumed")],
      "cael T1 negotiate > "
    ),
    ([joined, turn, timed, event("session.closed")], "cael closed > "),
    ([joined, turn, timed, ok("LEAVE", [])], "entente > "),
  ]

  @Test("the prompt says seat, turn, phase and time", arguments: prompts)
  func prompt(lines: [ServerLine], prompt: String) {
    #expect(Self.place(lines).prompt(at: Self.noon - 432_000) == prompt)
  }

  @Test("a server whose clock goes differently is believed")
  func otherClock() {
    // Our clock is an hour late: by it, more than an hour would be left.
    let ours = Self.noon - 432_000 - 3_600_000
    var place = Self.place([Self.joined])
    place.learn(
      Self.ok(
        "STATUS",
        [
          WireField("turn", 2), WireField("phase", "orders"), WireField("status", "running"),
          WireField("deadline", "2026-11-21T14:20:00Z"), WireField("left", 432),
        ]), at: ours)
    #expect(place.prompt(at: ours) == "cael T2 orders 07:12 > ")
    #expect(place.prompt(at: ours + 10_000) == "cael T2 orders 07:02 > ")
    #expect(place.prompt(at: ours, hasClock: false) == "cael T2 orders > ")
  }

  @Test("it says when the prompt changes by itself, and that it does not without a clock")
  func change() {
    let timed = Self.place([Self.joined, Self.turn, Self.timed])
    #expect(timed.change(after: Self.noon - 432_000) == 1000)
    #expect(timed.change(after: Self.noon - 431_300) == 300)
    #expect(timed.change(after: Self.noon + 1) == nil)
    #expect(Self.place([Self.joined, Self.negotiate]).change(after: Self.noon) == nil)
  }

  @Test("a server that is away is told in the prompt")
  func offline() {
    var place = Self.place([Self.joined, Self.turn, Self.timed])
    place.isOffline = true
    #expect(place.prompt(at: Self.noon) == "cael (offline) > ")
  }
}
