/// A facilitator who sets up sessions for a load.
struct PlayStage: Sendable {
  /// A session that was made.
  struct Play: Sendable {
    var id: String
    var states: [String]
    var roles: [String]

    /// So many seats, one of each state, then the next role of each.
    func seats(_ count: Int) -> [String] {
      let all = roles.flatMap { role in states.map { "\($0).\(role)" } }
      return (0..<count).map { all[$0 % all.count] }
    }
  }

  let dialogue: Dialogue

  /// Connects and logs in.
  static func open(_ endpoint: Endpoint, token: String) async throws -> PlayStage {
    let stage = PlayStage(dialogue: try await Dialogue.open(endpoint))
    try await stage.say("AUTH token=\(token)")
    return stage
  }

  /// Sends a line whose reply has to be `OK`, again where the server asks for patience.
  @discardableResult
  func say(_ line: String) async throws -> Answer {
    while true {
      let answer = try await dialogue.ask(line)
      if answer.isOK { return answer }
      guard answer.errorNumber == 501, let wait = answer["retry"].flatMap(Int.init) else {
        throw LoadError("\(line.prefix(60)) was answered: \(answer.text)")
      }
      try await Task.sleep(for: .seconds(wait))
    }
  }

  /// Makes a session of the first exercise and enters it.
  func create() async throws -> Play {
    let answer = try await say("CREATE first-accord format=class")
    guard let id = answer["session"], let states = answer["states"], let roles = answer["seats"]
    else { throw LoadError("CREATE does not tell session, states and seats: \(answer.text)") }
    return Play(
      id: id, states: states.split(separator: ",").map(String.init),
      roles: roles.split(separator: ",").map(String.init))
  }

  /// A code for a seat of the session it is in.
  func code(for seat: String, uses: Int) async throws -> String {
    let answer = try await say("CODE \(seat) uses=\(uses)")
    guard let code = answer["code"] else { throw LoadError("CODE tells no code: \(answer.text)") }
    return code
  }

  /// Starts a session and goes on to its first negotiation.
  func begin(_ play: Play) async throws {
    try await say("JOIN \(play.id)")
    try await say("START bots=no")
    try await advance(to: "negotiate")
  }

  /// Ends phases until the session that it is in has come to `phase`.
  func advance(to phase: String) async throws {
    for _ in 0..<8 {
      if try await say("STATUS")["phase"] == phase { return }
      try await say("ADVANCE")
    }
    throw LoadError("the session does not come to \(phase)")
  }

  /// Ends a session.
  func end(_ play: Play) async throws {
    try await say("JOIN \(play.id)")
    try await say("CLOSE")
  }
}
