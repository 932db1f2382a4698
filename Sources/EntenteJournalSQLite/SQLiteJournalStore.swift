package import EntenteJournal
import Foundation
import GRDB

/// The journal in one SQLite file, `entente.sqlite` in a data folder. Committing returns when the
/// disk has acknowledged; one process writes, any number may read.
package final class SQLiteJournalStore: JournalStore {
  /// The name of the file in the data folder.
  package static let fileName = "entente.sqlite"

  /// What the store is opened for.
  package enum Access: Sendable {
    /// As the only writer; makes the folder and the file where there are none.
    case writing
    /// To look at it, also while a server runs. Nothing is changed.
    case readingOnly
  }

  /// Pages of log after which they are moved into the file: 16 MiB, so that a start after a crash
  /// reads little and a busy class pays for the move once in some thousand commands.
  static let checkpointPages = 4000
  /// Seconds to wait for another connection. Only a start beside a crashed one ever waits.
  static let busySeconds = 2.0
  /// Memory for pages of a connection, in KiB: the open sessions of a class fit.
  static let cacheKibibytes = 16_384
  /// Readers at work at the same time: reports and replays beside the live sessions.
  static let readerMax = 4

  let pool: DatabasePool
  private let access: Access
  private let lock: FolderLock?

  /// Opens the store in a folder.
  ///
  /// Throws `locked` when another server has the folder, `notWritable` when the folder cannot be
  /// used, `damaged` or `newerSchema` when the file must not be touched, `notDurable` when the
  /// database would not sync, and for reading `missing` when there is no store.
  package init(folder: String, access: Access = .writing) throws(JournalError) {
    let path = folder + "/" + Self.fileName
    self.access = access
    switch access {
    case .writing:
      try FileGuard.prepareFolder(folder)
      lock = try FolderLock(folder: folder)
      try FileGuard.prepareFile(path)
    case .readingOnly:
      lock = nil
      guard FileGuard.size(of: path) ?? 0 > 0 else {
        throw JournalError(.missing, "there is no store in \(folder)")
      }
    }
    try FileGuard.check(path)
    do {
      pool = try DatabasePool(path: path, configuration: Self.configuration(for: access))
      if access == .writing { try pool.writeWithoutTransaction(Self.prepareWriter) }
    } catch {
      throw JournalError(error, while: .opening, "cannot open \(path)")
    }
  }

  private static func configuration(for access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .readingOnly
    configuration.busyMode = .timeout(busySeconds)
    configuration.maximumReaderCount = readerMax
    configuration.label = "entente.journal"
    configuration.prepareDatabase { database in
      try database.execute(
        sql: "PRAGMA cache_size = -\(cacheKibibytes); PRAGMA temp_store = MEMORY")
      try database.execute(sql: "PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF")
    }
    return configuration
  }

  private static func prepareWriter(_ database: Database) throws {
    // GRDB lowers this to NORMAL while it opens the file, so it is raised here and not before.
    try database.execute(sql: "PRAGMA synchronous = FULL")
    try database.execute(sql: "PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON")
    try database.execute(sql: "PRAGMA wal_autocheckpoint = \(checkpointPages)")
    try checkDurable(database)
    try Schema.migrate(database)
  }

  /// Reads back that every commit will wait for the disk. Throws `notDurable` otherwise.
  static func checkDurable(_ database: Database) throws {
    let full = 2
    let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
    let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
    guard synchronous == full, mode == "wal" else {
      throw JournalError(
        .notDurable,
        "the database runs with synchronous=\(synchronous ?? -1), journal_mode=\(mode ?? "none")")
    }
  }

  /// As ``JournalStore/close()``. Moves the log into the file and gives the folder free.
  package func close() throws(JournalError) {
    do {
      if access == .writing { try pool.writeWithoutTransaction(Self.emptyLog) }
      try pool.close()
    } catch {
      throw JournalError(error, while: .reading, "cannot close the store")
    }
    lock?.release()
  }

  /// The database keeps the log beside the file for readers to come; whoever copied the one file
  /// would copy little. Where somebody reads right now the log stays, and nothing is lost by it.
  private static func emptyLog(_ database: Database) throws {
    do {
      _ = try database.checkpoint(.truncate)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      return
    }
  }

  /// Caps the file at so many pages of 4096 bytes; what would need more fails with `diskFull`.
  package func limitSize(pages: Int) throws(JournalError) {
    try write("limiting the size") { database in
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
  }

  /// Reads on a connection beside the writer's.
  func read<Value>(
    _ context: String, _ body: (Database) throws -> Value
  ) throws(JournalError) -> Value {
    do { return try pool.read(body) } catch {
      throw JournalError(error, while: .reading, context)
    }
  }

  /// Runs on the writing connection, outside a transaction.
  func write<Value>(
    _ context: String, _ body: (Database) throws -> Value
  ) throws(JournalError) -> Value {
    guard access == .writing else {
      throw JournalError(.readOnly, "\(context): the store is open for reading only")
    }
    do { return try pool.writeWithoutTransaction(body) } catch {
      throw JournalError(error, while: .writing, context)
    }
  }
}
