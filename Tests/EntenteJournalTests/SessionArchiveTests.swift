import EntenteJournal
import EntenteJournalSQLite
import Testing

@Suite("A session archive")
struct SessionArchiveTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// A store with `ex-1`, 9 entries, one of them no text, and a branch `ex-2` of it.
  private func filled(_ kind: StoreKind) throws -> any JournalStore {
    let store = try kind.openWithSession(in: folder)
    var chain = HashChain(after: Fixture.session().headHash)
    let entries = (1...9).map { sequence in
      var entry = Fixture.entry("ex-1", sequence, actor: sequence == 4 ? "clock" : "facilitator")
      if sequence == 4 { entry.key = nil }
      if sequence == 5 { entry.body = [0xFF, 0x00, 0x22] }
      if sequence == 6 { entry.body = Array("\"é\u{301}\n\u{1F30D}\u{7}\\".utf8) }
      chain.seal(&entry)
      return entry
    }
    let branch = Fixture.session("ex-2", parent: "ex-1", fork: 6, created: 2_000)
    let own = Fixture.entries(of: branch, 7...8)
    var batch = JournalBatch(entries: entries + own)
    batch.sessions = [branch]
    batch.statuses = [.init(session: "ex-2", status: "closed")]
    batch.checkpoints = [
      Checkpoint(session: "ex-1", sequence: 3, headHash: entries[2].hash, signature: [1]),
      Checkpoint(session: "ex-1", sequence: 9, headHash: entries[8].hash),
      Checkpoint(session: "ex-2", sequence: 8, headHash: own[1].hash),
    ]
    try store.commit(batch)
    return store
  }

  @Test(
    "imported and exported again is the same, byte for byte", arguments: StoreKind.allCases,
    ["ex-1", "ex-2"])
  func roundTrip(kind: StoreKind, session: String) throws {
    let file = try SessionArchive(session, from: filled(kind)).bytes
    let archive = try SessionArchive(reading: file)
    #expect(archive.bytes == file)
    for target in StoreKind.allCases {
      let other = try TestFolder()
      let store = try target.open(in: other)
      #expect(try archive.restore(into: store) == (session == "ex-1" ? 9 : 8))
      #expect(try SessionArchive(session, from: store).bytes == file)
      #expect(try JournalVerifier(store).verifyLineage(of: session).isIntact)
      #expect(try archive.restore(into: store) == 0)
    }
  }

  @Test("verifies and replays with no store at all")
  func verifiesOffline() throws {
    let source = try filled(.memory)
    let archive = try SessionArchive(reading: SessionArchive("ex-2", from: source).bytes)
    let head = try #require(try source.session("ex-2")?.headHash)
    #expect(try archive.verify() == .intact(entries: 2, head: head))
    var bodies: [[UInt8]] = []
    try InMemoryJournalStore(holding: archive).forEachEntryInLineage(of: "ex-2") {
      bodies.append(Array($0.body))
      return .next
    }
    var original: [[UInt8]] = []
    try source.forEachEntryInLineage(of: "ex-2") {
      original.append(Array($0.body))
      return .next
    }
    #expect(bodies == original)
    #expect(bodies.count == 8)
  }

  @Test("is lines of canonical JSON, the first and last of which say what it is")
  func looksAsDescribed() throws {
    let text = String(
      decoding: try SessionArchive("ex-2", from: filled(.memory)).bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == #"{"archive":{"format":"entente/a1","session":"ex-2"}}"#)
    #expect(lines.dropLast().last == #"{"end":{"entries":8,"sessions":2}}"#)
    #expect(lines.last == "")
    #expect(lines[1].hasPrefix(#"{"package":{"bytes":"name: first-accord\n","hash":"#))
    #expect(text.contains(#""body":{"hex":"ff0022"}"#))
  }

  @Test("continues a session that the store has only in part")
  func continues() throws {
    let source = try filled(.memory)
    let store = InMemoryJournalStore()
    // The branch brings its parent only as far as it shares it.
    try SessionArchive("ex-2", from: source).restore(into: store)
    #expect(try store.session("ex-1")?.headSequence == 6)
    #expect(try SessionArchive("ex-1", from: source).restore(into: store) == 3)
    #expect(
      try SessionArchive("ex-1", from: store).bytes
        == SessionArchive("ex-1", from: source).bytes)
  }

  @Test("is refused by a store that has another session of its name")
  func refusesOther() throws {
    let archive = try SessionArchive("ex-1", from: filled(.memory))
    let otherSeed = InMemoryJournalStore()
    try otherSeed.putPackage(Fixture.package.bytes)
    var session = Fixture.session()
    session = SessionRecord(
      id: "ex-1", packageHash: session.packageHash, rulesID: "alliance/1", seed: 8,
      createdMilliseconds: 1, status: "lobby")
    try otherSeed.createSession(session)
    #expect(
      refusal { () throws(JournalError) in try archive.restore(into: otherSeed) } == .conflict)
    let otherPlay = try StoreKind.memory.openWithSession(in: folder)
    try Fixture.fill(otherPlay, count: 2)
    #expect(
      refusal { () throws(JournalError) in try archive.restore(into: otherPlay) } == .conflict)
    #expect(try otherPlay.session("ex-1")?.headSequence == 2)
  }

  @Test("with a changed line is found broken and not imported")
  func refusesChanged() throws {
    let file = try SessionArchive("ex-1", from: filled(.memory)).bytes
    let text = String(decoding: file, as: UTF8.self)
    let changed = text.replacing(#""request":"SAY all :7""#, with: #""request":"SAY all :8""#)
    let archive = try SessionArchive(reading: Array(changed.utf8))
    #expect(try archive.verify() == .broken(firstBadSequence: 7, reason: .altered))
    let store = InMemoryJournalStore()
    #expect(refusal { () throws(JournalError) in try archive.restore(into: store) } == .damaged)
    #expect(try store.sessions().isEmpty)
  }

  @Test("without some of its lines is not an archive")
  func refusesCut() throws {
    let file = try SessionArchive("ex-2", from: filled(.memory)).bytes
    var lines = file.split(separator: UInt8(ascii: "\n"))
    let whole = lines.count
    func problemLine(_ lines: [ArraySlice<UInt8>]) -> Int? {
      do throws(ArchiveError) {
        _ = try SessionArchive(reading: Array(lines.joined(separator: [10])))
        return nil
      } catch {
        return error.line
      }
    }
    #expect(problemLine(lines) == nil)
    #expect(problemLine(lines.dropLast()) == whole)
    #expect(problemLine(Array(lines.dropFirst())) == 1)
    #expect(problemLine([]) == 1)
    #expect(problemLine(lines + [lines[0]]) == whole + 1)
    #expect(problemLine(lines + [[]]) == nil)
    lines.remove(at: 4)
    #expect(problemLine(lines) == whole - 1)
  }

  @Test(
    "with a line that is not understood says which",
    arguments: [
      "", "nonsense", "{}", #"{"entry":{}}"#, #"{"other":1}"#, #"{"archive":1,"entry":2}"#,
      #"{"session":{"id":"ex-9","seed":1.5}}"#, #"{"package":{"bytes":"x","hash":"00"}}"#,
      #"{"package":{"bytes":"x","hash":"0g"}}"#,
    ])
  func refusesUnknownLines(line: String) throws {
    let first = #"{"archive":{"format":"entente/a1","session":"ex-1"}}"#
    do throws(ArchiveError) {
      _ = try SessionArchive(reading: Array("\(first)\n\(line)\n".utf8))
      Issue.record("The line was accepted.")
    } catch {
      #expect(error.line == 2)
      #expect(!error.problem.isEmpty)
    }
  }

  @Test("of a later format is refused by name")
  func refusesFormat() {
    let file = #"{"archive":{"format":"entente/a9","session":"ex-1"}}"#
    #expect(throws: ArchiveError.self) { try SessionArchive(reading: Array(file.utf8)) }
  }

  @Test("that names numbers out of all bounds is broken, not a crash")
  func survivesWildNumbers() throws {
    let hash = HexText.text(of: Fixture.package.hash)
    for (fork, head) in [(Int.max, 0), (Int.max, Int.max), (1, Int.min), (-5, -9), (0, Int.max)] {
      let text = """
        {"archive":{"format":"entente/a1","session":"ex-1"}}
        {"package":{"bytes":"name: first-accord\\n","hash":"\(hash)"}}
        {"session":{"created":1,"fork":\(fork),"head":"\(hash)","head_seq":\(head),"id":"ex-1",\
        "package":"\(hash)","rules":"r","seed":1,"status":"s"}}
        {"end":{"entries":0,"sessions":1}}
        """
      let archive = try SessionArchive(reading: Array(text.utf8))
      #expect(try !archive.verify().isIntact)
      let store = InMemoryJournalStore()
      #expect(refusal { () throws(JournalError) in try archive.restore(into: store) } == .damaged)
    }
  }
}
