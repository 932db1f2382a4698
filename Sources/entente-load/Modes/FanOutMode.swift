/// Messages to rooms: in each room one writes, all read.
enum FanOutMode {
  /// How many rooms, how large, how fast.
  struct Load: Sendable {
    var rooms = 4
    /// Readers of a room beside its writer.
    var readers = 50
    /// Messages of a writer that it has not read itself yet.
    var depth = 4
    /// Bytes of a message.
    var size = 300
    var span = Span()
  }

  /// The load against a server: every message is on disk before anybody reads it.
  static func run(_ load: Load, _ target: Target) async throws -> Figures {
    let stage = try await PlayStage.open(target.endpoint, token: target.token)
    let field = try await LoadField()
    var plays: [PlayStage.Play] = []
    let text = String(repeating: "x", count: load.size)
    for room in 0..<load.rooms {
      let play = try await stage.create()
      plays.append(play)
      let code = try await stage.code(for: play.seats(1)[0], uses: load.readers + 1)
      for index in 0...load.readers {
        let speech = LineSpeech(
          opening: ["JOIN code=\(code) name=reader\(index)"], command: "SAY all :\(text)",
          name: "r\(room)")
        try await field.connect(
          to: target.endpoint, speech, pace: index == load.readers ? .deliveries : .listens,
          depth: load.depth)
      }
    }
    let measured = try await field.run(warm: load.span.warm, measured: load.span.measured)
    for play in plays { try await stage.end(play) }
    await stage.dialogue.close()
    return figures("entente", load, measured)
  }

  /// The same load against NATS, which keeps nothing.
  static func runNATS(_ load: Load, _ endpoint: Endpoint) async throws -> Figures {
    let field = try await LoadField()
    for room in 0..<load.rooms {
      let speech = NATSSpeech(room: "room.\(room)", size: load.size)
      for index in 0...load.readers {
        try await field.connect(
          to: endpoint, speech, pace: index == load.readers ? .deliveries : .listens,
          depth: load.depth)
      }
    }
    let measured = try await field.run(warm: load.span.warm, measured: load.span.measured)
    return figures("nats", load, measured)
  }

  private static func figures(
    _ peer: String, _ load: Load, _ measured: LoadField.Measured
  ) -> Figures {
    let times = measured.latencies.summary
    var figures = Figures()
    figures.set("peer", peer)
    figures.set("what", "fanout")
    figures.set("rooms", load.rooms)
    figures.set("readers", load.readers)
    figures.set("depth", load.depth)
    figures.set("deliveriesPerSecond", measured.deliveryRate)
    figures.set("p50Microseconds", times.median)
    figures.set("p99Microseconds", times.p99)
    figures.set("failures", measured.tally.failures)
    if let failure = measured.tally.firstFailure { figures.set("firstFailure", failure) }
    return figures
  }
}
