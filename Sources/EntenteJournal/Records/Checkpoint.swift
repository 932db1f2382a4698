/// A head of a session's chain that was made known outside the store, against which the chain is
/// checked later.
package struct Checkpoint: Sendable, Hashable {
  /// The session.
  package var session: String
  /// The entry whose hash was published.
  package var sequence: Int
  /// Its hash, 32 bytes.
  package var headHash: [UInt8]
  /// A signature over the hash, empty where none was made.
  package var signature: [UInt8]

  /// A published head.
  package init(session: String, sequence: Int, headHash: [UInt8], signature: [UInt8] = []) {
    self.session = session
    self.sequence = sequence
    self.headHash = headHash
    self.signature = signature
  }
}
