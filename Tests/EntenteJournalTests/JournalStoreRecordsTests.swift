import EntenteJournal
import EntenteJournalSQLite
import Testing

/// What every store promises about everything beside the entries.
@Suite("A journal store keeps")
struct JournalStoreRecordsTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test("a package under its hash, once", arguments: StoreKind.allCases)
  func packages(kind: StoreKind) throws {
    let store = try kind.open(in: folder)
    let hash = try store.putPackage([1, 2, 3])
    #expect(hash == HashChain.digest(of: [1, 2, 3]))
    #expect(try store.putPackage([1, 2, 3]) == hash)
    #expect(try store.package(hash) == [1, 2, 3])
    #expect(try store.package([9]) == nil)
    #expect(try store.package(store.putPackage([])) == [])
  }

  @Test("snapshots, and finds the newest of a fold before a place", arguments: StoreKind.allCases)
  func snapshots(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    func snapshot(_ sequence: Int, _ fold: String, _ bytes: [UInt8]) -> Snapshot {
      Snapshot(
        session: "ex-1", sequence: sequence, foldID: fold,
        stateHash: Array(repeating: 1, count: 32), bytes: bytes)
    }
    var batch = JournalBatch()
    batch.snapshots = [
      snapshot(10, "f1", [1]), snapshot(30, "f1", [2]), snapshot(20, "f1", [3]),
      snapshot(25, "f2", [4]), snapshot(30, "f1", [5]),
    ]
    try store.commit(batch)
    func found(_ sequence: Int, _ fold: String) throws -> [UInt8]? {
      try store.latestSnapshot(of: "ex-1", notAfter: sequence, foldID: fold)?.bytes
    }
    #expect(try found(9, "f1") == nil)
    #expect(try found(10, "f1") == [1])
    #expect(try found(29, "f1") == [3])
    #expect(try found(99, "f1") == [5])
    #expect(try found(99, "f2") == [4])
    #expect(
      try store.latestSnapshot(of: "ex-1", notAfter: 25, foldID: "f2") == snapshot(25, "f2", [4]))
    try store.removeSnapshots(of: "ex-1")
    #expect(try found(99, "f1") == nil)
  }

  @Test("members, the latest word about each", arguments: StoreKind.allCases)
  func members(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let ana = MemberRecord(
      session: "ex-1", member: "borea.head.1", seat: "borea.head", name: "Ana 🌍",
      secretHash: [1], createdMilliseconds: 5)
    var ben = MemberRecord(
      session: "ex-1", member: "aster.head.1", seat: "aster.head", name: "Ben",
      secretHash: [2], createdMilliseconds: 6)
    var batch = JournalBatch()
    batch.members = [ana, ben]
    try store.commit(batch)
    #expect(try store.members(of: "ex-1") == [ben, ana])
    #expect(try store.member(secretHash: [1]) == ana)
    ben.secretHash = [3]
    ben.isRevoked = true
    batch.members = [ben]
    try store.commit(batch)
    #expect(try store.member(secretHash: [2]) == nil)
    #expect(try store.member(secretHash: [3]) == ben)
    #expect(try store.members(of: "ex-1") == [ben, ana])
    #expect(try store.members(of: "ex-2").isEmpty)
  }

  @Test("join codes with their uses and end", arguments: StoreKind.allCases)
  func joinCodes(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let open = JoinCodeRecord(
      secretHash: [1], session: "ex-1", seat: "borea.head", createdMilliseconds: 5)
    var limited = JoinCodeRecord(
      secretHash: [2], session: "ex-1", seat: "cael.head", createdMilliseconds: 4, usesLeft: 2,
      expiresMilliseconds: 99)
    var batch = JournalBatch()
    batch.joinCodes = [open, limited]
    try store.commit(batch)
    #expect(try store.joinCodes(of: "ex-1") == [limited, open])
    limited.usesLeft = 1
    limited.isRevoked = true
    batch.joinCodes = [limited]
    try store.commit(batch)
    #expect(try store.joinCode(secretHash: [2]) == limited)
    #expect(try store.joinCode(secretHash: [7]) == nil)
  }

  @Test("accounts by name", arguments: StoreKind.allCases)
  func accounts(kind: StoreKind) throws {
    let store = try kind.open(in: folder)
    let token = AccountRecord(
      name: "first", role: "facilitator", kind: "token", secretHash: [1], createdMilliseconds: 5)
    let person = AccountRecord(
      name: "eva", role: "facilitator", kind: "password", secretHash: [2], salt: [3, 4],
      createdMilliseconds: 6, expiresMilliseconds: 7, isRevoked: true)
    var batch = JournalBatch()
    batch.accounts = [token, person]
    try store.commit(batch)
    #expect(try store.accounts() == [person, token])
  }

  @Test("published heads and facts about itself", arguments: StoreKind.allCases)
  func checkpointsAndMeta(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let points = [9, 4].map {
      Checkpoint(session: "ex-1", sequence: $0, headHash: [UInt8($0)], signature: [1])
    }
    var batch = JournalBatch()
    batch.checkpoints = points
    batch.meta = [.init(key: "server", value: "one"), .init(key: "server", value: "two")]
    try store.commit(batch)
    #expect(try store.checkpoints(of: "ex-1") == [points[1], points[0]])
    #expect(try store.meta("server") == "two")
    #expect(try store.meta("nothing") == nil)
  }

  @Test("nothing about a session that is not there", arguments: StoreKind.allCases)
  func refusesUnknownSessions(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    var status = JournalBatch()
    status.statuses = [.init(session: "ex-9", status: "closed")]
    var member = JournalBatch()
    member.members = [
      MemberRecord(
        session: "ex-9", member: "m", seat: "s", name: "n", secretHash: [1], createdMilliseconds: 1)
    ]
    var code = JournalBatch()
    code.joinCodes = [
      JoinCodeRecord(secretHash: [1], session: "ex-9", seat: "s", createdMilliseconds: 1)
    ]
    var point = JournalBatch()
    point.checkpoints = [Checkpoint(session: "ex-9", sequence: 1, headHash: [1])]
    var entry = JournalBatch(entries: Fixture.entries(of: Fixture.session("ex-9"), 1...1))
    entry.meta = [.init(key: "left", value: "over")]
    for batch in [status, member, code, point, entry] {
      #expect(refusal { () throws(JournalError) in try store.commit(batch) } == .conflict)
    }
    #expect(try store.meta("left") == nil)
    #expect(try store.member(secretHash: [1]) == nil)
  }
}
