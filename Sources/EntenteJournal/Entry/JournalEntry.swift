/// One accepted command as the journal keeps it: the input, its events, and the reply that a retry
/// gets. Entries are written once and never changed.
package struct JournalEntry: Sendable, Hashable {
  /// The session that the entry belongs to.
  package var session: String
  /// The place in the session: 1 for the first entry, one more for each that follows. A branch
  /// goes on counting from the sequence where it left its parent.
  package var sequence: Int
  /// The turn in which the command was accepted; 0 before the first turn.
  package var turn: Int
  /// When it was accepted: milliseconds since 1970-01-01T00:00:00Z, never less than those of the
  /// entry before.
  package var milliseconds: Int
  /// Who gave the command: a member, a seat for a first `JOIN`, `bot:STATE`, `clock` or a
  /// facilitator.
  package var actor: String
  /// The key that makes the command exactly-once, unique for its actor in the session.
  package var key: String?
  /// SHA-256 of the request as it was sent, 32 bytes: tells a retry from a reused key.
  package var digest: [UInt8]
  /// The command, as canonical text.
  package var request: [UInt8]
  /// What the actor was answered and is answered again when the key comes back.
  package var reply: [UInt8]
  /// The events with their audiences, as canonical JSON.
  package var body: [UInt8]
  /// Secret bytes from the host that keep short bodies from being guessed from their hash.
  package var salt: [UInt8]
  /// The link of the chain: see ``HashChain``. 32 bytes, empty until the entry is sealed.
  package var hash: [UInt8]

  /// An entry; leave `hash` out and let ``HashChain/seal(_:)`` fill it in.
  package init(
    session: String, sequence: Int, turn: Int, milliseconds: Int, actor: String,
    key: String? = nil, digest: [UInt8], request: [UInt8], reply: [UInt8], body: [UInt8],
    salt: [UInt8] = [], hash: [UInt8] = []
  ) {
    self.session = session
    self.sequence = sequence
    self.turn = turn
    self.milliseconds = milliseconds
    self.actor = actor
    self.key = key
    self.digest = digest
    self.request = request
    self.reply = reply
    self.body = body
    self.salt = salt
    self.hash = hash
  }
}
