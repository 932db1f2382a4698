import EntenteBots
import EntenteJSON
import EntenteModel
import EntenteSession

/// The deals of an opening position for a screen, and as JSON.
enum DealSpaceText {
  static func print(_ report: DealSpaceReport, _ exercise: Exercise) {
    Console.heading("\(exercise.title), format \(exercise.format): deals of the opening position")
    Console.line(
      "National scores \(report.horizon) turns ahead; everybody goes on as at the start.")
    for size in report.sizes {
      Console.line("")
      Console.line("Deals of \(size.parties) states, one or two clauses:")
      let isEstimated = size.tried < size.possible
      Console.line("  possible \(isEstimated ? "about " : "")\(size.possible)")
      Console.line(
        "  \(size.feasible) of \(size.tried) tried can be signed and ratified by all"
          + (isEstimated ? " (a sample)" : ""))
      Console.line(
        "  \(size.better) of \(size.valued) looked at leave all signatories better off"
          + (size.valued < size.feasible ? " (a sample)" : ""))
      Console.line("  \(size.pareto) of these \(size.valued) are bettered by no other")
    }
    Console.line("")
    let rows = report.stakes.map { stake in
      [
        stake.state.text, points(stake.without), points(stake.best),
        stake.terms.isEmpty ? "nothing found" : stake.terms,
      ]
    }
    let heading = ["state", "no deal", "best deal", "terms"]
    for line in Table.lines([heading] + rows) { Console.line(line) }
  }

  /// Hundredths of a point matter here: one deal rarely moves a score by much.
  private static func points(_ value: Int) -> String {
    let rest = value % 100
    return "\(value / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  static func json(_ report: DealSpaceReport, _ exercise: Exercise) -> JSONValue {
    [
      "exercise": .string(exercise.id), "format": .string(exercise.format),
      "horizon": .int(report.horizon),
      "sizes": .array(
        report.sizes.map { size in
          [
            "parties": .int(size.parties), "possible": .int(size.possible),
            "tried": .int(size.tried), "feasible": .int(size.feasible),
            "valued": .int(size.valued), "better": .int(size.better),
            "pareto": .int(size.pareto), "sampled": .bool(size.isSampled),
          ]
        }),
      "states": .array(
        report.stakes.map { stake in
          [
            "state": .string(stake.state.text), "without": .int(stake.without),
            "best": .int(stake.best), "terms": .string(stake.terms),
          ]
        }),
    ]
  }
}
