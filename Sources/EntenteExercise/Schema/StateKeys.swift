import EntenteModel

/// The keys of `states.yaml`: a list of state cards.
enum StateKeys {
  static let file = Shape.list(.record(card), 2...14)

  static let card = RecordShape(
    "state card", identity: "id", isSourced: true,
    about + means + politics + position + CommonKeys.source)

  private static let about = [
    KeyRule("id", .newName, required: true, "The handle people type."),
    CommonKeys.base,
    KeyRule("label", CommonKeys.label, required: true, "The name people read."),
    KeyRule("alias", CommonKeys.label, "The name where names are hidden."),
    KeyRule("role", CommonKeys.label, "Two or three words about its part."),
    KeyRule("doctrine", .word(doctrines), required: true, "How a bot plays it."),
    KeyRule("budget", .money(1...100_000_000), required: true, "New money a turn."),
    KeyRule("treasury", .sum, "Money at the start."),
    KeyRule(
      "militarySpending", .money(0...10_000_000_000),
      "The real figure of a year, shown beside the budget."),
    KeyRule("shareOfGDP", .index, "The same as a share of the economy."),
  ]

  private static let means = [
    KeyRule(
      "capacity", .map(.words(CommonKeys.sectors), .count(0...10_000_000)),
      "Capacity units a turn by sector."),
    KeyRule("technology", .map(.words(CommonKeys.domains), .index), "Military technology."),
    KeyRule(
      "civil", .oneOf([.index, .map(.words(CommonKeys.domains), .index)]),
      "Civil technology; one value holds in all domains, less 30 points in hyp and und, 20 in sen."
    ),
    KeyRule("organisation", .index, required: true, "How well it organises."),
    KeyRule("security", .index, required: true, "How well it keeps secrets of others."),
    KeyRule(
      "barriers", .oneOf([.index, .map(.words(barriers), .index)]), "What keeps civil firms out."),
    KeyRule("firms", .count(0...100_000), "Civil firms that take part."),
    KeyRule("plugAndPlay", .index, "Share of civil goods that fit as they are."),
    KeyRule("connections", .index, "How closely labs, firms and forces are tied."),
    KeyRule("workforce", .index, "Skilled people there are."),
    KeyRule("fatigue", .index, "Fatigue of surge at the start."),
  ]

  private static let politics = [
    KeyRule("erosion", .index, "Governance erosion at the start."),
    KeyRule("asymmetric", .share(0...1500), "Low-cost means at the start."),
    KeyRule("exportStrictness", .index, "How strict it is about its own designs."),
    KeyRule("domesticContent", .index, "Home content it asks for."),
    KeyRule("foreignPenalty", .index, "What foreign offers are marked up by."),
    KeyRule("capital", .index, "Political capital at the start."),
    KeyRule("posture", .word(Posture.allCases.map(\.rawValue)), "How it uses civil technology."),
    KeyRule("maturity", .index, "Maturity of its fusion of civil and military."),
    KeyRule("stateOwned", .index, "Share of state-owned industry."),
    KeyRule("opaque", .flag, "Whether others see it one turn late."),
    KeyRule("regime", .word(Regime.allCases.map(\.rawValue)), "How open its politics are."),
    KeyRule(
      "ceiling", .money(1...100_000_000),
      "What it may spend in a turn without giving reasons; 120% of the budget if left out."),
    KeyRule("barred", .list(.word(FormatKeys.clauses), 0...30), "Clauses its law forbids."),
  ]

  private static let position = [
    KeyRule("exposure", .map(.names(.theatre), .index), required: true, "Exposure by theatre."),
    KeyRule(
      "suppliers", .map(.words(CommonKeys.inputs), .record(supplier)),
      "Where its inputs come from, where other than for all."),
    KeyRule(
      "reserves", .map(.words(CommonKeys.inputs), .lots(0...1_000_000_000)),
      "Lots of inputs it has laid up."),
    KeyRule("background", .index, "Adequacy in sectors without a programme here."),
    KeyRule(
      "programmes", .map(.names(.programme), .record(need)), required: true,
      "What it needs and has, by programme."),
    KeyRule(
      "defaultOrders", .list(.line, 0...20),
      "Orders of turn 1 if it gives none, as people type them."),
    KeyRule("cards", .list(.record(privateCard), 0...8), "Its private objectives."),
  ]

  private static let supplier = RecordShape("set of suppliers", CommonKeys.origin)

  private static let need = RecordShape(
    "need",
    [
      KeyRule("requirement", .lots(0...1_000_000_000), required: true, "Lots it needs."),
      KeyRule("stock", .lots(0...1_000_000_000), "Lots it has."),
    ])

  private static let privateCard = RecordShape(
    "private card",
    [
      KeyRule("points", .count(1...2000), required: true, "What it is worth."),
      KeyRule("test", .text(max: 400), required: true, "The condition that earns the points."),
      KeyRule("text", .line, "The same in words."),
    ])

  static let doctrines = [
    "hegemon-gatekeeper", "industrial-hub", "niche-innovator", "free-rider",
    "threatened-frontline", "broker-swing",
  ]

  /// In the order of EQ17.
  static let barriers = [
    "tenders", "sales-cycle", "security", "rights", "infrastructure", "environment",
  ]
}
