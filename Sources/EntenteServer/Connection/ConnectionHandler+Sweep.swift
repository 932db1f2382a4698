import EntenteHost
import EntenteWire
import NIOCore

// What time brings.
extension ConnectionHandler {
  /// Looks what is due. Called about once a second.
  func sweep(at now: NIODeadline) {
    guard let context else { return }
    if let cutAt {
      if now >= cutAt { context.close(promise: nil) }
      return
    }
    door?.sweep(at: now)
    guard let connection, cutAt == nil else { return }
    if pause.contains(.slowed) { wake() }
    let standing = ConnectionWatch.Standing(
      sent: written - waitingBytes(of: context.channel), written: written,
      hasHeartbeat: connection.capabilities.contains("heartbeat"),
      awaitsBody: connection.awaitsBody)
    switch watch.due(at: now, standing) {
    case .nothing: return
    case .ping: say(ServerLine(.ping))
    case .bodyGap: core.host.bodyTimedOut(on: connection)
    case .close(let error): core.host.close(connection, error)
    }
    core.host.flushDirty()
  }

  /// Says a line between two replies.
  func say(_ line: ServerLine) {
    guard let connection else { return }
    write(ServerLinePrinter.bytes(line, as: connection.mode))
    flush()
  }

  /// Bytes that were written and that the system has not taken.
  private func waitingBytes(of channel: any Channel) -> Int {
    (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
  }
}
