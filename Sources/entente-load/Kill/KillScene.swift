/// The sessions and clients of some kills, and what their clocks said before.
struct KillScene: Sendable {
  /// Clients of one session: four states, four roles.
  private static let perSession = 16

  let clients: [KillClient]
  private let plays: [PlayStage.Play]
  /// Phase and deadline of each session, as first told.
  private let clocks: [String]

  /// Makes sessions, seats everybody and starts the first negotiation.
  static func open(
    _ endpoint: Endpoint, token: String, clients count: Int
  ) async throws -> KillScene {
    let stage = try await PlayStage.open(endpoint, token: token)
    var clients: [KillClient] = []
    var plays: [PlayStage.Play] = []
    var clocks: [String] = []
    for first in stride(from: 0, to: count, by: perSession) {
      var play = try await stage.create()
      play.roles = ["treasury"] + play.roles.filter { $0 != "treasury" }
      for (index, seat) in play.seats(min(perSession, count - first)).enumerated() {
        let name = "p\(play.id.dropFirst(3))-\(first + index)"
        let code = try await stage.code(for: seat, uses: 1)
        let dialogue = try await Dialogue.open(endpoint)
        let joined = try await dialogue.demand("JOIN code=\(code) name=\(name)")
        guard let token = joined["token"] else { throw LoadError("JOIN tells no token") }
        await dialogue.close()
        clients.append(
          KillClient(
            name: name, session: play.id, token: token, mayOrder: seat.hasSuffix(".treasury")))
      }
      try await stage.begin(play)
      clocks.append(try await clock(stage))
      plays.append(play)
    }
    await stage.dialogue.close()
    return KillScene(clients: clients, plays: plays, clocks: clocks)
  }

  /// Turn, phase and deadline of the session the facilitator is in.
  private static func clock(_ stage: PlayStage) async throws -> String {
    let status = try await stage.say("STATUS")
    return ["turn", "phase", "deadline"].map { status[$0] ?? "none" }.joined(separator: " ")
  }

  /// Asks a new server for every clock; each has to stand where it stood.
  func checkClocks(_ endpoint: Endpoint, token: String, _ tally: inout KillTally) async throws {
    let start = ContinuousClock.now
    let stage = try await PlayStage.open(endpoint, token: token)
    for (play, clock) in zip(plays, clocks) {
      try await stage.say("JOIN \(play.id)")
      let now = try await Self.clock(stage)
      tally.clocksChecked += 1
      if now != clock { tally.faults.append("\(play.id): the clock was \(clock), is \(now)") }
    }
    await stage.dialogue.close()
    let took = Int((ContinuousClock.now - start) / .milliseconds(1))
    tally.serving.append((tally.starts.last ?? 0) + took)
  }

  /// Ends the sessions.
  func close(_ endpoint: Endpoint, token: String) async throws {
    let stage = try await PlayStage.open(endpoint, token: token)
    for play in plays { try await stage.end(play) }
    await stage.dialogue.close()
  }
}
