/// Everything that one transaction writes: all of it is durable after the commit, or none of it.
package struct JournalBatch: Sendable {
  /// A session that is now in another state of play.
  package struct StatusChange: Sendable, Hashable {
    /// The session.
    package var session: String
    /// Its status from now on.
    package var status: String

    /// A change of a session's status.
    package init(session: String, status: String) {
      self.session = session
      self.status = status
    }
  }

  /// A fact about the whole store.
  package struct MetaRow: Sendable, Hashable {
    /// Its name; `schema` belongs to the store itself.
    package var key: String
    /// Its value.
    package var value: String

    /// A named value, replacing one of the same name.
    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// New packages; one that is there already is left as it is.
  package var packages: [StoredPackage] = []
  /// New sessions, written before the entries.
  package var sessions: [SessionRecord] = []
  /// New entries, of one or several sessions. Those of one session stand in order and go on from
  /// its head; the head moves with them.
  package var entries: [JournalEntry] = []
  /// Sessions in a new state of play; the last word wins.
  package var statuses: [StatusChange] = []
  /// New or changed members.
  package var members: [MemberRecord] = []
  /// New or changed join codes.
  package var joinCodes: [JoinCodeRecord] = []
  /// New or changed accounts.
  package var accounts: [AccountRecord] = []
  /// New snapshots.
  package var snapshots: [Snapshot] = []
  /// Heads that were published.
  package var checkpoints: [Checkpoint] = []
  /// Facts about the store.
  package var meta: [MetaRow] = []

  /// A batch that writes nothing yet.
  package init() {}

  /// A batch of entries alone.
  package init(entries: [JournalEntry]) { self.entries = entries }

  /// How much of a group the batch takes up: its entries, at least one.
  package var weight: Int { max(1, entries.count) }

  /// Adds everything of `other` behind what is here, for one transaction.
  package mutating func append(_ other: JournalBatch) {
    packages += other.packages
    sessions += other.sessions
    entries += other.entries
    statuses += other.statuses
    members += other.members
    joinCodes += other.joinCodes
    accounts += other.accounts
    snapshots += other.snapshots
    checkpoints += other.checkpoints
    meta += other.meta
  }

  /// The first and last entry of every session in the batch, sessions in order of appearance.
  /// Throws `conflict` where a session's entries do not follow each other, a hash or digest is not
  /// 32 bytes, an actor or key is empty, or a new session does not begin at its genesis: such a
  /// batch never reaches a store.
  package func runs() throws(JournalError) -> [EntryRun] {
    for session in sessions { try Self.checkShape(of: session) }
    var runs: [EntryRun] = []
    var places: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      try Self.checkShape(of: entry)
      guard let place = places[entry.session] else {
        places[entry.session] = runs.count
        runs.append(EntryRun(session: entry.session, first: entry.sequence, last: index))
        continue
      }
      let before = entries[runs[place].last].sequence
      guard entry.sequence == before &+ 1 else {
        throw JournalError(
          .conflict, "entry \(entry.sequence) of \(entry.session) follows entry \(before)")
      }
      runs[place].last = index
    }
    assert(runs.count <= entries.count, "Every run has an entry.")
    return runs
  }

  private static func checkShape(of session: SessionRecord) throws(JournalError) {
    guard session.headHash == session.genesis, session.headSequence == session.firstSequence &- 1
    else { throw JournalError(.conflict, "session \(session.id) does not begin at its genesis") }
    guard (session.parent == nil) == (session.forkSequence == nil), session.forkSequence ?? 1 >= 1
    else { throw JournalError(.conflict, "session \(session.id) is half a branch") }
  }

  private static func checkShape(of entry: JournalEntry) throws(JournalError) {
    let place = "entry \(entry.sequence) of \(entry.session)"
    guard entry.sequence >= 1 else { throw JournalError(.conflict, "\(place) is before the first") }
    guard entry.hash.count == HashChain.hashLength else {
      throw JournalError(.conflict, "\(place) is not sealed")
    }
    guard entry.digest.count == HashChain.hashLength else {
      throw JournalError(.conflict, "\(place) has a digest of \(entry.digest.count) bytes, not 32")
    }
    guard !entry.actor.isEmpty, entry.key != "" else {
      throw JournalError(.conflict, "\(place) has an empty actor or key")
    }
  }
}

/// The entries of one session in a batch.
package struct EntryRun: Sendable, Hashable {
  /// The session.
  package var session: String
  /// The sequence of its first entry in the batch.
  package var first: Int
  /// The place of its last entry in the batch's list.
  package var last: Int
}
