import EntenteModel
import EntenteSession

/// The keys of `exercise.yaml`.
enum ExerciseKeys {
  static let record = RecordShape("exercise", about + play + menus + lists)

  private static let about = [
    KeyRule("id", .newName, required: true, "The name of the folder and of the exercise."),
    KeyRule("title", CommonKeys.label, required: true, "What people call it."),
    KeyRule("summary", .prose, required: true, "Two or three sentences for a list of exercises."),
    KeyRule("language", .text(max: 12), "The language of the texts, as in `en` or `de-CH`."),
    KeyRule("authors", .list(.text(max: 80), 1...20), "Who wrote the texts."),
    KeyRule("licence", .text(max: 80), "Under which licence the texts stand."),
    KeyRule(
      "objectives", .list(.record(objective), 1...12), required: true,
      "What people should be able to do afterwards."),
  ]

  private static let play = [
    KeyRule("turnDays", .count(30...360), required: true, "Days of one turn."),
    KeyRule(
      "amountsPer", .count(30...360), "Days the amounts of the cards are for; 180 unless given."),
    KeyRule(
      "names", .word(["real", "alias", "fictional"]),
      "Whether states go by their own names, by aliases, or are invented."),
    KeyRule("fog", .word(Parameters.Fog.allCases.map(\.rawValue)), "How well others are seen."),
    KeyRule(
      "press",
      .oneOf([.word(reaches), .map(.words(Phase.allCases.map(\.rawValue)), .word(reaches))]),
      "Who may be spoken to, in all phases or by phase."),
    KeyRule(
      "openAfter", .word(Parameters.Opening.allCases.map(\.rawValue)),
      "Who sees everything after the last turn."),
    KeyRule(
      "twoKeys", .flag,
      "Whether a state signs by two seats: one drafts or signs first, another completes it."),
    KeyRule(
      "difficulty", .word(["patient", "standard", "hard"]), "How hard bots bargain."),
    KeyRule(
      "formats", .map(.new, .record(FormatKeys.record)), required: true,
      "The ways to play it: turns, clocks, limits."),
    KeyRule("seats", .list(.name(.role), 1...8), required: true, "The seats of every state."),
    KeyRule(
      "roles", .map(.new, .list(.word(Permission.allCases.map(\.rawValue)), 0...20)),
      "What each role may do."),
  ]

  private static let menus = [
    KeyRule(
      "clauses", .list(.word(FormatKeys.clauses), 1...30), required: true, "The clause menu."),
    KeyRule("families", .list(.newName, 1...12), "The families of standards."),
    KeyRule("orders", .list(.word(FormatKeys.orders), 1...60), required: true, "The order menu."),
    KeyRule("rules", .record(RuleKeys.record), required: true, "The parameters of the rules."),
    KeyRule("scoring", .record(RuleKeys.scoring), "Weights of the score terms."),
    KeyRule("grading", .record(RuleKeys.grading), "Shares of the grade."),
    KeyRule(
      "openings", .list(.record(opening), 0...20),
      "Offers that bots table when the first negotiation begins."),
  ]

  private static let lists = [
    KeyRule("quiz", .list(.record(question), 0...30), "Questions before the class."),
    KeyRule("survey", .list(.record(statement), 0...30), "Questions after the class."),
    KeyRule("evaluation", .list(.record(evaluation), 0...20), "What an evaluator looks for."),
    KeyRule("ratings", .map(.words(["P", "S", "M", "U"]), .line), "What the ratings mean."),
    KeyRule("debrief", .list(.line, 0...30), "Questions for the debrief."),
  ]

  private static let reaches = PressRule.Reach.allCases.map(\.rawValue)

  static let objective = RecordShape(
    "learning objective", identity: "id",
    [
      KeyRule("id", .text(max: 12), required: true, "A short name, as in LO1."),
      KeyRule("text", .line, required: true, "One sentence that begins with a verb."),
    ])

  static let opening = RecordShape(
    "opening",
    [
      KeyRule(
        "from", .name(.state), required: true, "The state that tables it, if a bot plays it."),
      KeyRule("to", .list(.name(.state), 1...7), required: true, "The states it is tabled to."),
      KeyRule("after", .count(0...3600), "Seconds after the negotiation began."),
      KeyRule("terms", .prose, required: true, "The text in one line, as people type it."),
    ])

  static let question = RecordShape(
    "quiz question", identity: "id",
    [
      KeyRule("id", .newName, required: true, "A short name for the results."),
      KeyRule("question", .prose, required: true, "The question."),
      KeyRule("options", .list(.line, 2...6), required: true, "The answers to choose from."),
      KeyRule("answer", .count(1...6), required: true, "Which option is right, from 1."),
      KeyRule("why", .prose, required: true, "Why it is right, shown afterwards."),
    ])

  static let statement = RecordShape(
    "survey question", identity: "id",
    [
      KeyRule("id", .newName, required: true, "A short name for the results."),
      KeyRule(
        "kind", .word(["scale", "text"]), required: true, "Answered with 1 to 5, or with words."),
      KeyRule("text", .line, required: true, "The statement or question."),
    ])

  static let evaluation = RecordShape(
    "evaluation",
    [
      KeyRule("objective", .name(.objective), required: true, "The learning objective."),
      KeyRule("task", .line, required: true, "What a team is to do."),
      KeyRule("look", .list(.line, 1...8), required: true, "What shows that it was done."),
      KeyRule("evidence", .list(.line, 0...8), "Where to find it in the record."),
    ])
}
