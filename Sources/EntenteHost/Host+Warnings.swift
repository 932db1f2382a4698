import EntenteModel
import EntenteSession
import EntenteWire

// A word to everybody before a phase ends. It is said to those who are here and stands nowhere: who
// comes later reads the deadline itself.
extension Host {
  /// How long before a deadline people are told, milliseconds, the longest first. A phase that is
  /// shorter than twice that has no such warning.
  static var warnings: [Int] { [120_000, 30_000] }

  /// When the next warning of a session is due, and how long before the deadline it is.
  func nextWarning(of session: LiveSession) -> (due: Int, before: Int)? {
    guard session.state.status == .running, let deadline = session.state.clock.deadline else {
      return nil
    }
    let length = deadline - session.state.clock.began
    let told = session.warned.flatMap { $0.deadline == deadline ? $0.before : nil } ?? .max
    return Self.warnings.first { $0 < told && length >= 2 * $0 }
      .map { (deadline - $0, $0) }
  }

  /// Says the warnings of a session that are due: where two are, only the last.
  func warn(_ session: LiveSession, at now: Int) {
    var last: Int?
    while let next = nextWarning(of: session), next.due <= now,
      let deadline = session.state.clock.deadline
    {
      session.warned = (deadline, next.before)
      if now < deadline { last = next.before }
    }
    guard let last else { return }
    let line = ServerLine(
      .note(name: "DEADLINE"),
      [WireField("left", last / 1000), WireField("phase", session.state.phase.rawValue)],
      text: "\(Shown.duration(milliseconds: last)) left in \(session.state.phase).")
    for connection in audience[session.id] ?? [] where connection.seat?.onlooker?.delay == nil {
      send(connection.encode(line), to: connection, after: 0)
    }
  }
}
