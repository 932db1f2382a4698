/// Checks a session against its own hash chain, over the bytes as they are stored.
package struct JournalVerifier {
  /// Looks at an entry whose hash is right and says what is wrong with it, nil when nothing is.
  package typealias BodyCheck = (BorrowedEntry) -> String?

  private let store: any JournalStore

  /// A verifier for the sessions of a store. It only reads.
  package init(_ store: any JournalStore) { self.store = store }

  /// Checks the own entries of a session: sequence, chain, head, package, and every published head
  /// in the store or in `published`. Throws `missing` when there is no such session; trouble in
  /// reading its entries is a verdict, trouble in reaching the store an error.
  package func verify(
    _ session: String, published: [Checkpoint] = [], body: BodyCheck? = nil
  ) throws(JournalError) -> ChainVerdict {
    guard let record = try store.session(session) else {
      throw JournalError(.missing, "there is no session \(session)")
    }
    guard try hasPackage(of: record) else {
      return .broken(firstBadSequence: record.firstSequence, reason: .packageDiffers)
    }
    var heads: [Int: [[UInt8]]] = [:]
    for point in try store.checkpoints(of: session) + published where point.session == session {
      heads[point.sequence, default: []].append(point.headHash)
    }
    var walk = ChainWalk(record: record, published: heads, body: body)
    do throws(JournalError) {
      // From the lowest number there is: an entry slipped in before the first is found too.
      try store.forEachEntry(of: session, after: .min, through: .max) { walk.step($0) }
    } catch {
      guard error.code == .damaged || error.code == .unreadable else { throw error }
      return .broken(firstBadSequence: walk.next, reason: .unreadable)
    }
    return walk.verdict()
  }

  /// Checks a session and everything it shares with the sessions it branched from; the verdict is
  /// that of the oldest trouble, or of the session itself.
  package func verifyLineage(
    of session: String, body: BodyCheck? = nil
  ) throws(JournalError) -> ChainVerdict {
    for ancestor in try store.lineage(of: session).dropLast() {
      let verdict = try verify(ancestor.session.id, body: body)
      if case .broken(let sequence, _) = verdict, sequence <= ancestor.last { return verdict }
      guard ancestor.session.headSequence >= ancestor.last else {
        return .broken(
          firstBadSequence: ancestor.session.headSequence + 1, reason: .missing)
      }
    }
    return try verify(session, body: body)
  }

  private func hasPackage(of record: SessionRecord) throws(JournalError) -> Bool {
    guard let bytes = try store.package(record.packageHash) else { return false }
    return HashChain.digest(of: bytes) == record.packageHash
  }
}

/// One pass over the entries of a session.
private struct ChainWalk {
  private let record: SessionRecord
  private let published: [Int: [[UInt8]]]
  private let body: JournalVerifier.BodyCheck?
  private var chain: HashChain
  private var broken: ChainVerdict?
  /// The sequence that has to come next.
  private(set) var next: Int

  init(record: SessionRecord, published: [Int: [[UInt8]]], body: JournalVerifier.BodyCheck?) {
    self.record = record
    self.published = published
    self.body = body
    chain = HashChain(after: record.genesis)
    next = record.firstSequence
  }

  mutating func step(_ entry: BorrowedEntry) -> EntryStep {
    guard let reason = fault(of: entry) else {
      next &+= 1
      return .next
    }
    broken = .broken(firstBadSequence: next, reason: reason)
    return .stop
  }

  private mutating func fault(of entry: BorrowedEntry) -> ChainBreak? {
    guard entry.sequence == next else { return entry.sequence > next ? .missing : .altered }
    guard entry.sequence <= record.headSequence else { return .beyondHead }
    chain.advance(over: entry)
    guard chain.isHead(entry.hash) else { return .altered }
    if let heads = published[entry.sequence], heads.contains(where: { $0 != chain.head }) {
      return .checkpointDiffers
    }
    return body?(entry).map { .body($0) }
  }

  /// What the pass found, once no entry is left.
  func verdict() -> ChainVerdict {
    if let broken { return broken }
    assert(next >= record.firstSequence, "A pass only goes forward.")
    let furthest = published.keys.max() ?? 0
    guard next > record.headSequence, next > furthest else {
      return .broken(firstBadSequence: next, reason: .missing)
    }
    let last = next &- 1
    guard record.headSequence == last, record.headHash == chain.head else {
      return .broken(firstBadSequence: max(record.firstSequence, last), reason: .headDiffers)
    }
    return .intact(entries: next &- record.firstSequence, head: chain.head)
  }
}
