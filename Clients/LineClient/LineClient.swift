package import EntenteWire
import NIOCore
import NIOPosix

/// A connection to a server that survives its own breaks: it logs in, sends requests, gives out
/// every event once, and after a break resumes and sends again what was not answered. It lives
/// until `leave` or an end that the server gives it. To be used from anywhere.
package final class LineClient: Sendable {
  /// Everything the client has to tell, in order, for one reader; ends with `ended`.
  package let news: AsyncStream<ClientNews>
  private let loop: any EventLoop
  private let driver: NIOLoopBoundBox<ClientDriver?>

  /// A client that begins to connect at once. `keyPrefix` must be different in every run of a
  /// program; nil draws one by chance.
  package init(_ options: ClientOptions, keyPrefix: String? = nil) {
    let (news, continuation) = AsyncStream.makeStream(of: ClientNews.self)
    let loop = options.loop ?? MultiThreadedEventLoopGroup.singleton.next()
    let driver = NIOLoopBoundBox.makeEmptyBox(valueType: ClientDriver.self, eventLoop: loop)
    self.news = news
    self.loop = loop
    self.driver = driver
    let prefix = keyPrefix ?? Self.randomPrefix()
    loop.execute {
      let made = ClientDriver(options, loop: loop, keyPrefix: prefix, news: continuation)
      driver.value = made
      made.run { $0.start() }
    }
  }

  /// 48 random bits in hexadecimal: two runs of all programs of a class share none.
  private static func randomPrefix() -> String {
    let digits = String(UInt64.random(in: 0..<(1 << 48)), radix: 16)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// Connects and logs in; throws when that does not succeed. For programs, which then use
  /// `request` and `events`: what was told until then is taken out of `news`.
  package static func open(_ options: ClientOptions) async throws(ClientError) -> LineClient {
    let client = LineClient(options)
    for await item in client.news {
      switch item {
      case .state(.entered): return client
      case .state(.ended(let error)):
        throw error ?? ClientError(.closed, "The connection was ended.")
      default: continue
      }
    }
    throw ClientError(.closed, "The connection was ended.")
  }

  /// Sends a request, with the body that follows it where there is one, and waits for its reply,
  /// however many connections that takes. An `ERR` is a reply like any other; throws only when the
  /// connection has ended for good.
  package func request(
    _ request: RequestLine, body: String? = nil
  ) async throws(ClientError) -> Reply {
    let result = await withCheckedContinuation { waiter in
      loop.execute { [driver] in driver.value?.ask(request, body: body, waiter) }
    }
    return try result.get()
  }

  /// Sends a request whose reply is told as news under `ticket`, a number from 0 of the caller's.
  package func submit(ticket: Int, _ request: RequestLine, body: String? = nil) {
    precondition(ticket >= 0, "tickets below 0 belong to the client itself")
    change { $0.submit(ticket: ticket, request, body: body) }
  }

  /// The caller has shown or handled all events up to `v`; the next run of the program goes on
  /// behind it.
  package func saw(_ v: Int) { change { $0.saw(v) } }

  /// Says goodbye and ends; `news` tells when that is done.
  package func leave() { change { $0.leave() } }

  /// The events of `news` alone; to be used instead of it, by one reader.
  package var events: AsyncStream<ServerLine> {
    let news = news
    return AsyncStream { continuation in
      let task = Task {
        for await item in news {
          if case .event(let line) = item { continuation.yield(line) }
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  private func change(_ change: @escaping @Sendable (inout Conversation) -> Void) {
    loop.execute { [driver] in driver.value?.run(change) }
  }
}
