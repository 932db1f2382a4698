package import EntenteJournal
import GRDB

extension SQLiteJournalStore {
  private static let columns =
    "seq, turn, t_ms, actor, key, digest, request, reply, body, salt, hash"

  /// As ``JournalStore/forEachEntry(of:after:through:_:)``.
  package func forEachEntry(
    of session: String, after sequence: Int, through last: Int,
    _ body: (BorrowedEntry) -> EntryStep
  ) throws(JournalError) {
    try read("reading the entries of \(session)") { database in
      let statement = try RawStatement(
        """
        SELECT \(Self.columns) FROM entry WHERE session = ? AND seq > ? AND seq <= ? ORDER BY seq
        """, on: database)
      var session = session
      try session.withUTF8 { text throws in
        defer { statement.reset() }
        statement.bind(1, text: UnsafeRawBufferPointer(text))
        statement.bind(2, sequence)
        statement.bind(3, last)
        while try statement.step() {
          if body(statement.entry) == .stop { break }
        }
      }
    }
  }

  /// As ``JournalStore/entries(of:after:limit:)``.
  package func entries(
    of session: String, after sequence: Int, limit: Int
  ) throws(JournalError) -> [JournalEntry] {
    guard limit > 0 else { return [] }
    var found: [JournalEntry] = []
    try forEachEntry(of: session, after: sequence, through: .max) { entry in
      found.append(entry.copied(session: session))
      return found.count < limit ? .next : .stop
    }
    return found
  }

  /// As ``JournalStore/entry(of:actor:key:)``.
  package func entry(
    of session: String, actor: String, key: String
  ) throws(JournalError) -> JournalEntry? {
    try rows(
      """
      SELECT \(Self.columns), session FROM entry
      WHERE session = ? AND actor = ? AND key = ? AND key IS NOT NULL
      """, [.text(session), .text(actor), .text(key)]
    ) { $0.entry.copied(session: $0.text(11)) }.first
  }

  /// As ``JournalStore/creation(actor:key:)``.
  package func creation(actor: String, key: String) throws(JournalError) -> JournalEntry? {
    try rows(
      """
      SELECT \(Self.columns), session FROM entry
      WHERE actor = ? AND key = ? AND seq = 1 AND key IS NOT NULL
      """, [.text(actor), .text(key)]
    ) { $0.entry.copied(session: $0.text(11)) }.first
  }
}

extension RawStatement {
  /// The entry of the current row, valid until the next step.
  fileprivate var entry: BorrowedEntry {
    BorrowedEntry(
      sequence: number(0), turn: number(1), milliseconds: number(2), actor: bytes(3),
      key: optionalBytes(4), digest: bytes(5), request: bytes(6), reply: bytes(7), body: bytes(8),
      salt: bytes(9), hash: bytes(10))
  }
}
