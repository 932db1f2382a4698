import EntenteJournal
import EntenteJournalSQLite
import Testing

@Suite("The journal verifier")
struct JournalVerifierTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test("finds a fresh and a played session intact", arguments: StoreKind.allCases)
  func findsIntact(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let verifier = JournalVerifier(store)
    let genesis = Fixture.session().genesis
    #expect(try verifier.verify("ex-1") == .intact(entries: 0, head: genesis))
    let entries = try Fixture.fill(store, count: 12)
    #expect(try verifier.verify("ex-1") == .intact(entries: 12, head: entries[11].hash))
    #expect(refusal { () throws(JournalError) in try verifier.verify("ex-9") } == .missing)
  }

  @Test("names an entry whose body the caller refuses", arguments: StoreKind.allCases)
  func checksBodies(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    try Fixture.fill(store, count: 12)
    let verdict = try JournalVerifier(store).verify("ex-1") { entry in
      String(decoding: entry.body, as: UTF8.self).contains(#""text":"7""#) ? "No sevens." : nil
    }
    #expect(verdict == .broken(firstBadSequence: 7, reason: .body("No sevens.")))
    #expect(!verdict.isIntact)
  }

  @Test("holds the chain against heads published earlier", arguments: StoreKind.allCases)
  func checksPublishedHeads(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let entries = try Fixture.fill(store, count: 6)
    let verifier = JournalVerifier(store)
    func point(_ sequence: Int, _ hash: [UInt8]) -> Checkpoint {
      Checkpoint(session: "ex-1", sequence: sequence, headHash: hash)
    }
    let right = point(4, entries[3].hash)
    #expect(try verifier.verify("ex-1", published: [right]).isIntact)
    let wrong = point(5, entries[3].hash)
    #expect(
      try verifier.verify("ex-1", published: [wrong])
        == .broken(firstBadSequence: 5, reason: .checkpointDiffers))
    let later = point(8, entries[3].hash)
    #expect(
      try verifier.verify("ex-1", published: [right, later])
        == .broken(firstBadSequence: 7, reason: .missing))
    var batch = JournalBatch()
    batch.checkpoints = [wrong]
    try store.commit(batch)
    #expect(
      try verifier.verify("ex-1") == .broken(firstBadSequence: 5, reason: .checkpointDiffers))
  }

  @Test("checks what a branch shares with its parent", arguments: StoreKind.allCases)
  func checksBranches(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    try Fixture.fill(store, count: 6)
    let branch = Fixture.session("ex-2", parent: "ex-1", fork: 4)
    try store.createSession(branch)
    let own = Fixture.entries(of: branch, 5...7)
    try store.commit(JournalBatch(entries: own))
    let verifier = JournalVerifier(store)
    #expect(try verifier.verify("ex-2") == .intact(entries: 3, head: own[2].hash))
    #expect(try verifier.verifyLineage(of: "ex-2") == .intact(entries: 3, head: own[2].hash))
    var seen: [Int] = []
    let refused = try verifier.verifyLineage(of: "ex-2") { entry in
      seen.append(entry.sequence)
      return entry.sequence == 3 ? "No." : nil
    }
    #expect(refused == .broken(firstBadSequence: 3, reason: .body("No.")))
    #expect(seen == [1, 2, 3])
  }
}
