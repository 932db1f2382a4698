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

  /// Hands the batch of this tick to the writer.
  func submit() {
    // What failed meanwhile may have sent this batch on its way already.
    guard isSubmitting else { return }
    isSubmitting = false
    let batch = batch
    let ticket = ticket
    self.batch = JournalBatch()
    self.ticket += 1
    var sequences: [String: Int] = [:]
    for entry in batch.entries { sequences[entry.session] = entry.sequence }
    underWay.append(BatchUnderWay(ticket: ticket, sequences: sequences, members: batch.members))
    // Behind a batch that the writer did not take nothing may get in: it is decided on top of it.
    if let refused = underWay.lazy.compactMap(\.outcome).first {
      return settle(ticket, refused)
    }
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

  /// The writer is done with a batch, or did not take it. Batches are settled in their order: one
  /// that was not taken waits for those before it, which may well succeed.
  private func settle(_ ticket: Int, _ outcome: Result<Void, JournalError>) {
    guard let place = underWay.firstIndex(where: { $0.ticket == ticket }) else { return }
    underWay[place].outcome = outcome
    while let first = underWay.first, let outcome = first.outcome {
      underWay.removeFirst()
      switch outcome {
      case .success: keep(first)
      case .failure(let error): takeBack(first, first.cause ?? error)
      }
    }
    flushDirty()
  }

  /// A batch is on disk.
  private func keep(_ done: BatchUnderWay) {
    durable = max(durable, done.ticket)
    isStorageFull = false
    for (id, sequence) in done.sequences { sessions[id]?.becameDurable(through: sequence) }
    runWhatWaited()
    releaseReplies()
    for id in done.sequences.keys.sorted() {
      publish(id)
      if let session = sessions[id] { shelve(session) }
    }
  }

  /// The row of a member as it will be, on disk or not yet.
  func memberRow(_ member: MemberID, in session: String) -> MemberRecord? {
    let isRow = { (row: MemberRecord) in row.session == session && row.member == member.text }
    if let row = batch.members.last(where: isRow) { return row }
    for batch in underWay.reversed() {
      if let row = batch.members.last(where: isRow) { return row }
    }
    let stored = reading { () throws(JournalError) in try store.members(of: session) } ?? []
    return stored.first(where: isRow)
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
}
