/// An entry whose bytes still belong to the store. Valid only inside the call that handed it out:
/// folding a long session this way copies nothing.
package struct BorrowedEntry {
  /// As in ``JournalEntry/sequence``.
  package var sequence: Int
  /// As in ``JournalEntry/turn``.
  package var turn: Int
  /// As in ``JournalEntry/milliseconds``.
  package var milliseconds: Int
  /// The actor as UTF-8.
  package var actor: UnsafeRawBufferPointer
  /// The key as UTF-8, nil where the command had none.
  package var key: UnsafeRawBufferPointer?
  /// As in ``JournalEntry/digest``.
  package var digest: UnsafeRawBufferPointer
  /// As in ``JournalEntry/request``.
  package var request: UnsafeRawBufferPointer
  /// As in ``JournalEntry/reply``.
  package var reply: UnsafeRawBufferPointer
  /// As in ``JournalEntry/body``.
  package var body: UnsafeRawBufferPointer
  /// As in ``JournalEntry/salt``.
  package var salt: UnsafeRawBufferPointer
  /// As in ``JournalEntry/hash``.
  package var hash: UnsafeRawBufferPointer

  /// A borrowed entry over bytes that the caller keeps alive.
  package init(
    sequence: Int, turn: Int, milliseconds: Int, actor: UnsafeRawBufferPointer,
    key: UnsafeRawBufferPointer?, digest: UnsafeRawBufferPointer,
    request: UnsafeRawBufferPointer, reply: UnsafeRawBufferPointer, body: UnsafeRawBufferPointer,
    salt: UnsafeRawBufferPointer, hash: UnsafeRawBufferPointer
  ) {
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

  /// The same entry with bytes of its own, free to outlive the call.
  package func copied(session: String) -> JournalEntry {
    JournalEntry(
      session: session, sequence: sequence, turn: turn, milliseconds: milliseconds,
      actor: String(decoding: actor, as: UTF8.self),
      key: key.map { String(decoding: $0, as: UTF8.self) }, digest: Array(digest),
      request: Array(request), reply: Array(reply), body: Array(body), salt: Array(salt),
      hash: Array(hash))
  }
}

/// What a reader of entries wants after each one.
package enum EntryStep: Sendable {
  /// The next entry, if there is one.
  case next
  /// No more entries.
  case stop
}
