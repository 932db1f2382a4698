import EntenteJournal
import Foundation
import GRDB
import Testing

@testable import EntenteJournalSQLite

/// What only the store on disk promises.
@Suite("The SQLite store")
struct SQLiteJournalStoreTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func openWithSession() throws -> SQLiteJournalStore {
    let store = try SQLiteJournalStore(folder: folder.path)
    try store.putPackage(Fixture.package.bytes)
    try store.createSession(Fixture.session())
    return store
  }

  @Test("finds everything again after it was closed")
  func reopens() throws {
    let first = try openWithSession()
    let entries = try Fixture.fill(first, count: 5)
    try first.close()
    let second = try SQLiteJournalStore(folder: folder.path)
    #expect(try second.entries(of: "ex-1", after: 0, limit: 9) == entries)
    #expect(try second.package(Fixture.package.hash) == Fixture.package.bytes)
    #expect(try JournalVerifier(second).verify("ex-1").isIntact)
    let more = Fixture.entries(of: Fixture.session(), 6...6, after: entries[4].hash)
    try second.commit(JournalBatch(entries: more))
    #expect(try second.session("ex-1")?.headSequence == 6)
  }

  @Test("leaves everything in the one file when it is closed")
  func oneFile() throws {
    let store = try openWithSession()
    let entries = try Fixture.fill(store, count: 5)
    try store.close()
    let other = try TestFolder()
    try FileManager.default.copyItem(
      atPath: folder.file(SQLiteJournalStore.fileName),
      toPath: other.file(SQLiteJournalStore.fileName))
    let copy = try SQLiteJournalStore(folder: other.path)
    #expect(try copy.entries(of: "ex-1", after: 0, limit: 9) == entries)
  }

  @Test("closes while somebody else reads, and keeps everything for them")
  func closesBesideReader() throws {
    let store = try openWithSession()
    let reader = try DatabaseQueue(path: folder.file(SQLiteJournalStore.fileName))
    try reader.inDatabase { database in
      try database.execute(sql: "BEGIN; SELECT count(*) FROM entry")
      let entries = try Fixture.fill(store, count: 5)
      try store.close()
      try database.execute(sql: "COMMIT")
      let again = try SQLiteJournalStore(folder: folder.path)
      #expect(try again.entries(of: "ex-1", after: 0, limit: 9) == entries)
    }
  }

  @Test("brings a store of the first schema up to date and keeps every byte")
  func migrates() throws {
    let entries = try Fixture.fill(openWithSession(), count: 7)
    let old = try TestFolder()
    let queue = try DatabaseQueue(path: old.file(SQLiteJournalStore.fileName))
    try queue.writeWithoutTransaction { database in
      try Schema.migrate(database, to: 1)
      try database.execute(
        sql: "ATTACH ? AS new", arguments: [folder.file(SQLiteJournalStore.fileName)])
      for table in ["package", "session", "entry"] {
        try database.execute(sql: "INSERT INTO \(table) SELECT * FROM new.\(table)")
      }
    }
    try queue.close()
    let store = try SQLiteJournalStore(folder: old.path)
    #expect(try store.meta("schema") == "2")
    #expect(try store.entries(of: "ex-1", after: 0, limit: 9) == entries)
    #expect(try JournalVerifier(store).verify("ex-1").isIntact)
    #expect(try store.integrityCheck().isEmpty)
    let more = Fixture.entries(of: Fixture.session(), 8...8, after: entries[6].hash)
    try store.commit(JournalBatch(entries: more))
    #expect(try store.session("ex-1")?.headSequence == 8)
  }

  @Test("finds everything that was committed by a process that ended without closing")
  func survivesAbruptEnd() throws {
    let store = try openWithSession()
    let entries = try Fixture.fill(store, count: 5)
    // The files as a dead process leaves them: the log not yet moved into the database.
    let copy = try TestFolder()
    for name in ["entente.sqlite", "entente.sqlite-wal"] {
      try copy.write(folder.read(name), to: name)
    }
    let recovered = try SQLiteJournalStore(folder: copy.path)
    #expect(try recovered.entries(of: "ex-1", after: 0, limit: 9) == entries)
    #expect(try recovered.integrityCheck().isEmpty)
  }

  @Test(
    "refuses to change or delete what was written",
    arguments: [
      "UPDATE entry SET turn = 9", "DELETE FROM entry", "UPDATE package SET bytes = x'00'",
      "DELETE FROM package",
    ])
  func refusesChanges(sql: String) throws {
    let store = try openWithSession()
    try Fixture.fill(store, count: 2)
    try store.close()
    let queue = try DatabaseQueue(path: folder.file(SQLiteJournalStore.fileName))
    #expect(throws: DatabaseError.self) {
      try queue.write { database in
        try database.execute(sql: "PRAGMA foreign_keys = OFF")
        try database.execute(sql: sql)
      }
    }
  }

  @Test("is read by others while it is written")
  func readsBesideWriter() throws {
    let writer = try openWithSession()
    let reader = try SQLiteJournalStore(folder: folder.path, access: .readingOnly)
    #expect(try reader.session("ex-1")?.headSequence == 0)
    let entries = try Fixture.fill(writer, count: 3)
    #expect(try reader.entries(of: "ex-1", after: 0, limit: 9) == entries)
    #expect(try JournalVerifier(reader).verify("ex-1").isIntact)
    let batch = JournalBatch(
      entries: Fixture.entries(of: Fixture.session(), 4...4, after: entries[2].hash))
    #expect(refusal { () throws(JournalError) in try reader.commit(batch) } == .readOnly)
    #expect(
      refusal { () throws(JournalError) in try reader.removeSnapshots(of: "ex-1") } == .readOnly)
  }

  @Test("copies itself whole while it is open, and overwrites nothing")
  func backsUp() throws {
    let store = try openWithSession()
    let entries = try Fixture.fill(store, count: 200)
    let copy = try TestFolder()
    try store.backup(to: copy.file(SQLiteJournalStore.fileName))
    #expect(
      refusal { () throws(JournalError) in
        try store.backup(to: copy.file(SQLiteJournalStore.fileName))
      } == .conflict)
    let opened = try SQLiteJournalStore(folder: copy.path)
    #expect(try opened.entries(of: "ex-1", after: 0, limit: 999) == entries)
    #expect(try opened.integrityCheck().isEmpty)
    #expect(try JournalVerifier(opened).verify("ex-1").isIntact)
    let refused = refusal { () throws(JournalError) in
      try store.backup(to: copy.file("nowhere/copy.sqlite"))
    }
    #expect(refused == .notWritable)
    #expect(!FileManager.default.fileExists(atPath: copy.file("entente.sqlite.part")))
  }

  @Test("keeps the folder and its files from other people of the machine")
  func folderIsPrivate() throws {
    let path = folder.file("data/entente")
    let store = try SQLiteJournalStore(folder: path)
    try store.putPackage([1])
    func permissions(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try permissions(path) == 0o700)
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(
      names == ["entente.lock", "entente.sqlite", "entente.sqlite-shm", "entente.sqlite-wal"])
    for name in names { #expect(try permissions(path + "/" + name) == 0o600, "\(name)") }
  }

  @Test("rolls back when there is no room and goes on when there is")
  func diskFull() throws {
    let store = try openWithSession()
    let entries = Fixture.entries(of: Fixture.session(), 1...2_000)
    try store.commit(JournalBatch(entries: Array(entries[..<10])))
    try store.limitSize(pages: 60)
    let large = JournalBatch(entries: Array(entries[10...]))
    #expect(refusal { () throws(JournalError) in try store.commit(large) } == .diskFull)
    #expect(try store.session("ex-1")?.headSequence == 10)
    #expect(try store.entries(of: "ex-1", after: 0, limit: 9_999) == Array(entries[..<10]))
    #expect(try JournalVerifier(store).verify("ex-1").isIntact)
    #expect(refusal { () throws(JournalError) in try store.commit(large) } == .diskFull)
    try store.limitSize(pages: 1_000_000)
    try store.commit(large)
    #expect(try store.entries(of: "ex-1", after: 0, limit: 9_999) == entries)
  }

  @Test("does not let a caller change the number of its schema")
  func protectsSchemaNumber() throws {
    let store = try openWithSession()
    var batch = JournalBatch()
    batch.meta = [.init(key: "schema", value: "99")]
    #expect(refusal { () throws(JournalError) in try store.commit(batch) } == .conflict)
    #expect(try store.meta("schema") == "2")
  }
}
