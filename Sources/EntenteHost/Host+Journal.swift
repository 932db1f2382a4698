import EntenteJournal
import EntenteModel
import EntenteSession
import EntenteWire
import Logging
import NIOCore

// Group commit: what one tick of the loop decides goes to the writer as one batch; replies and
// events wait for it.
extension Host {
  /// Decides a command and puts its entry into the batch of this tick. Returns the ticket its reply
  /// waits for.
  @discardableResult
  func perform(
    _ command: Command, by actor: Actor, in session: LiveSession, request: LiveSession.Request,
    reply: (Int) -> [UInt8], with rows: (inout JournalBatch) -> Void = { _ in }
  ) throws(Refusal) -> Int {
    let wasClosed = session.state.status == .closed
    let entry = try session.perform(
      command, by: actor, request: request, at: environment.now(),
      salt: environment.random(Self.saltBytes), reply: reply)
    batch.entries.append(entry)
    if !wasClosed, session.state.status == .closed {
      batch.statuses.append(.init(session: session.id, status: Self.closedStatus))
    }
    rows(&batch)
    return ticketOfBatch()
  }

  /// Bytes of salt in an entry: enough that nobody finds a short body from its hash.
  static var saltBytes: Int { 16 }

  /// Makes sure that the batch of this tick is handed over when the tick ends.
  func ticketOfBatch() -> Int {
    if !isSubmitting {
      isSubmitting = true
      let host = bound
      loop.execute { host.value.submit() }
    }
    return ticket
  }

  private func submit() {
    isSubmitting = false
    let batch = batch
    let ticket = ticket
    self.batch = JournalBatch()
    self.ticket += 1
    var sequences: [String: Int] = [:]
    for entry in batch.entries { sequences[entry.session] = entry.sequence }
    underWay.append((ticket, sequences))
    let host = bound
    let loop = loop
    do {
      try committer.submit(batch) { outcome in
        loop.execute { host.value.settle(ticket, outcome) }
      }
    } catch {
      settle(ticket, .failure(error))
    }
  }

  /// The writer is done with a batch.
  private func settle(_ ticket: Int, _ outcome: Result<Void, JournalError>) {
    guard let place = underWay.firstIndex(where: { $0.ticket == ticket }) else { return }
    let sequences = underWay.remove(at: place).sequences
    switch outcome {
    case .success:
      durable = max(durable, ticket)
      isStorageFull = false
      for (id, sequence) in sequences { sessions[id]?.becameDurable(through: sequence) }
      runWhatWaited()
      releaseReplies()
      for id in sequences.keys {
        publish(id)
        if let session = sessions[id] { shelve(session) }
      }
    case .failure(let error): takeBack(sequences, error)
    }
    flushDirty()
  }

  private func runWhatWaited() {
    guard !whenDurable.isEmpty else { return }
    let due = whenDurable.prefix { $0.ticket <= durable }
    whenDurable.removeFirst(due.count)
    for item in due { item.body() }
  }

  private func releaseReplies() {
    var count = 0
    while count < waiting.count, waiting[count].ticket <= durable {
      waiting[count].connection.release(through: durable)
      markDirty(waiting[count].connection)
      waiting[count].connection.pump()
      closeIfAnswered(waiting[count].connection)
      count += 1
    }
    waiting.removeFirst(count)
  }

  /// Shows the newly durable events of a session to whoever is in it.
  func publish(_ session: String) {
    for connection in audience[session] ?? [] {
      connection.pump()
      markDirty(connection)
    }
  }

  /// Sends a reply, held back until `ticket` is durable.
  func send(
    _ bytes: [UInt8], to connection: HostConnection, after ticket: Int, id: String? = nil
  ) {
    connection.send(bytes, after: ticket, durable: durable, id: id)
    if connection.isHolding { waiting.append((max(ticket, waiting.last?.ticket ?? 0), connection)) }
    markDirty(connection)
  }

  /// The ticket a reading reply waits for: none, unless its session is ahead of the disk.
  func readingTicket(in session: LiveSession?) -> Int {
    guard let session, session.isAhead else { return 0 }
    return isSubmitting ? ticket : ticket - 1
  }

  func markDirty(_ connection: HostConnection) {
    if connection.isDirty { return }
    connection.isDirty = true
    dirty.append(connection)
  }

  /// Sends everything that was written in this tick, one write a connection.
  package func flushDirty() {
    for connection in dirty {
      connection.isDirty = false
      if !connection.isClosed { connection.sink.flush() }
    }
    dirty.removeAll(keepingCapacity: true)
  }

  /// A batch is not on disk: its commands are answered with an error and forgotten, together with
  /// everything decided on top of them.
  private func takeBack(_ sequences: [String: Int], _ error: JournalError) {
    let code: WireCode
    let text: String
    switch error.code {
    case .diskFull:
      (code, text) = (
        .storageFull, "The disk is full. Nothing was changed; try again with the key."
      )
      isStorageFull = true
      storageFullSince = environment.now()
    case .queueFull:
      (code, text) = (.busy, "Too much waits for the disk. Nothing was changed; try again.")
    case .conflict, .internalFault:
      (code, text) = (.internal, "The server made a mistake. Nothing was changed; try again.")
    default:
      (code, text) = (
        .unknownOutcome,
        "The disk failed while saving. Ask again with the same key after a restart."
      )
    }
    logger.error("journal", metadata: ["error": "\(error)"])
    whenDurable.removeAll()
    // What was used up or made in what failed stands in the store as it was.
    codes.removeAll()
    for id in sequences.keys.sorted() { reload(id) }
    let reply = WireError(code, [], text)
    for (_, connection) in waiting {
      connection.fail { connection.encode(ServerLine(reply, id: $0)) }
      closeIfAnswered(connection)
      markDirty(connection)
    }
    waiting.removeAll()
    if code == .unknownOutcome { onUnknownOutcome?() }
  }
}
