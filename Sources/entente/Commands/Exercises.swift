import ArgumentParser
import EntenteExercise
import EntenteJSON
import EntenteModel
import EntenteSession

struct Exercises: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the exercises.",
    discussion: """
      Example:
        entente exercises

      A format without minutes has no clock: it goes on when everybody is READY.
      """)

  @OptionGroup var exercises: ExercisesOption

  @Flag(help: "Answer in JSON.")
  var json = false

  func run() throws {
    let shelf = try exercises.shelf()
    let rows = shelf.names.map { Row($0, on: shelf) }
    if json { return Console.json(JSONValue.array(rows.map(\.json)).canonicalText) }
    guard let folder = shelf.folder, !rows.isEmpty else {
      throw Failure(
        .noSuch,
        "There are no exercises in \(shelf.folder ?? "any folder I know"); name a folder with "
          + "--exercises DIR.")
    }
    Console.heading("Exercises in \(folder)")
    for row in rows { row.lines.forEach(Console.line) }
  }

  /// What the list says of one exercise.
  private struct Row {
    var name: String
    var formats: [LoadedExercise] = []
    var problem: String?

    init(_ name: String, on shelf: ExerciseShelf) {
      self.name = name
      do throws(Failure) {
        let package = try shelf.package(name)
        for format in ExerciseLoader.formats(of: package) {
          formats.append(try shelf.load(name, format: format))
        }
      } catch {
        problem = error.sentence
      }
    }

    var lines: [String] {
      if let problem { return ["\(name)  \(problem)"] }
      guard let first = formats.first?.exercise else { return ["\(name)  has no formats"] }
      let states = first.scenario.states.map(\.label).joined(separator: ", ")
      return ["\(name)  \(first.title)", "  states: \(states)"]
        + formats.map { loaded in
          let minutes = Row.minutes(of: loaded).map(Row.words(ofMinutes:)) ?? "no clock"
          return "  format \(loaded.exercise.format): \(loaded.material.formatTitle), "
            + "\(loaded.exercise.scenario.parameters.turns) turns, \(minutes)"
        }
    }

    var json: JSONValue {
      var members = [JSONMember("name", .string(name))]
      if let problem { return .object(members + [JSONMember("problem", .string(problem))]) }
      members += [
        JSONMember("title", .string(formats.first?.exercise.title ?? "")),
        JSONMember(
          "states",
          .array(formats.first?.exercise.scenario.states.map { .string($0.id.text) } ?? [])),
        JSONMember(
          "formats",
          .array(
            formats.map { loaded in
              [
                "name": .string(loaded.exercise.format),
                "title": .string(loaded.material.formatTitle),
                "turns": .int(loaded.exercise.scenario.parameters.turns),
                "minutes": Row.minutes(of: loaded).map(JSONValue.int) ?? .null,
              ]
            })),
      ]
      return .object(members)
    }

    /// Minutes as people plan them: `90 minutes`, `2 days 12 hours`, `4 weeks`.
    private static func words(ofMinutes minutes: Int) -> String {
      if minutes < 24 * 60 { return "\(minutes) minutes" }
      let units = [("week", 7 * 24 * 60), ("day", 24 * 60), ("hour", 60), ("minute", 1)]
      var left = minutes
      var words: [String] = []
      for (unit, length) in units where left >= length {
        let count = left / length
        words.append("\(count) \(unit)\(count == 1 ? "" : "s")")
        left %= length
      }
      return words.joined(separator: " ")
    }

    /// Minutes from the briefing to the end of the debriefing; nil where a phase has no clock.
    private static func minutes(of loaded: LoadedExercise) -> Int? {
      var seconds = 0
      for length in loaded.exercise.phases.lengths.enumerated() {
        // Resolution takes no time, and its entry in the plan means nothing.
        if Phase.allCases[length.offset] == .resolve { continue }
        switch length.element {
        case .absent: continue
        case .open: return nil
        case .seconds(let count): seconds += count
        }
      }
      let turns = loaded.exercise.scenario.parameters.turns
      return loaded.material.briefMinutes + (turns * seconds + 59) / 60
        + loaded.material.debriefMinutes
    }
  }
}
