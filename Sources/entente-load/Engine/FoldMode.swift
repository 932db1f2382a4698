import EntenteJSON
import EntenteJournal
import EntenteJournalSQLite
import EntenteSession

/// Events folded out of a store: every session of a data folder, read, checked link by link and
/// played to its end.
enum FoldMode {
  static func run(data folder: String, sessionsMax: Int) throws -> Figures {
    let store = try SQLiteJournalStore(folder: folder, access: .readingOnly)
    var tally = FoldTally()
    // Sessions of one package share it; reading it is not what is measured.
    var exercises: [Package: Exercise] = [:]
    for session in try store.sessions().prefix(sessionsMax) {
      tally.sessions += 1
      try fold(session, of: store, &exercises, &tally)
    }
    try store.close()
    return tally.figures
  }

  private struct Package: Hashable {
    var hash: [UInt8]
    var format: String
  }

  private static func exercise(
    of session: SessionRecord, in store: SQLiteJournalStore, _ known: inout [Package: Exercise]
  ) throws -> Exercise {
    guard let archive = try store.package(session.packageHash),
      let first = try store.entries(of: session.id, after: 0, limit: 1).first
    else { throw LoadError("session \(session.id) has no package or no entries") }
    let format = try EventCoding.events(in: first.body).compactMap { event -> String? in
      if case .sessionCreated(let created) = event.fact { created.format } else { nil }
    }.first
    let package = Package(hash: session.packageHash, format: format ?? "class")
    if let exercise = known[package] { return exercise }
    let exercise = try StoredExercise.read(archive: archive, format: package.format)
    known[package] = exercise
    return exercise
  }

  private static func fold(
    _ session: SessionRecord, of store: SQLiteJournalStore, _ known: inout [Package: Exercise],
    _ tally: inout FoldTally
  ) throws {
    let exercise = try exercise(of: session, in: store, &known)
    var state = SessionState(exercise: exercise, seed: session.seed)
    var chain = HashChain(after: session.genesis)
    var failure: LoadError?
    let start = ContinuousClock.now
    try store.forEachEntry(of: session.id, after: 0, through: .max) { entry in
      chain.advance(over: entry)
      guard chain.isHead(entry.hash), let events = try? EventCoding.events(in: entry.body) else {
        failure = LoadError("entry \(entry.sequence) of \(session.id) does not fit")
        return .stop
      }
      for event in events { state.evolve(event, at: entry.milliseconds) }
      tally.entries += 1
      tally.events += events.count
      return .next
    }
    tally.time += ContinuousClock.now - start
    if let failure { throw failure }
  }
}

/// What was folded, and how long it took.
private struct FoldTally {
  var sessions = 0
  var entries = 0
  var events = 0
  var time = Duration.zero

  var figures: Figures {
    let seconds = max(time / .seconds(1), 1e-9)
    var figures = Figures()
    figures.set("what", "fold")
    figures.set("sessions", sessions)
    figures.set("entries", entries)
    figures.set("events", events)
    figures.set("eventsPerSecond", Int(Double(events) / seconds))
    figures.set("entriesPerSecond", Int(Double(entries) / seconds))
    return figures
  }
}
