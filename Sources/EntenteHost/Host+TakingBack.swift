import EntenteJournal
import EntenteWire
import Logging

// What happens when the disk does not take a batch.
extension Host {
  /// A batch is not on disk: its commands are answered with an error and forgotten, together with
  /// everything decided on top of them. What other batches carry is left alone.
  func takeBack(_ failed: BatchUnderWay, _ error: JournalError) {
    let (reply, isUnknown) = answer(to: error)
    logger.error("journal", metadata: ["error": "\(error)"])
    // The batch of this tick may stand on what failed: it goes before anything new joins it.
    if isSubmitting { submit() }
    let lost = Set(failed.sequences.keys).subtracting(failed.reloaded)
    for place in underWay.indices where !lost.isDisjoint(with: underWay[place].sequences.keys) {
      underWay[place].cause = error
      underWay[place].reloaded.formUnion(lost)
    }
    // What was used up or made in what failed stands in the store as it was.
    codes.removeAll()
    for id in lost.sorted() { reload(id) }
    let last = isUnknown ? Int.max : failed.ticket
    whenDurable.removeAll { $0.ticket <= last }
    answerFailure(reply, through: last)
    if isUnknown { onUnknownOutcome?() }
  }

  /// What those are told whose commands a failure took back, and whether nobody knows what the disk
  /// has.
  private func answer(to error: JournalError) -> (WireError, isUnknown: Bool) {
    switch error.code {
    case .diskFull:
      isStorageFull = true
      storageFullSince = environment.now()
      let text = "The disk is full. Nothing was changed; try again with the key."
      return (WireError(.storageFull, [], text), false)
    case .queueFull:
      let text = "Too much waits for the disk. Nothing was changed; try again."
      return (WireError(.busy, [], text), false)
    case .conflict, .internalFault:
      let text = "The server made a mistake. Nothing was changed; try again."
      return (WireError(.internal, [], text), false)
    default:
      let text = "The disk failed while saving. Ask again with the same key after a restart."
      return (WireError(.unknownOutcome, [], text), true)
    }
  }

  private func answerFailure(_ reply: WireError, through ticket: Int) {
    let count = waiting.prefix { $0.ticket <= ticket }.count
    let due = waiting.prefix(count).map(\.connection)
    waiting.removeFirst(count)
    for connection in due {
      connection.fail(through: ticket) { connection.encode(ServerLine(reply, id: $0)) }
      closeIfAnswered(connection)
      markDirty(connection)
    }
  }
}
