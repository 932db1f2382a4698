import NIOCore
import NIOPosix

/// A run of load against one peer: connections that are opened one after the other, then measured
/// all at once.
struct LoadField: Sendable {
  /// The one loop that makes all load, so that every peer gets the same.
  static let loop: any EventLoop = MultiThreadedEventLoopGroup.singleton.next()
  /// Seconds that all answers under way may still take at the end.
  private static let settleSeconds = 10

  /// What a run measured.
  struct Measured: Sendable {
    var seconds: Double
    var tally: Tally
    var latencies: Latencies

    /// Answers a second.
    var rate: Int { Int(Double(tally.answers) / seconds) }
    /// Deliveries a second.
    var deliveryRate: Int { Int(Double(tally.deliveries) / seconds) }
  }

  private let window: NIOLoopBound<Window>

  init() async throws {
    window = try await Self.loop.submit { NIOLoopBound(Window(), eventLoop: Self.loop) }.get()
  }

  /// Opens a connection and returns when the peer has taken it in.
  func connect<S: Speech>(
    to endpoint: Endpoint, _ speech: S, pace: Pace, depth: Int
  ) async throws {
    let window = window
    let ready = Self.loop.makePromise(of: Void.self)
    _ = try await ClientBootstrap(group: Self.loop)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let worker = LoadConnection(
            speech, pace: pace, depth: depth, window: window.value, ready: ready)
          window.value.workers.append(worker)
          try channel.pipeline.syncOperations.addHandler(worker)
        }
      }
      .connect(host: endpoint.host, port: endpoint.port).flatMapErrorThrowing { error in
        ready.fail(error)
        throw error
      }.get()
    try await ready.futureResult.get()
  }

  /// Sends for `warm` and then counts for `measured` milliseconds; closes all connections, unless
  /// they are still wanted.
  func run(warm: Int, measured: Int, closing: Bool = true) async throws -> Measured {
    let window = window
    try await Self.loop.submit { for worker in window.value.workers { worker.begin() } }.get()
    try await after(warm) { window.value.isMeasuring = true }
    let start = NIODeadline.now()
    let end = try await after(measured) {
      window.value.isMeasuring = false
      window.value.isStopping = true
      return NIODeadline.now()
    }
    try await settle()
    return try await Self.loop.submit {
      if closing {
        for worker in window.value.workers { worker.close() }
        window.value.workers = []
      }
      return Measured(
        seconds: Double((end - start).nanoseconds) / 1e9, tally: window.value.tally,
        latencies: window.value.latencies)
    }.get()
  }

  @discardableResult
  private func after<Value: Sendable>(
    _ milliseconds: Int, _ body: @escaping @Sendable () -> Value
  ) async throws -> Value {
    try await Self.loop.scheduleTask(in: .milliseconds(Int64(milliseconds)), body)
      .futureResult.get()
  }

  private func settle() async throws {
    let window = window
    for _ in 0..<(Self.settleSeconds * 100) {
      if try await after(10, { window.value.outstanding }) == 0 { return }
    }
    throw LoadError("\(Self.settleSeconds) s after the end answers are still missing")
  }
}
