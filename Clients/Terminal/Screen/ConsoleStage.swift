import EntenteClient
import EntenteWire
import Foundation

/// Does what a console wants done: the one place where the terminal client touches the world.
final class ConsoleStage {
  private let options: TerminalOptions
  private let device: TerminalDevice
  private let isPlain: Bool
  private let feed: AsyncStream<ConsoleInput>.Continuation
  private let history: HistoryFile?
  private var client: LineClient?
  private var timer: Task<Void, Never>?

  /// A stage without a connection; what happens on it comes back through `feed`.
  init(
    _ options: TerminalOptions, _ device: TerminalDevice, isPlain: Bool,
    feed: AsyncStream<ConsoleInput>.Continuation
  ) {
    self.options = options
    self.device = device
    self.isPlain = isPlain
    self.feed = feed
    history = options.historyFile.map { HistoryFile(path: $0) }
  }

  /// Milliseconds since 1970.
  var now: Int { Int(Date().timeIntervalSince1970 * 1000) }

  /// Does `actions` in order. Returns the status of the program when one of them ends it.
  func perform(_ actions: [ConsoleAction]) -> Int32? {
    for action in actions {
      switch action {
      case .write(let text):
        // Nobody reads any more, as behind `| head`: there is nobody left to play for.
        guard device.write(text) else { return finish(0) }
      case .begin(let identity): begin(identity)
      case .submit(let ticket, let request, let body):
        client?.submit(ticket: ticket, request, body: body)
      case .saw(let v): client?.saw(v)
      case .remember(let line): history?.append(line)
      case .wake(let milliseconds): wake(after: milliseconds)
      case .leave: client?.leave()
      case .finish(let status): return finish(status)
      }
    }
    return nil
  }

  private func begin(_ identity: ClientIdentity) {
    let client = LineClient(
      TerminalClient.clientOptions(options, identity, isPlain: isPlain))
    self.client = client
    let feed = feed
    Task { for await item in client.news { feed.yield(.news(item)) } }
  }

  private func wake(after milliseconds: Int) {
    timer?.cancel()
    let feed = feed
    timer = Task {
      try? await Task.sleep(for: .milliseconds(milliseconds))
      if !Task.isCancelled { feed.yield(.woke) }
    }
  }

  private func finish(_ status: Int32) -> Int32 {
    timer?.cancel()
    client?.leave()
    feed.finish()
    return status
  }
}
