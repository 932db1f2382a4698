/// The state of a session after one of its entries, kept so that a reader need not fold from the
/// beginning. A cache: any of them may be missing.
package struct Snapshot: Sendable, Hashable {
  /// The session.
  package var session: String
  /// The last entry folded into it.
  package var sequence: Int
  /// Which fold made it; a reader with another fold must not use it.
  package var foldID: String
  /// The state hash at that point, 32 bytes.
  package var stateHash: [UInt8]
  /// The state in the fold's own coding.
  package var bytes: [UInt8]

  /// A snapshot taken after `sequence`.
  package init(
    session: String, sequence: Int, foldID: String, stateHash: [UInt8], bytes: [UInt8]
  ) {
    self.session = session
    self.sequence = sequence
    self.foldID = foldID
    self.stateHash = stateHash
    self.bytes = bytes
  }
}
