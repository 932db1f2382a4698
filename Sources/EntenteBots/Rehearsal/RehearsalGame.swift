package import EntenteModel
package import EntenteSession

/// One whole game of bots, played through the session like any other.
package struct RehearsalGame: Sendable {
  /// Rounds of moves in a phase after which bots that still talk are left alone.
  private static let roundsMax = 200

  /// The number of the game, from 1.
  package let number: Int
  /// The session, at its end once it was played.
  package private(set) var state: SessionState
  /// Orders that were given, with how often.
  package private(set) var orders: [OrderKeyword: Int] = [:]
  /// Bots' commands that the session did not take.
  package private(set) var refused = 0
  private let cast: RehearsalCast
  private let rules: Rules
  private var time = 1_000_000

  /// A started session with the cast of game `number` in all seats.
  package init(
    _ exercise: Exercise, seed: UInt64, number: Int, rules: Rules
  ) throws(Refusal) {
    self.number = number
    self.rules = rules
    cast = RehearsalCast(
      doctrines: exercise.scenario.states.map(\.doctrine), seed: seed, number: number)
    let draws = Int(truncatingIfNeeded: (seed &+ UInt64(number)) & 0x3FFF_FFFF)
    state = SessionState(exercise: exercise, seed: draws)
    let created = SessionCreated(
      id: "rehearsal", exercise: exercise.id, title: exercise.title, format: exercise.format)
    try act(.createSession(created), by: Self.facilitator)
    try act(.start(bots: true), by: Self.facilitator)
  }

  private static let facilitator = Actor.facilitator("rehearsal")

  /// Plays to the end.
  package mutating func play() throws(Refusal) {
    while state.world.turn <= state.scenario.parameters.turns, state.status == .running {
      moveBots()
      try act(.advance, by: Self.facilitator)
    }
  }

  private mutating func act(_ command: Command, by actor: Actor) throws(Refusal) {
    time += 1
    let events = try state.decide(command, by: actor, at: Occasion(time: time), rules: rules)
    state.evolve(events, at: time)
  }

  /// Every bot in turn until none has anything to do.
  private mutating func moveBots() {
    var isQuiet = false
    var round = 0
    while !isQuiet, state.status == .running, round < Self.roundsMax {
      isQuiet = true
      round += 1
      for index in order {
        var wasTaken = false
        for move in cast.players[index].moves(state.view(for: index))
        where !move.isRemark || wasTaken {
          wasTaken = give(move, for: state.scenario.states[index].id)
          if wasTaken { isQuiet = false }
        }
      }
    }
  }

  private var order: [Int] {
    let order = BotPlayer.order(in: state.exercise, turn: state.turn)
    let turned = state.turn == 1 ? 0 : cast.turned
    return Array(order[turned...] + order[..<turned])
  }

  private mutating func give(_ move: BotMove, for id: StateID) -> Bool {
    do {
      try act(move.command, by: .bot(id))
      if case .order(let order) = move.command { orders[order.keyword, default: 0] += 1 }
      return true
    } catch {
      refused += 1
      return false
    }
  }
}
