import ArgumentParser
import EntenteJSON
import EntenteJournal
import EntenteJournalSQLite
import EntenteSession

struct Sessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the sessions of the data folder, oldest first.",
    discussion: """
      Example:
        entente sessions

      Works also while a server runs.
      """)

  @OptionGroup var data: DataFolder

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() throws {
    let rows: [SessionSummary]
    do {
      let store = try data.reading()
      rows = try store.sessions().map { try SessionSummary($0, in: store) }
    } catch let error as JournalError {
      guard case .missing = error.code else { throw error }
      rows = []
    }
    if json { return Console.json(JSONValue.array(rows.map(\.json)).canonicalText) }
    guard !rows.isEmpty else {
      return Console.line("No sessions in \(data.path) yet. entente play makes one.")
    }
    let lines = Table.lines(
      [["session", "exercise", "status", "turn", "entries", "began", "title"]] + rows.map(\.cells))
    Console.heading(lines[0])
    lines.dropFirst().forEach(Console.line)
  }
}

/// What a list says of a session: read from its first and its last entries alone.
struct SessionSummary {
  private let record: SessionRecord
  private var created: SessionCreated?
  private var turn = 0
  private var status = "lobby"
  private var lastTime: Int

  /// Entries from the end in which the newest change of status is looked for: nobody acts in a
  /// session that is closed, and few in one that is paused.
  private static let tail = 64

  init(_ record: SessionRecord, in store: any JournalStore) throws {
    self.record = record
    lastTime = record.createdMilliseconds
    // A branch was created where its oldest ancestor was.
    let root = try store.lineage(of: record.id).first?.session.id ?? record.id
    if let first = try store.entries(of: root, after: 0, limit: 1).first {
      for event in Self.events(of: first) {
        if case .sessionCreated(let created) = event.fact { self.created = created }
      }
    }
    let after = max(0, record.headSequence - Self.tail)
    let last = try store.entries(of: record.id, after: after, limit: Self.tail)
    if let entry = last.last {
      turn = entry.turn
      lastTime = entry.milliseconds
    }
    if turn > 0 { status = "running" }
    for event in last.flatMap(Self.events) {
      switch event.fact {
      case .sessionPaused: status = "paused"
      case .sessionStarted, .sessionResumed: status = "running"
      case .sessionClosed: status = "closed"
      case .turnStarted(let turn, _): self.turn = turn
      case .desk(.sessionForked(let fork)):
        // A branch waits for its people.
        created?.title = fork.title
        status = "paused"
      default: continue
      }
    }
  }

  /// Its events; none where they cannot be read, which is the business of `verify`.
  private static func events(of entry: JournalEntry) -> [Event] {
    (try? EventCoding.events(in: entry.body)) ?? []
  }

  var cells: [String] {
    [
      record.id, created?.exercise ?? "?", status, "\(turn)", "\(record.headSequence)",
      Timestamp.text(record.createdMilliseconds), created?.title ?? "",
    ]
  }

  var json: JSONValue {
    [
      "session": .string(record.id), "exercise": created.map { .string($0.exercise) } ?? .null,
      "format": created.map { .string($0.format) } ?? .null,
      "title": created.map { .string($0.title) } ?? .null, "status": .string(status),
      "turn": .int(turn), "entries": .int(record.headSequence),
      "head": .string(HexText.text(of: record.headHash)), "rules": .string(record.rulesID),
      "seed": .int(record.seed), "began": .string(Timestamp.text(record.createdMilliseconds)),
      "last": .string(Timestamp.text(lastTime)),
    ]
  }
}
