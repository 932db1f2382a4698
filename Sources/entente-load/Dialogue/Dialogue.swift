import EntenteWire
import NIOCore
import NIOPosix

/// A connection for what is said once: requests and their replies, one after the other or many at
/// a time.
struct Dialogue: Sendable {
  private let channel: any Channel
  private let handler: NIOLoopBound<DialogueHandler>

  /// Connects and waits for the greeting. `hear` gets every event, in order, on the loop of the
  /// loads.
  static func open(
    _ endpoint: Endpoint, hear: @escaping @Sendable (ServerLine) -> Void = { _ in }
  ) async throws -> Dialogue {
    let loop = LoadField.loop
    let greeted = loop.makePromise(of: Void.self)
    let made = loop.makePromise(of: Dialogue.self)
    ClientBootstrap(group: loop)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let handler = DialogueHandler(greeted: greeted, hear: hear)
          try channel.pipeline.syncOperations.addHandler(handler)
          made.succeed(
            Dialogue(channel: channel, handler: NIOLoopBound(handler, eventLoop: loop)))
        }
      }
      .connect(host: endpoint.host, port: endpoint.port).whenFailure { error in
        made.fail(error)
        greeted.fail(error)
      }
    let dialogue = try await made.futureResult.get()
    try await greeted.futureResult.get()
    return dialogue
  }

  /// Sends a line and waits for its reply. Throws when the connection ends before.
  func ask(_ line: String) async throws -> Answer { try await send([line])[0].get() }

  /// Sends lines at once and waits for all replies.
  func ask(all lines: [String]) async throws -> [Answer] {
    var answers: [Answer] = []
    for future in send(lines) { answers.append(try await future.get()) }
    return answers
  }

  /// Sends a line whose reply has to be `OK`.
  @discardableResult
  func demand(_ line: String) async throws -> Answer {
    let answer = try await ask(line)
    guard answer.isOK else { throw LoadError("\(line.prefix(60)) was answered: \(answer.text)") }
    return answer
  }

  private func send(_ lines: [String]) -> [EventLoopFuture<Answer>] {
    let (channel, handler) = (self.channel, self.handler)
    let promises = lines.map { _ in channel.eventLoop.makePromise(of: Answer.self) }
    let text = lines.map { $0 + "\n" }.joined()
    channel.eventLoop.execute {
      for promise in promises { handler.value.expect(promise) }
      channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
    }
    return promises.map(\.futureResult)
  }

  func close() async { try? await channel.close().get() }
}
