package import EntenteJournal
import Foundation
import GRDB

extension SQLiteJournalStore {
  /// As ``JournalStore/integrityCheck()``: the database's own check of the file, and whether every
  /// session ends where its last entry is. Reads the whole file.
  package func integrityCheck() throws(JournalError) -> [String] {
    do throws(JournalError) {
      return try read("checking the store") { database in
        let file = try String.fetchAll(database, sql: "PRAGMA integrity_check")
        let heads = try String.fetchAll(
          database,
          sql: """
            SELECT 'session ' || id || ': the head is not the last entry' FROM session
            LEFT JOIN entry ON entry.session = id
              AND entry.seq = (SELECT max(seq) FROM entry WHERE entry.session = id)
            WHERE entry.seq IS NOT NULL AND (entry.seq <> head_seq OR entry.hash <> head_hash)
            ORDER BY id
            """)
        return file.filter { $0 != "ok" } + heads
      }
    } catch {
      guard error.code == .damaged else { throw error }
      return ["the file is damaged: \(error)"]
    }
  }

  /// Copies the store into a new file, also while it is written to: the copy is the store as of one
  /// moment, with everything committed before. Throws `conflict` when there is a file of that name.
  package func backup(to path: String) throws(JournalError) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw JournalError(.conflict, "\(path) is there already; a backup overwrites nothing")
    }
    // Under another name until it is whole: what looks like a backup is one.
    let unfinished = path + ".part"
    do {
      if FileManager.default.fileExists(atPath: unfinished) {
        try FileManager.default.removeItem(atPath: unfinished)
      }
      let copy = try DatabaseQueue(path: unfinished)
      try pool.backup(to: copy)
      try copy.close()
      try FileManager.default.moveItem(atPath: unfinished, toPath: path)
    } catch let error as CocoaError {
      throw JournalError(.notWritable, "cannot write \(path)", underlying: error)
    } catch {
      throw JournalError(error, while: .opening, "cannot copy the store to \(path)")
    }
  }
}
