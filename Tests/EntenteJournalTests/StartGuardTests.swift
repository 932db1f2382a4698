import EntenteJournal
import Foundation
import GRDB
import Testing

@testable import EntenteJournalSQLite

/// A store that must not be used is refused at the start, with the reason, and left alone.
@Suite("Opening the SQLite store is refused")
struct StartGuardTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func refusalToOpen(
    _ access: SQLiteJournalStore.Access = .writing
  ) -> JournalError.Code? {
    refusal { () throws(JournalError) in
      try SQLiteJournalStore(folder: folder.path, access: access)
    }
  }

  private func makeStore() throws {
    let store = try SQLiteJournalStore(folder: folder.path)
    try store.putPackage(Fixture.package.bytes)
    try store.createSession(Fixture.session())
    try Fixture.fill(store, count: 3)
    try store.close()
  }

  @Test("while another has the folder, naming its process")
  func locked() throws {
    let holder = try SQLiteJournalStore(folder: folder.path)
    #expect(refusalToOpen() == .locked(pid: Int(getpid())))
    try holder.close()
  }

  @Test("no longer than the other has it")
  func lockIsReleased() throws {
    let holder = try SQLiteJournalStore(folder: folder.path)
    try holder.close()
    #expect(refusalToOpen() == nil)
  }

  @Test("when the file is of a newer version, which stays as it is")
  func newerSchema() throws {
    try makeStore()
    let queue = try DatabaseQueue(path: folder.file(SQLiteJournalStore.fileName))
    try queue.write { try $0.execute(sql: "UPDATE meta SET v = '7' WHERE k = 'schema'") }
    try queue.close()
    let before = try folder.read(SQLiteJournalStore.fileName)
    #expect(refusalToOpen() == .newerSchema(have: 7, supported: 2))
    #expect(refusalToOpen(.readingOnly) == .newerSchema(have: 7, supported: 2))
    #expect(try folder.read(SQLiteJournalStore.fileName) == before)
  }

  @Test("when the file is no database, which stays as it is")
  func notADatabase() throws {
    let text = Array("Dear diary, today we signed a deal.".utf8)
    try folder.write(text, to: SQLiteJournalStore.fileName)
    #expect(refusalToOpen() == .damaged)
    #expect(refusalToOpen(.readingOnly) == .damaged)
    #expect(try folder.read(SQLiteJournalStore.fileName) == text)
  }

  @Test("when the file is a database of something else, which stays as it is")
  func foreignDatabase() throws {
    let queue = try DatabaseQueue(path: folder.file(SQLiteJournalStore.fileName))
    try queue.write { try $0.execute(sql: "CREATE TABLE cats (name TEXT)") }
    try queue.close()
    let before = try folder.read(SQLiteJournalStore.fileName)
    #expect(refusalToOpen() == .damaged)
    #expect(try folder.read(SQLiteJournalStore.fileName) == before)
  }

  @Test("when the file is torn, which stays as it is", arguments: [100, 5_000, 20_000])
  func tornFile(size: Int) throws {
    try makeStore()
    let torn = Array(try folder.read(SQLiteJournalStore.fileName).prefix(size))
    try folder.write(torn, to: SQLiteJournalStore.fileName)
    let code = refusalToOpen()
    if code == nil {
      // Enough of it stands to open; then the check of the whole file says so.
      let store = try SQLiteJournalStore(folder: folder.path, access: .readingOnly)
      #expect(try !store.integrityCheck().isEmpty)
    } else {
      #expect(code == .damaged)
      #expect(try folder.read(SQLiteJournalStore.fileName) == torn)
    }
  }

  @Test("when the first page is overwritten, which stays as it is")
  func overwrittenHeader() throws {
    try makeStore()
    var bytes = try folder.read(SQLiteJournalStore.fileName)
    for place in 16..<4096 { bytes[place] = 0xFF }
    try folder.write(bytes, to: SQLiteJournalStore.fileName)
    #expect(refusalToOpen() == .damaged)
    #expect(try folder.read(SQLiteJournalStore.fileName) == bytes)
  }

  @Test("when the file is empty beside a log that is not, which both stay as they are")
  func emptyBesideLog() throws {
    try folder.write([], to: SQLiteJournalStore.fileName)
    try folder.write([1, 2, 3], to: SQLiteJournalStore.fileName + "-wal")
    #expect(refusalToOpen() == .damaged)
    #expect(try folder.read(SQLiteJournalStore.fileName + "-wal") == [1, 2, 3])
  }

  @Test("when the folder cannot be made")
  func folderUnderFile() throws {
    try folder.write([], to: "file")
    let refused = refusal { () throws(JournalError) in
      try SQLiteJournalStore(folder: folder.file("file/data"))
    }
    #expect(refused == .notWritable)
    let onFile = refusal { () throws(JournalError) in
      try SQLiteJournalStore(folder: folder.file("file"))
    }
    #expect(onFile == .notWritable)
  }

  @Test("for reading when there is no store, and makes none")
  func nothingToRead() throws {
    #expect(refusalToOpen(.readingOnly) == .missing)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test("when commits would not wait for the disk")
  func notDurable() throws {
    let path = folder.file("other.sqlite")
    var configuration = Configuration()
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    // This is what the database layer leaves behind by itself.
    #expect(durability(of: queue) == .notDurable)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    #expect(durability(of: queue) == nil)
    let store = try SQLiteJournalStore(folder: folder.path)
    let synchronous = try store.pool.writeWithoutTransaction {
      try Int.fetchOne($0, sql: "PRAGMA synchronous")
    }
    #expect(synchronous == 2)
  }

  private func durability(of queue: DatabaseQueue) -> JournalError.Code? {
    do {
      try queue.inDatabase { try SQLiteJournalStore.checkDurable($0) }
      return nil
    } catch {
      return (error as? JournalError)?.code
    }
  }
}
