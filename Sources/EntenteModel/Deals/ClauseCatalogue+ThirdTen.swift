// C21 to C30. Parameters stand in the order in which they are printed.
extension ClauseCatalogue {
  static let thirdTen: [ClauseEntry] = [
    sidepay, excl, jointfund, dualuse, stockpool, gov, term, reexport, crisis, pilot,
  ]

  private static let sidepay = ClauseEntry.directed(
    .sidepay, 21, .a, .fin, 100, .none, "payer", "payees",
    "Pay money.",
    [
      ParameterSpec("amount", .money(sums), .required, "Sum in all for each payee."),
      int("turns", 1...8, 1, "Turns over which it is paid in equal parts."),
      ParameterSpec(
        "start", .int(turns), .value(.null), "Turn of the first part; else the first of effect."),
    ])

  private static let excl = ClauseEntry.mutual(
    .excl, 22, .b, .ind, 300, .production,
    "Deal with nobody else over a programme or a sector.",
    [
      ParameterSpec("programme", .programme, .value(.null), "The programme, or else a sector."),
      ParameterSpec("sector", .sector, .value(.null), "The sector, or else a programme."),
      ParameterSpec(
        "except", .states(.session, 0...99, ordered: false), .value(.words([])),
        "States this does not bar."),
    ],
    oneOf: ["programme", "sector"])

  private static let jointfund = ClauseEntry.mutual(
    .jointfund, 23, .c, .fin, 900, .production,
    "Order lots together with pooled money.",
    [
      programme,
      ParameterSpec(
        "contributions", .shares, .required, "Who pays, and gets lots, for which share."),
      ParameterSpec("lots", .lots(lotsInAll), .required, "Lots in all."),
      ParameterSpec(
        "rate", .lots(lotsPerTurn), .value(.null), "Lots a turn; a quarter of all if none."),
      ParameterSpec(
        "agency", .agency, .value(.word("office")), "The contracting state, or a common office."),
      ParameterSpec(
        "lines", .states(.session, 0...DealText.partyLimit, ordered: true), .value(.words([])),
        "States whose lines build; all open ones of the bound states if none."),
    ])

  private static let dualuse = ClauseEntry.mutual(
    .dualuse, 24, .b, .tec, 500, .development,
    "Bring civil technology into defence together; needs the order framework.",
    [
      ParameterSpec("domains", .domains(1...3), .required, "The domains, at most three."),
      flag("talent", false, "People may move between civil and defence work."),
    ])

  private static let stockpool = ClauseEntry.mutual(
    .stockpool, 25, .b, .ops, 800, .deployment,
    "Pool stocks of a programme.",
    [
      programme,
      ParameterSpec(
        "lots", .lotsEach(0...lotsInAll.upperBound), .required, "Lots each state puts in."),
      word("call", ["crisis", "any"], "When lots may be drawn."),
    ])

  private static let gov = ClauseEntry.mutual(
    .gov, 26, .a, .fin, 100, .none,
    "Say who leads, how the parties decide and how they settle disputes.",
    [
      word("mode", ["auto", "lead", "consortium", "unanimity"], "Who runs the joint programme."),
      ParameterSpec("lead", .state(.party), .value(.null), "The leading state, with mode lead."),
      word("decisions", ["unanimity", "majority", "weighted"], "How the text may be amended."),
      word("disputes", ["consult", "arbiter", "snapback"], "What happens after a breach."),
      ParameterSpec(
        "floor", .pct(0...3000), .value(.integer(0)),
        "Least workshare of states with less industry."),
      flag("juste", false, "Work follows the money paid."),
    ])

  private static let term = ClauseEntry.mutual(
    .term, 27, .a, .fin, 0, .none,
    "Say how long the deal lasts and how a state leaves it.",
    [
      ParameterSpec("duration", .duration, .value(.integer(8)), "Turns, or evergreen."),
      // `bad-duration` judges the ranges of these two; any short number is read.
      int("notice", 0...999, 1, "Turns a leaver stays bound."),
      ParameterSpec(
        "penalty", .money(0...sums.upperBound), .value(.integer(0)), "What a leaver pays."),
      ParameterSpec(
        "survive", .references(0...DealText.clauseLimit), .value(.words([])),
        "Clauses that bind on after the end."),
      ParameterSpec(
        "review", .int(0...999), .value(.null), "Turn in which a majority may amend."),
    ])

  private static let reexport = ClauseEntry.directed(
    .reexport, 28, .a, .tec, 100, .production, "owner", "receivers",
    "Consent to onward delivery of a programme.",
    [
      programme,
      ParameterSpec(
        "consent", .states(.session, 0...99, ordered: false), .value(.words([])),
        "States that may get it onward without asking."),
      flag("enduse", true, "The owner may watch over the use."),
    ])

  private static let crisis = ClauseEntry.mutual(
    .crisis, 29, .b, .ops, 1000, .deployment,
    "Support each other when the threat in a theatre reaches a level.",
    [
      ParameterSpec("theatre", .theatre, .required, "The theatre watched."),
      ParameterSpec(
        "trigger", .pct(3000...10_000), .value(.integer(7500)), "Threat at which support begins."),
      ParameterSpec(
        "posture", .pct(500...4000), .value(.integer(2000)),
        "Share of each state's forces; above 25% the clause is of class C."),
      int("turns", 1...4, 2, "Turns of support."),
    ])

  private static let pilot = ClauseEntry.mutual(
    .pilot, 30, .a, nil, 0, .none,
    "Try clauses for a short while: their class is one step lower, their weight half.",
    [
      // More than three is a rule of the game (`too-many-clauses`), not of the language.
      ParameterSpec(
        "wraps", .references(1...DealText.clauseLimit), .required, "The clauses, at most three."),
      ParameterSpec("review", .int(turns), .required, "Turn in which the parties look at it."),
      int("sunset", 1...4, 2, "Turns after which the wrapped clauses end."),
    ])
}
