import Crypto
import EntenteWire
import NIOCore
import NIOPosix
import NIOSSL

/// Does what a conversation asks for: sockets, timers, files. Lives on one event loop.
final class ClientDriver {
  typealias Waiter = CheckedContinuation<Result<Reply, ClientError>, Never>

  private var options: ClientOptions
  private let loop: any EventLoop
  private let news: AsyncStream<ClientNews>.Continuation
  private var conversation: Conversation
  private var channel: (any Channel)?
  /// Counts connections, so that what an old one still says is known as such.
  private var generation = 0
  private var timers: [Conversation.Timer: Scheduled<Void>] = [:]
  /// Requests whose reply goes to a caller who waits, by ticket; their tickets are below 0.
  private var waiters: [Int: Waiter] = [:]
  private var nextWaiter = -1
  private var end: ClientError?
  /// A failing disk is told once, not with every command.
  private var hasToldStorage = false

  /// Whether this connection has shown a certificate that was accepted.
  private var isTrusted = false
  /// Made once: reading the machine's settings takes time.
  private lazy var encryption: NIOSSLContext? = {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv12
    // The fingerprint decides, and nobody else: no authority, and no name of a machine.
    configuration.trustRoots = .certificates([])
    configuration.certificateVerification = .noHostnameVerification
    configuration.shutdownTimeout = .seconds(1)
    return try? NIOSSLContext(configuration: configuration)
  }()

  private static let connectSeconds: Int64 = 10

  init(
    _ options: ClientOptions, loop: any EventLoop, keyPrefix: String,
    news: AsyncStream<ClientNews>.Continuation
  ) {
    self.options = options
    self.loop = loop
    self.news = news
    conversation = Conversation(
      server: options.server, identity: options.identity, keyPrefix: keyPrefix,
      backoff: options.backoff, attemptsMax: options.attemptsMax, isKept: options.folder != nil)
  }

  /// Changes the conversation, then does what follows from it.
  func run(_ change: (inout Conversation) -> Void) {
    loop.preconditionInEventLoop()
    change(&conversation)
    for action in conversation.takeActions() { perform(action) }
    channel?.flush()
  }

  /// Sends a request whose reply resumes `waiter`.
  func ask(_ request: RequestLine, body: String?, _ waiter: Waiter) {
    guard !conversation.isOver else {
      return waiter.resume(returning: .failure(end ?? Self.ended))
    }
    let ticket = nextWaiter
    nextWaiter -= 1
    waiters[ticket] = waiter
    run { $0.submit(ticket: ticket, request, body: body) }
  }

  private static let ended = ClientError(.closed, "The connection was ended.")

  private func perform(_ action: Conversation.Action) {
    switch action {
    case .connect: connect()
    case .send(let bytes): channel?.write(ByteBuffer(bytes: bytes), promise: nil)
    case .close:
      generation += 1
      channel?.flush()
      channel?.close(promise: nil)
      channel = nil
    case .wake(let timer, let milliseconds): set(timer, milliseconds)
    case .save(let login, let durably): save(login, durably: durably)
    case .tell(let news): tell(news)
    }
  }

  private func set(_ timer: Conversation.Timer, _ milliseconds: Int) {
    timers[timer]?.cancel()
    let bound = NIOLoopBound(self, eventLoop: loop)
    timers[timer] = loop.scheduleTask(in: .milliseconds(Int64(milliseconds))) {
      bound.value.timers[timer] = nil
      bound.value.run { $0.woke(timer) }
    }
  }

  private func save(_ login: SavedLogin, durably: Bool) {
    guard let folder = options.folder else { return }
    do throws(ClientError) {
      try folder.save(login, durably: durably)
    } catch {
      if hasToldStorage { return }
      hasToldStorage = true
      news.yield(.storageFailed(error))
    }
  }

  private func tell(_ item: ClientNews) {
    if case .reply(let ticket, let reply) = item, let waiter = waiters.removeValue(forKey: ticket) {
      return waiter.resume(returning: .success(reply))
    }
    news.yield(item)
    guard case .state(.ended(let error)) = item else { return }
    end = error
    for ticket in waiters.keys.sorted(by: >) {
      waiters[ticket]?.resume(returning: .failure(error ?? Self.ended))
    }
    waiters = [:]
    for timer in timers.values { timer.cancel() }
    timers = [:]
    news.finish()
  }

