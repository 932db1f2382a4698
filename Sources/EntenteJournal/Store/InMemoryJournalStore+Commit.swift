extension InMemoryJournalStore {
  /// As ``JournalCommitting/commit(_:)``. Everything is checked before anything is written, so a
  /// refused batch leaves no trace.
  package func commit(_ batch: JournalBatch) throws(JournalError) {
    let runs = try batch.runs()
    try read { contents throws(JournalError) in
      if let refusal = contents.refusal { throw refusal }
      try contents.check(batch, runs: runs)
      contents.write(batch, runs: runs)
    }
  }
}

extension InMemoryJournalStore.Contents {
  /// Refuses what a database would refuse: unknown sessions and packages, a sequence that does not
  /// follow the head, a key used twice.
  func check(_ batch: JournalBatch, runs: [EntryRun]) throws(JournalError) {
    let newHeads = try newHeads(of: batch)
    for run in runs {
      let head = try known(run.session, newHeads)
      guard run.first == head + 1 else {
        throw JournalError(
          .conflict, "entry \(run.first) of \(run.session) does not follow its head \(head)")
      }
    }
    try checkKeys(of: batch.entries)
    let named =
      batch.statuses.map(\.session) + batch.members.map(\.session)
      + batch.joinCodes.map(\.session) + batch.snapshots.map(\.session)
      + batch.checkpoints.map(\.session)
    for session in named { _ = try known(session, newHeads) }
  }

  /// The heads of the sessions that the batch creates, each with its package and parent.
  private func newHeads(of batch: JournalBatch) throws(JournalError) -> [String: Int] {
    var heads: [String: Int] = [:]
    for session in batch.sessions {
      guard sessions[session.id] == nil, heads[session.id] == nil else {
        throw JournalError(.conflict, "session \(session.id) is there already")
      }
      guard
        packages[session.packageHash] != nil
          || batch.packages.contains(where: { $0.hash == session.packageHash })
      else {
        throw JournalError(.conflict, "the package of session \(session.id) is not stored")
      }
      if let parent = session.parent, let fork = session.forkSequence {
        guard try fork <= headAfter(batch, of: parent, heads) else {
          throw JournalError(
            .conflict, "session \(session.id) branches from \(parent) after its last entry")
        }
      }
      heads[session.id] = session.headSequence
    }
    return heads
  }

  /// The head a parent will have once the batch is written.
  private func headAfter(
    _ batch: JournalBatch, of session: String, _ newHeads: [String: Int]
  ) throws(JournalError) -> Int {
    let last = batch.entries.last { $0.session == session }?.sequence
    return max(try known(session, newHeads), last ?? 0)
  }

  /// The head of a session in the store or in the batch.
  private func known(_ session: String, _ newHeads: [String: Int]) throws(JournalError) -> Int {
    guard let head = newHeads[session] ?? sessions[session]?.headSequence else {
      throw JournalError(.conflict, "there is no session \(session)")
    }
    return head
  }

  private func checkKeys(of entries: [JournalEntry]) throws(JournalError) {
    var newKeys: Set<InMemoryJournalStore.KeyPlace> = []
    var newCreations: Set<InMemoryJournalStore.CreationPlace> = []
    for entry in entries {
      guard let key = entry.key else { continue }
      let place = InMemoryJournalStore.KeyPlace(
        session: entry.session, actor: entry.actor, key: key)
      let creation = InMemoryJournalStore.CreationPlace(actor: entry.actor, key: key)
      guard keys[place] == nil, newKeys.insert(place).inserted else {
        throw JournalError(.conflict, "\(entry.actor) used key \(key) before in \(entry.session)")
      }
      guard entry.sequence == 1 else { continue }
      guard creations[creation] == nil, newCreations.insert(creation).inserted else {
        throw JournalError(.conflict, "\(entry.actor) created a session with key \(key) before")
      }
    }
  }

  /// Writes a batch that was checked.
  mutating func write(_ batch: JournalBatch, runs: [EntryRun]) {
    for package in batch.packages where packages[package.hash] == nil {
      packages[package.hash] = package.bytes
    }
    for session in batch.sessions { sessions[session.id] = session }
    for entry in batch.entries { write(entry) }
    for run in runs {
      sessions[run.session]?.headSequence = batch.entries[run.last].sequence
      sessions[run.session]?.headHash = batch.entries[run.last].hash
    }
    for change in batch.statuses { sessions[change.session]?.status = change.status }
    for member in batch.members { members[member.session, default: [:]][member.member] = member }
    for code in batch.joinCodes { joinCodes[code.secretHash] = code }
    for account in batch.accounts { accounts[account.name] = account }
    for snapshot in batch.snapshots { write(snapshot) }
    for checkpoint in batch.checkpoints { write(checkpoint) }
    for row in batch.meta { meta[row.key] = row.value }
  }

  /// Takes a session out of an archive as it is, without a check.
  mutating func hold(_ part: SessionArchive.Part) {
    sessions[part.record.id] = part.record
    for entry in part.entries { write(entry) }
    checkpoints[part.record.id] = part.checkpoints
  }

  private mutating func write(_ entry: JournalEntry) {
    if let key = entry.key {
      let place = InMemoryJournalStore.KeyPlace(
        session: entry.session, actor: entry.actor, key: key)
      keys[place] = entries[entry.session]?.count ?? 0
      if entry.sequence == 1 {
        creations[.init(actor: entry.actor, key: key)] = entry.session
      }
    }
    assert(entry.hash.count == HashChain.hashLength, "An entry is sealed before it is kept.")
    entries[entry.session, default: []].append(entry)
  }

  private mutating func write(_ snapshot: Snapshot) {
    snapshots[snapshot.session, default: []].removeAll {
      $0.sequence == snapshot.sequence && $0.foldID == snapshot.foldID
    }
    snapshots[snapshot.session, default: []].append(snapshot)
  }

  private mutating func write(_ checkpoint: Checkpoint) {
    checkpoints[checkpoint.session, default: []].removeAll { $0.sequence == checkpoint.sequence }
    checkpoints[checkpoint.session, default: []].append(checkpoint)
  }
}
