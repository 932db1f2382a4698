// C01 to C10. Parameters stand in the order in which they are printed.
extension ClauseCatalogue {
  static let firstTen: [ClauseEntry] = [
    dialogue, codev, coprod, offtake, licprod, transfer, standard, exercise, acsa, sustain,
  ]

  private static let dialogue = ClauseEntry.mutual(
    .dialogue, 1, .a, .inf, 200, .deployment,
    "Regular talks: values draw together, and each state may table one more offer a turn.",
    [
      theatre("The theatre talked about; all if not written."),
      int("meetings", 1...4, 1, "Meetings a turn, named in reports."),
    ])

  private static let codev = ClauseEntry.mutual(
    .codev, 2, .c, .tec, 1600, .development,
    "Develop a programme together: shares of the cost are shares of the design.",
    [
      programme,
      ParameterSpec("shares", .shares, .required, "Who pays, and later owns, which share."),
      flag("exportable", false, "Design it for export: dearer now, faster disclosure for ever."),
      int("turns", 2...12, 4, "Turns over which the cost is paid."),
      licence,
    ])

  private static let coprod = ClauseEntry.mutual(
    .coprod, 3, .c, .ind, 1400, .production,
    "Build a programme together on new or existing lines, with agreed shares of the work.",
    [
      programme,
      ParameterSpec(
        "lines", .states(.bound, 1...DealText.partyLimit, ordered: true), .required,
        "States with a line: a new one, or the open one they bring."),
      ParameterSpec("workshare", .shares, .required, "Who does which share of the work."),
      rate, config, licence,
    ])

  private static let offtake = ClauseEntry.directed(
    .offtake, 4, .b, .ind, 400, .production, "seller", "buyers",
    "Buy finished lots every turn from the seller's line.",
    [
      programme,
      ParameterSpec("lots", .lots(lotsPerTurn), .required, "Lots a turn for each buyer."),
      ParameterSpec(
        "price", .price(sums), .value(.word("cost")),
        "Unit cost of the turn, the list price, or a sum for one lot."),
      ParameterSpec(
        "first", .int(turns), .value(.null), "First turn of delivery; as early as gates allow."),
    ])

  private static let licprod = ClauseEntry.directed(
    .licprod, 5, .c, .ind, 900, .production, "owner", "licensees",
    "Let another state build your design under licence.",
    [
      programme,
      ParameterSpec(
        "royalty", .pct(0...2000), .value(.integer(400)), "Share of what is built, to the owners."),
      ParameterSpec(
        "cap", .lots(0...lotsInAll.upperBound), .value(.integer(0)),
        "Lots in all that may be built; 0 for no limit."),
      rate,
      word("territory", ["own", "parties", "any"], "Where the lots may be delivered."),
      config, licence,
    ])

  private static let transfer = ClauseEntry.directed(
    .transfer, 6, .c, .tec, 1000, .development, "giver", "receivers",
    "Pass on know-how in a technology domain.",
    [
      ParameterSpec("domain", .domain, .required, "The technology domain."),
      word("depth", ["shallow", "deep"], "How much is shown; deep needs gsoia."),
      flag("monitor", true, "The giver may watch over the use, which slows leaks."),
      flag("flowback", false, "Some of the receiver's progress flows back."),
      licence,
    ])

  private static let standard = ClauseEntry.mutual(
    .standard, 7, .b, .ops, 700, .deployment,
    "Keep a common technical standard with a fund.",
    [
      ParameterSpec("family", .family, .required, "The family of standards."),
      flag("te", false, "Recognise each other's tests, which shortens that gate."),
      ParameterSpec(
        "fund", .moneyEach(0...sums.upperBound), .each(3000), "Sum a turn of each bound state."),
    ])

  private static let exercise = ClauseEntry.mutual(
    .exercise, 8, .a, .ops, 500, .deployment,
    "Exercise together, so that procedures fit.",
    [
      int("intensity", 1...3, 1, "How hard: 2m, 8m or 18m a turn for each bound state."),
      theatre("The theatre exercised for."),
    ])

  private static let acsa = ClauseEntry.mutual(
    .acsa, 9, .b, .ops, 600, .deployment,
    "Supply each other's forces.",
    [
      ParameterSpec(
        "categories", .words(supplies), .value(.words(supplies)), "What is supplied, for briefs.")
    ])

  private static let supplies = ["fuel", "medical", "munitions", "spares", "transport"]

  private static let sustain = ClauseEntry.mutual(
    .sustain, 10, .b, .ind, 800, .deployment,
    "Maintain a programme in one place for all.",
    [
      programme,
      ParameterSpec("hub", .state(.bound), .required, "The state that maintains; it is paid."),
    ])
}
