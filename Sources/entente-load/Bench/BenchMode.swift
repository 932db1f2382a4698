import Foundation

/// Everything that can be measured on one machine in one run, with the peers beside it.
struct BenchMode {
  private let peers: Peers
  private let rounds: Int
  private let span: Span
  private let idleConnections: Int
  /// 0 leaves the class out.
  private let classSpeed: Int
  private let report: BenchReport

  init(_ options: Options) throws(LoadError) {
    peers = try Peers(options)
    rounds = max(1, try options.number("rounds", default: 3))
    span = Span(measured: try options.number("seconds", default: 3) * 1000)
    idleConnections = try options.number("connections", default: 5000)
    classSpeed = try options.number("class-speed", default: 20)
    report = BenchReport()
  }

  func run() async throws {
    report.say("Medians of \(rounds) runs, taken in turns. Judge by the ratios: absolute figures")
    report.say("drift with whatever else the machine does.")
    // First, while no server has memory left over from work that is done.
    try await idle()
    try await commands()
    try await fanOut()
    try engine()
    model()
    if classSpeed > 0 { try await lesson() }
  }

  private func commands() async throws {
    report.head(
      "Durable commands, 100 connections, against redis-server XADD, appendfsync always",
      [
        "command", "depth", "a second", "p50 µs", "p99 µs", "redis", "p50 µs", "p99 µs", "ratio",
        "wanted",
      ])
    for verb in [CommandMode.Verb.say, .order] {
      for (depth, wanted) in [(1, "0.80"), (64, "1.50")] {
        var load = CommandMode.Load()
        load.verb = verb
        load.depth = depth
        load.span = span
        let pair = try await Pair.run(
          rounds: rounds, ours: { try await CommandMode.run(load, peers.target) },
          theirs: { try await CommandMode.runRedis(load, peers.redis.endpoint) })
        report.row(
          [verb.rawValue, String(depth)] + side(pair.ours, "perSecond")
            + side(pair.theirs, "perSecond") + [BenchReport.ratio(pair.ratio("perSecond")), wanted])
        report.failures(pair)
      }
    }
  }

  private func fanOut() async throws {
    report.head(
      "Deliveries of durable messages to rooms, against nats-server in memory",
      [
        "rooms", "readers", "depth", "a second", "p50 µs", "p99 µs", "nats", "p50 µs", "p99 µs",
        "ratio", "wanted",
      ])
    for (rooms, readers, depth, wanted) in [
      (10, 10, 1, "-"), (4, 50, 4, "1.00"), (10, 100, 16, "-"),
    ] {
      var load = FanOutMode.Load()
      load.rooms = rooms
      load.readers = readers
      load.depth = depth
      load.span = span
      let pair = try await Pair.run(
        rounds: rounds, ours: { try await FanOutMode.run(load, peers.target) },
        theirs: { try await FanOutMode.runNATS(load, peers.nats.endpoint) })
      report.row(
        [rooms, readers, depth].map(String.init) + side(pair.ours, "deliveriesPerSecond")
          + side(pair.theirs, "deliveriesPerSecond")
          + [BenchReport.ratio(pair.ratio("deliveriesPerSecond")), wanted])
      report.failures(pair)
    }
  }

  private func side(_ runs: [Figures], _ rate: String) -> [String] {
    [rate, "p50Microseconds", "p99Microseconds"].map { String(Pair.median(runs, $0)) }
  }

  private func idle() async throws {
    report.head(
      "Memory of \(idleConnections) idle connections",
      ["server", "bytes a connection", "KiB in all"])
    let runs = [
      try await IdleMode.run(connections: idleConnections, peers.target),
      try await IdleMode.runRedis(
        connections: idleConnections, peers.redis.endpoint, process: peers.redis.process),
      try await IdleMode.runNATS(
        connections: idleConnections, peers.nats.endpoint, process: peers.nats.process),
    ]
    for (name, figures) in zip(["entente", "redis", "nats"], runs) {
      report.row([
        name, String(figures["bytesPerConnection"]), String(figures["kibibytesAfter"]),
      ])
    }
  }

  private func engine() throws {
    report.head("The engine alone, one core", ["what", "a second", "of"])
    let turns = try TurnsMode.run(exercise: peers.exercise, games: 500)
    report.row([
      "turns resolved, 4 states", String(turns["turnsPerSecond"]), "\(turns["turns"]) turns",
    ])
    let fold = try FoldMode.run(data: peers.data, sessionsMax: 100)
    report.row([
      "events folded from the store", String(fold["eventsPerSecond"]), "\(fold["events"]) events",
    ])
  }

  /// The rules in the largest exercise, then with one dimension doubled at a time.
  private func model() {
    report.head(
      "The rules alone, medians in µs: 8 states, 15 programmes, 40 deals, and what doubling costs",
      ["size", "turn", "preview", "next preview", "groups"])
    for (name, size) in ModelMode.sizes() {
      let figures = ModelMode.run(size, rounds: 20 * rounds)
      report.row(
        [name]
          + ModelMode.Work.allCases.map { String(figures["\($0.rawValue)Microseconds"]) })
    }
  }

  private func lesson() async throws {
    var plan = ClassPlan()
    plan.speed = classSpeed
    let figures = try await ClassMode.run(plan, peers.target)
    report.head(
      "A class of \(figures["members"]) in \(figures["sessions"]) sessions of \(plan.turns) turns, "
        + "at \(classSpeed)x", ["figure", "value"])
    let rows = [
      ("commands acknowledged", "\(figures["commands"])"),
      ("p50 of a command", "\(figures["commandP50Microseconds"]) µs"),
      ("p99 of a command", "\(figures["commandP99Microseconds"]) µs"),
      ("longest", "\(figures["commandMaxMicroseconds"]) µs"),
      ("refused by the rules", "\(figures["refusals"])"), ("errors", "\(figures["errors"])"),
      ("processor", "\(figures["processorPerMille"]) thousandths of a core"),
      (
        "memory after the first and the last turn",
        "\(figures["kibibytesFirstTurn"]) and \(figures["kibibytesLastTurn"]) KiB"
      ),
    ]
    for (name, value) in rows { report.row([name, value]) }
    if figures["errors"] > 0 { throw LoadError("the class met errors: \(figures.line)") }
  }
}
