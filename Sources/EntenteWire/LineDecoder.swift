package import NIOCore

/// `LineFramer` as a step of a channel's pipeline. A class, so that the limit can be raised after
/// login while the pipeline holds it; it belongs to its channel's event loop.
package final class LineDecoder: ByteToMessageDecoder {
  /// What the next step of the pipeline gets.
  package typealias InboundOut = WireInput

  private var framer: LineFramer

  /// A decoder at the start of a connection.
  package init(_ framer: LineFramer = LineFramer()) { self.framer = framer }

  /// The longest line in bytes, without its end.
  package var lineBytesMax: Int {
    get { framer.lineBytesMax }
    set { framer.lineBytesMax = newValue }
  }

  /// Passes on one input, if a whole one is there.
  package func decode(
    context: ChannelHandlerContext, buffer: inout ByteBuffer
  ) -> DecodingState {
    guard let input = framer.next(in: &buffer) else { return .needMoreData }
    context.fireChannelRead(wrapInboundOut(input))
    return .continue
  }

  /// Passes on the whole lines that are left; a line without its end was never said.
  package func decodeLast(
    context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
  ) -> DecodingState {
    decode(context: context, buffer: &buffer)
  }
}
