import Foundation

/// Kills a server over and over in the middle of its work, and finds out whether anything that was
/// acknowledged is lost, doubled or changed.
struct KillMode: Sendable {
  /// How often, and with whom.
  struct Plan: Sendable {
    var kills = 50
    var clients = 32
    /// Milliseconds of a server's life after it is ready.
    var life = 50...1500
    /// Kills after which new sessions are made, so that a long night stays within a session's
    /// clock.
    var killsPerEpoch = 50
    var program: String
    /// The folder with exercises.
    var exercises: String
    /// An empty folder for journal and log.
    var folder: String
  }

  let plan: Plan
  private var data: String { plan.folder + "/data" }
  private var log: String { plan.folder + "/server.log" }

  init(_ plan: Plan) { self.plan = plan }

  /// All of it. The figures tell `faults`; 0 is what was promised.
  func run() async throws -> Figures {
    var tally = KillTally()
    var token: String?
    for first in stride(from: 0, to: plan.kills, by: plan.killsPerEpoch) {
      let kills = min(plan.killsPerEpoch, plan.kills - first)
      try await epoch(kills, &token, &tally)
    }
    return tally.figures
  }

  private func epoch(_ kills: Int, _ token: inout String?, _ tally: inout KillTally) async throws {
    var server = try start(&tally)
    token = token ?? server.token
    guard let token else { throw LoadError("the first server of the folder tells no token") }
    let scene = try await KillScene.open(server.endpoint, token: token, clients: plan.clients)
    for _ in 0..<kills {
      try await live(server, scene)
      tally.kills += 1
      server = try start(&tally)
      try await scene.checkClocks(server.endpoint, token: token, &tally)
    }
    server.kill()
    try verify(&tally)
    server = try start(&tally)
    defer { server.kill() }
    for client in scene.clients {
      try await client.audit(server.endpoint)
      tally.acknowledged += await client.acknowledged.count
      tally.open += await client.pending.count
      tally.faults += await client.faults
    }
    try await scene.close(server.endpoint, token: token)
  }

  /// One life of a server with all its clients.
  private func live(_ server: ServerProcess, _ scene: KillScene) async throws {
    let life = Int.random(in: plan.life)
    await withTaskGroup { group in
      for client in scene.clients { group.addTask { await client.live(server.endpoint) } }
      group.addTask {
        try? await Task.sleep(for: .milliseconds(life))
        server.kill()
      }
    }
  }

  private func start(_ tally: inout KillTally) throws -> ServerProcess {
    let server = try ServerProcess.start(
      plan.program, folder: data, exercises: plan.exercises, log: log)
    tally.starts.append(server.startMilliseconds)
    return server
  }

  private func verify(_ tally: inout KillTally) throws {
    let (status, said) = try ServerProcess.run(
      plan.program, ["verify", "--data", data, "--all"])
    guard status != 0 else { return }
    tally.faults.append("entente verify ends with \(status): \(said.suffix(500))")
  }
}

/// What many kills found out.
struct KillTally: Sendable {
  var kills = 0
  var acknowledged = 0
  /// Commands that were never answered.
  var open = 0
  var clocksChecked = 0
  /// Milliseconds from the start of a server to the line that says it is ready.
  var starts: [Int] = []
  /// Milliseconds from the start of a server until it had answered a question of substance.
  var serving: [Int] = []
  var faults: [String] = []

  var figures: Figures {
    var figures = Figures()
    figures.set("what", "kill")
    figures.set("kills", kills)
    figures.set("acknowledged", acknowledged)
    figures.set("neverAnswered", open)
    figures.set("clocksChecked", clocksChecked)
    figures.set("readyP50Milliseconds", middle(starts))
    figures.set("readyMaxMilliseconds", starts.max() ?? 0)
    figures.set("servingMaxMilliseconds", serving.max() ?? 0)
    figures.set("faults", faults.count)
    if let fault = faults.first { figures.set("firstFault", fault) }
    return figures
  }

  private func middle(_ values: [Int]) -> Int {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}
