/// Makes load, measures, and kills: the program behind `Scripts/bench` and `Scripts/check-kill`.
/// Prints one line of JSON a run; `bench` prints tables.
@main
struct Load {
  private static let usage = """
    entente-load MODE --name value …

    say, order   durable commands to a server (--server HOST:PORT --token T --connections N
                 --depth N --seconds N --size BYTES --per-session N)
    xadd         the same load against Redis (--redis HOST:PORT)
    fanout       messages to rooms (--server --token --rooms N --readers N --depth N --seconds N)
    nats         the same load against NATS (--nats HOST:PORT)
    idle         memory of idle connections (--server --token --pid N --connections N)
    class        forty members play two sessions (--server --token --pid N --speed N)
    turns        turns resolved by the engine (--exercise FOLDER --games N)
    model        what the rules cost in the largest exercise, and with each dimension doubled
                 (--rounds N)
    fold         events folded out of a store (--data FOLDER --sessions N)
    kill         kills a server and looks for what is lost (--program ENTENTE --folder EMPTY
                 --exercises FOLDER --kills N --clients N)
    bench        all of it, with both peers (--server --token --pid --redis --redis-pid --nats
                 --nats-pid --data --exercise --rounds N --seconds N --connections N
                 --class-speed N, 0 for no class)
    """

  private static let names = [
    "server", "token", "pid", "redis", "redis-pid", "nats", "nats-pid", "connections", "depth",
    "seconds", "size", "per-session", "rooms", "readers", "speed", "turns", "exercise", "games",
    "data", "sessions", "program", "folder", "kills", "clients", "rounds", "class-speed",
    "exercises",
  ]

  static func main() async {
    do {
      var words = CommandLine.arguments.dropFirst()
      guard let mode = words.popFirst() else { throw LoadError("a mode is needed\n\n\(usage)") }
      let options = try Options(Array(words), known: names)
      try await run(mode, options)
    } catch {
      Complaint.say("entente-load: \(error)")
      Complaint.exit()
    }
  }

  private static func run(_ mode: String, _ options: Options) async throws {
    switch mode {
    case "say", "order": try await commands(mode, options)
    case "xadd":
      show(try await CommandMode.runRedis(load(options), options.requiredEndpoint("redis")))
    case "fanout": show(try await FanOutMode.run(rooms(options), Target(options)))
    case "nats":
      show(try await FanOutMode.runNATS(rooms(options), options.requiredEndpoint("nats")))
    case "idle":
      let count = try options.number("connections", default: 5000)
      show(try await IdleMode.run(connections: count, Target(options)))
    case "class":
      var plan = ClassPlan()
      plan.speed = try options.number("speed", default: plan.speed)
      plan.turns = try options.number("turns", default: plan.turns)
      let figures = try await ClassMode.run(plan, Target(options))
      show(figures)
      if figures["errors"] > 0 { throw LoadError("the class met \(figures["errors"]) errors") }
    case "turns":
      show(
        try TurnsMode.run(
          exercise: options.required("exercise"), games: options.number("games", default: 500)))
    case "fold":
      show(
        try FoldMode.run(
          data: options.required("data"), sessionsMax: options.number("sessions", default: 100)))
    case "model":
      let rounds = try options.number("rounds", default: 50)
      for (_, size) in ModelMode.sizes() { show(ModelMode.run(size, rounds: rounds)) }
    case "kill": try await kill(options)
    case "bench": try await BenchMode(options).run()
    default: throw LoadError("\"\(mode)\" is no mode\n\n\(usage)")
    }
  }

  private static func commands(_ mode: String, _ options: Options) async throws {
    var load = try load(options)
    load.verb = mode == "order" ? .order : .say
    let figures = try await CommandMode.run(load, Target(options))
    show(figures)
    if figures["failures"] > 0 { throw LoadError("\(figures["failures"]) requests failed") }
  }

  private static func load(_ options: Options) throws(LoadError) -> CommandMode.Load {
    var load = CommandMode.Load()
    load.connections = max(1, try options.number("connections", default: load.connections))
    load.depth = max(1, try options.number("depth", default: load.depth))
    load.size = try options.number("size", default: load.size)
    load.perSession = max(1, try options.number("per-session", default: load.perSession))
    load.span.measured = try options.number("seconds", default: 3) * 1000
    return load
  }

  private static func rooms(_ options: Options) throws(LoadError) -> FanOutMode.Load {
    var load = FanOutMode.Load()
    load.rooms = max(1, try options.number("rooms", default: load.rooms))
    load.readers = try options.number("readers", default: load.readers)
    load.depth = max(1, try options.number("depth", default: load.depth))
    load.size = try options.number("size", default: load.size)
    load.span.measured = try options.number("seconds", default: 3) * 1000
    return load
  }

  private static func kill(_ options: Options) async throws {
    var plan = KillMode.Plan(
      program: try options.required("program"), exercises: try options.required("exercises"),
      folder: try options.required("folder"))
    plan.kills = try options.number("kills", default: plan.kills)
    plan.clients = max(1, try options.number("clients", default: plan.clients))
    let figures = try await KillMode(plan).run()
    show(figures)
    if figures["faults"] > 0 {
      throw LoadError("\(figures["faults"]) promises were broken; the first stands above")
    }
  }

  private static func show(_ figures: Figures) { print(figures.line) }
}
