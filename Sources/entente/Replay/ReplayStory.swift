import EntenteHost
import EntenteSession

/// What one seat saw of a session, in order.
struct ReplayStory {
  /// One event.
  struct Step {
    /// The seat's own number, from 1.
    var v: Int
    /// The turn it belongs to, from 1; 0 in the lobby.
    var turn: Int
    /// The phase it happened in; nil in the lobby.
    var phase: String?
    /// The entry of the journal it came with.
    var entry: Int
    /// Milliseconds since the epoch.
    var time: Int
    var line: EventLine
  }

  let session: String
  let title: String
  let seat: SeatID
  let steps: [Step]
  /// Whether the session has been closed.
  let isClosed: Bool

  /// The events that `seat` could see, by the audience each was written with.
  init(_ live: LiveSession, seat: SeatID) {
    session = live.id
    title = live.state.title
    self.seat = seat
    isClosed = live.state.status == .closed
    var steps: [Step] = []
    var phase: String?
    let count = live.log.count(for: seat, visible: live.visible)
    for v in 1...max(1, count) {
      guard let record = live.log.record(v, for: seat), let line = record.event.line else {
        continue
      }
      // Everybody sees the turns and phases begin, so every seat finds its own place by them.
      if case .phaseStarted(let begun, _) = record.event.fact { phase = begun.rawValue }
      if case .turnStarted = record.event.fact { phase = nil }
      steps.append(
        Step(
          v: v, turn: record.turn, phase: phase, entry: record.entry, time: record.time,
          line: line))
    }
    self.steps = steps
  }

  /// The place of the first event of a turn; 0 where none is asked for.
  func start(ofTurn turn: Int?) throws(Failure) -> Int {
    guard let turn else { return 0 }
    if let place = steps.firstIndex(where: { $0.turn == turn }) { return place }
    let last = steps.last?.turn ?? 0
    throw Failure(.wrongUse, "--turn is 0 to \(last) in \(session), not \(turn).")
  }

  /// The place where the turn began whose events were shown last, `place` being the next event;
  /// where no more than its first one was shown, the beginning of the turn before it.
  func backATurn(from place: Int) -> Int {
    guard place > 0 else { return 0 }
    let own = start(ofTurnAt: place - 1)
    return place - 1 > own || own == 0 ? own : start(ofTurnAt: own - 1)
  }

  private func start(ofTurnAt place: Int) -> Int {
    steps[..<place].lastIndex { $0.turn != steps[place].turn }.map { $0 + 1 } ?? 0
  }

  /// The place behind the turn of the event at `place`.
  func nextTurn(after place: Int) -> Int {
    guard place < steps.count else { return steps.count }
    return steps[place...].firstIndex { $0.turn != steps[place].turn } ?? steps.count
  }
}
