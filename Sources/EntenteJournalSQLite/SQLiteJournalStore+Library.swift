import GRDBSQLite

extension SQLiteJournalStore {
  /// The version of the SQLite library this program runs with: `3.40.1`.
  package static var libraryVersion: String { String(cString: sqlite3_libversion()) }
}
