import EntenteModel
import EntenteSession

/// Turns that the engine resolves, without a server and a disk: four states play the first exercise
/// by a script, over and over, and only the resolutions are timed.
enum TurnsMode {
  /// What each state proposes to its neighbour and signs, so that there is something to resolve.
  private static let terms = "exercise intensity=1; acsa; term duration=4"
  /// What each state orders every turn.
  private static let orders: [(keyword: String, arguments: [(name: String?, value: String)])] = [
    ("fund-rd", [("domain", "sen"), ("money", "9m")]),
    ("fund-rd", [("domain", "aut"), ("money", "4500k")]),
  ]

  static func run(exercise folder: String, games: Int) throws -> Figures {
    let exercise = try StoredExercise.read(folder: folder, format: "class")
    var turns = 0
    var time = Duration.zero
    var latencies = Latencies()
    var deals = 0
    for seed in 1...max(1, games) {
      var game = Game(exercise: exercise, seed: seed)
      try game.open()
      while game.state.turn <= exercise.scenario.parameters.turns {
        try game.negotiate(terms)
        try game.order(orders)
        let took = try game.resolve()
        time += took
        latencies.add(nanoseconds: UInt64(took / .nanoseconds(1)))
        turns += 1
        guard try game.goOn() else { break }
      }
      deals = max(deals, game.state.world.deals.count)
    }
    var figures = Figures()
    figures.set("what", "turns")
    figures.set("games", games)
    figures.set("turns", turns)
    figures.set("deals", deals)
    figures.set("turnsPerSecond", Int(Double(turns) / (time / .seconds(1))))
    figures.set("p50Microseconds", latencies.summary.median)
    figures.set("p99Microseconds", latencies.summary.p99)
    return figures
  }
}

/// A session in memory that is played by a script.
private struct Game {
  private(set) var state: SessionState
  private var time = 1_000_000
  private let facilitator = Actor.facilitator("bench")

  init(exercise: Exercise, seed: Int) { state = SessionState(exercise: exercise, seed: seed) }

  /// Seats a head for each state and starts.
  mutating func open() throws(LoadError) {
    let exercise = state.exercise
    try act(
      .createSession(
        SessionCreated(
          id: "bench", exercise: exercise.id, title: exercise.title, format: exercise.format)),
      by: facilitator)
    for card in state.scenario.states {
      let seat = SeatID(state: card.id, role: exercise.roles[0].name)
      try act(.join(seat: seat, name: card.id.text), by: .newcomer(seat))
    }
    try act(.start(bots: false), by: facilitator)
  }

  /// Every state offers its neighbour a deal, which is signed and ratified where the rules allow
  /// it.
  mutating func negotiate(_ terms: String) throws(LoadError) {
    try advance(to: .negotiate)
    let states = state.scenario.states.map(\.id)
    for (index, sender) in states.enumerated() {
      let partner = states[(index + 1) % states.count]
      var vocabulary = state.exercise.vocabulary
      vocabulary.turn = state.turn
      let read = DealReader.read(
        terms, sender: sender, addressees: [partner], vocabulary: vocabulary, column: 1)
      guard case .text(let text) = read else { throw LoadError("the terms cannot be read") }
      guard acts(.propose(text: text), by: sender), let deal = state.negotiations.last?.id else {
        continue
      }
      for signer in [sender, partner] { _ = acts(.sign(deal: deal, revision: 1), by: signer) }
      for signer in [sender, partner] { _ = acts(.ratify(deal: deal), by: signer) }
    }
  }

  /// Every state gives its orders.
  mutating func order(
    _ orders: [(keyword: String, arguments: [(name: String?, value: String)])]
  ) throws(LoadError) {
    try advance(to: .orders)
    for card in state.scenario.states {
      for order in orders {
        guard
          let order = try? OrderLanguage.parse(
            keyword: order.keyword, arguments: order.arguments, exercise: state.exercise)
        else { throw LoadError("the order \(order.keyword) cannot be read") }
        _ = acts(.order(order), by: card.id)
      }
    }
  }

  /// Ends the phase of orders, which resolves the turn; tells how long that took.
  mutating func resolve() throws(LoadError) -> Duration {
    let start = ContinuousClock.now
    try act(.advance, by: facilitator)
    return ContinuousClock.now - start
  }

  /// Begins the next turn; false after the last.
  mutating func goOn() throws(LoadError) -> Bool {
    let turn = state.turn
    try act(.advance, by: facilitator)
    return state.turn > turn
  }

  private mutating func advance(to phase: Phase) throws(LoadError) {
    for _ in 0..<8 where state.phase != phase { try act(.advance, by: facilitator) }
    guard state.phase == phase else { throw LoadError("the session does not come to \(phase)") }
  }

  /// Whether the head of a state could do something.
  private mutating func acts(_ command: Command, by state: StateID) -> Bool {
    let seat = SeatID(state: state, role: self.state.exercise.roles[0].name)
    guard let member = self.state.members.first(where: { $0.seat == seat }) else { return false }
    do throws(LoadError) {
      try act(command, by: .member(member.id))
      return true
    } catch {
      return false
    }
  }

  private mutating func act(_ command: Command, by actor: Actor) throws(LoadError) {
    time += 1000
    do throws(Refusal) {
      let events = try state.decide(
        command, by: actor, at: Occasion(time: time), rules: StoredExercise.rules)
      for event in events { state.evolve(event, at: time) }
    } catch {
      throw LoadError("\(command) was refused: \(error)")
    }
  }
}