  private func connect() {
    generation += 1
    isTrusted = false
    let generation = generation
    let bound = NIOLoopBound(self, eventLoop: loop)
    ClientBootstrap(group: loop)
      .connectTimeout(.seconds(Self.connectSeconds))
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelOption(.autoRead, value: false)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try bound.value.encrypt(channel.pipeline.syncOperations, generation)
          let framer = LineFramer(
            lineBytesMax: WireLimits.serverLineBytes, detectsForeign: false)
          try channel.pipeline.syncOperations.addHandlers(
            ByteToMessageHandler(LineDecoder(framer)),
            ServerLineHandler { bound.value.take($0, generation) })
        }
      }
      .connect(host: options.host, port: options.port)
      .hop(to: loop)
      .whenComplete { bound.value.didConnect($0, generation) }
  }

  /// Puts TLS in front where it is wanted.
  private func encrypt(
    _ pipeline: ChannelPipeline.SynchronousOperations, _ generation: Int
  ) throws {
    guard options.trust != nil else { return }
    guard let encryption else {
      throw ClientError(.unreachable, "This machine has no encryption that works.")
    }
    let bound = NIOLoopBound(self, eventLoop: loop)
    // An address is no name that a server could be asked for.
    let isAddress = (try? SocketAddress(ipAddress: options.host, port: 0)) != nil
    let handler = try NIOSSLClientHandler(
      context: encryption, serverHostname: isAddress ? nil : options.host,
      customVerificationCallback: { chain, promise in
        let isFine = bound.value.accepts(chain.first, generation)
        promise.succeed(isFine ? .certificateVerified : .failed)
      })
    try pipeline.addHandler(handler)
  }

  /// Whether the certificate is the server's own; if not, that is the end.
  private func accepts(_ certificate: NIOSSLCertificate?, _ generation: Int) -> Bool {
    guard generation == self.generation, let trust = options.trust,
      let bytes = try? certificate?.toDERBytes(),
      let shown = Fingerprint(sha256: [UInt8](SHA256.hash(data: bytes)))
    else { return false }
    switch trust.judge(shown, of: options.server) {
    case .known: isTrusted = true
    case .new:
      isTrusted = true
      // Within this run it is the one from now on, whether there is a folder or not.
      options.trust?.expected = shown
      news.yield(.trusted(shown))
    case .refused(let error): run { $0.distrusted(error) }
    }
    return isTrusted
  }

  private static func withoutEncryption(_ server: String) -> ClientError {
    ClientError(
      .foreign,
      "What answers at \(server) does not speak TLS. Is that the port of entente serve --tls"
        + " (\(ClientOptions.encryptedPort) unless it was told another)?")
  }

  private func didConnect(_ result: Result<any Channel, any Error>, _ generation: Int) {
    switch result {
    case .success(let channel):
      guard generation == self.generation else { return channel.close(promise: nil) }
      self.channel = channel
      run { $0.opened() }
      // Only now bytes are read: the greeting finds the conversation ready for it.
      channel.setOption(.autoRead, value: true).whenFailure { _ in channel.close(promise: nil) }
    case .failure(let error):
      guard generation == self.generation else { return }
      run { $0.closed("\(error)") }
    }
  }

  private func take(_ arrival: ServerLineHandler.Arrival, _ generation: Int) {
    guard generation == self.generation else { return }
    switch arrival {
    case .line(let line): run { $0.received(line) }
    case .nonsense(let start): run { $0.receivedNonsense(start) }
    case .closed(let reason):
      // A connection that never stood is told by its future.
      guard channel != nil else { return }
      channel = nil
      if options.trust != nil, !isTrusted, !conversation.hasGreeted {
        return run { $0.distrusted(Self.withoutEncryption(options.server)) }
      }
      run { $0.closed(reason) }
    }
  }
}
