import EntenteJournal
import EntenteJournalSQLite
import Foundation
import GRDB
import Testing

/// Somebody with the file and a database tool: every change of the past is found, and where.
@Suite("Tampering with the file")
struct TamperTests {
  let folder: TestFolder
  let entries: [JournalEntry]

  /// A closed store with 40 entries in `ex-1` and 5 in `ex-2`.
  init() throws {
    folder = try TestFolder()
    let store = try SQLiteJournalStore(folder: folder.path)
    try store.putPackage(Fixture.package.bytes)
    try store.createSession(Fixture.session())
    try store.createSession(Fixture.session("ex-2"))
    entries = try Fixture.fill(store, count: 40)
    try store.commit(
      JournalBatch(entries: Fixture.entries(of: Fixture.session("ex-2"), 1...5, actor: "clock")))
    try store.close()
  }

  private var file: String { folder.file(SQLiteJournalStore.fileName) }

  /// Changes the file as somebody would who wants to: the guards are taken away first.
  private func change(_ sql: String) throws {
    let queue = try DatabaseQueue(path: file)
    try queue.write { database in
      let triggers = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger)") }
      try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
      try database.execute(sql: sql)
    }
    try queue.close()
  }

  private func verdict(_ session: String = "ex-1") throws -> ChainVerdict {
    let store = try SQLiteJournalStore(folder: folder.path, access: .readingOnly)
    defer { try? store.close() }
    return try JournalVerifier(store).verify(session)
  }

  @Test(
    "of a column of one entry is found at that entry",
    arguments: [
      "turn = turn + 1", "t_ms = t_ms - 1", "actor = 'cael.head.1'", "key = NULL",
      "key = 'other'", "digest = zeroblob(32)", "request = CAST('SAY all :x' AS BLOB)",
      "reply = zeroblob(0)", "body = CAST(body || ' ' AS BLOB)", "salt = zeroblob(2)",
      "hash = zeroblob(32)", "hash = zeroblob(0)",
    ])
  func columns(assignment: String) throws {
    try change("UPDATE entry SET \(assignment) WHERE session = 'ex-1' AND seq = 17")
    #expect(try verdict() == .broken(firstBadSequence: 17, reason: .altered))
    #expect(try verdict("ex-2").isIntact)
  }

  @Test("that recomputes one hash is found at the next entry")
  func recomputedHash() throws {
    var forged = entries[16]
    forged.body = Array("[]".utf8)
    var chain = HashChain(after: entries[15].hash)
    chain.seal(&forged)
    try change(
      """
      UPDATE entry SET body = CAST('[]' AS BLOB), hash = x'\(HexText.text(of: forged.hash))'
      WHERE session = 'ex-1' AND seq = 17
      """)
    #expect(try verdict() == .broken(firstBadSequence: 18, reason: .altered))
  }

  @Test("by taking an entry out is found there")
  func deletion() throws {
    try change("DELETE FROM entry WHERE session = 'ex-1' AND seq = 17")
    #expect(try verdict() == .broken(firstBadSequence: 17, reason: .missing))
  }

  @Test("by taking the first entry out is found there")
  func firstDeletion() throws {
    try change("DELETE FROM entry WHERE session = 'ex-1' AND seq = 1")
    #expect(try verdict() == .broken(firstBadSequence: 1, reason: .missing))
  }

  @Test("by cutting the tail off is found at the cut")
  func tailCut() throws {
    try change("DELETE FROM entry WHERE session = 'ex-1' AND seq > 33")
    #expect(try verdict() == .broken(firstBadSequence: 34, reason: .missing))
    let store = try SQLiteJournalStore(folder: folder.path)
    #expect(try store.integrityCheck() == ["session ex-1: the head is not the last entry"])
  }

  @Test("by cutting the tail off and moving the head is found by a head published before")
  func tailCutWithHead() throws {
    let head = HexText.text(of: entries[32].hash)
    try change(
      """
      DELETE FROM entry WHERE session = 'ex-1' AND seq > 33;
      UPDATE session SET head_seq = 33, head_hash = x'\(head)' WHERE id = 'ex-1'
      """)
    #expect(try verdict().isIntact)
    let store = try SQLiteJournalStore(folder: folder.path)
    let published = Checkpoint(session: "ex-1", sequence: 40, headHash: entries[39].hash)
    #expect(
      try JournalVerifier(store).verify("ex-1", published: [published])
        == .broken(firstBadSequence: 34, reason: .missing))
  }

  @Test("by swapping two entries is found at the first of them")
  func swap() throws {
    try change(
      """
      UPDATE entry SET seq = -1 WHERE session = 'ex-1' AND seq = 17;
      UPDATE entry SET seq = 17 WHERE session = 'ex-1' AND seq = 18;
      UPDATE entry SET seq = 18 WHERE session = 'ex-1' AND seq = -1
      """)
    #expect(try verdict() == .broken(firstBadSequence: 17, reason: .altered))
  }

  @Test("by adding entries before the first or after the last is found")
  func addition() throws {
    try change(
      """
      INSERT INTO entry SELECT session, 41, turn, t_ms, actor, 'n', digest, request, reply, body,
        salt, hash FROM entry WHERE session = 'ex-1' AND seq = 40
      """)
    #expect(try verdict() == .broken(firstBadSequence: 41, reason: .beyondHead))
    try change("UPDATE entry SET seq = -7 WHERE session = 'ex-1' AND seq = 41")
    #expect(try verdict() == .broken(firstBadSequence: 1, reason: .altered))
  }

  @Test(
    "of the session itself is found at its first entry",
    arguments: [
      "seed = 8", "rules_id = 'alliance/2'", "parent = 'ex-2'", "fork_seq = 0",
    ])
  func sessionRow(assignment: String) throws {
    try change("UPDATE session SET \(assignment) WHERE id = 'ex-1'")
    #expect(try verdict() == .broken(firstBadSequence: 1, reason: .altered))
  }

  @Test("of the recorded head is found")
  func headRow() throws {
    try change("UPDATE session SET head_hash = zeroblob(32) WHERE id = 'ex-1'")
    #expect(try verdict() == .broken(firstBadSequence: 40, reason: .headDiffers))
    try change("UPDATE session SET head_seq = 39 WHERE id = 'ex-1'")
    #expect(try verdict() == .broken(firstBadSequence: 40, reason: .beyondHead))
  }

  @Test("of the exercise is found before the first entry")
  func package() throws {
    try change("UPDATE package SET bytes = zeroblob(4)")
    #expect(try verdict() == .broken(firstBadSequence: 1, reason: .packageDiffers))
  }

  @Test("with a parent is found in its branch only as far as the branch shares it")
  func branches() throws {
    let branch = Fixture.session("ex-3", parent: "ex-1", fork: 30)
    let store = try SQLiteJournalStore(folder: folder.path)
    try store.createSession(branch)
    let own = Fixture.entries(of: branch, 31...33)
    try store.commit(JournalBatch(entries: own))
    try store.close()
    func lineage() throws -> ChainVerdict {
      let store = try SQLiteJournalStore(folder: folder.path, access: .readingOnly)
      defer { try? store.close() }
      return try JournalVerifier(store).verifyLineage(of: "ex-3")
    }
    try change("UPDATE entry SET turn = 99 WHERE session = 'ex-1' AND seq = 31")
    #expect(try lineage() == .intact(entries: 3, head: own[2].hash))
    try change("UPDATE entry SET turn = 99 WHERE session = 'ex-1' AND seq = 30")
    #expect(try lineage() == .broken(firstBadSequence: 30, reason: .altered))
    #expect(try verdict("ex-3").isIntact)
    try change("UPDATE session SET head_seq = 20 WHERE id = 'ex-1'")
    try change("DELETE FROM entry WHERE session = 'ex-1' AND seq > 20")
    #expect(try lineage() == .broken(firstBadSequence: 20, reason: .headDiffers))
    try change(
      """
      UPDATE session SET head_hash = (SELECT hash FROM entry WHERE session = 'ex-1' AND seq = 20)
      WHERE id = 'ex-1'
      """)
    #expect(try lineage() == .broken(firstBadSequence: 21, reason: .missing))
  }

  @Test("byte by byte is found or harmless, and never ends the program", arguments: 0..<8)
  func byteFlips(part: Int) throws {
    let sound = try folder.read(SQLiteJournalStore.fileName)
    let copy = try TestFolder()
    var random = SplitMix(state: UInt64(part))
    for _ in 0..<40 {
      var bytes = sound
      let place = Int(random.next() % UInt64(bytes.count))
      bytes[place] ^= UInt8(1 << (random.next() % 8))
      try copy.write(bytes, to: SQLiteJournalStore.fileName)
      let finding = Self.finding(in: copy)
      let served = finding.served
      #expect(
        finding.isBroken || served == entries, "seed \(part), byte \(place) of \(bytes.count)")
      // Whatever stands before the first bad sequence is what was written.
      let sure = served.prefix(max(0, (finding.firstBad ?? 1) - 1))
      #expect(Array(sure) == Array(entries.prefix(sure.count)), "seed \(part), byte \(place)")
    }
  }

  private struct Finding {
    var isBroken = false
    var firstBad: Int?
    var served: [JournalEntry] = []
  }

  private static func finding(in folder: TestFolder) -> Finding {
    var finding = Finding()
    do {
      let store = try SQLiteJournalStore(folder: folder.path, access: .readingOnly)
      defer { try? store.close() }
      if case .broken(let sequence, _) = try JournalVerifier(store).verify("ex-1") {
        finding.isBroken = true
        finding.firstBad = sequence
      }
      try store.forEachEntry(of: "ex-1", after: 0, through: .max) {
        finding.served.append($0.copied(session: "ex-1"))
        return .next
      }
    } catch {
      finding.isBroken = true
    }
    return finding
  }
}

/// A small generator with a seed, for tests that try many places.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
