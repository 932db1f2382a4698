import EntenteWire
import NIOCore

/// The end of a dialogue's pipeline: gives each reply to the request it belongs to, and every event
/// to one listener.
final class DialogueHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let greeted: EventLoopPromise<Void>
  private let hear: @Sendable (ServerLine) -> Void
  private var framer = LineFramer(
    lineBytesMax: WireLimits.serverLineBytes, detectsForeign: false)
  private var unread = ByteBuffer()
  private var waiting: CircularBuffer<EventLoopPromise<Answer>> = []
  private var before: [ServerLine] = []
  private var reason = "the server closed the connection"
  private var isClosed = false

  init(greeted: EventLoopPromise<Void>, hear: @escaping @Sendable (ServerLine) -> Void) {
    self.greeted = greeted
    self.hear = hear
  }

  /// Takes note of a request that was sent.
  func expect(_ promise: EventLoopPromise<Answer>) {
    if isClosed { return promise.fail(LoadError(reason)) }
    waiting.append(promise)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    if unread.readableBytes == 0 { unread = bytes } else { unread.writeBuffer(&bytes) }
    while case .line(let line)? = framer.next(in: &unread) {
      guard let line = try? ServerLineParser.parse(line) else {
        reason = "the server sent a line that cannot be read"
        return context.close(promise: nil)
      }
      take(line)
    }
  }

  private func take(_ line: ServerLine) {
    switch line.kind {
    case .hello: greeted.succeed()
    case .event: hear(line)
    case .ping, .pong: return
    case .data, .note, .warn: before.append(line)
    case .error(let number, _) where number >= 900 || waiting.isEmpty:
      reason = Answer(before: [], last: line).text
    case .ok, .error:
      let answer = Answer(before: before, last: line)
      before = []
      waiting.popFirst()?.succeed(answer)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    reason = "\(error)"
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    isClosed = true
    greeted.fail(LoadError(reason))
    while let promise = waiting.popFirst() { promise.fail(LoadError(reason)) }
  }
}
