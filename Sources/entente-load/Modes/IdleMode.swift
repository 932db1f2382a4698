/// Connections that do nothing: what they cost in memory.
enum IdleMode {
  /// So many facilitators, each logged in and in a session.
  static func run(connections: Int, _ target: Target) async throws -> Figures {
    guard let process = target.process else { throw LoadError("--pid of the server is needed") }
    let stage = try await PlayStage.open(target.endpoint, token: target.token)
    let play = try await stage.create()
    let opening = ["AUTH token=\(target.token)", "JOIN \(play.id)"]
    let figures = try await measure("entente", connections, process) { field in
      try await field.connect(
        to: target.endpoint, LineSpeech(opening: opening, command: "", name: ""), pace: .listens,
        depth: 1)
    }
    try await stage.end(play)
    return figures
  }

  /// So many connections to Redis.
  static func runRedis(
    connections: Int, _ endpoint: Endpoint, process: Int
  ) async throws -> Figures {
    try await measure("redis", connections, process) { field in
      try await field.connect(
        to: endpoint, RedisSpeech(stream: "idle", size: 1), pace: .listens, depth: 1)
    }
  }

  /// So many subscribers of NATS.
  static func runNATS(
    connections: Int, _ endpoint: Endpoint, process: Int
  ) async throws -> Figures {
    try await measure("nats", connections, process) { field in
      try await field.connect(
        to: endpoint, NATSSpeech(room: "idle", size: 1), pace: .listens, depth: 1)
    }
  }

  private static func measure(
    _ peer: String, _ connections: Int, _ process: Int,
    _ connect: (LoadField) async throws -> Void
  ) async throws -> Figures {
    let field = try await LoadField()
    let before = try memory(of: process)
    for _ in 0..<connections { try await connect(field) }
    // What is left over from the log-ins goes within a second.
    _ = try await field.run(warm: 1000, measured: 0, closing: false)
    let after = try memory(of: process)
    _ = try await field.run(warm: 0, measured: 0)
    var figures = Figures()
    figures.set("peer", peer)
    figures.set("what", "idle")
    figures.set("connections", connections)
    figures.set("kibibytesBefore", before)
    figures.set("kibibytesAfter", after)
    figures.set("bytesPerConnection", (after - before) * 1024 / max(1, connections))
    return figures
  }

  private static func memory(of process: Int) throws(LoadError) -> Int {
    guard let memory = ProcessStatus.residentKibibytes(of: process) else {
      throw LoadError("the memory of process \(process) cannot be read")
    }
    return memory
  }
}
