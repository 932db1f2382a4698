import EntenteJournal
import EntenteJournalSQLite
import Testing

/// What every store promises about sessions and entries.
@Suite("A journal store")
struct JournalStoreTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test("lists its sessions, oldest first", arguments: StoreKind.allCases)
  func listsSessions(kind: StoreKind) throws {
    let store = try kind.open(in: folder)
    try store.putPackage(Fixture.package.bytes)
    let late = Fixture.session("ex-1", created: 9)
    let early = Fixture.session("ex-2", created: 3)
    let other = Fixture.session("ex-0", created: 9)
    for session in [late, early, other] { try store.createSession(session) }
    #expect(try store.sessions() == [early, other, late])
    #expect(try store.session("ex-2") == early)
    #expect(try store.session("ex-9") == nil)
  }

  @Test("returns an entry exactly as it was committed", arguments: StoreKind.allCases)
  func returnsEntries(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    var odd = Fixture.entry("ex-1", 2, actor: "clock")
    odd.key = nil
    odd.turn = 0
    odd.request = []
    odd.salt = []
    odd.body = [0, 255, 10, 0]
    var chain = HashChain(after: Fixture.session().headHash)
    var first = Fixture.entry("ex-1", 1)
    chain.seal(&first)
    chain.seal(&odd)
    try store.commit(JournalBatch(entries: [first, odd]))
    #expect(try store.entries(of: "ex-1", after: 0, limit: 10) == [first, odd])
    #expect(try store.session("ex-1")?.headSequence == 2)
    #expect(try store.session("ex-1")?.headHash == odd.hash)
  }

  @Test("pages through entries in order", arguments: StoreKind.allCases)
  func pages(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let entries = try Fixture.fill(store, count: 25)
    #expect(try store.entries(of: "ex-1", after: 0, limit: 10) == Array(entries[..<10]))
    #expect(try store.entries(of: "ex-1", after: 20, limit: 10) == Array(entries[20...]))
    #expect(try store.entries(of: "ex-1", after: 25, limit: 10).isEmpty)
    #expect(try store.entries(of: "ex-1", after: 3, limit: 0).isEmpty)
    #expect(try store.entries(of: "ex-9", after: 0, limit: 10).isEmpty)
  }

  @Test("streams a range of entries and stops when told", arguments: StoreKind.allCases)
  func streams(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let entries = try Fixture.fill(store, count: 30)
    var seen: [JournalEntry] = []
    try store.forEachEntry(of: "ex-1", after: 4, through: 28) {
      seen.append($0.copied(session: "ex-1"))
      return $0.sequence == 20 ? .stop : .next
    }
    #expect(seen == Array(entries[4..<20]))
    var last = 0
    try store.forEachEntry(of: "ex-1", after: 4, through: 28) {
      last = $0.sequence
      return .next
    }
    #expect(last == 28)
  }

  @Test("folds 20,000 entries in order", arguments: StoreKind.allCases)
  func foldsMany(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let entries = try Fixture.fill(store, count: 20_000)
    var next = 1
    var bytes = 0
    try store.forEachEntry(of: "ex-1", after: 0, through: .max) { entry in
      guard entry.sequence == next else { return .stop }
      next += 1
      bytes += entry.body.count
      return .next
    }
    #expect(next == 20_001)
    #expect(bytes == entries.reduce(0) { $0 + $1.body.count })
  }

  @Test("finds an entry by its actor's key", arguments: StoreKind.allCases)
  func findsKeys(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let entries = try Fixture.fill(store, count: 3)
    #expect(try store.entry(of: "ex-1", actor: "borea.head.1", key: "k-2") == entries[1])
    #expect(try store.entry(of: "ex-1", actor: "cael.head.1", key: "k-2") == nil)
    #expect(try store.entry(of: "ex-9", actor: "borea.head.1", key: "k-2") == nil)
    #expect(try store.creation(actor: "borea.head.1", key: "k-1") == entries[0])
    #expect(try store.creation(actor: "borea.head.1", key: "k-2") == nil)
  }

  @Test("refuses a key used twice and writes nothing of the batch", arguments: StoreKind.allCases)
  func refusesKeyTwice(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let entries = try Fixture.fill(store, count: 3)
    let fourth = Fixture.entries(of: Fixture.session(), 4...4, after: entries[2].hash)[0]
    var again = Fixture.entry("ex-1", 5)
    again.key = "k-2"
    var chain = HashChain(after: fourth.hash)
    chain.seal(&again)
    let batch = JournalBatch(entries: [fourth, again])
    #expect(refusal { () throws(JournalError) in try store.commit(batch) } == .conflict)
    #expect(try store.entries(of: "ex-1", after: 0, limit: 10) == entries)
    #expect(try store.session("ex-1")?.headSequence == 3)
    again.actor = "cael.head.1"
    chain = HashChain(after: fourth.hash)
    chain.seal(&again)
    try store.commit(JournalBatch(entries: [fourth, again]))
    #expect(try store.session("ex-1")?.headSequence == 5)
  }

  @Test(
    "lets one key create only one session, in the whole store", arguments: StoreKind.allCases)
  func refusesSecondCreation(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    try store.createSession(Fixture.session("ex-2"))
    try Fixture.fill(store, count: 1)
    let second = JournalBatch(entries: Fixture.entries(of: Fixture.session("ex-2"), 1...1))
    #expect(refusal { () throws(JournalError) in try store.commit(second) } == .conflict)
    #expect(try store.session("ex-2")?.headSequence == 0)
  }

  @Test("refuses entries that do not follow the head", arguments: StoreKind.allCases)
  func refusesGaps(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let entries = Fixture.entries(of: Fixture.session(), 1...9)
    try store.commit(JournalBatch(entries: Array(entries[..<3])))
    for wrong in [Array(entries[2..<4]), Array(entries[4..<6]), [entries[3], entries[5]]] {
      let batch = JournalBatch(entries: wrong)
      #expect(refusal { () throws(JournalError) in try store.commit(batch) } == .conflict)
    }
    #expect(try store.session("ex-1")?.headSequence == 3)
    try store.commit(JournalBatch(entries: Array(entries[3...])))
    #expect(try store.entries(of: "ex-1", after: 0, limit: 99) == entries)
  }

  @Test("refuses an entry that is not sealed or has no digest", arguments: StoreKind.allCases)
  func refusesUnsealed(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let unsealed = JournalBatch(entries: [Fixture.entry("ex-1", 1)])
    #expect(refusal { () throws(JournalError) in try store.commit(unsealed) } == .conflict)
    var sealed = Fixture.entries(of: Fixture.session(), 1...1)[0]
    sealed.digest = [1, 2, 3]
    let short = JournalBatch(entries: [sealed])
    #expect(refusal { () throws(JournalError) in try store.commit(short) } == .conflict)
  }

  @Test("refuses a session without its package or parent", arguments: StoreKind.allCases)
  func refusesLooseSessions(kind: StoreKind) throws {
    let store = try kind.open(in: folder)
    let session = Fixture.session()
    #expect(refusal { () throws(JournalError) in try store.createSession(session) } == .conflict)
    try store.putPackage(Fixture.package.bytes)
    let branch = Fixture.session("ex-2", parent: "ex-1", fork: 2)
    #expect(refusal { () throws(JournalError) in try store.createSession(branch) } == .conflict)
    try store.createSession(session)
    try Fixture.fill(store, count: 1)
    #expect(refusal { () throws(JournalError) in try store.createSession(branch) } == .conflict)
    #expect(refusal { () throws(JournalError) in try store.createSession(session) } == .conflict)
    #expect(try store.sessions().map(\.id) == ["ex-1"])
  }

  @Test("commits entries of several sessions at once", arguments: StoreKind.allCases)
  func commitsSeveralSessions(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let one = Fixture.entries(of: Fixture.session(), 1...3)
    let two = Fixture.entries(of: Fixture.session("ex-2"), 1...2, actor: "facilitator")
    var batch = JournalBatch(entries: [one[0], two[0], one[1], two[1], one[2]])
    batch.sessions = [Fixture.session("ex-2")]
    batch.statuses = [.init(session: "ex-1", status: "running")]
    try store.commit(batch)
    #expect(try store.entries(of: "ex-1", after: 0, limit: 9) == one)
    #expect(try store.entries(of: "ex-2", after: 0, limit: 9) == two)
    #expect(try store.session("ex-1")?.status == "running")
    #expect(try store.session("ex-2")?.headHash == two[1].hash)
    #expect(try store.integrityCheck().isEmpty)
  }

  @Test("continues a branch from where it left its parent", arguments: StoreKind.allCases)
  func keepsBranches(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    let shared = try Fixture.fill(store, count: 6)
    let branch = Fixture.session("ex-2", parent: "ex-1", fork: 4)
    try store.createSession(branch)
    let own = Fixture.entries(of: branch, 5...7)
    try store.commit(JournalBatch(entries: own))
    var seen: [JournalEntry] = []
    try store.forEachEntryInLineage(of: "ex-2", after: 2) {
      seen.append($0.copied(session: $0.sequence > 4 ? "ex-2" : "ex-1"))
      return .next
    }
    #expect(seen == Array(shared[2..<4]) + own)
    let missing = refusal { () throws(JournalError) in try store.lineage(of: "ex-9") }
    #expect(missing == .missing)
    var count = 0
    try store.forEachEntryInLineage(of: "ex-2", through: 6) { _ in
      count += 1
      return count == 2 ? .stop : .next
    }
    #expect(count == 2)
  }

  @Test("does nothing more once closed", arguments: StoreKind.allCases)
  func closes(kind: StoreKind) throws {
    let store = try kind.openWithSession(in: folder)
    try store.close()
    #expect(refusal { () throws(JournalError) in try store.sessions() } == .closed)
    let batch = JournalBatch(entries: Fixture.entries(of: Fixture.session(), 1...1))
    #expect(refusal { () throws(JournalError) in try store.commit(batch) } == .closed)
  }
}
