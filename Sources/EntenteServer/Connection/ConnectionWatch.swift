import EntenteWire
import NIOCore

/// What is due on one connection because time has passed. A value: whoever asks brings the time.
struct ConnectionWatch {
  /// What to do now.
  enum Due: Equatable {
    case nothing
    /// Ask whether the client is there.
    case ping
    /// The rest of a body did not come.
    case bodyGap
    case close(WireError)
  }

  /// How things stand with the connection at the moment of asking.
  struct Standing {
    /// Bytes that were handed to the system's socket, and bytes that were written in all.
    var sent: Int
    var written: Int
    /// The client promised to answer `PING`.
    var hasHeartbeat = false
    /// An answer waits for the rest of a body.
    var awaitsBody = false
  }

  /// Somebody has logged in.
  var isKnown = false
  private let opened: NIODeadline
  private var heard: NIODeadline
  private var hasPinged = false
  private var sent = 0
  private var progressed: NIODeadline

  /// A connection that was opened now.
  init(at now: NIODeadline) {
    opened = now
    heard = now
    progressed = now
  }

  /// A whole line has come.
  mutating func hear(at now: NIODeadline) {
    heard = now
    hasPinged = false
  }

  /// What is due now, the most pressing first.
  mutating func due(at now: NIODeadline, _ standing: Standing) -> Due {
    if standing.sent > sent || standing.sent == standing.written { progressed = now }
    sent = standing.sent
    if seconds(from: progressed, to: now) >= WireLimits.stalledSeconds { return .close(Self.slow) }
    if !isKnown, seconds(from: opened, to: now) >= WireLimits.BeforeLogin.seconds {
      return .close(Self.unknown)
    }
    let silence = seconds(from: heard, to: now)
    if standing.awaitsBody, silence >= WireLimits.bodyGapSeconds { return .bodyGap }
    guard standing.hasHeartbeat else {
      return silence >= WireLimits.idleSeconds
        ? .close(Self.idle(after: WireLimits.idleSeconds)) : .nothing
    }
    if silence >= WireLimits.heartbeatLostSeconds {
      return .close(Self.idle(after: WireLimits.heartbeatLostSeconds))
    }
    guard silence >= WireLimits.heartbeatSeconds, !hasPinged else { return .nothing }
    hasPinged = true
    return .ping
  }

  private func seconds(from start: NIODeadline, to end: NIODeadline) -> Int {
    Int((end - start).nanoseconds / 1_000_000_000)
  }

  private static var unknown: WireError {
    WireError(
      .loginTimeout, [WireField("limit", WireLimits.BeforeLogin.seconds)],
      "Nobody logged in within \(WireLimits.BeforeLogin.seconds) s. Connect again, then JOIN or "
        + "AUTH.")
  }

  private static var slow: WireError {
    WireError(
      .slowConsumer, [WireField("limit", WireLimits.stalledSeconds)],
      "You read nothing for \(WireLimits.stalledSeconds) s. JOIN with since= goes on where you "
        + "were.")
  }

  private static func idle(after limit: Int) -> WireError {
    WireError(
      .idle, [WireField("limit", limit)],
      "Nothing was heard from you for \(limit) s. Your token brings you back.")
  }
}
