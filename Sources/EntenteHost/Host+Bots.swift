import EntenteBots
import EntenteModel
import EntenteSession

// Bots act through commands like anybody else, and see what their seat sees.
extension Host {
  /// Commands bots may give at one time: enough for every bot to answer everybody, and an end to
  /// bots that would talk for ever.
  static var botCommandsMax: Int { 400 }
  /// How long a bot takes over an answer where people play against the clock, milliseconds.
  static var botDelay: Int { 20_000 }
  /// The part of a phase it takes at most, as a divisor.
  static var botDelayPart: Int { 10 }

  /// Lets bots answer what `actor` did: at once where the person sets the pace, else in a while.
  func playBots(in session: LiveSession, after actor: Actor) {
    guard session.state.status == .running, session.state.hasBots else { return }
    if session.state.exercise.phases.advance == .ready || actor == .clock {
      return runBots(in: session)
    }
    let now = environment.now()
    let clock = session.state.clock
    let length = clock.deadline.map { max(0, $0 - clock.began) } ?? Self.botDelay
    let delay = min(Self.botDelay, length / Self.botDelayPart)
    if session.botsDue == nil { session.botsDue = now + delay }
  }

  func playDueBots(in session: LiveSession, at now: Int) {
    guard let due = session.botsDue, due <= now else { return }
    runBots(in: session)
  }

  /// Every bot in turn until none has anything to do. A remark on a move that was refused is left
  /// out.
  private func runBots(in session: LiveSession) {
    session.botsDue = nil
    var given = 0
    var isQuiet = false
    while !isQuiet, given < Self.botCommandsMax, session.state.status == .running {
      isQuiet = true
      let exercise = session.state.exercise
      for index in BotPlayer.order(in: exercise, turn: session.state.turn) {
        let state = exercise.scenario.states[index].id
        guard let doctrine = session.state.doctrine(of: state) else { continue }
        let moves = BotPlayer(doctrine: doctrine).moves(session.state.view(for: index))
        var wasAccepted = true
        for move in moves where given < Self.botCommandsMax && (wasAccepted || !move.isRemark) {
          given += 1
          wasAccepted = act(move.command, by: .bot(state), in: session, words: move.words)
          if wasAccepted { isQuiet = false }
        }
      }
    }
  }
}
