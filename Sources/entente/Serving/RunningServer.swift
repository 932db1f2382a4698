import EntenteHost
import EntenteJournal
import EntenteJournalSQLite
import EntenteServer
import Foundation
import Logging
import NIOCore
import NIOPosix

/// A server of this process: its store, its host and its sockets.
struct RunningServer: Sendable {
  let server: LineServer
  let store: SQLiteJournalStore
  private let host: NIOLoopBound<EntenteHost.Host>

  /// What to serve, and how.
  struct Plan: Sendable {
    var data: String
    var shelf: ExerciseShelf
    var sockets = ServerOptions()
    var options = HostOptions()
    var logger: Logger
    /// A facilitator's account that lives as long as the server: its token.
    var privateToken: String?
  }

  /// The account of a server that `play` starts for itself.
  private static let privateAccount = "play"

  /// Opens the data folder and listens.
  static func start(_ plan: Plan) async throws -> RunningServer {
    let store = try SQLiteJournalStore(folder: plan.data)
    do {
      try Self.setPrivateToken(plan.privateToken, in: store)
      let loop = MultiThreadedEventLoopGroup.singleton.next()
      // Whoever comes over a network names exercises, not folders of this machine.
      let isLocal = plan.sockets.plain.insecureLAN.isEmpty && plan.sockets.encryption == nil
      let source = plan.shelf.source(allowingPaths: isLocal)
      let host = try await loop.submit {
        let host = EntenteHost.Host(
          loop: loop, environment: Serving.environment, store: store, exercises: source,
          rules: Serving.rules, options: plan.options, logger: plan.logger)
        host.onUnknownOutcome = { Self.abandonSoon() }
        try host.open()
        return NIOLoopBound(host, eventLoop: loop)
      }.get()
      let server = try await LineServer.start(host, options: plan.sockets, logger: plan.logger)
      return RunningServer(server: server, store: store, host: host)
    } catch {
      try? store.close()
      throw error
    }
  }

  /// The facilitator's token, if this is the first start of the folder.
  func firstToken() async throws -> String? {
    let host = host
    return try await host.eventLoop.submit { try host.value.firstFacilitatorToken() }.get()
  }

  /// Ends the account of `play` and the store; the sockets have to be drained. What bots or the
  /// clock decided last is waited for, like everything else that was decided.
  func close() async throws {
    let host = host
    let deadline = NIODeadline.now() + Self.lastCommits
    var isAhead = true
    while isAhead, NIODeadline.now() < deadline {
      isAhead = try await host.eventLoop.submit {
        // What comes after this may fail: the store is about to close.
        host.value.onUnknownOutcome = nil
        return host.value.isAhead
      }.get()
      if isAhead { try await Task.sleep(for: .milliseconds(5)) }
    }
    try Self.setPrivateToken(nil, in: store)
    try store.close()
  }

  private static let lastCommits = TimeAmount.seconds(2)

  /// Gives the private account this token, or none: then an account that a crash left behind opens
  /// nothing any more, and does not count as a facilitator's.
  private static func setPrivateToken(
    _ token: String?, in store: SQLiteJournalStore
  ) throws(JournalError) {
    let known = try store.accounts().contains { $0.name == privateAccount && !$0.isRevoked }
    guard known || token != nil else { return }
    var batch = JournalBatch()
    batch.accounts = [
      AccountRecord(
        name: privateAccount, role: token == nil ? "none" : "facilitator", kind: "token",
        secretHash: Secret.hash(of: token ?? ""), createdMilliseconds: Serving.environment.now(),
        isRevoked: token == nil)
    ]
    try store.commit(batch)
  }

  /// Seconds until the process ends after a commit whose outcome nobody knows: the answers that say
  /// so still go out.
  private static let lastWordsSeconds = 0.4

  private static func abandonSoon() {
    DispatchQueue.global().asyncAfter(deadline: .now() + lastWordsSeconds) {
      Ending.abandon(
        Failure(
          .diskError,
          "The disk failed while saving, so nobody knows what it has; check it and start again: "
            + "what was answered OK is there, and clients ask again for the rest."))
    }
  }
}
