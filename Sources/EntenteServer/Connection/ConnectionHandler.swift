import EntenteHost
import EntenteWire
import Logging
import NIOCore
import NIOSSL

/// One connection between its socket and the host: cuts lines out of the bytes that come, gives
/// them to the host one by one, and joins all that the host answers in one tick into one write.
///
/// It stops in front of a line, and then stops reading, while the peer does not read, while too
/// many replies wait for the disk, or while the bucket of requests is empty. So what it holds is
/// bounded by one read and two marks of output, whatever the peer does.
final class ConnectionHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// Why no line is taken at the moment.
  struct Pause: OptionSet {
    let rawValue: UInt8
    /// Replies wait for the disk.
    static let inFlight = Pause(rawValue: 1)
    /// The peer does not read what it was sent.
    static let unwritable = Pause(rawValue: 2)
    /// The bucket of requests is empty.
    static let slowed = Pause(rawValue: 4)
    /// A password is being compared.
    static let authenticating = Pause(rawValue: 8)
  }

  /// Bytes of output beyond which nothing is added: a screen of history fits several times.
  static let outputMark = 64 * 1024
  /// Bytes of input that may wait in a pause. One read stays far below; only who ends the own half
  /// in a pause has all that is on the way read at once.
  static let inputMax = 1024 * 1024
  /// Time for the peer to read the last line before the connection is cut.
  static let linger = TimeAmount.seconds(1)

  let core: ServerCore
  /// What stands in front of an encrypted connection; nil for plain text.
  let door: EncryptionDoor?
  var context: ChannelHandlerContext?
  var connection: HostConnection?
  var framer = LineFramer()
  /// What came and was not taken yet.
  var unread: ByteBuffer?
  /// What was written in this tick.
  var output: ByteBuffer?
  /// Bytes given to the channel since the beginning.
  var written = 0
  var pause: Pause = []
  var pacer: RequestPacer
  var watch: ConnectionWatch
  var outputMax = WireLimits.BeforeLogin.queuedBytes
  /// The channel asked for more bytes while there was a pause.
  var wantsRead = false
  /// The host had more to write than may wait here.
  var owesEvents = false
  var isWakeScheduled = false
  /// The peer will send nothing more.
  var inputEnded = false
  /// When the connection is cut; set as soon as its last line was written.
  var cutAt: NIODeadline?

  init(core: ServerCore, behind door: EncryptionDoor? = nil) {
    self.core = core
    self.door = door
    let now = core.now()
    pacer = RequestPacer(at: now)
    watch = ConnectionWatch(at: now)
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelActive(context: ChannelHandlerContext) {
    core.add(self)
    guard let peer = context.remoteAddress, door != nil || core.plain.admits(peer) else {
      let error = WireError(.forbidden, [], "This server takes no plain connections from there.")
      write(ServerLinePrinter.bytes(ServerLine(error), as: .text))
      return close()
    }
    connection = core.host.connect(
      address: peer.ipAddress ?? "", isEncrypted: door != nil, sink: self)
    core.host.flushDirty()
  }

  func channelInactive(context: ChannelHandlerContext) {
    core.remove(self)
    if let connection, !connection.isClosed { core.host.disconnect(connection) }
    connection = nil
    unread = nil
    output = nil
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if cutAt != nil { return }
    var bytes = unwrapInboundIn(data)
    if unread == nil { unread = bytes } else { unread?.writeBuffer(&bytes) }
    takeLines()
    if let unread, unread.readableBytes > Self.inputMax, let connection {
      let error = WireError(
        .flood, [WireField("limit", Self.inputMax)],
        "You sent \(Self.inputMax) bytes and more ahead of the answers.")
      core.host.close(connection, error)
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) { core.host.flushDirty() }

  func read(context: ChannelHandlerContext) {
    if pause.isEmpty { context.read() } else { wantsRead = true }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable, owesEvents || pause.contains(.unwritable) { scheduleWake() }
    context.fireChannelWritabilityChanged()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed? = event as? ChannelEvent {
      inputEnded = true
      closeWhenAnswered()
    } else if event is EncryptionDoor.PlainKnock {
      if let connection { core.host.disconnect(connection) }
      cutAt = core.now() + Self.linger
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // The peer's half ended without a goodbye of TLS, as with half the programs in use. Nothing can
    // be cut short by that: a line counts when it has its end. The end itself is told by an event.
    if case NIOSSLError.uncleanShutdown = error { return }
    core.logger.debug("connection lost", metadata: ["error": "\(error)"])
    context.close(promise: nil)
  }

  /// Goes on where a pause or a slow peer stopped, as far as that has passed.
  func wake() {
    isWakeScheduled = false
    guard context != nil, cutAt == nil, let connection else { return }
    if connection.heldCount < core.host.options.inFlightMax { pause.remove(.inFlight) }
    if hasRoom { pause.remove(.unwritable) }
    pause.remove(.slowed)
    if !connection.isAuthenticating { pause.remove(.authenticating) }
    takeLines()
    owesEvents = false
    connection.pump()
    flush()
    core.host.flushDirty()
    if pause.isEmpty, wantsRead {
      wantsRead = false
      context?.read()
    }
    closeWhenAnswered()
  }

  /// Wakes at the end of this tick, so that others get their turn in between.
  func scheduleWake() {
    guard !isWakeScheduled, let context else { return }
    isWakeScheduled = true
    context.eventLoop.assumeIsolated().execute { self.wake() }
  }

  /// Whether the peer has ended its half and has all its answers.
  var isAnswered: Bool {
    inputEnded && pause.isEmpty && !(connection?.isHolding ?? false)
  }

  /// After the peer's last byte: answers what is left, then closes.
  func closeWhenAnswered() {
    guard inputEnded, let context else { return }
    if cutAt != nil { return context.close(promise: nil) }
    guard let connection, isAnswered else { return }
    core.host.disconnect(connection)
    close()
  }
}
