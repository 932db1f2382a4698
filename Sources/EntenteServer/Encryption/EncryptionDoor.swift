import EntenteWire
import NIOCore

/// The outermost part of an encrypted connection: lets TLS in, and tells whoever speaks plain text
/// so, in plain text, before TLS refuses them in a language they cannot read.
final class EncryptionDoor: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// Told inwards when the peer was sent away.
  struct PlainKnock: Sendable {}

  /// The first byte of everything that begins TLS.
  private static let handshake: UInt8 = 0x16
  /// Time in which a program that speaks TLS has begun. Somebody at `nc` waits for a greeting.
  private static let patience = TimeAmount.seconds(5)

  private enum State { case closed, open, refused }

  private var state = State.closed
  /// Whether TLS has begun.
  var isOpen: Bool { state == .open }
  private var context: ChannelHandlerContext?
  private let opened: NIODeadline

  init(at now: NIODeadline) { opened = now }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if state == .closed {
      if unwrapInboundIn(data).readableBytesView.first == Self.handshake {
        state = .open
      } else {
        refuse()
      }
    }
    if state == .open { context.fireChannelRead(data) }
  }

  /// Sends somebody away who has not begun in time.
  func sweep(at now: NIODeadline) {
    if state == .closed, now - opened >= Self.patience { refuse() }
  }

  private func refuse() {
    guard let context else { return }
    state = .refused
    let error = WireError(
      .wrongProtocol, [WireField("found", "plain")],
      "This port speaks TLS; try entente join HOST --tls.")
    let line = ServerLinePrinter.bytes(ServerLine(error), as: .text)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: line)), promise: nil)
    // Our half first: the peer has time to read why.
    context.close(mode: .output, promise: nil)
    context.fireUserInboundEventTriggered(PlainKnock())
  }
}
