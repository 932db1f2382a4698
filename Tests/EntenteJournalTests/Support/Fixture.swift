import EntenteJournal

/// Sessions and entries for the tests of this room.
enum Fixture {
  static let package = StoredPackage(bytes: Array("name: first-accord\n".utf8))

  static func session(
    _ id: String = "ex-1", parent: String? = nil, fork: Int? = nil, created: Int = 1_000
  ) -> SessionRecord {
    SessionRecord(
      id: id, packageHash: package.hash, rulesID: "alliance/1", seed: 7, parent: parent,
      forkSequence: fork, createdMilliseconds: created, status: "lobby")
  }

  /// Sealed entries that follow each other, each with a key of its own.
  static func entries(
    of session: SessionRecord, _ sequences: ClosedRange<Int>, after head: [UInt8]? = nil,
    actor: String = "borea.head.1"
  ) -> [JournalEntry] {
    var chain = HashChain(after: head ?? session.headHash)
    return sequences.map { sequence in
      var entry = entry(session.id, sequence, actor: actor)
      chain.seal(&entry)
      return entry
    }
  }

  static func entry(_ session: String, _ sequence: Int, actor: String = "borea.head.1")
    -> JournalEntry
  {
    let request = Array("SAY all :\(sequence)".utf8)
    return JournalEntry(
      session: session, sequence: sequence, turn: 1 + sequence / 100,
      milliseconds: 2_000 + sequence, actor: actor, key: "k-\(sequence)",
      digest: HashChain.digest(of: request), request: request,
      reply: Array("OK SAY v=\(sequence)".utf8),
      body: Array(#"[{"kind":"message.sent","text":"\#(sequence)","to":["all"],"ver":1}]"#.utf8),
      salt: [UInt8(truncatingIfNeeded: sequence), 0xFE])
  }

  /// A store's session with entries 1 to `count`, which are returned.
  @discardableResult
  static func fill(
    _ store: any JournalStore, session id: String = "ex-1", count: Int
  ) throws -> [JournalEntry] {
    let entries = entries(of: session(id), 1...count)
    try store.commit(JournalBatch(entries: entries))
    return entries
  }
}
