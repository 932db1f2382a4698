/// One reusable stretch of memory that lends an entry's fields as raw bytes, so that binding and
/// hashing need one copy of an entry and no allocation.
package struct EntryArena {
  private var bytes: [UInt8] = []

  /// An empty arena; it grows to the largest entry it has seen.
  package init() {}

  /// Lends `entry` to `body`. The borrowed bytes are valid until `body` returns.
  package mutating func lend<Outcome, Failure>(
    _ entry: JournalEntry, to body: (BorrowedEntry) throws(Failure) -> Outcome
  ) throws(Failure) -> Outcome {
    let ends = fill(entry)
    let outcome = bytes.withUnsafeBytes { all -> Result<Outcome, Failure> in
      let base = UnsafeRawBufferPointer(all)
      func part(_ index: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: base[ends[index]..<ends[index + 1]])
      }
      let borrowed = BorrowedEntry(
        sequence: entry.sequence, turn: entry.turn, milliseconds: entry.milliseconds,
        actor: part(0), key: entry.key == nil ? nil : part(1), digest: part(2), request: part(3),
        reply: part(4), body: part(5), salt: part(6), hash: part(7))
      do throws(Failure) { return .success(try body(borrowed)) } catch { return .failure(error) }
    }
    return try outcome.get()
  }

  /// Copies the fields one after the other and says where each of the eight ends.
  private mutating func fill(_ entry: JournalEntry) -> InlineArray<9, Int> {
    var ends = InlineArray<9, Int>(repeating: 0)
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: entry.actor.utf8)
    ends[1] = bytes.count
    if let key = entry.key { bytes.append(contentsOf: key.utf8) }
    ends[2] = bytes.count
    bytes.append(contentsOf: entry.digest)
    ends[3] = bytes.count
    bytes.append(contentsOf: entry.request)
    ends[4] = bytes.count
    bytes.append(contentsOf: entry.reply)
    ends[5] = bytes.count
    bytes.append(contentsOf: entry.body)
    ends[6] = bytes.count
    bytes.append(contentsOf: entry.salt)
    ends[7] = bytes.count
    bytes.append(contentsOf: entry.hash)
    ends[8] = bytes.count
    assert(bytes.count >= entry.body.count, "Every field was copied.")
    return ends
  }
}
