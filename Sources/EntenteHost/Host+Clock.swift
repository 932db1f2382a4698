import EntenteModel
import EntenteSession
import EntenteWire
import Logging
import NIOCore

// Time as commands: when something is due, the clock acts like anybody else.
extension Host {
  /// Looks what is due in any session, and when to look again.
  package func tick() {
    clockDue = nil
    let now = environment.now()
    for id in sessions.keys.sorted() {
      guard let session = sessions[id] else { continue }
      playDueBots(in: session, at: now)
      warn(session, at: now)
      // A phase may end into one that has ended too when the server was away for long.
      for _ in 0..<Self.phasesAtOnceMax {
        guard let due = session.state.nextDue, due <= now else { break }
        playBots(in: session, after: .clock)
        guard act(.tick, by: .clock, in: session, words: "TICK") else { break }
        playBots(in: session, after: .clock)
      }
    }
    setClock()
    flushDirty()
  }

  /// Phases that one look of the clock may end: more than a turn has, fewer than would hang.
  static var phasesAtOnceMax: Int { 16 }

  /// A command of the clock or a bot. False where it was refused.
  @discardableResult
  func act(
    _ command: Command, by actor: Actor, in session: LiveSession, words: String
  ) -> Bool {
    do throws(Refusal) {
      try perform(
        command, by: actor, in: session,
        request: LiveSession.Request(key: nil, text: Array(words.utf8)),
        reply: { _ in [] })
      keepSnapshot(of: session)
      return true
    } catch {
      logger.debug(
        "refused", metadata: ["actor": "\(actor.text)", "words": "\(words)", "why": "\(error)"])
      return false
    }
  }

  /// Sets the next look of the clock, for all sessions.
  func setClock() {
    for session in sessions.values { setClock(for: session) }
  }

  /// Has the clock look at a session in time. One that is due later than before needs nothing: the
  /// clock looks in vain once and then knows better.
  func setClock(for session: LiveSession) {
    let stateDue = session.state.nextDue
    let dues = [stateDue, session.botsDue, nextWarning(of: session)?.due]
    guard let due = dues.compactMap(\.self).min() else { return }
    if clockTask != nil, let clockDue, clockDue <= due { return }
    clockTask?.cancel()
    clockDue = due
    let host = bound
    let delay = max(0, due - environment.now())
    clockTask = loop.scheduleTask(in: .milliseconds(Int64(delay))) {
      host.value.clockTask = nil
      host.value.tick()
    }
  }
}
