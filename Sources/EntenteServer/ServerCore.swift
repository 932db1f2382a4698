import EntenteHost
import EntenteWire
import Logging
import NIOCore

/// The connections of one event loop, with what they share. Lives on that loop.
final class ServerCore {
  /// How often the connections are looked through for what is due.
  static let sweepInterval = TimeAmount.seconds(1)

  let host: Host
  let plain: PlainListenPolicy
  let certificate: ServerCertificate?
  let now: @Sendable () -> NIODeadline
  let logger: Logger
  private(set) var handlers: [ObjectIdentifier: ConnectionHandler] = [:]
  private var sweeps: RepeatedTask?

  init(host: Host, options: ServerOptions, logger: Logger) {
    self.host = host
    plain = options.plain
    certificate = options.encryption?.certificate
    now = options.now
    self.logger = logger
  }

  /// Connections there are, those being closed included.
  var count: Int { handlers.count }

  /// Whether something waits for the disk.
  var isHolding: Bool {
    host.isAhead || handlers.values.contains { $0.connection?.isHolding ?? false }
  }

  func add(_ handler: ConnectionHandler) { handlers[ObjectIdentifier(handler)] = handler }

  func remove(_ handler: ConnectionHandler) { handlers[ObjectIdentifier(handler)] = nil }

  /// Begins to look through the connections once a second.
  func startSweeps() {
    let core = NIOLoopBound(self, eventLoop: host.loop)
    sweeps = host.loop.scheduleRepeatedTask(
      initialDelay: Self.sweepInterval, delay: Self.sweepInterval
    ) { _ in core.value.sweep() }
  }

  func stopSweeps() { sweeps?.cancel() }

  /// Looks through all connections for what is due.
  func sweep() {
    let now = now()
    for handler in Array(handlers.values) { handler.sweep(at: now) }
  }

  /// No journalled command is taken from now on, and everybody is told.
  func announceDrain() {
    host.beginDraining()
    let note = ServerLine(
      .note(name: "DRAINING"), text: "The server is stopping. What was answered OK is safe.")
    for handler in Array(handlers.values) { handler.say(note) }
  }

  /// Sends everybody away, to come back after `retrySeconds`, which should differ between them.
  func dismissAll(retrySeconds: () -> Int) {
    for handler in Array(handlers.values) {
      guard let connection = handler.connection, !connection.isClosed else { continue }
      let seconds = retrySeconds()
      host.close(
        connection,
        WireError(
          .shutdown, [WireField("retry", seconds)],
          "The server stops now. Connect again in \(seconds) s; your token brings you back."))
    }
  }

  /// Ends every connection that is still there.
  func cutAll() {
    for handler in Array(handlers.values) { handler.context?.close(promise: nil) }
  }
}
