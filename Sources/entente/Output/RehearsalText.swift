import EntenteBots
import EntenteJSON
import EntenteModel
import EntenteSession

/// A rehearsal for a screen, and as JSON.
enum RehearsalText {
  static func print(_ report: RehearsalReport) {
    let exercise = report.exercise
    Console.heading("\(exercise.title), format \(exercise.format): \(games(report.games)) of bots")
    Console.line("")
    Console.line("Scores (points of 100) and private cards met:")
    let heading = ["state", "mean", "lowest", "highest", "first", "with deals", "cards met"]
    let rows = report.chances.map { chance in
      [
        chance.state.text, points(chance.mean), points(chance.lowest), points(chance.highest),
        String(chance.firsts), String(chance.deals),
        chance.cards.map(String.init).joined(separator: " "),
      ]
    }
    for line in Table.lines([heading] + rows) { Console.line("  \(line)") }
    Console.line("")
    Console.line("Groups at the end:")
    for group in report.groups {
      let names = group.members.map(\.text).joined(separator: ", ")
      Console.line("  \(names): \(group.quadrant), \(games(group.games))")
    }
    if report.without > 0 { Console.line("  none: \(games(report.without))") }
    use("Clauses, offered and concluded", report.clauses)
    use("Orders", report.orders)
    use("Programmes, spoken of and delivered", report.programmes)
    use("Events", report.injects)
    Console.line("")
    let warnings = report.warnings
    Console.line(warnings.isEmpty ? "Nothing stands out." : "To look at:")
    for warning in warnings { Console.line("  \(warning)") }
  }

  private static func use(_ title: String, _ uses: [RehearsalReport.Use]) {
    guard !uses.isEmpty else { return }
    Console.line("")
    Console.line("\(title) (games):")
    let words = uses.map { use in
      use.tried == use.used ? "\(use.name) \(use.used)" : "\(use.name) \(use.tried)/\(use.used)"
    }
    for line in Wrapping.lines(of: words.joined(separator: ", "), width: 96) {
      Console.line("  \(line)")
    }
  }

  private static func games(_ count: Int) -> String { count == 1 ? "1 game" : "\(count) games" }

  private static func points(_ value: Int) -> String {
    let tenths = rdiv(value, 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  static func json(_ report: RehearsalReport) -> JSONValue {
    [
      "exercise": .string(report.exercise.id), "format": .string(report.exercise.format),
      "games": .int(report.games), "clauses": uses(report.clauses),
      "orders": uses(report.orders), "programmes": uses(report.programmes),
      "injects": uses(report.injects), "withoutGroup": .int(report.without),
      "refused": .int(report.refused), "warnings": .array(report.warnings.map { .string($0) }),
      "states": .array(
        report.chances.map { chance in
          [
            "state": .string(chance.state.text), "mean": .int(chance.mean),
            "lowest": .int(chance.lowest), "highest": .int(chance.highest),
            "firsts": .int(chance.firsts), "deals": .int(chance.deals),
            "cards": .array(chance.cards.map { .int($0) }),
          ]
        }),
      "groups": .array(
        report.groups.map { group in
          [
            "members": .array(group.members.map { .string($0.text) }),
            "quadrant": .string(group.quadrant), "games": .int(group.games),
          ]
        }),
    ]
  }

  private static func uses(_ uses: [RehearsalReport.Use]) -> JSONValue {
    .array(
      uses.map {
        ["name": .string($0.name), "tried": .int($0.tried), "used": .int($0.used)]
      })
  }
}
