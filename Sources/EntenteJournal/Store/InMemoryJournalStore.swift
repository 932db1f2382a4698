import Synchronization

/// A store that forgets everything with the process: for tests, rehearsals and looking at an
/// exported file. It keeps the same promises as a store on disk, but for durability.
package final class InMemoryJournalStore: JournalStore {
  let contents = Mutex(Contents())

  /// An empty store.
  package init() {}

  /// Makes every later commit fail with `error` and write nothing, until called with nil: a disk
  /// that is full or broken, at the moment a test needs it.
  package func refuseCommits(with error: JournalError?) {
    contents.withLock { $0.refusal = error }
  }

  /// Gives the store up: later calls throw `closed`.
  package func close() throws(JournalError) {
    contents.withLock { $0.isClosed = true }
  }

  /// What the store holds.
  struct Contents {
    var isClosed = false
    var refusal: JournalError?
    var packages: [[UInt8]: [UInt8]] = [:]
    var sessions: [String: SessionRecord] = [:]
    /// Own entries of each session, the first at index 0.
    var entries: [String: [JournalEntry]] = [:]
    /// Where the entry of a key stands in its session's list.
    var keys: [KeyPlace: Int] = [:]
    /// Sessions by the key that created them.
    var creations: [CreationPlace: String] = [:]
    var members: [String: [String: MemberRecord]] = [:]
    var joinCodes: [[UInt8]: JoinCodeRecord] = [:]
    var accounts: [String: AccountRecord] = [:]
    var snapshots: [String: [Snapshot]] = [:]
    var checkpoints: [String: [Checkpoint]] = [:]
    var meta: [String: String] = [:]
  }

  struct KeyPlace: Hashable {
    var session: String
    var actor: String
    var key: String
  }

  struct CreationPlace: Hashable {
    var actor: String
    var key: String
  }

  /// Reads the contents of a store that is still open.
  func read<Value: Sendable>(
    _ body: (inout Contents) throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    try contents.withLock { contents throws(JournalError) in
      guard !contents.isClosed else { throw JournalError(.closed, "the store is closed") }
      return try body(&contents)
    }
  }
}
