import EntenteModel

/// The keys of the rules, the scoring and the grading.
enum RuleKeys {
  static let record = RecordShape("set of rules", model + switches)

  private static let model = [
    KeyRule("investLag", .count(0...8), "Turns until new capacity can be used."),
    KeyRule("theta", .index, "The weight a tie needs to count in groups."),
    KeyRule("quadrant", .record(quadrant), "Where the quadrants of alliances meet."),
    KeyRule("capacityReference", .count(1...10_000_000), "Capacity units that count as 100%."),
    KeyRule(
      "costPerThousand", .map(.words(CommonKeys.sectors), .money(1...1_000_000)),
      "What 1000 capacity units cost, by sector."),
    KeyRule("domains", .list(.word(CommonKeys.domains), 1...8), "The domains that exist here."),
    KeyRule(
      "domainWeights", .map(.words(CommonKeys.domains), .index),
      "Weight of each domain in latent capability."),
    KeyRule("licencePremium", .share(-1000...10_000), "What a first licensed lot costs more."),
    KeyRule(
      "economyReference", .oneOf([.word(["budget"]), .sum]),
      "The economic gain that counts as 100%: the budget of a turn, or a sum."),
    KeyRule("gates", .record(gates), "Days of each gate."),
  ]

  private static let switches = [
    KeyRule("parallelGates", .flag, "Whether disclosure and licence run side by side."),
    KeyRule("agencyOpen", .flag, "Whether the joint agency may be used by all."),
    KeyRule("countPreSigned", .flag, "Whether deals of turn 0 count in groups."),
    KeyRule("draws", .flag, "Whether events may be drawn."),
    KeyRule(
      "off", .list(.word(SwitchedPart.allCases.map(\.rawValue)), 0...3),
      "Parts of the model that are switched off."),
    KeyRule(
      "small", .list(.word(SmallRule.allCases.map(\.rawValue)), 0...21),
      "The small rules that hold here."),
  ]

  private static let quadrant = RecordShape(
    "quadrant",
    [
      KeyRule("capacity", .index, required: true, "Mean capacity of a strong group."),
      KeyRule("interoperability", .index, required: true, "Mean composite of a close group."),
    ])

  private static let days = Shape.count(0...3650)

  private static let gates = RecordShape(
    "set of gates",
    [
      KeyRule("ratification", .map(.words(["a", "b", "c"]), days), "Days by class."),
      KeyRule("disclosure", days, "Days for each level of sensitivity above 1."),
      KeyRule(
        "licence", .map(.words(["agreement", "expedited", "standard", "extraOwner"]), days),
        "Days by track; standard is finished goods."),
      KeyRule(
        "contracting", .oneOf([days, .map(.words(["far", "agency", "ota"]), days)]),
        "Days of contracting, for all routes or by route."),
      KeyRule("test", .map(.words(["full", "recognised"]), days), "Days of tests."),
    ])

  static let scoring = RecordShape(
    "scoring",
    [
      KeyRule(
        "national",
        .map(
          .words(["security", "latent", "cost", "interoperability", "technology", "economy"]),
          .count(0...100)),
        required: true, "Weights of the six terms, 100 in all.")
    ])

  static let grading = RecordShape(
    "grading",
    [
      KeyRule("national", .index, required: true, "Share of the own state."),
      KeyRule("collective", .index, required: true, "Share of all states together."),
      KeyRule("learning", .index, required: true, "Share of what people learnt."),
      KeyRule(
        "parts", .map(.words(["prediction", "journal", "debrief"]), .index),
        "What the learning share is made of."),
    ])
}
