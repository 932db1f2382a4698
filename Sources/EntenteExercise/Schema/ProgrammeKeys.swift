import EntenteModel

/// The keys of `programmes.yaml`: a list of programmes.
enum ProgrammeKeys {
  static let file = Shape.list(.record(programme), 1...40)

  static let programme = RecordShape(
    "programme", identity: "id", isSourced: true, about + cost + making + CommonKeys.source)

  private static let about = [
    KeyRule("id", .newName, required: true, "The word people type."),
    CommonKeys.base,
    KeyRule("label", CommonKeys.label, required: true, "The name people read."),
    KeyRule("alias", CommonKeys.label, "The name where names are hidden."),
    KeyRule("sector", .word(CommonKeys.sectors), required: true, "The sector that builds it."),
    KeyRule("domains", .list(.word(CommonKeys.domains), 0...2), "The technology it needs."),
    KeyRule("sensitivity", .count(0...5), required: true, "0 open to 5 never tradable."),
    KeyRule(
      "owner", .oneOf([.word(["none"]), .name(.state)]),
      "Who owns the design; nobody if left out or none."),
    KeyRule("consent", .list(.name(.state), 0...7), "Who else must consent."),
  ]

  private static let cost = [
    KeyRule("listCost", .money(1...100_000_000), required: true, "List price of a lot."),
    KeyRule(
      "listQuantity", .count(1...1_000_000), required: true, "Lots the list price is quoted at."),
    KeyRule("slope", .share(5000...10_000), required: true, "Learning slope."),
    KeyRule("fixedShare", .index, required: true, "Share of fixed cost."),
    KeyRule("load", .count(1...1_000_000), required: true, "Capacity units one lot takes."),
    KeyRule("developed", .flag, "Whether it exists already."),
    KeyRule("developmentCost", .sum, "What developing it costs."),
    KeyRule("developmentProgress", .index, "How far it is developed at the start."),
    KeyRule("developmentThreshold", .index, "Technology that developing it needs."),
  ]

  private static let making = [
    KeyRule("minimumQuantity", .count(0...1_000_000), required: true, "Lots a line must count on."),
    KeyRule("toolingBase", .count(0...3650), required: true, "Days of tooling."),
    KeyRule("minimumOrganisation", .index, "Organisation a maker needs."),
    KeyRule("minimumCapacity", .count(0...10_000_000), "Capacity units a maker needs."),
    KeyRule(
      "inputs", .list(.word(Input.allCases.map(\.rawValue)), 0...6), "Scarce inputs, one a lot."),
    KeyRule("civilShare", .index, "Share of civil parts."),
    KeyRule("autonomy", .word(["none", "high"]), "How much it decides by itself."),
    KeyRule("lines", .list(.record(line), 0...14), "The lines that stand."),
  ]

  private static let line = RecordShape(
    "line", identity: "state",
    [
      KeyRule("state", .name(.state), required: true, "Where it stands."),
      KeyRule("capacity", .count(0...10_000_000), required: true, "Capacity units it holds."),
      KeyRule("cumulativeUnits", .count(0...1_000_000), "Lots built before the game."),
      KeyRule("nominal", .lots(0...1_000_000_000), "Nominal lots a turn."),
      KeyRule("gatedDays", .count(0...20_000), "Days until it opens; 0 is open."),
    ])
}
