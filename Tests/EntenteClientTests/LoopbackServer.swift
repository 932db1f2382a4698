import EntenteWire
import NIOCore
import NIOPosix

/// `FakeServer` behind a real socket on a free port of loopback. Connections may be cut after a
/// given number of bytes.
final class LoopbackServer: Sendable {
  let port: Int
  private let listener: any Channel
  private let state: NIOLoopBoundBox<State>

  struct State {
    var server = FakeServer(token: "T")
    /// For each coming connection: the bytes after which it is cut; none cuts no more.
    var cuts: [Int]
  }

  static func start(cuts: [Int] = []) async throws -> LoopbackServer {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let state = NIOLoopBoundBox.makeBoxSendingValue(State(cuts: cuts), eventLoop: loop)
    let listener = try await ServerBootstrap(group: loop)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(CuttingHandler(state))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return LoopbackServer(listener, state)
  }

  private init(_ listener: any Channel, _ state: NIOLoopBoundBox<State>) {
    self.listener = listener
    self.state = state
    port = listener.localAddress?.port ?? 0
  }

  /// What the server knows now.
  func server() async throws -> FakeServer {
    try await listener.eventLoop.submit { [state] in state.value.server }.get()
  }

  func stop() async throws { try await listener.close() }

  private final class CuttingHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let state: NIOLoopBoundBox<State>
    private var left: Int?

    init(_ state: NIOLoopBoundBox<State>) { self.state = state }

    func channelActive(context: ChannelHandlerContext) {
      if !state.value.cuts.isEmpty { left = state.value.cuts.removeFirst() }
      write(state.value.server.connect(), context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      write(state.value.server.receive(Array(buffer: unwrapInboundIn(data))), context)
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
      let count = min(bytes.count, left ?? bytes.count)
      context.writeAndFlush(
        wrapOutboundOut(ByteBuffer(bytes: bytes[..<count])), promise: nil)
      guard let left else { return }
      self.left = left - count
      if count == left { context.close(promise: nil) }
    }
  }
}
