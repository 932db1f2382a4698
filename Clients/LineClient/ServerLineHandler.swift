import EntenteWire
import NIOCore

/// The end of a client's pipeline: lines come out as values.
final class ServerLineHandler: ChannelInboundHandler {
  typealias InboundIn = WireInput

  enum Arrival {
    case line(ServerLine)
    /// A line that is none of this protocol, cut short.
    case nonsense(String)
    case closed(String)
  }

  private let take: (Arrival) -> Void
  private var reason = "the connection was closed"

  /// `take` is called on the channel's event loop, with `closed` once and last.
  init(_ take: @escaping (Arrival) -> Void) { self.take = take }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .line(let bytes):
      do throws(WireError) {
        take(.line(try ServerLineParser.parse(bytes)))
      } catch {
        take(.nonsense(WireError.echo(String(buffer: bytes))))
      }
    case .tooLong: take(.nonsense("a line that is too long"))
    case .wrongProtocol(let other): take(.nonsense(other.rawValue))
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    reason = "\(error)"
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) { take(.closed(reason)) }
}
