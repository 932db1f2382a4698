import EntenteBots
import EntenteModel
import EntenteSession

/// A session driven through `decide` and `evolve` alone: people by hand, bots as the host asks
/// them.
struct Rehearsal {
  /// A bot's command that the session did not take.
  struct Refused {
    var state: StateID
    var move: BotMove
    var refusal: Refusal
  }

  /// A bot's command that it took.
  struct Played {
    var turn: Int
    var state: StateID
    var move: BotMove
  }

  private(set) var state: SessionState
  private(set) var events: [Event] = []
  private(set) var played: [Played] = []
  private(set) var refused: [Refused] = []
  private var time = 1_000_000

  /// A hash that tells texts apart well enough for a test.
  private static let rules = Rules { bytes in
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) }
  }

  /// A started session; bots hold the states that none of `people` sits for.
  init(_ exercise: Exercise, people: [StateID] = []) throws {
    state = SessionState(exercise: exercise, seed: 1)
    let created = SessionCreated(
      id: "S1", exercise: exercise.id, title: exercise.title, format: exercise.format)
    try act(.createSession(created), by: .facilitator("f"))
    for person in people {
      let seat = SeatID(state: person, role: exercise.roles[0].name)
      try act(.join(seat: seat, name: "Kim"), by: .newcomer(seat))
    }
    try act(.start(bots: true), by: .facilitator("f"))
  }

  /// Gives a command that must be taken.
  mutating func act(_ command: Command, by actor: Actor) throws(Refusal) {
    time += 1
    let new = try state.decide(command, by: actor, at: Occasion(time: time), rules: Self.rules)
    events += new
    state.evolve(new, at: time)
  }

  /// Gives the command of the person who plays a state.
  mutating func person(_ id: StateID, _ command: Command) throws(Refusal) {
    guard let member = state.members.first(where: { $0.seat.state == id }) else {
      throw Refusal.notAMember
    }
    try act(command, by: .member(member.id))
  }

  /// Lets the bots move until none has anything to do, or so often.
  mutating func runBots(rounds: Int = 200) {
    var isQuiet = false
    var round = 0
    while !isQuiet, state.status == .running, round < rounds {
      isQuiet = true
      round += 1
      for index in BotPlayer.order(in: state.exercise, turn: state.turn) {
        let id = state.scenario.states[index].id
        guard let doctrine = state.doctrine(of: id) else { continue }
        var wasTaken = false
        for move in BotPlayer(doctrine: doctrine).moves(state.view(for: index))
        where !move.isRemark || wasTaken {
          wasTaken = give(move, for: id)
          if wasTaken { isQuiet = false }
        }
      }
    }
  }

  /// Whether the session takes a bot's move.
  private mutating func give(_ move: BotMove, for id: StateID) -> Bool {
    let turn = state.turn
    do {
      try act(move.command, by: .bot(id))
      played.append(Played(turn: turn, state: id, move: move))
      return true
    } catch {
      refused.append(Refused(state: id, move: move, refusal: error))
      return false
    }
  }

  /// Plays bots and phases to the end, people saying nothing.
  mutating func playOut() throws(Refusal) {
    while state.world.turn <= state.scenario.parameters.turns {
      runBots()
      try act(.advance, by: .facilitator("f"))
    }
  }
}
