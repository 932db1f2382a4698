/// The one thing a writer of batches needs from a store.
package protocol JournalCommitting: Sendable {
  /// Writes the batch in one transaction and returns when it is durable. Throws `diskFull` or
  /// `conflict` when nothing was written, `unknownOutcome` when nobody can tell.
  func commit(_ batch: JournalBatch) throws(JournalError)
}

/// Where journals are kept. Every method blocks until it is done. One thread commits; reads may
/// come from any thread and see every batch committed before they began.
package protocol JournalStore: JournalCommitting {
  /// Gives the store up: later calls throw `closed`.
  func close() throws(JournalError)

  /// All sessions, oldest first, then by id.
  func sessions() throws(JournalError) -> [SessionRecord]
  /// One session, nil when there is none of that id.
  func session(_ id: String) throws(JournalError) -> SessionRecord?

  /// Up to `limit` entries of the session after a sequence, in order.
  func entries(
    of session: String, after sequence: Int, limit: Int
  ) throws(JournalError) -> [JournalEntry]
  /// The entry that an actor's key was recorded with in a session.
  func entry(of session: String, actor: String, key: String) throws(JournalError) -> JournalEntry?
  /// The first entry of whatever session an actor created with this key.
  func creation(actor: String, key: String) throws(JournalError) -> JournalEntry?
  /// Lends the session's own entries after `sequence` and up to `last`, in order, to `body`, which
  /// must not call the store.
  func forEachEntry(
    of session: String, after sequence: Int, through last: Int,
    _ body: (BorrowedEntry) -> EntryStep
  ) throws(JournalError)

  /// The bytes of a package, nil when it is not stored.
  func package(_ hash: [UInt8]) throws(JournalError) -> [UInt8]?
  /// The newest snapshot of the fold that is not after `sequence`.
  func latestSnapshot(
    of session: String, notAfter sequence: Int, foldID: String
  ) throws(JournalError) -> Snapshot?
  /// Forgets the snapshots of a session; a reader folds again.
  func removeSnapshots(of session: String) throws(JournalError)
  /// The published heads of a session, by sequence.
  func checkpoints(of session: String) throws(JournalError) -> [Checkpoint]

  /// The members of a session, by member name.
  func members(of session: String) throws(JournalError) -> [MemberRecord]
  /// The member whose token has this hash.
  func member(secretHash: [UInt8]) throws(JournalError) -> MemberRecord?
  /// The join codes of a session, oldest first, then by hash.
  func joinCodes(of session: String) throws(JournalError) -> [JoinCodeRecord]
  /// The join code with this hash.
  func joinCode(secretHash: [UInt8]) throws(JournalError) -> JoinCodeRecord?
  /// All accounts, by name.
  func accounts() throws(JournalError) -> [AccountRecord]
  /// A fact about the store.
  func meta(_ key: String) throws(JournalError) -> String?

  /// What is wrong with the store as a whole, one sentence each; empty when nothing is. The chain
  /// of a session is checked by ``JournalVerifier``.
  func integrityCheck() throws(JournalError) -> [String]
}

extension JournalStore {
  /// Stores a package and returns its address.
  @discardableResult
  package func putPackage(_ bytes: [UInt8]) throws(JournalError) -> [UInt8] {
    let package = StoredPackage(bytes: bytes)
    var batch = JournalBatch()
    batch.packages = [package]
    try commit(batch)
    return package.hash
  }

  /// Writes a session that has no entries yet.
  package func createSession(_ session: SessionRecord) throws(JournalError) {
    var batch = JournalBatch()
    batch.sessions = [session]
    try commit(batch)
  }

  /// The session and all that it branched from, the oldest first, each with the last sequence that
  /// counts for `session`. Throws `missing` where one of them is not there.
  package func lineage(of session: String) throws(JournalError) -> [LineageSegment] {
    var segments: [LineageSegment] = []
    var next: String? = session
    var last: Int?
    while let id = next {
      guard let record = try self.session(id) else {
        throw JournalError(.missing, "there is no session \(id)")
      }
      guard !segments.contains(where: { $0.session.id == id }) else {
        throw JournalError(.damaged, "session \(id) is its own ancestor")
      }
      assert(record.id == id, "The store answers with the session it was asked for.")
      let wanted = last ?? record.headSequence
      segments.append(LineageSegment(session: record, last: wanted))
      last = min(wanted, record.forkSequence ?? 0)
      next = record.parent
    }
    return segments.reversed()
  }

  /// Lends the whole history of a session in order, with the entries it shares with its ancestors.
  package func forEachEntryInLineage(
    of session: String, after sequence: Int = 0, through last: Int = .max,
    _ body: (BorrowedEntry) -> EntryStep
  ) throws(JournalError) {
    var stopped = false
    for segment in try lineage(of: session) where !stopped && segment.last > sequence {
      try forEachEntry(
        of: segment.session.id, after: max(sequence, segment.session.firstSequence - 1),
        through: min(last, segment.last)
      ) { entry in
        let step = body(entry)
        stopped = step == .stop
        return step
      }
    }
  }
}

/// One session of a branch's history and how much of it counts.
package struct LineageSegment: Sendable, Hashable {
  /// The session.
  package var session: SessionRecord
  /// The last sequence of it that belongs to the history.
  package var last: Int
}
