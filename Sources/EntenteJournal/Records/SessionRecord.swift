/// A session as the store lists it: what it plays, by which rules, and where its chain stands.
package struct SessionRecord: Sendable, Hashable {
  /// The name of the session, unique in the store: `ex-4K7`.
  package var id: String
  /// The address of the exercise package it plays: SHA-256 of the stored bytes, 32 bytes.
  package var packageHash: [UInt8]
  /// The rules it stays on for ever: `alliance/1`.
  package var rulesID: String
  /// The seed of its draws, 0 or more.
  package var seed: Int
  /// The session it branched from, nil for one that starts at its beginning.
  package var parent: String?
  /// The last sequence of the parent that the branch shares, nil exactly when `parent` is.
  package var forkSequence: Int?
  /// When it was created: milliseconds since 1970-01-01T00:00:00Z.
  package var createdMilliseconds: Int
  /// Where its play stands, in the host's words. Not part of the chain.
  package var status: String
  /// The sequence of its last entry; before the first one 0, or `forkSequence` for a branch.
  package var headSequence: Int
  /// The hash of its last entry, or its genesis before the first one. 32 bytes.
  package var headHash: [UInt8]

  /// A session with no entries yet: its head is its genesis.
  package init(
    id: String, packageHash: [UInt8], rulesID: String, seed: Int, parent: String? = nil,
    forkSequence: Int? = nil, createdMilliseconds: Int, status: String
  ) {
    self.id = id
    self.packageHash = packageHash
    self.rulesID = rulesID
    self.seed = seed
    self.parent = parent
    self.forkSequence = forkSequence
    self.createdMilliseconds = createdMilliseconds
    self.status = status
    headSequence = forkSequence ?? 0
    headHash = HashChain.genesis(
      id: id, packageHash: packageHash, rulesID: rulesID, seed: seed, parent: parent,
      forkSequence: forkSequence)
  }

  /// The hash its first entry follows. Computed from what the record says, so that a changed
  /// record breaks the chain.
  package var genesis: [UInt8] {
    HashChain.genesis(
      id: id, packageHash: packageHash, rulesID: rulesID, seed: seed, parent: parent,
      forkSequence: forkSequence)
  }

  /// The sequence of the first entry that is its own.
  package var firstSequence: Int { (forkSequence ?? 0) &+ 1 }
}
