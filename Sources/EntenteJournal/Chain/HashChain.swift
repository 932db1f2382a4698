import Crypto

/// The chain that makes a journal tamper-evident. Every entry's hash is
/// `SHA-256("entente/e1" | hash before | fields)`, the first one following the session's genesis.
///
/// The fields are sequence, turn, milliseconds, actor, key, digest, request, reply, body, salt, in
/// that order, each as a length of four bytes (big-endian) and then its bytes. Numbers are eight
/// bytes, big-endian; text is UTF-8; a field that may be absent starts with one byte that is 1 when
/// a value follows and 0 when none does. With that anyone can check a journal without this program.
package struct HashChain: Sendable {
  /// Bytes of every hash in the journal.
  package static let hashLength = 32

  private static let entryDomain: StaticString = "entente/e1"
  private static let sessionDomain: StaticString = "entente/s1"
  /// The hash before stands right after the name of the domain.
  private static let headStart = 10
  private static let fieldsStart = headStart + hashLength
  /// Ten lengths, three numbers and the presence byte of the key.
  private static let fixedLength = fieldsStart + 10 * 4 + 3 * 8 + 1

  /// The text that is hashed, reused from entry to entry; the head lives inside it.
  private var buffer: [UInt8]

  private var arena = EntryArena()

  /// A chain that goes on after `head`, which must be 32 bytes: the genesis of a session or the
  /// hash of its last entry.
  package init(after head: [UInt8]) {
    precondition(head.count == Self.hashLength, "A chain goes on from a hash of 32 bytes.")
    buffer = [UInt8](repeating: 0, count: 1024)
    buffer.withUnsafeMutableBytes { all in
      Self.entryDomain.withUTF8Buffer { all.copyMemory(from: UnsafeRawBufferPointer($0)) }
      UnsafeMutableRawBufferPointer(rebasing: all[Self.headStart...]).copyBytes(from: head)
    }
  }

  /// The hash of the entry the chain last passed, or what it started from. 32 bytes.
  package var head: [UInt8] { Array(buffer[Self.headStart..<Self.fieldsStart]) }

  /// Whether the head is exactly these bytes.
  package func isHead(_ hash: UnsafeRawBufferPointer) -> Bool {
    hash.count == Self.hashLength
      && buffer[Self.headStart..<Self.fieldsStart].elementsEqual(hash)
  }

  /// Moves the chain over an entry: afterwards ``head`` is the hash the entry must carry.
  package mutating func advance(over entry: BorrowedEntry) {
    let size = Self.size(of: entry)
    if size > buffer.count { grow(to: size) }
    buffer.withUnsafeMutableBytes { all in
      var out = FieldWriter(all, at: Self.fieldsStart)
      out.put(number: entry.sequence)
      out.put(number: entry.turn)
      out.put(number: entry.milliseconds)
      out.put(entry.actor)
      out.put(optional: entry.key)
      out.put(entry.digest)
      out.put(entry.request)
      out.put(entry.reply)
      out.put(entry.body)
      out.put(entry.salt)
      assert(out.position == size, "Every field was counted.")
      let digest = Self.hash(UnsafeRawBufferPointer(rebasing: all[..<size]))
      digest.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: all[Self.headStart...]).copyMemory(from: $0)
      }
    }
  }

  /// Writes into `entry` the hash that links it to the chain, and moves the chain over it.
  package mutating func seal(_ entry: inout JournalEntry) {
    // Taken out while it lends: the chain itself changes meanwhile.
    var lender = EntryArena()
    swap(&lender, &arena)
    lender.lend(entry) { advance(over: $0) }
    swap(&lender, &arena)
    entry.hash = head
  }

  /// What a session's chain starts from:
  /// `SHA-256("entente/s1" | id | package hash | rules id | seed | parent | fork sequence)`, the
  /// fields written as those of an entry. 32 bytes.
  package static func genesis(
    id: String, packageHash: [UInt8], rulesID: String, seed: Int, parent: String?,
    forkSequence: Int?
  ) -> [UInt8] {
    var text = [UInt8](String(describing: sessionDomain).utf8)
    func put(_ field: some Collection<UInt8>) {
      text.append(contentsOf: Self.bigEndian(UInt32(field.count)))
      text.append(contentsOf: field)
    }
    put(Array(id.utf8))
    put(packageHash)
    put(Array(rulesID.utf8))
    put(Self.bigEndian(Int64(seed)))
    put(parent.map { [1] + Array($0.utf8) } ?? [0])
    put(forkSequence.map { [1] + Self.bigEndian(Int64($0)) } ?? [0])
    return text.withUnsafeBytes { Array(hash($0)) }
  }

  /// SHA-256 of some bytes, 32 bytes: the address of a package and the digest of a request.
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { Array(hash($0)) }
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> SHA256Digest {
    var hasher = SHA256()
    hasher.update(bufferPointer: bytes)
    return hasher.finalize()
  }

  private static func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  private static func size(of entry: BorrowedEntry) -> Int {
    fixedLength + entry.actor.count + (entry.key?.count ?? 0) + entry.digest.count
      + entry.request.count + entry.reply.count + entry.body.count + entry.salt.count
  }

  private mutating func grow(to size: Int) {
    var larger = [UInt8](repeating: 0, count: max(size, buffer.count * 2))
    assert(larger.count >= size, "The room holds the whole entry.")
    larger.replaceSubrange(0..<Self.fieldsStart, with: buffer[0..<Self.fieldsStart])
    buffer = larger
  }
}

/// Writes length-prefixed fields into memory that is known to be large enough.
private struct FieldWriter {
  private let out: UnsafeMutableRawBufferPointer
  private(set) var position: Int

  init(_ out: UnsafeMutableRawBufferPointer, at position: Int) {
    self.out = out
    self.position = position
  }

  mutating func put(number: Int) {
    length(8)
    out.storeBytes(of: Int64(number).bigEndian, toByteOffset: position, as: Int64.self)
    position += 8
  }

  mutating func put(_ field: UnsafeRawBufferPointer) {
    length(field.count)
    append(field)
  }

  mutating func put(optional field: UnsafeRawBufferPointer?) {
    length(1 + (field?.count ?? 0))
    out[position] = field == nil ? 0 : 1
    position += 1
    if let field { append(field) }
  }

  private mutating func append(_ field: UnsafeRawBufferPointer) {
    guard field.count > 0 else { return }
    let target = UnsafeMutableRawBufferPointer(rebasing: out[position..<position + field.count])
    target.copyMemory(from: field)
    position += field.count
  }

  private mutating func length(_ count: Int) {
    out.storeBytes(of: UInt32(count).bigEndian, toByteOffset: position, as: UInt32.self)
    position += 4
  }
}
