import ArgumentParser
import EntenteExercise
import EntenteHost
import EntenteJSON
import EntenteModel
import EntenteSession

struct InjectsDryRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dry-run",
    abstract: "Tell when the events of a list would have come in a session that was played.",
    discussion: """
      Examples:
        entente injects dry-run Exercises/mine ex-4K7
        entente injects dry-run first-accord ex-4K7.jsonl --json

      Events with a turn come in that turn; conditions are asked of the record at the end of each \
      turn, as in play. The session goes on as it did: what an event would have changed is not in it.
      """)

  @OptionGroup var exercises: ExercisesOption
  @OptionGroup var data: DataFolder

  @Flag(help: "Answer in JSON.")
  var json = false

  @Argument(help: "The exercise with the events: a name or a folder.")
  var exercise: String

  @Argument(help: "A session of the data folder, or an exported file.")
  var session: String

  func run() throws {
    let recorded = try RecordedSession(session, in: data)
    let format = try recorded.live().state.exercise.format
    let events = try exercises.shelf().load(exercise, format: format).exercise.scenario.injects
    var run = InjectDryRun(injects: events)
    let live = try recorded.live { run.observe($0.state) }
    if json { return Console.json(Self.json(run, live).canonicalText) }
    let rows = run.injects.map { inject in
      [inject.id.text, Self.words(run.firings[inject.id], inject), Self.played(inject, live.state)]
    }
    guard !rows.isEmpty else {
      return Console.line("\(exercise) has no events in its format \(format).")
    }
    for line in Table.lines([["event", "would have come", "came"]] + rows) { Console.line(line) }
    Console.line(
      "\(run.firings.count) of \(rows.count) events would have come in \(live.id), which played "
        + "\(live.state.turn) turns.")
  }

  /// `turn 2, report`, or why it would not have come.
  private static func words(_ firing: InjectDryRun.Firing?, _ inject: Inject) -> String {
    if let firing {
      let to = inject.to == firing.to ? "" : " to \(firing.to.map(\.text).joined(separator: ", "))"
      return "turn \(firing.turn), \(firing.phase.rawValue)\(to)"
    }
    switch inject.trigger {
    case .turn(let turn): return "never: turn \(turn) was not played"
    case .noOffer: return "never: every team had an offer"
    case .metric: return "never: its condition did not hold"
    case .manual: return "by hand only"
    }
  }

  private static func played(_ inject: Inject, _ state: SessionState) -> String {
    state.fired.first { $0.inject == inject.id }.map { "turn \($0.turn)" } ?? "-"
  }

  private static func json(_ run: InjectDryRun, _ live: LiveSession) -> JSONValue {
    .object([
      JSONMember("session", .string(live.id)),
      JSONMember("events", .array(run.injects.map { json($0, run.firings[$0.id], live.state) })),
    ])
  }

  private static func json(
    _ inject: Inject, _ firing: InjectDryRun.Firing?, _ state: SessionState
  ) -> JSONValue {
    var members = [JSONMember("id", .string(inject.id.text))]
    if let firing {
      members += [
        JSONMember("turn", .int(firing.turn)), JSONMember("phase", .string(firing.phase.rawValue)),
        JSONMember("to", .array(firing.to.map { .string($0.text) })),
      ]
    }
    if let came = state.fired.first(where: { $0.inject == inject.id }) {
      members.append(JSONMember("came", .int(came.turn)))
    }
    return .object(members)
  }
}
