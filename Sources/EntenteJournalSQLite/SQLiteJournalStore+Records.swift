package import EntenteJournal
import GRDB

extension SQLiteJournalStore {
  /// As ``JournalStore/sessions()``.
  package func sessions() throws(JournalError) -> [SessionRecord] {
    try rows("SELECT \(SessionRecord.columns) FROM session ORDER BY created_ms, id", []) {
      SessionRecord($0)
    }
  }

  /// As ``JournalStore/session(_:)``.
  package func session(_ id: String) throws(JournalError) -> SessionRecord? {
    try rows("SELECT \(SessionRecord.columns) FROM session WHERE id = ?", [.text(id)]) {
      SessionRecord($0)
    }.first
  }

  /// As ``JournalStore/package(_:)``.
  package func package(_ hash: [UInt8]) throws(JournalError) -> [UInt8]? {
    try rows("SELECT bytes FROM package WHERE hash = ?", [.blob(hash)]) { $0.array(0) }.first
  }

  /// As ``JournalStore/latestSnapshot(of:notAfter:foldID:)``.
  package func latestSnapshot(
    of session: String, notAfter sequence: Int, foldID: String
  ) throws(JournalError) -> Snapshot? {
    try rows(
      """
      SELECT session, seq, fold_id, state_hash, bytes FROM snapshot
      WHERE session = ? AND seq <= ? AND fold_id = ?
      ORDER BY seq DESC LIMIT 1
      """, [.text(session), .number(sequence), .text(foldID)]
    ) {
      Snapshot(
        session: $0.text(0), sequence: $0.number(1), foldID: $0.text(2),
        stateHash: $0.array(3), bytes: $0.array(4))
    }.first
  }

  /// As ``JournalStore/removeSnapshots(of:)``.
  package func removeSnapshots(of session: String) throws(JournalError) {
    try write("removing snapshots") { database in
      try RawStatement("DELETE FROM snapshot WHERE session = ?", on: database)
        .run([.text(session)])
    }
  }

  /// As ``JournalStore/checkpoints(of:)``.
  package func checkpoints(of session: String) throws(JournalError) -> [Checkpoint] {
    try rows(
      "SELECT session, seq, head_hash, signature FROM checkpoint WHERE session = ? ORDER BY seq",
      [.text(session)]
    ) {
      Checkpoint(
        session: $0.text(0), sequence: $0.number(1), headHash: $0.array(2), signature: $0.array(3))
    }
  }

  /// As ``JournalStore/members(of:)``.
  package func members(of session: String) throws(JournalError) -> [MemberRecord] {
    try rows(
      "SELECT \(MemberRecord.columns) FROM member WHERE session = ? ORDER BY member",
      [.text(session)]
    ) { MemberRecord($0) }
  }

  /// As ``JournalStore/member(secretHash:)``.
  package func member(secretHash: [UInt8]) throws(JournalError) -> MemberRecord? {
    try rows(
      """
      SELECT \(MemberRecord.columns) FROM member WHERE secret_hash = ?
      ORDER BY session, member LIMIT 1
      """, [.blob(secretHash)]
    ) { MemberRecord($0) }.first
  }

  /// As ``JournalStore/joinCodes(of:)``.
  package func joinCodes(of session: String) throws(JournalError) -> [JoinCodeRecord] {
    try rows(
      """
      SELECT \(JoinCodeRecord.columns) FROM join_code WHERE session = ?
      ORDER BY created_ms, secret_hash
      """, [.text(session)]
    ) { JoinCodeRecord($0) }
  }

  /// As ``JournalStore/joinCode(secretHash:)``.
  package func joinCode(secretHash: [UInt8]) throws(JournalError) -> JoinCodeRecord? {
    try rows(
      "SELECT \(JoinCodeRecord.columns) FROM join_code WHERE secret_hash = ?", [.blob(secretHash)]
    ) { JoinCodeRecord($0) }.first
  }

  /// As ``JournalStore/accounts()``.
  package func accounts() throws(JournalError) -> [AccountRecord] {
    try rows(
      """
      SELECT name, role, kind, secret_hash, salt, created_ms, expires_ms, revoked FROM account
      ORDER BY name
      """, []
    ) {
      AccountRecord(
        name: $0.text(0), role: $0.text(1), kind: $0.text(2), secretHash: $0.array(3),
        salt: $0.array(4), createdMilliseconds: $0.number(5),
        expiresMilliseconds: $0.optionalNumber(6), isRevoked: $0.number(7) != 0)
    }
  }

  /// As ``JournalStore/meta(_:)``.
  package func meta(_ key: String) throws(JournalError) -> String? {
    try rows("SELECT v FROM meta WHERE k = ?", [.text(key)]) { $0.text(0) }.first
  }

  func rows<Record>(
    _ sql: String, _ values: [ColumnValue], _ record: (RawStatement) -> Record
  ) throws(JournalError) -> [Record] {
    try read("reading the store") { database in
      let statement = try RawStatement(sql, on: database)
      var records: [Record] = []
      try statement.run(values) { records.append(record(statement)) }
      return records
    }
  }
}

extension SessionRecord {
  static let columns = """
    id, package_hash, rules_id, seed, parent, fork_seq, created_ms, status, head_seq, head_hash
    """

  fileprivate init(_ row: RawStatement) {
    self.init(
      id: row.text(0), packageHash: row.array(1), rulesID: row.text(2), seed: row.number(3),
      parent: row.optionalText(4), forkSequence: row.optionalNumber(5),
      createdMilliseconds: row.number(6), status: row.text(7))
    headSequence = row.number(8)
    headHash = row.array(9)
  }
}

extension MemberRecord {
  static let columns = "session, member, seat, name, secret_hash, created_ms, revoked"

  fileprivate init(_ row: RawStatement) {
    self.init(
      session: row.text(0), member: row.text(1), seat: row.text(2), name: row.text(3),
      secretHash: row.array(4), createdMilliseconds: row.number(5), isRevoked: row.number(6) != 0)
  }
}

extension JoinCodeRecord {
  static let columns = "secret_hash, session, seat, created_ms, uses_left, expires_ms, revoked"

  fileprivate init(_ row: RawStatement) {
    self.init(
      secretHash: row.array(0), session: row.text(1), seat: row.text(2),
      createdMilliseconds: row.number(3), usesLeft: row.optionalNumber(4),
      expiresMilliseconds: row.optionalNumber(5), isRevoked: row.number(6) != 0)
  }
}
