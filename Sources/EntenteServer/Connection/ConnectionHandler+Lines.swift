import EntenteHost
import EntenteWire
import NIOCore

// From bytes to requests.
extension ConnectionHandler {
  /// Bytes of an unfinished line that may keep the room of a whole read.
  private static let roomMax = 1024

  /// Gives the host every whole line that has come, until a pause.
  func takeLines() {
    // Taken out while the host works on it: nobody else looks at it meanwhile.
    guard var bytes = unread else { return }
    unread = nil
    let now = core.now()
    var isCaughtUp = false
    while pause.isEmpty, cutAt == nil, let connection {
      let step = bytes.withUnsafeReadableBytes { framer.next($0) }
      if step == .incomplete {
        isCaughtUp = true
        break
      }
      guard take(step, of: &bytes, from: connection, at: now) else { break }
    }
    guard cutAt == nil else { return }
    if isCaughtUp { pacer.caughtUp() }
    guard bytes.readableBytes > 0 else { return }
    if isCaughtUp, bytes.capacity > bytes.readableBytes + Self.roomMax {
      unread = ByteBuffer(bytes: bytes.readableBytesView)
    } else {
      unread = bytes
    }
  }

  /// Does what the framer found. False when it has to wait where it is.
  private func take(
    _ step: LineFramer.Step, of bytes: inout ByteBuffer, from connection: HostConnection,
    at now: NIODeadline
  ) -> Bool {
    switch step {
    case .incomplete: return false
    case .discard(let consumed): bytes.moveReaderIndex(forwardBy: consumed)
    case .foreign(let foreign): core.host.close(connection, foreign.error)
    case .tooLong(let opensBody, let consumed):
      watch.hear(at: now)
      bytes.moveReaderIndex(forwardBy: consumed)
      core.host.receiveTooLong(
        from: connection, opensBody: opensBody, limit: framer.lineBytesMax)
    case .line(let length, let consumed):
      watch.hear(at: now)
      guard takeLine(bytes, length, from: connection, at: now) else { return false }
      bytes.moveReaderIndex(forwardBy: consumed)
    }
    pauseIfFull(connection)
    return true
  }

  private func takeLine(
    _ bytes: ByteBuffer, _ length: Int, from connection: HostConnection, at now: NIODeadline
  ) -> Bool {
    var refusal: WireError?
    if length > 0, core.host.options.isRateLimited, !connection.awaitsBody {
      switch pacer.next(at: now) {
      case .run: break
      case .wait(let time):
        pause.insert(.slowed)
        context?.eventLoop.assumeIsolated().scheduleTask(in: time) { self.wake() }
        return false
      case .refuse(let seconds): refusal = Self.slowDown(seconds)
      }
    }
    bytes.withUnsafeReadableBytes {
      core.host.receive(
        UnsafeRawBufferPointer(rebasing: $0[..<length]), from: connection, refusing: refusal)
    }
    return true
  }

  private static func slowDown(_ seconds: Int) -> WireError {
    WireError(
      .slowDown,
      [WireField("limit", WireLimits.bucketRequestsPerSecond), WireField("retry", seconds)],
      "That is more than \(WireLimits.bucketRequestsPerSecond) requests a second. Wait \(seconds) "
        + "s, then send it again.")
  }

  private func pauseIfFull(_ connection: HostConnection) {
    if connection.heldCount >= core.host.options.inFlightMax { pause.insert(.inFlight) }
    if !hasRoom { pause.insert(.unwritable) }
    if connection.isAuthenticating { pause.insert(.authenticating) }
  }
}
