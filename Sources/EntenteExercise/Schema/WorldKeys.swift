import EntenteModel

/// The keys of `world.yaml`.
enum WorldKeys {
  static let record = RecordShape(
    "world", isSourced: true,
    [
      KeyRule(
        "theatres", .list(.record(theatre), 1...8), required: true, "Where the threat comes from."),
      KeyRule("pairs", .record(pairs), required: true, "What states are to each other."),
      KeyRule(
        "adversary", .map(.words(CommonKeys.domains), .index), "Technology of the challenger."),
      KeyRule("cohesion", .index, "How closely the challengers stand together."),
      KeyRule("deals", .list(.record(deal), 0...40), "Deals in force from the start."),
      KeyRule(
        "inputs", .list(.record(input), 0...Input.count), "Inputs that are scarce here."),
      KeyRule(
        "adjacent", .list(.list(.name(.theatre), 2...2), 0...28),
        "Theatres that lie side by side, so that a crisis in one is felt in the other."),
    ] + CommonKeys.source)

  private static let theatre = RecordShape(
    "theatre", identity: "id",
    [
      KeyRule("id", .newName, required: true, "The word people type."),
      KeyRule("label", CommonKeys.label, required: true, "The name people read."),
      KeyRule(
        "type", .word(ThreatType.allCases.map(\.rawValue)), required: true,
        "What the threat is like; it chooses the weights."),
      KeyRule(
        "weights", .map(.words(CommonKeys.sectors), .index),
        "Weights by sector, 100% in all, where other than those of the type."),
      KeyRule("path", .list(.index, 1...40), required: true, "Threat by turn."),
    ])

  private static let input = RecordShape(
    "input", identity: "id",
    [
      KeyRule("id", .word(CommonKeys.inputs), required: true, "Which input."),
      KeyRule(
        "supply", .lots(0...1_000_000_000), required: true,
        "Lots there are in a turn with all suppliers at work."),
    ] + CommonKeys.origin)

  private static let tie = [
    KeyRule(
      "interoperability", .list(.index, 4...4), "Technical, procedural, logistic, data."),
    KeyRule("affinity", .index, "How close values are."),
    KeyRule("trust", .index, "Trust, both ways."),
    KeyRule("trustBack", .index, "Trust of the second state in the first, where it differs."),
    KeyRule("treaty", .flag, "Whether a formal treaty binds them."),
  ]

  static let pairs = RecordShape(
    "set of pairs",
    [
      KeyRule(
        "base", .word([LibraryShelf.ownID]), "Rows of the library stand behind those of here."),
      KeyRule(
        "default", .record(RecordShape("pair", tie)), required: true,
        "Every pair not named below."),
      KeyRule(
        "bands", .list(.record(band), 0...200), "Pairs that differ; the first that fits holds."),
      KeyRule(
        "treaties", .list(.record(group), 0...40),
        "Formal treaties, where a row says nothing of them."),
    ] + CommonKeys.source)

  private static let group = RecordShape("group of pairs", sides)

  private static let sides = [
    KeyRule("between", .list(.name(.state), 1...14), required: true, "One side, or all members."),
    KeyRule("with", .list(.name(.state), 1...14), "The other side, where there are two."),
  ]

  private static let band = RecordShape("row of pairs", sides + tie)

  static let deal = RecordShape(
    "deal",
    [
      KeyRule("base", .newName, "The deal of the library this one begins with."),
      KeyRule("parties", .list(.name(.state), 1...8), required: true, "Who is bound."),
      KeyRule(
        "with", .list(.name(.state), 1...14),
        "Each of these has such a deal with the parties; no common one."),
      KeyRule("terms", .prose, required: true, "The text in one line, as people type it."),
    ])
}
