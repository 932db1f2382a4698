package import EntenteHost
package import EntenteWire
package import Logging
package import NIOCore
import NIOPosix
import NIOSSL
import ServiceLifecycle

/// The sockets of a host: listens, and stops gracefully when its service group is asked to.
/// Everything runs on the host's event loop.
package final class LineServer: Service {
  /// Where it listens for plain text.
  package let address: SocketAddress
  /// Where it listens for TLS, if anywhere.
  package let encryptedAddress: SocketAddress?
  /// The certificate it shows there.
  package let fingerprint: Fingerprint?
  private let listeners: [any Channel]
  private let core: NIOLoopBound<ServerCore>
  private let logger: Logger

  private init(
    _ plain: any Channel, _ encrypted: (any Channel)?, fingerprint: Fingerprint?,
    core: NIOLoopBound<ServerCore>, logger: Logger
  ) {
    guard let bound = plain.localAddress else {
      preconditionFailure("a channel that was bound has an address")
    }
    address = bound
    encryptedAddress = encrypted?.localAddress
    self.fingerprint = fingerprint
    listeners = [plain] + (encrypted.map { [$0] } ?? [])
    self.core = core
    self.logger = logger
  }

  /// The port it listens on.
  package var port: Int { address.port ?? 0 }

  /// Where it listens, as a client is told: `127.0.0.1:4747`, `[::1]:4747`.
  package var listening: String { Self.text(of: address) }

  /// Where it listens for TLS, as a client is told.
  package var listeningEncrypted: String? { encryptedAddress.map(Self.text) }

  private static func text(of address: SocketAddress) -> String {
    let host = address.ipAddress ?? ""
    let port = address.port ?? 0
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// Listens for connections to `host`, whose journals have to be open. Throws before anything is
  /// bound where plain text must not be spoken.
  package static func start(
    _ host: NIOLoopBound<Host>, options: ServerOptions = ServerOptions(), logger: Logger
  ) async throws(ServerError) -> LineServer {
    let loop = host.eventLoop
    let address = try plainAddress(options)
    let shared: NIOLoopBound<ServerCore>
    do {
      shared = try await loop.submit {
        let core = ServerCore(host: host.value, options: options, logger: logger)
        return NIOLoopBound(core, eventLoop: loop)
      }.get()
    } catch {
      throw ServerError(error, host: options.host, port: options.port)
    }
    let plain = try await bind(shared, to: address)
    var encrypted: (any Channel)?
    if let encryption = options.encryption {
      do throws(ServerError) {
        let place = try resolve(options.host, encryption.port)
        encrypted = try await bind(shared, to: place, isEncrypted: true)
      } catch {
        try? await plain.close().get()
        throw error
      }
    }
    try? await loop.submit { shared.value.startSweeps() }.get()
    return LineServer(
      plain, encrypted, fingerprint: options.encryption?.certificate.fingerprint, core: shared,
      logger: logger)
  }

  /// Where plain text is spoken: as told, or on this machine alone where that is not allowed and
  /// TLS serves everybody else.
  private static func plainAddress(_ options: ServerOptions) throws(ServerError) -> SocketAddress {
    let address = try resolve(options.host, options.port)
    do throws(ServerError) {
      try options.plain.check(address)
      return address
    } catch {
      guard options.encryption != nil else { throw error }
      return try resolve("127.0.0.1", options.port)
    }
  }

  private static func resolve(_ host: String, _ port: Int) throws(ServerError) -> SocketAddress {
    do {
      return try SocketAddress.makeAddressResolvingHost(host, port: port)
    } catch {
      throw ServerError(error, host: host, port: port)
    }
  }

  private static func bind(
    _ core: NIOLoopBound<ServerCore>, to address: SocketAddress, isEncrypted: Bool = false
  ) async throws(ServerError) -> any Channel {
    do {
      return try await bootstrap(core, isEncrypted: isEncrypted).bind(to: address).get()
    } catch {
      throw ServerError(error, host: address.ipAddress ?? "", port: address.port ?? 0)
    }
  }

  /// Connections that may wait to be accepted: a class that comes back after a restart, at once.
  private static let backlog: Int32 = 512
  /// Connections accepted in one tick.
  private static let acceptsAtOnce: UInt = 16
  /// Output at which a stranger's channel counts as full, and as free again.
  private static let marks = ChannelOptions.Types.WriteBufferWaterMark(
    low: WireLimits.BeforeLogin.queuedBytes / 2, high: WireLimits.BeforeLogin.queuedBytes)

  private static func bootstrap(
    _ core: NIOLoopBound<ServerCore>, isEncrypted: Bool
  ) -> ServerBootstrap {
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
          try furnish(channel.pipeline.syncOperations, core.value, isEncrypted: isEncrypted)
        }
      }
  }

  /// The handlers of a connection. TLS stands between the door, which sees the first bytes as they
  /// came, and the connection, which knows only lines.
  private static func furnish(
    _ pipeline: ChannelPipeline.SynchronousOperations, _ core: ServerCore, isEncrypted: Bool
  ) throws {
    guard isEncrypted, let certificate = core.certificate else {
      return try pipeline.addHandler(ConnectionHandler(core: core))
    }
    let door = EncryptionDoor(at: core.now())
    try pipeline.addHandlers(
      door, NIOSSLServerHandler(context: certificate.context),
      ConnectionHandler(core: core, behind: door))
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
    for listener in listeners { try? await listener.close().get() }
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
