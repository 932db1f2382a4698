import EntenteHost
import EntenteWire
import NIOCore

// What the host writes.
extension ConnectionHandler: ConnectionSink {
  var isWritable: Bool {
    if hasRoom { return true }
    owesEvents = true
    return false
  }

  /// Whether the peer has read enough that more may be written.
  var hasRoom: Bool {
    guard let context, cutAt == nil else { return false }
    return (output?.readableBytes ?? 0) < outputMax && context.channel.isWritable
  }

  func write(_ bytes: [UInt8]) {
    guard cutAt == nil, let context else { return }
    if output == nil { output = context.channel.allocator.buffer(capacity: bytes.count) }
    output?.writeBytes(bytes)
  }

  func flush() {
    guard cutAt == nil, let context else { return }
    if let output {
      self.output = nil
      written += output.readableBytes
      context.writeAndFlush(wrapOutboundOut(output), promise: nil)
    }
    let isFree =
      pause.contains(.inFlight)
      && (connection.map { $0.heldCount < core.host.options.inFlightMax } ?? false)
    let mayGoOn = (owesEvents || pause.contains(.unwritable)) && hasRoom
    let isJudged = pause.contains(.authenticating) && connection?.isAuthenticating == false
    if isFree || mayGoOn || isAnswered || isJudged { scheduleWake() }
  }

  func didLogIn() {
    framer.lineBytesMax = WireLimits.lineBytes
    watch.isKnown = true
    outputMax = Self.outputMark
    let mark = ChannelOptions.Types.WriteBufferWaterMark(low: outputMax / 2, high: outputMax)
    try? context?.channel.syncOptions?.setOption(.writeBufferWaterMark, value: mark)
  }

  func close() {
    guard cutAt == nil, let context else { return }
    flush()
    cutAt = core.now() + Self.linger
    unread = nil
    pause = []
    // Closing our half first leaves the peer time to read why. Cutting at once while bytes of the
    // peer are unread would take the last line away from it.
    context.close(mode: .output, promise: nil)
    if inputEnded { context.close(promise: nil) }
    if wantsRead { context.read() }
  }
}
