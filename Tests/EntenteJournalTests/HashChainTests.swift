import Crypto
import EntenteJournal
import Testing

@Suite("The hash chain")
struct HashChainTests {
  /// Computed by another program from the description alone; they never change.
  @Test("has the published values")
  func frozenVectors() {
    let genesis = HashChain.genesis(
      id: "ex-4K7", packageHash: Array(repeating: 0xAB, count: 32), rulesID: "alliance/1",
      seed: 42, parent: nil, forkSequence: nil)
    #expect(
      HexText.text(of: genesis)
        == "f8764f2b4e32cd7c4b1c37e8bda8e3271e7611c279729c7603f259dca20b6a27")
    let branch = HashChain.genesis(
      id: "ex-5Q2", packageHash: Array(repeating: 0xAB, count: 32), rulesID: "alliance/1",
      seed: 42, parent: "ex-4K7", forkSequence: 17)
    #expect(
      HexText.text(of: branch)
        == "4c23a018ec38f55e89ecc5c94ac4a013a25065ef3725edca926284dabb8b5ac0")
    var chain = HashChain(after: genesis)
    var first = JournalEntry(
      session: "ex-4K7", sequence: 1, turn: 0, milliseconds: 1_795_000_000_000,
      actor: "facilitator", key: "9f3c-0001", digest: Array(0..<32),
      request: Array("CREATE first-accord".utf8), reply: Array("OK CREATE".utf8),
      body: Array(#"[{"kind":"session.created"}]"#.utf8), salt: [1, 2, 3, 4])
    chain.seal(&first)
    #expect(
      HexText.text(of: first.hash)
        == "dea4e90ab26d50127fe6b1753e247beb0c8a4ba45b18f7f3af8431db25b1683a")
    var second = JournalEntry(
      session: "ex-4K7", sequence: 2, turn: -1, milliseconds: 0, actor: "clock",
      digest: Array(repeating: 0, count: 32), request: [], reply: [], body: [])
    chain.seal(&second)
    #expect(
      HexText.text(of: second.hash)
        == "e8a6313f39bef37a5ac34236b04272d336d3ff935e2115a675a6b92bb8db3647")
    #expect(chain.head == second.hash)
  }

  private static let plain = Fixture.entry("ex-1", 3)

  @Test("changes with every field of an entry", arguments: 0..<10)
  func coversEveryField(field: Int) {
    var changed = Self.plain
    switch field {
    case 0: changed.sequence += 1
    case 1: changed.turn += 1
    case 2: changed.milliseconds += 1
    case 3: changed.actor += "x"
    case 4: changed.key = nil
    case 5: changed.digest[31] ^= 1
    case 6: changed.request.append(0)
    case 7: changed.reply.removeLast()
    case 8: changed.body[0] ^= 0x80
    default: changed.salt = []
    }
    #expect(Self.hash(changed) != Self.hash(Self.plain))
  }

  @Test("tells a missing key from an empty one, and fields from their neighbours")
  func keepsFieldsApart() {
    var none = Self.plain
    none.key = nil
    var empty = Self.plain
    empty.key = ""
    #expect(Self.hash(none) != Self.hash(empty))
    var moved = Self.plain
    moved.reply.insert(moved.request.removeLast(), at: 0)
    #expect(Self.hash(moved) != Self.hash(Self.plain))
  }

  @Test("depends on everything before, and not on the size of what it hashed earlier")
  func dependsOnHistory() {
    let genesis = Fixture.session().headHash
    var large = Fixture.entry("ex-1", 1)
    large.body = Array(repeating: 7, count: 100_000)
    var chain = HashChain(after: genesis)
    chain.seal(&large)
    var next = Fixture.entry("ex-1", 2)
    chain.seal(&next)
    var fresh = HashChain(after: large.hash)
    var same = Fixture.entry("ex-1", 2)
    fresh.seal(&same)
    #expect(same.hash == next.hash)
    #expect(Self.hash(Fixture.entry("ex-1", 2)) != next.hash)
    #expect(next.hash.withUnsafeBytes { chain.isHead($0) })
    #expect(!large.hash.withUnsafeBytes { chain.isHead($0) })
    #expect(!next.hash.prefix(31).withUnsafeBytes { chain.isHead($0) })
  }

  @Test("hashes what the description says")
  func matchesDescription() {
    let entry = Self.plain
    var text = Array("entente/e1".utf8) + Fixture.session().headHash
    func put(_ bytes: [UInt8]) {
      text += withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { Array($0) } + bytes
    }
    for number in [entry.sequence, entry.turn, entry.milliseconds] {
      put(withUnsafeBytes(of: Int64(number).bigEndian) { Array($0) })
    }
    put(Array(entry.actor.utf8))
    put([1] + Array((entry.key ?? "").utf8))
    for field in [entry.digest, entry.request, entry.reply, entry.body, entry.salt] { put(field) }
    #expect(Self.hash(entry) == Array(SHA256.hash(data: text)))
  }

  private static func hash(_ entry: JournalEntry) -> [UInt8] {
    var entry = entry
    var chain = HashChain(after: Fixture.session().headHash)
    chain.seal(&entry)
    return entry.hash
  }
}
