/// What a check of a session's chain found.
package enum ChainVerdict: Sendable, Hashable {
  /// Every stored byte is what was written: so many entries, ending in this hash.
  case intact(entries: Int, head: [UInt8])
  /// The first sequence that cannot be trusted, and why. Nothing from it on may be shown as true.
  case broken(firstBadSequence: Int, reason: ChainBreak)

  /// Whether nothing was found.
  package var isIntact: Bool {
    if case .intact = self { return true }
    return false
  }
}

/// How a chain can be broken.
package enum ChainBreak: Sendable, Hashable, CustomStringConvertible {
  /// The entry is not there, though the session or a later entry says it was.
  case missing
  /// The entry's hash does not follow from its fields and the hash before.
  case altered
  /// There are entries after the head that the session records.
  case beyondHead
  /// The session records another hash for its last entry.
  case headDiffers
  /// A head that was published earlier is not the hash of its entry.
  case checkpointDiffers
  /// The exercise package is not stored, or is not the one that was played.
  case packageDiffers
  /// The disk or the database could not read the entry.
  case unreadable
  /// The entry is as it was written, but what it says cannot be right.
  case body(String)

  /// One sentence for a person.
  package var description: String {
    switch self {
    case .missing: "The entry is missing."
    case .altered: "The entry was changed after it was written."
    case .beyondHead: "The entry stands after the recorded end of the session."
    case .headDiffers: "The recorded end of the session does not match its last entry."
    case .checkpointDiffers: "The entry differs from the head that was published earlier."
    case .packageDiffers: "The exercise package is missing or is not the one that was played."
    case .unreadable: "The entry cannot be read from the disk."
    case .body(let finding): finding
    }
  }
}
