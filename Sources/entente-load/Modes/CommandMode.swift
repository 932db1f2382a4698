/// Durable commands: many connections, each with so many commands under way.
enum CommandMode {
  /// What is commanded.
  enum Verb: String, Sendable {
    /// A message that only its author and the facilitator read.
    case say
    /// A secret order; each one replaces the one before.
    case order

    /// The line, with a text of `size` bytes.
    func line(size: Int) -> String {
      switch self {
      case .say: "SAY facilitator :\(String(repeating: "x", count: size))"
      case .order: "ORDER fund-rd domain=sen money=9m"
      }
    }

    /// Bytes that a peer should store to do as much.
    func storedSize(size: Int) -> Int { self == .say ? size : line(size: size).utf8.count }
  }

  /// How much is commanded at once.
  struct Load: Sendable {
    var verb = Verb.say
    var connections = 100
    var depth = 1
    /// Bytes of a message.
    var size = 300
    /// Members in each session: one a state by default, so that nobody reads of another.
    var perSession = 4
    var span = Span()
  }

  /// The load against a server.
  static func run(_ load: Load, _ target: Target) async throws -> Figures {
    let stage = try await PlayStage.open(target.endpoint, token: target.token)
    let field = try await LoadField()
    var plays: [PlayStage.Play] = []
    for first in stride(from: 0, to: load.connections, by: load.perSession) {
      let play = try await stage.create()
      plays.append(play)
      let seats = play.roles.contains("treasury") ? Self.treasuryFirst(play) : play
      for (index, seat) in seats.seats(min(load.perSession, load.connections - first)).enumerated()
      {
        let code = try await stage.code(for: seat, uses: 1)
        let speech = LineSpeech(
          opening: ["JOIN code=\(code) name=load\(first + index)"],
          command: load.verb.line(size: load.size), name: "k\(first + index)")
        try await field.connect(
          to: target.endpoint, speech, pace: .answers, depth: load.depth)
      }
      try await stage.begin(play)
    }
    let measured = try await field.run(warm: load.span.warm, measured: load.span.measured)
    for play in plays { try await stage.end(play) }
    await stage.dialogue.close()
    return figures("entente", load, measured)
  }

  /// The same load against Redis.
  static func runRedis(_ load: Load, _ endpoint: Endpoint) async throws -> Figures {
    let field = try await LoadField()
    let size = load.verb.storedSize(size: load.size)
    for index in 0..<load.connections {
      let speech = RedisSpeech(stream: "s\(index / load.perSession)", size: size)
      try await field.connect(to: endpoint, speech, pace: .answers, depth: load.depth)
    }
    let measured = try await field.run(warm: load.span.warm, measured: load.span.measured)
    return figures("redis", load, measured)
  }

  /// Treasuries may order; so they are the first to be seated.
  private static func treasuryFirst(_ play: PlayStage.Play) -> PlayStage.Play {
    var play = play
    play.roles = ["treasury"] + play.roles.filter { $0 != "treasury" }
    return play
  }

  private static func figures(
    _ peer: String, _ load: Load, _ measured: LoadField.Measured
  ) -> Figures {
    let times = measured.latencies.summary
    var figures = Figures()
    figures.set("peer", peer)
    figures.set("what", peer == "redis" ? "xadd" : load.verb.rawValue)
    figures.set("connections", load.connections)
    figures.set("depth", load.depth)
    figures.set("perSecond", measured.rate)
    figures.set("p50Microseconds", times.median)
    figures.set("p99Microseconds", times.p99)
    figures.set("maxMicroseconds", times.longest)
    figures.set("failures", measured.tally.failures)
    if let failure = measured.tally.firstFailure { figures.set("firstFailure", failure) }
    return figures
  }
}
