package import EntenteJournal
import GRDB

extension SQLiteJournalStore {
  /// As ``JournalCommitting/commit(_:)``: one transaction, back when the disk has acknowledged it.
  package func commit(_ batch: JournalBatch) throws(JournalError) {
    let runs = try batch.runs()
    try write("committing \(batch.entries.count) entries") { database in
      var action = StoreAction.writing
      do {
        try database.beginTransaction(.immediate)
        try BatchWriter(database).write(batch, runs: runs)
        action = .committing
        try database.commit()
      } catch {
        // The code first: rolling back asks the system again.
        let failure = JournalError(
          error, while: action, "committing \(batch.entries.count) entries")
        // After some errors the database has rolled back by itself.
        if database.isInsideTransaction { try? database.rollback() }
        throw failure
      }
    }
  }
}

/// Writes the rows of a batch inside a transaction.
private struct BatchWriter {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func write(_ batch: JournalBatch, runs: [EntryRun]) throws {
    precondition(database.isInsideTransaction, "A batch is written whole or not at all.")
    for package in batch.packages { try write(package) }
    for session in batch.sessions { try write(session) }
    try write(batch.entries)
    for run in runs { try moveHead(run, to: batch.entries[run.last]) }
    for session in batch.sessions { try checkFork(of: session) }
    for change in batch.statuses { try write(change) }
    for member in batch.members { try write(member) }
    for code in batch.joinCodes { try write(code) }
    for account in batch.accounts { try write(account) }
    for snapshot in batch.snapshots { try write(snapshot) }
    for checkpoint in batch.checkpoints { try write(checkpoint) }
    for row in batch.meta { try write(row) }
  }

  private func write(_ entries: [JournalEntry]) throws {
    guard !entries.isEmpty else { return }
    let statement = try RawStatement(
      "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", on: database)
    var arena = EntryArena()
    for entry in entries {
      try arena.lend(entry) { borrowed throws in
        defer { statement.reset() }
        statement.bind(1, .text(entry.session))
        statement.bind(borrowed)
        _ = try statement.step()
      }
    }
  }

  /// The head moves only from where the entries begin: a second writer, or a host that lost track,
  /// is found here.
  private func moveHead(_ run: EntryRun, to last: JournalEntry) throws {
    try changeOne(
      "UPDATE session SET head_seq = ?, head_hash = ? WHERE id = ? AND head_seq = ?",
      [.number(last.sequence), .blob(last.hash), .text(run.session), .number(run.first - 1)],
      orElse: "entry \(run.first) does not follow the head of session \(run.session)")
  }

  private func write(_ change: JournalBatch.StatusChange) throws {
    try changeOne(
      "UPDATE session SET status = ? WHERE id = ?", [.text(change.status), .text(change.session)],
      orElse: "there is no session \(change.session)")
  }

  private func changeOne(_ sql: String, _ values: [ColumnValue], orElse conflict: String) throws {
    let statement = try RawStatement(sql, on: database)
    try statement.run(values)
    guard statement.changedRows == 1 else { throw JournalError(.conflict, conflict) }
  }

  private func run(_ sql: String, _ values: [ColumnValue]) throws {
    try RawStatement(sql, on: database).run(values)
  }

  private func write(_ package: StoredPackage) throws {
    try run(
      "INSERT INTO package VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
      [.blob(package.hash), .blob(package.bytes)])
  }

  private func write(_ session: SessionRecord) throws {
    try run(
      "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .text(session.id), .blob(session.packageHash), .text(session.rulesID),
        .number(session.seed), .optional(session.parent), .optional(session.forkSequence),
        .number(session.createdMilliseconds), .text(session.status),
        .number(session.headSequence), .blob(session.headHash),
      ])
  }

  private func checkFork(of session: SessionRecord) throws {
    guard let parent = session.parent, let fork = session.forkSequence else { return }
    let statement = try RawStatement("SELECT head_seq FROM session WHERE id = ?", on: database)
    var head = 0
    try statement.run([.text(parent)]) { head = statement.number(0) }
    guard fork <= head else {
      throw JournalError(
        .conflict, "session \(session.id) branches from \(parent) after its last entry")
    }
  }

  private func write(_ member: MemberRecord) throws {
    try run(
      "INSERT OR REPLACE INTO member VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        .text(member.session), .text(member.member), .text(member.seat), .text(member.name),
        .blob(member.secretHash), .number(member.createdMilliseconds), .flag(member.isRevoked),
      ])
  }

  private func write(_ code: JoinCodeRecord) throws {
    try run(
      "INSERT OR REPLACE INTO join_code VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        .blob(code.secretHash), .text(code.session), .text(code.seat),
        .number(code.createdMilliseconds), .optional(code.usesLeft),
        .optional(code.expiresMilliseconds), .flag(code.isRevoked),
      ])
  }

  private func write(_ account: AccountRecord) throws {
    try run(
      "INSERT OR REPLACE INTO account VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .text(account.name), .text(account.role), .text(account.kind), .blob(account.secretHash),
        .blob(account.salt), .number(account.createdMilliseconds),
        .optional(account.expiresMilliseconds), .flag(account.isRevoked),
      ])
  }

  private func write(_ snapshot: Snapshot) throws {
    try run(
      "INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?, ?)",
      [
        .text(snapshot.session), .number(snapshot.sequence), .text(snapshot.foldID),
        .blob(snapshot.stateHash), .blob(snapshot.bytes),
      ])
  }

  private func write(_ checkpoint: Checkpoint) throws {
    try run(
      "INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?, ?)",
      [
        .text(checkpoint.session), .number(checkpoint.sequence), .blob(checkpoint.headHash),
        .blob(checkpoint.signature),
      ])
  }

  private func write(_ row: JournalBatch.MetaRow) throws {
    guard row.key != Schema.metaKey else {
      throw JournalError(.conflict, "the schema's number belongs to the store")
    }
    try run("INSERT OR REPLACE INTO meta VALUES (?, ?)", [.text(row.key), .text(row.value)])
  }
}

extension RawStatement {
  /// Binds the columns of an entry after its session, in the order of the table.
  fileprivate func bind(_ entry: BorrowedEntry) {
    bind(2, entry.sequence)
    bind(3, entry.turn)
    bind(4, entry.milliseconds)
    bind(5, text: entry.actor)
    bind(6, text: entry.key)
    bind(7, blob: entry.digest)
    bind(8, blob: entry.request)
    bind(9, blob: entry.reply)
    bind(10, blob: entry.body)
    bind(11, blob: entry.salt)
    bind(12, blob: entry.hash)
  }
}
