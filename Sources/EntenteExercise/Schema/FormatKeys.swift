import EntenteModel
import EntenteSession

/// The keys of one format.
enum FormatKeys {
  static let clauses = ClauseKind.allCases.map(\.rawValue)
  static let orders = OrderKeyword.allCases.map(\.rawValue)

  static let record = RecordShape(
    "format",
    [
      KeyRule("title", CommonKeys.label, "What people call it."),
      KeyRule("turns", .count(1...40), required: true, "How many turns are played."),
      KeyRule("turnDays", .count(30...360), "Days of one turn, where other than in the exercise."),
      KeyRule("clock", .record(clock), required: true, "How long each phase lasts."),
      KeyRule(
        "advance", .word(PhasePlan.Advance.allCases.map(\.rawValue)), required: true,
        "Whether the clock alone ends phases, or everybody's READY does."),
      KeyRule("actions", .count(0...100), "Orders a turn besides the budget; 0 is no limit."),
      KeyRule("proposals", .count(1...100), "Offers a state may table in a turn."),
      KeyRule(
        "twoKeys", .flag, "Whether a state signs by two seats, where other than in the exercise."),
      KeyRule("communiques", .count(0...100), "Communiqués a state may issue in a turn."),
      KeyRule("around", .record(around), "Minutes before and after."),
      KeyRule("seats", .list(.name(.role), 1...8), "The seats of every state, where fewer."),
      KeyRule(
        "states", .list(.name(.state), 2...14), "The states of this format, where not all."),
      KeyRule(
        "teams", .list(.oneOf([.name(.state), .list(.name(.state), 2...4)]), 1...14),
        "The states people play, the others being bots; [a, b] is one team for two states."),
      KeyRule(
        "programmes", .list(.name(.programme), 1...40),
        "The programmes of this format, where not all."),
      KeyRule(
        "names", .word(["real", "alias", "fictional"]),
        "How states are named, where other than in the exercise."),
      KeyRule("seat", .name(.state), "The state a single person plays unless told."),
      KeyRule("seed", .count(0...1_000_000_000), "The seed unless told; else the host draws one."),
      KeyRule("add", .record(add), "What this format has beside the common menus."),
    ])

  static let clock = RecordShape(
    "clock",
    [
      KeyRule("report", length, required: true, "The situation is read."),
      KeyRule("negotiate", length, required: true, "People talk and sign."),
      KeyRule("ratify", length, required: true, "Decisions at home."),
      KeyRule("orders", length, required: true, "Secret orders."),
      KeyRule("review", length, required: true, "The report of the turn is read."),
    ])

  /// Up to thirty days; a phase of 0 does not exist, one of `none` waits for READY.
  private static let length = Shape.oneOf([.word(["none"]), .duration(0...2_592_000)])

  private static let around = RecordShape(
    "frame",
    [
      KeyRule("brief", .count(0...600), "Minutes of briefing."),
      KeyRule("debrief", .count(0...600), "Minutes of debriefing."),
    ])

  private static let add = RecordShape(
    "addition",
    [
      KeyRule("clauses", .list(.word(clauses), 0...30), "More clauses."),
      KeyRule("orders", .list(.word(orders), 0...60), "More orders."),
      KeyRule("families", .list(.newName, 0...12), "More families of standards."),
    ])
}
