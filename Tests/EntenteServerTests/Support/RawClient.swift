import NIOCore
import NIOPosix

/// A plain socket: sends bytes as they are, reads lines.
struct RawClient: Sendable {
  let channel: any Channel
  private let inbox: NIOLoopBound<Inbox>

  /// Connects; with `isReading` false nothing is taken from the socket until `startReading`. With
  /// `isStubborn` it stays when the server goes.
  static func connect(
    to port: Int, isReading: Bool = true, isStubborn: Bool = false, receiveBuffer: Int? = nil
  ) async throws -> RawClient {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let made = loop.makePromise(of: RawClient.self)
    var bootstrap = ClientBootstrap(group: loop)
      .channelOption(.autoRead, value: isReading)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
    if let receiveBuffer {
      bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: receiveBuffer)
    }
    let channel = try await bootstrap.channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        let inbox = Inbox(isStubborn: isStubborn)
        try channel.pipeline.syncOperations.addHandler(inbox)
        made.succeed(
          RawClient(channel: channel, inbox: NIOLoopBound(inbox, eventLoop: channel.eventLoop)))
      }
    }.connect(host: "127.0.0.1", port: port).flatMapErrorThrowing { error in
      made.fail(error)
      throw error
    }.get()
    _ = channel
    return try await made.futureResult.get()
  }

  /// Connects and takes the greeting.
  static func greeted(by port: Int) async throws -> RawClient {
    let client = try await connect(to: port)
    _ = try await client.line()
    return client
  }

  /// Sends bytes as one write.
  func send(_ text: String) async throws {
    try await channel.writeAndFlush(ByteBuffer(string: text)).get()
  }

  /// Sends bytes as one write.
  func send(bytes: [UInt8]) async throws {
    try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
  }

  /// The next line. Fails when the connection is closed, and after long waiting.
  func line() async throws -> String {
    let inbox = inbox
    return try await channel.eventLoop.flatSubmit { inbox.value.next(on: inbox.eventLoop) }.get()
  }

  /// So many lines.
  func lines(_ count: Int) async throws -> [String] {
    var lines: [String] = []
    for _ in 0..<count { lines.append(try await line()) }
    return lines
  }

  /// The next line that is no event.
  func reply() async throws -> String {
    while true {
      let line = try await line()
      if !line.hasPrefix("EVENT") { return line }
    }
  }

  /// Takes the next line that is no event; fails when it does not begin like this.
  func expect(_ beginning: String) async throws {
    let line = try await reply()
    guard line.hasPrefix(beginning) else { throw Surprise(expected: beginning, got: line) }
  }

  struct Surprise: Error { var expected, got: String }

  /// Sends a line and returns the end of its reply.
  @discardableResult
  func ask(_ text: String) async throws -> String {
    try await send(text + "\n")
    while true {
      let line = try await reply()
      if !line.hasPrefix("DATA"), !line.hasPrefix("NOTE"), !line.hasPrefix("WARN") { return line }
    }
  }

  /// Sends a line whose reply has to be `OK`, and returns that.
  @discardableResult
  func demand(_ text: String) async throws -> String {
    let reply = try await ask(text)
    guard reply.hasPrefix("OK") else { throw Surprise(expected: "OK to \(text)", got: reply) }
    return reply
  }

  /// All lines until the server closes.
  func linesUntilEnd() async throws -> [String] {
    var lines: [String] = []
    while true {
      do { lines.append(try await line()) } catch is Inbox.Ended { return lines }
    }
  }

  func startReading() async throws { try await channel.setOption(.autoRead, value: true).get() }

  /// Says that nothing more will be sent; answers are still read.
  func endOutput() async throws { try await channel.close(mode: .output).get() }

  func close() async { try? await channel.close().get() }
}

/// The lines that came, and who waits for the next.
final class Inbox: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  /// The server has ended its half.
  struct Ended: Error {}
  /// Nothing came for so long that nothing will.
  struct Silence: Error {}

  /// Only a test that fails waits so long.
  private static let patience = TimeAmount.seconds(60)

  private var unread = ByteBuffer()
  private var lines: CircularBuffer<String> = []
  private var waiting: CircularBuffer<EventLoopPromise<String>> = []
  private var hasEnded = false
  private let isStubborn: Bool

  init(isStubborn: Bool) { self.isStubborn = isStubborn }

  func next(on loop: any EventLoop) -> EventLoopFuture<String> {
    if let line = lines.popFirst() { return loop.makeSucceededFuture(line) }
    if hasEnded { return loop.makeFailedFuture(Ended()) }
    let promise = loop.makePromise(of: String.self)
    waiting.append(promise)
    let alarm = loop.scheduleTask(in: Self.patience) { promise.fail(Silence()) }
    promise.futureResult.whenComplete { _ in alarm.cancel() }
    return promise.futureResult
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    unread.writeBuffer(&bytes)
    while let end = unread.readableBytesView.firstIndex(of: 0x0A) {
      let line = unread.readString(length: end - unread.readerIndex) ?? ""
      unread.moveReaderIndex(forwardBy: 1)
      if let promise = waiting.popFirst() { promise.succeed(line) } else { lines.append(line) }
    }
    unread.discardReadBytes()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed? = event as? ChannelEvent {
      end()
      if !isStubborn { context.close(promise: nil) }
    }
  }

  func channelInactive(context: ChannelHandlerContext) { end() }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func end() {
    hasEnded = true
    while let promise = waiting.popFirst() { promise.fail(Ended()) }
  }
}
