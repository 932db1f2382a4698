import Synchronization

/// A whole session outside any store: one file of JSON lines that replays and verifies with no
/// server. A branch brings its ancestors along, each up to where it was left.
///
/// The lines are, in this order: one `archive`; the `package` lines; then for every session, the
/// oldest first, its `session` line, its `entry` lines and its `checkpoint` lines; one `end`. Every
/// line is a canonical JSON object with that word as its only key. Bytes that are text stand as
/// text, others as `{"hex":"…"}`. Reading a file and writing it again gives the same bytes.
package struct SessionArchive: Sendable, Hashable {
  /// The format this program writes and reads.
  package static let format = "entente/a1"

  /// A session in the file.
  package struct Part: Sendable, Hashable {
    /// The session; its head is the last entry in the file.
    package var record: SessionRecord
    /// Its entries in order.
    package var entries: [JournalEntry] = []
    /// Its published heads, as far as the entries reach.
    package var checkpoints: [Checkpoint] = []
  }

  /// The session the file is about.
  package var session: String
  /// The exercise packages its sessions play.
  package var packages: [StoredPackage] = []
  /// The session and its ancestors, the oldest first.
  package var parts: [Part] = []

  /// An archive without content yet.
  init(session: String) { self.session = session }

  /// Takes a session, or a branch with its ancestors, out of a store. Throws `missing` when one of
  /// them, or a package, is not there.
  package init(_ session: String, from store: any JournalStore) throws(JournalError) {
    self.session = session
    for segment in try store.lineage(of: session) {
      try addPackage(segment.session.packageHash, from: store)
      parts.append(try Self.part(segment, from: store))
    }
  }

  private mutating func addPackage(
    _ hash: [UInt8], from store: any JournalStore
  ) throws(JournalError) {
    guard !packages.contains(where: { $0.hash == hash }) else { return }
    guard let bytes = try store.package(hash) else {
      throw JournalError(.missing, "there is no package \(HexText.text(of: hash))")
    }
    packages.append(StoredPackage(bytes: bytes))
  }

  private static func part(
    _ segment: LineageSegment, from store: any JournalStore
  ) throws(JournalError) -> Part {
    var part = Part(record: segment.session)
    let id = segment.session.id
    try store.forEachEntry(of: id, after: .min, through: segment.last) { entry in
      part.entries.append(entry.copied(session: id))
      return .next
    }
    part.checkpoints = try store.checkpoints(of: id).filter { $0.sequence <= segment.last }
    if segment.last < segment.session.headSequence, let last = part.entries.last {
      part.record.headSequence = segment.last
      part.record.headHash = last.hash
    }
    return part
  }

  /// Checks every session in the file against its chain, its package and its published heads: the
  /// verdict of the first that is broken, or of the session itself. Needs no server.
  package func verify(body: JournalVerifier.BodyCheck? = nil) throws(JournalError) -> ChainVerdict {
    try JournalVerifier(InMemoryJournalStore(holding: self))
      .verifyLineage(of: session, body: body)
  }

  /// Puts the sessions into a store, in one transaction, and returns how many entries were new:
  /// 0 when all of it was there already. A session the store has in part is continued.
  ///
  /// Throws `damaged` when the archive does not verify and `conflict` when the store has another
  /// session of the same name; the store is then as before.
  @discardableResult
  package func restore(into store: any JournalStore) throws(JournalError) -> Int {
    if case .broken(let sequence, let reason) = try verify() {
      throw JournalError(.damaged, "entry \(sequence) of the archive: \(reason)")
    }
    var batch = JournalBatch()
    batch.packages = packages
    for part in parts { try add(part, to: &batch, for: store) }
    try store.commit(batch)
    return batch.entries.count
  }

  private func add(
    _ part: Part, to batch: inout JournalBatch, for store: any JournalStore
  ) throws(JournalError) {
    let id = part.record.id
    guard let present = try store.session(id) else {
      batch.sessions.append(part.record.withoutEntries)
      batch.entries += part.entries
      batch.checkpoints += part.checkpoints
      return
    }
    // A hash stands for all before it, so the last entry both have decides about the rest.
    let common = min(present.headSequence, part.record.headSequence)
    let mine = part.hash(at: common)
    let theirs = try store.entries(of: id, after: common - 1, limit: 1).first?.hash
    guard present.genesis == part.record.genesis, mine == theirs || common < part.firstSequence
    else {
      throw JournalError(.conflict, "the store has another session called \(id)")
    }
    let new = part.entries.filter { $0.sequence > present.headSequence }
    batch.entries += new
    batch.checkpoints += part.checkpoints
    if !new.isEmpty { batch.statuses.append(.init(session: id, status: part.record.status)) }
  }
}

extension SessionArchive.Part {
  fileprivate var firstSequence: Int { record.firstSequence }

  fileprivate func hash(at sequence: Int) -> [UInt8]? {
    entries.first { $0.sequence == sequence }?.hash
  }
}

extension SessionRecord {
  /// The same session as it was before its first entry.
  fileprivate var withoutEntries: SessionRecord {
    SessionRecord(
      id: id, packageHash: packageHash, rulesID: rulesID, seed: seed, parent: parent,
      forkSequence: forkSequence, createdMilliseconds: createdMilliseconds, status: status)
  }
}

extension InMemoryJournalStore {
  /// A store with what an archive holds, sound or not: to verify, replay and report a file without
  /// importing it.
  package convenience init(holding archive: SessionArchive) {
    self.init()
    contents.withLock { contents in
      for package in archive.packages { contents.packages[package.hash] = package.bytes }
      for part in archive.parts { contents.hold(part) }
    }
  }
}
