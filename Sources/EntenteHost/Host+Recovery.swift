import EntenteJSON
package import EntenteJournal
import EntenteModel
package import EntenteSession
import EntenteWire
import Logging

// Back from the disk: every session as its journal tells it.
extension Host {
  /// The fold that snapshots are of; a new number makes old ones worthless, never wrong.
  static var foldID: String { "world/1" }

  /// Opens every session of the store that is not over; those that are wait on the shelf. One that
  /// cannot be read is left out and named in the log; the others are served.
  package func open() throws(JournalError) {
    for record in try store.sessions() {
      if record.status == Self.closedStatus {
        shelved.insert(record.id)
      } else {
        take(record)
      }
    }
    setClock()
  }

  /// The status a record has once its session is over.
  static var closedStatus: String { "closed" }

  /// The session of an id, from the shelf if it lies there.
  func session(_ id: String) throws(WireError) -> LiveSession {
    if let session = sessions[id] { return session }
    if shelved.contains(id),
      let record = reading({ () throws(JournalError) in try store.session(id) })
        ?? nil
    {
      shelved.remove(id)
      take(record)
      if let session = sessions[id] { return session }
    }
    if let why = quarantined[id] {
      throw WireError(
        .quarantined, [WireField("session", id)],
        "The record of \(id) is damaged and was left alone: \(why).")
    }
    throw WireError(
      noSuch: "session", id,
      near: NearestWord.find(id, among: shelved.union(sessions.keys).sorted()))
  }

  /// Puts a session away that is over and that nobody is in any more.
  func shelve(_ session: LiveSession) {
    guard session.state.status == .closed, !session.isAhead,
      audience[session.id]?.isEmpty ?? true, sessions[session.id] === session
    else { return }
    sessions[session.id] = nil
    audience[session.id] = nil
    shelved.insert(session.id)
  }

  private func take(_ record: SessionRecord) {
    do throws(SessionFault) {
      let session = try Self.load(record, from: store, exercises: exercises, rules: rules)
      sessions[record.id] = session
      // A bot that was about to answer answers after the restart.
      if session.state.status == .running, session.state.hasBots {
        session.botsDue = environment.now() + Self.botDelay
      }
    } catch {
      quarantined[record.id] = error.sentence
      logger.error(
        "session left out", metadata: ["session": "\(record.id)", "why": "\(error.sentence)"])
    }
  }

  /// Why a session cannot be opened.
  package struct SessionFault: Error {
    /// One sentence for the operator: what cannot be read, and where.
    package var sentence: String
  }

  /// A session as its entries make it, checked link by link.
  /// A branch that is not in the store yet is folded from its parent, `as` its own record. `visit`
  /// sees the session after every entry.
  package static func load(
    _ record: SessionRecord, as branch: SessionRecord? = nil, from store: any JournalStore,
    exercises: ExerciseSource, rules: Rules, through last: Int = .max,
    visit: (LiveSession) -> Void = { _ in }
  ) throws(SessionFault) -> LiveSession {
    do {
      guard let archive = try store.package(record.packageHash) else {
        throw SessionFault(sentence: "its exercise package is missing")
      }
      let root = try store.lineage(of: record.id).first?.session.id ?? record.id
      let first = try store.entries(of: root, after: 0, limit: 1).first
      let format = try first.map { try EventCoding.events(in: $0.body) }?.compactMap {
        if case .sessionCreated(let created) = $0.fact { created.format } else { nil }
      }.first
      let exercise = try exercises.stored(archive, format ?? "class")
      let session = LiveSession(record: branch ?? record, exercise: exercise, rules: rules)
      try foldLineage(
        of: record, from: store, into: session, through: branch?.forkSequence ?? last,
        visit: visit)
      return session
    } catch let error as SessionFault {
      throw error
    } catch let error as ExerciseSource.Fault {
      throw SessionFault(sentence: error.sentence)
    } catch {
      throw SessionFault(sentence: "\(error)")
    }
  }

  private static func foldLineage(
    of record: SessionRecord, from store: any JournalStore, into session: LiveSession,
    through last: Int, visit: (LiveSession) -> Void
  ) throws {
    for segment in try store.lineage(of: record.id) {
      try fold(
        segment.session, from: store, into: session,
        through: min(last, segment.session.id == record.id ? .max : segment.last), visit: visit)
    }
  }

  /// Folds the entries of one session of a lineage, checked against its chain.
  private static func fold(
    _ segment: SessionRecord, from store: any JournalStore, into session: LiveSession,
    through last: Int, visit: (LiveSession) -> Void
  ) throws {
    let isShared = segment.id != session.id
    var chain = HashChain(after: segment.genesis)
    var fault: SessionFault?
    try store.forEachEntry(of: segment.id, after: 0, through: last) { entry in
      chain.advance(over: entry)
      guard chain.isHead(entry.hash) else {
        fault = SessionFault(
          sentence: "entry \(entry.sequence) does not fit the chain; the file was changed")
        return .stop
      }
      do {
        try session.restore(entry, isShared: isShared)
        visit(session)
        return .next
      } catch {
        fault = SessionFault(sentence: "entry \(entry.sequence) cannot be read: \(error)")
        return .stop
      }
    }
    if let fault { throw fault }
  }

  /// Puts a session back to what the disk has: everything decided on top of a batch that failed is
  /// dropped.
  func reload(_ id: String) {
    guard let old = sessions[id] else { return }
    do throws(SessionFault) {
      guard let record = reading({ () throws(JournalError) in try store.session(id) }) ?? nil else {
        sessions[id] = nil
        for connection in audience[id] ?? [] { connection.session = nil }
        audience[id] = nil
        return
      }
      let fresh = try Self.load(record, from: store, exercises: exercises, rules: rules)
      fresh.codesByKey = old.codesByKey
      sessions[id] = fresh
      for connection in audience[id] ?? [] { connection.session = fresh }
    } catch {
      logger.error("session lost", metadata: ["session": "\(id)", "why": "\(error.sentence)"])
      quarantined[id] = error.sentence
      sessions[id] = nil
    }
  }

  /// Keeps the hash of the world at a turn's end beside the journal, as a snapshot that may be
  /// thrown away at any time.
  func keepSnapshot(of session: LiveSession) {
    guard session.state.world.turn > session.snapshotTurn else { return }
    session.snapshotTurn = session.state.world.turn
    guard let bytes = try? CanonicalEncoder().encode(session.state.world) else { return }
    batch.snapshots.append(
      Snapshot(
        session: session.id, sequence: session.sequence, foldID: Self.foldID,
        stateHash: HashChain.digest(of: bytes), bytes: bytes))
    _ = ticketOfBatch()
  }
}
