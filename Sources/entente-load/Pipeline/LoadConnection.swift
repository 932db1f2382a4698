import NIOCore

/// One connection that keeps so many requests under way: each answer brings the next request. All
/// that one read brings is answered with one write.
final class LoadConnection<S: Speech>: ChannelInboundHandler, LoadWorker {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let speech: S
  private let pace: Pace
  private let depth: Int
  private let window: Window
  private let ready: EventLoopPromise<Void>
  private var context: ChannelHandlerContext?
  private var unread = ByteBuffer()
  private var opened = 0
  private var isReady = false
  private var number = 0
  /// When each request under way was sent, in nanoseconds; the oldest at `oldest`.
  private var sentAt: [UInt64]
  private var oldest = 0
  private(set) var outstanding = 0

  init(_ speech: S, pace: Pace, depth: Int, window: Window, ready: EventLoopPromise<Void>) {
    self.speech = speech
    self.pace = pace
    self.depth = depth
    self.window = window
    self.ready = ready
    sentAt = Array(repeating: 0, count: max(1, depth))
  }

  func channelActive(context: ChannelHandlerContext) {
    self.context = context
    if !speech.opening.isEmpty {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: speech.opening)), promise: nil)
    }
    becomeReadyIfOpen()
  }

  func channelInactive(context: ChannelHandlerContext) {
    self.context = nil
    if !isReady { ready.fail(LoadError("the peer closed a connection before the load began")) }
    if outstanding > 0, !window.isStopping {
      window.tally.failures += outstanding
      window.tally.firstFailure = window.tally.firstFailure ?? "the peer closed a connection"
    }
    outstanding = 0
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    window.tally.firstFailure = window.tally.firstFailure ?? "\(error)"
    context.close(promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    if unread.readableBytes == 0 { unread = bytes } else { unread.writeBuffer(&bytes) }
    var tally = Tally()
    let consumed = unread.withUnsafeReadableBytes { speech.read($0, into: &tally) }
    unread.moveReaderIndex(forwardBy: consumed)
    if unread.readableBytes == 0 { unread = ByteBuffer() }
    for _ in 0..<tally.pings {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: speech.pong)), promise: nil)
    }
    if isReady { take(tally) } else { open(tally) }
  }

  private func open(_ tally: Tally) {
    opened += tally.answers
    if let failure = tally.firstFailure, !isReady {
      isReady = true
      return ready.fail(LoadError("the peer refused: \(failure)"))
    }
    becomeReadyIfOpen()
  }

  private func becomeReadyIfOpen() {
    guard !isReady, opened >= speech.openingAnswers else { return }
    isReady = true
    ready.succeed()
  }

  private func take(_ tally: Tally) {
    window.tally.firstFailure = window.tally.firstFailure ?? tally.firstFailure
    window.tally.failures += tally.failures
    if window.isMeasuring {
      window.tally.answers += tally.answers
      window.tally.deliveries += tally.deliveries
    }
    let freed = min(pace == .answers ? tally.answers : tally.deliveries, outstanding)
    guard pace != .listens, freed > 0 else { return }
    let now = NIODeadline.now().uptimeNanoseconds
    for _ in 0..<freed {
      if window.isMeasuring { window.latencies.add(nanoseconds: now &- sentAt[oldest]) }
      oldest = (oldest + 1) % sentAt.count
    }
    outstanding -= freed
    if !window.isStopping { send(freed, at: now) }
  }

  func begin() {
    guard pace != .listens else { return }
    send(depth, at: NIODeadline.now().uptimeNanoseconds)
  }

  private func send(_ count: Int, at now: UInt64) {
    guard let context else { return }
    var buffer = context.channel.allocator.buffer(capacity: 512 * count)
    for _ in 0..<count {
      number += 1
      speech.append(command: number, to: &buffer)
      sentAt[(oldest + outstanding) % sentAt.count] = now
      outstanding += 1
    }
    context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
  }

  func close() { context?.close(promise: nil) }
}

/// What brings the next request of a connection.
enum Pace: Sendable {
  /// The answer to the one before.
  case answers
  /// Its own message, as everybody gets it.
  case deliveries
  /// Nothing: it only listens.
  case listens
}
