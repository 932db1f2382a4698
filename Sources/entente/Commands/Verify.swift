import ArgumentParser
import EntenteJSON
import EntenteJournal
import EntenteJournalSQLite

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that no entry of a session was changed since it was written.",
    discussion: """
      Examples:
        entente verify ex-4K7
        entente verify ex-4K7.jsonl
        entente verify --all

      Works also while a server runs. A broken chain is told with its first bad entry; the status is \
      then 1. Nothing is ever changed.
      """)

  @OptionGroup var data: DataFolder

  @Flag(help: "Check every session of the data folder.")
  var all = false

  @Flag(help: "Answer in JSON, one object a session.")
  var json = false

  @Argument(help: "A session, or an exported file.")
  var session: String?

  func validate() throws {
    guard all != (session != nil) else {
      throw ValidationError("Name a session or a file, or give --all.")
    }
  }

  func run() throws {
    let sessions: [RecordedSession]
    if let session {
      sessions = [try RecordedSession(session, in: data)]
    } else {
      let store = try data.reading()
      sessions = try store.sessions().map { RecordedSession($0, in: store) }
      if sessions.isEmpty, !json { Console.line("No sessions in \(data.path).") }
    }
    var isIntact = true
    for session in sessions {
      let verdict = try session.verdict()
      isIntact = isIntact && verdict.isIntact
      let id = session.record.id
      json ? Console.json(Self.json(id, verdict)) : Console.line(Self.line(id, verdict))
    }
    if !isIntact { throw ExitCode(ExitStatus.wrong.rawValue) }
  }

  private static func line(_ id: String, _ verdict: ChainVerdict) -> String {
    switch verdict {
    case .intact(let entries, let head):
      "\(id): the chain holds, \(entries) entries, head \(HexText.text(of: head))"
    case .broken(let sequence, let reason):
      "\(id): BROKEN at entry \(sequence). \(reason) Nothing from there on can be trusted."
    }
  }

  private static func json(_ id: String, _ verdict: ChainVerdict) -> String {
    let value: JSONValue =
      switch verdict {
      case .intact(let entries, let head):
        [
          "session": .string(id), "intact": true, "entries": .int(entries),
          "head": .string(HexText.text(of: head)),
        ]
      case .broken(let sequence, let reason):
        [
          "session": .string(id), "intact": false, "firstBad": .int(sequence),
          "reason": .string(reason.description),
        ]
      }
    return value.canonicalText
  }
}
