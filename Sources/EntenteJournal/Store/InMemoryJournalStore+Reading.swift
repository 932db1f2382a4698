extension InMemoryJournalStore {
  /// As ``JournalStore/sessions()``.
  package func sessions() throws(JournalError) -> [SessionRecord] {
    try read { contents throws(JournalError) in
      contents.sessions.values.sorted {
        ($0.createdMilliseconds, $0.id) < ($1.createdMilliseconds, $1.id)
      }
    }
  }

  /// As ``JournalStore/session(_:)``.
  package func session(_ id: String) throws(JournalError) -> SessionRecord? {
    try read { contents throws(JournalError) in contents.sessions[id] }
  }

  /// As ``JournalStore/entries(of:after:limit:)``.
  package func entries(
    of session: String, after sequence: Int, limit: Int
  ) throws(JournalError) -> [JournalEntry] {
    Array(try ownEntries(of: session, after: sequence).prefix(max(0, limit)))
  }

  /// As ``JournalStore/entry(of:actor:key:)``.
  package func entry(
    of session: String, actor: String, key: String
  ) throws(JournalError) -> JournalEntry? {
    try read { contents throws(JournalError) in
      contents.keys[KeyPlace(session: session, actor: actor, key: key)].flatMap {
        contents.entries[session]?[$0]
      }
    }
  }

  /// As ``JournalStore/creation(actor:key:)``.
  package func creation(actor: String, key: String) throws(JournalError) -> JournalEntry? {
    try read { contents throws(JournalError) in
      contents.creations[CreationPlace(actor: actor, key: key)].flatMap {
        contents.entries[$0]?.first
      }
    }
  }

  /// As ``JournalStore/forEachEntry(of:after:through:_:)``.
  package func forEachEntry(
    of session: String, after sequence: Int, through last: Int,
    _ body: (BorrowedEntry) -> EntryStep
  ) throws(JournalError) {
    var arena = EntryArena()
    for entry in try ownEntries(of: session, after: sequence) where entry.sequence <= last {
      if arena.lend(entry, to: body) == .stop { return }
    }
  }

  private func ownEntries(
    of session: String, after sequence: Int
  ) throws(JournalError) -> ArraySlice<JournalEntry> {
    try read { contents throws(JournalError) in
      guard let all = contents.entries[session] else { return [] }
      var low = 0
      var high = all.count
      while low < high {
        let middle = (low + high) / 2
        if all[middle].sequence <= sequence { low = middle + 1 } else { high = middle }
      }
      return all[low...]
    }
  }

  /// As ``JournalStore/package(_:)``.
  package func package(_ hash: [UInt8]) throws(JournalError) -> [UInt8]? {
    try read { contents throws(JournalError) in contents.packages[hash] }
  }

  /// As ``JournalStore/latestSnapshot(of:notAfter:foldID:)``.
  package func latestSnapshot(
    of session: String, notAfter sequence: Int, foldID: String
  ) throws(JournalError) -> Snapshot? {
    try read { contents throws(JournalError) in
      contents.snapshots[session]?.filter { $0.foldID == foldID && $0.sequence <= sequence }
        .max { $0.sequence < $1.sequence }
    }
  }

  /// As ``JournalStore/removeSnapshots(of:)``.
  package func removeSnapshots(of session: String) throws(JournalError) {
    try read { contents throws(JournalError) in contents.snapshots[session] = nil }
  }

  /// As ``JournalStore/checkpoints(of:)``.
  package func checkpoints(of session: String) throws(JournalError) -> [Checkpoint] {
    try read { contents throws(JournalError) in
      (contents.checkpoints[session] ?? []).sorted { $0.sequence < $1.sequence }
    }
  }

  /// As ``JournalStore/members(of:)``.
  package func members(of session: String) throws(JournalError) -> [MemberRecord] {
    try read { contents throws(JournalError) in
      (contents.members[session] ?? [:]).values.sorted {
        $0.member.utf8.lexicographicallyPrecedes($1.member.utf8)
      }
    }
  }

  /// As ``JournalStore/member(secretHash:)``.
  package func member(secretHash: [UInt8]) throws(JournalError) -> MemberRecord? {
    try read { contents throws(JournalError) in
      contents.members.values.lazy.flatMap(\.values)
        .filter { $0.secretHash == secretHash }
        .min { ($0.session, $0.member) < ($1.session, $1.member) }
    }
  }

  /// As ``JournalStore/joinCodes(of:)``.
  package func joinCodes(of session: String) throws(JournalError) -> [JoinCodeRecord] {
    try read { contents throws(JournalError) in
      contents.joinCodes.values.filter { $0.session == session }.sorted {
        $0.createdMilliseconds == $1.createdMilliseconds
          ? $0.secretHash.lexicographicallyPrecedes($1.secretHash)
          : $0.createdMilliseconds < $1.createdMilliseconds
      }
    }
  }

  /// As ``JournalStore/joinCode(secretHash:)``.
  package func joinCode(secretHash: [UInt8]) throws(JournalError) -> JoinCodeRecord? {
    try read { contents throws(JournalError) in contents.joinCodes[secretHash] }
  }

  /// As ``JournalStore/accounts()``.
  package func accounts() throws(JournalError) -> [AccountRecord] {
    try read { contents throws(JournalError) in
      contents.accounts.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
  }

  /// As ``JournalStore/meta(_:)``.
  package func meta(_ key: String) throws(JournalError) -> String? {
    try read { contents throws(JournalError) in contents.meta[key] }
  }

  /// As ``JournalStore/integrityCheck()``: memory cannot be damaged by a disk.
  package func integrityCheck() throws(JournalError) -> [String] {
    try read { contents throws(JournalError) in
      contents.sessions.values.sorted { $0.id < $1.id }.compactMap { session in
        let last = contents.entries[session.id]?.last
        guard let last, last.sequence != session.headSequence || last.hash != session.headHash
        else { return nil }
        return "session \(session.id): the head is not the last entry"
      }
    }
  }
}
