import EntenteModel
import EntenteSession

/// The keys of `injects.yaml`: the master list of events.
enum InjectKeys {
  static let file = Shape.list(.record(inject), 0...100)

  static let inject = RecordShape("inject", identity: "id", telling + doing + running)

  private static let telling = [
    KeyRule("id", .newName, required: true, "The word a facilitator types."),
    CommonKeys.base,
    KeyRule("title", CommonKeys.label, required: true, "A few words for the queue."),
    KeyRule(
      "kind", .word(Inject.Kind.allCases.map(\.rawValue)), required: true,
      "Mood, fallback, request or housekeeping."),
    KeyRule("at", .record(moment), "When it comes."),
    KeyRule("when", .text(max: 400), "The condition on which it comes."),
    KeyRule("from", CommonKeys.label, required: true, "Who sends it."),
    KeyRule(
      "to", .oneOf([.word(["all", "each"]), .list(.name(.state), 1...14)]), required: true,
      "Who gets it; each: every team for which the condition holds."),
    KeyRule(
      "pick", .text(max: 80),
      "The rule that finds whom it is for: each, largest(budget), smallest(sec), owner(PROGRAMME), "
        + "parties(CLAUSE), others(CLAUSE), exposed(TYPE) or holders."),
    KeyRule("repeat", .count(0...40), "It may come again so many turns later; 0 is never."),
    KeyRule("times", .count(0...40), "How often it comes at most; 0 is as often as it may."),
    KeyRule("chance", .index, "The chance that it comes in a turn in which it may."),
    KeyRule("via", .word(["cable", "news", "leak", "phone", "in-room"]), "How it arrives."),
    KeyRule("body", .prose, required: true, "What people read, at most 120 words."),
  ]

  private static let doing = [
    KeyRule("effects", .list(.record(effect), 0...8), "What it changes."),
    KeyRule("choice", .record(choice), "What the receiver may choose."),
    KeyRule("objective", .name(.objective), "The learning objective it serves."),
    KeyRule("expect", .line, required: true, "What a team should do about it."),
    KeyRule("expectTest", .text(max: 400), "The same as a condition on the record."),
    KeyRule("expectBy", .record(moment), "By when."),
  ]

  private static let running = [
    KeyRule("owner", CommonKeys.label, "Who in the white cell runs it."),
    KeyRule("instructions", .prose, "What that person should know."),
    KeyRule("visibility", .word(["public", "addressees"]), "Who sees it."),
    KeyRule("shows", .line, "Which idea it shows, read in the review."),
  ]

  private static let moment = RecordShape(
    "moment",
    [
      KeyRule("turn", .oneOf([.word(["last"]), .count(1...40)]), required: true, "The turn."),
      KeyRule("phase", .word(Phase.allCases.map(\.rawValue)), "The phase."),
      KeyRule("offset", .count(0...100_000), "Seconds into the phase."),
    ])

  private static let choice = RecordShape(
    "choice",
    [
      KeyRule("by", .record(moment), "By when it is made."),
      KeyRule("vote", .flag, "Whether what most of its readers take counts for all."),
      KeyRule("options", .list(.record(option), 2...6), required: true, "What can be chosen."),
    ])

  private static let option = RecordShape(
    "option", identity: "name",
    [
      KeyRule("name", .newName, required: true, "The word people type."),
      KeyRule("label", .line, required: true, "What it means."),
      KeyRule("default", .flag, "Whether silence takes it."),
      KeyRule("cost", .sum, "What it costs who takes it; offered to those who can pay."),
      KeyRule("budgetShare", .index, "What it costs beside, as a share of the budget."),
      KeyRule("effects", .list(.record(effect), 0...8), "What it changes."),
    ])

  static let effect = RecordShape(
    "effect",
    [
      KeyRule(
        "path", .word(InjectEffect.Path.allCases.map(\.rawValue)), required: true,
        "What it changes."),
      KeyRule("object", .text(max: 70), "Whose, where there are several."),
      KeyRule(
        "op", .word(InjectEffect.Operation.allCases.map(\.rawValue)), required: true,
        "Added, multiplied or set."),
      KeyRule("amount", .text(max: 20), required: true, "By how much, with its unit."),
      KeyRule(
        "turns", .count(0...40), required: true, "This turn and so many less one; 0 is for good."),
      KeyRule("after", .count(0...40), "Turns that pass before it begins."),
      KeyRule("when", .text(max: 400), "What must hold of a state, \"team\", that it is about."),
    ])
}
