package import EntenteHost
import EntenteWire
package import Logging
package import NIOCore
import NIOPosix
import ServiceLifecycle

/// The sockets of a host: listens, and stops gracefully when its service group is asked to.
/// Everything runs on the host's event loop.
package final class LineServer: Service {
  /// Where it listens.
  package let address: SocketAddress
  private let listener: any Channel
  private let core: NIOLoopBound<ServerCore>
  private let logger: Logger

  private init(
    address: SocketAddress, listener: any Channel, core: NIOLoopBound<ServerCore>, logger: Logger
  ) {
    self.address = address
    self.listener = listener
    self.core = core
    self.logger = logger
  }

  /// The port it listens on.
  package var port: Int { address.port ?? 0 }

  /// Where it listens, as a client is told: `127.0.0.1:4747`, `[::1]:4747`.
  package var listening: String {
    let host = address.ipAddress ?? ""
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// Listens for connections to `host`, whose journals have to be open. Throws before anything is
  /// bound where plain text must not be spoken.
  package static func start(
    _ host: NIOLoopBound<Host>, options: ServerOptions = ServerOptions(), logger: Logger
  ) async throws(ServerError) -> LineServer {
    let loop = host.eventLoop
    do {
      let address = try SocketAddress.makeAddressResolvingHost(options.host, port: options.port)
      try options.plain.check(address)
      let core = try await loop.submit {
        let core = ServerCore(host: host.value, options: options, logger: logger)
        core.startSweeps()
        return NIOLoopBound(core, eventLoop: loop)
      }.get()
      let listener = try await bootstrap(core).bind(to: address).get()
      guard let bound = listener.localAddress else {
        preconditionFailure("a channel that was bound has an address")
      }
      return LineServer(address: bound, listener: listener, core: core, logger: logger)
    } catch let error as ServerError {
      throw error
    } catch {
      throw ServerError(error, host: options.host, port: options.port)
    }
  }

  /// Connections that may wait to be accepted: a class that comes back after a restart, at once.
  private static let backlog: Int32 = 512
  /// Connections accepted in one tick.
  private static let acceptsAtOnce: UInt = 16
  /// Output at which a stranger's channel counts as full, and as free again.
  private static let marks = ChannelOptions.Types.WriteBufferWaterMark(
    low: WireLimits.BeforeLogin.queuedBytes / 2, high: WireLimits.BeforeLogin.queuedBytes)

  private static func bootstrap(_ core: NIOLoopBound<ServerCore>) -> ServerBootstrap {
    let loop = core.eventLoop
    return ServerBootstrap(group: loop, childGroup: loop)
      .serverChannelOption(.backlog, value: backlog)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelOption(.maxMessagesPerRead, value: acceptsAtOnce)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.socketOption(.so_keepalive), value: 1)
      // `printf … | nc` ends its half at once and still wants its answers.
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      // One read a tick and connection: after it the handler may want a pause.
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(.writeBufferWaterMark, value: marks)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ConnectionHandler(core: core.value))
        }
      }
  }

  /// Serves until the service group shuts down, then drains. Returns when everybody is gone.
  package func run() async throws {
    // A cancelled task is asked to stop as well, only less politely.
    try? await gracefulShutdown()
    await drain()
  }

  /// Takes no more connections and no more commands, lets the disk finish, sends everybody away.
  /// Takes at most `WireLimits.drainSeconds`.
  package func drain() async {
    logger.info("draining")
    let start = NIODeadline.now()
    try? await listener.close().get()
    await onLoop { $0.announceDrain() }
    await poll(until: start + Self.commitsEnd) { !$0.isHolding }
    await onLoop { core in core.dismissAll { Int.random(in: Self.retrySeconds) } }
    await poll(until: start + Self.farewellsEnd) { $0.count == 0 }
    await onLoop {
      $0.cutAll()
      $0.stopSweeps()
    }
    logger.info("drained")
  }

  /// When waiting for the disk, and for the last lines to be read, ends after the request to stop:
  /// together with the rest of the program within `WireLimits.drainSeconds`.
  private static let commitsEnd = TimeAmount.milliseconds(3000)
  private static let farewellsEnd = TimeAmount.milliseconds(4200)
  /// Seconds after which clients come back, spread so that they do not come all at once.
  private static let retrySeconds = 1...10
  private static let pollInterval = TimeAmount.milliseconds(10)

  /// Looks through all connections for what is due, now; for tests that move the clock.
  func sweep() async { await onLoop { $0.sweep() } }

  /// Looks at the connections, or changes them, on their loop.
  @discardableResult
  func onLoop<Value: Sendable>(
    _ body: @escaping @Sendable (ServerCore) -> Value
  ) async -> Value {
    let core = core
    do {
      return try await core.eventLoop.submit { body(core.value) }.get()
    } catch {
      preconditionFailure("the event loop ended before its server: \(error)")
    }
  }

  /// Returns when `condition` holds, or at the deadline.
  private func poll(
    until deadline: NIODeadline, _ condition: @escaping @Sendable (ServerCore) -> Bool
  ) async {
    let core = core
    let done = core.eventLoop.makePromise(of: Void.self)
    core.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: Self.pollInterval) { task in
      guard condition(core.value) || NIODeadline.now() >= deadline else { return }
      task.cancel()
      done.succeed()
    }
    try? await done.futureResult.get()
  }
}
