// Orders about law and politics at home.
extension OrderCatalogue {
  static let policy: [OrderSpec] = tradeLaw + fusion + state + duties

  private static let tradeLaw: [OrderSpec] = [
    row(
      .policy, .setBN,
      [
        OrderParameter(
          "level", .level([0, 5500, 6500, 7500]), .required, "Domestic content asked for.")
      ],
      "Set the domestic content that purchases need; raising it is popular.",
      example: "set-bn level=55%"),
    row(
      .policy, .relaxExport, [], pause: 2, "Loosen export control by 8 points.",
      example: "relax-export"),
    row(
      .policy, .tightenExport, [], pause: 2, "Tighten export control by 8 points.",
      example: "tighten-export"),
  ]

  private static let fusion: [OrderSpec] = [
    row(
      .policy, .posture,
      [
        OrderParameter(
          "value", .word(["none", "cimic", "mcf"]), .required, "How civil technology comes in.")
      ],
      "Choose how civil technology serves defence.", example: "posture value=cimic"),
    row(
      .policy, .framework, [], pause: 99, "A law on civil technology in defence, once.",
      example: "framework"),
    row(
      .policy, .reform,
      [
        OrderParameter(
          "barrier", .word(barriers), .required,
          "Which barrier: "
            + barriers.map { "\($0) is \(Obstacle(barrier: $0)?.rawValue ?? "")" }
            .joined(separator: ", ") + ".")
      ],
      object: ["barrier"], "Lower a barrier for civil firms by 8 points; two a turn.",
      example: "reform barrier=tenders"),
    row(
      .policy, .coordinate,
      [OrderParameter("domains", .domains(2), .required, "Two domains.")],
      "Coordinate civil research in two domains.", example: "coordinate domains=ai,dat"),
    row(
      .policy, .boltOn,
      [OrderParameter("domain", .domain, .required, "The domain."), money],
      object: ["domain"], "Buy civil technology off the shelf.",
      example: "bolt-on domain=aut money=5m"),
    row(
      .policy, .convertCivil,
      [
        line,
        OrderParameter("lead", .flag, .value(.flag(false)), "A civil firm leads the line."),
      ],
      object: ["line"], "Let civil plants build: sooner, but dearer.",
      example: "convert-civil line=ukr-p13"),
    row(
      .policy, .humanControl,
      [
        OrderParameter(
          "level", .word(["strict", "standard", "loose"]), .required,
          "How much people decide.")
      ],
      "Set how far machines may decide.", example: "human-control level=strict"),
  ]

  /// Words for EB1 to EB6, in their order.
  package static let barriers = [
    "tenders", "sales-cycle", "security", "rights", "infrastructure", "environment",
  ]

  private static let state: [OrderSpec] = [
    row(
      .policy, .mobilise, [], pause: 3, "Call on the country: a fifth more budget this turn.",
      example: "mobilise"),
    row(
      .policy, .reorganise, [], pause: 2, "Reform the offices: organisation rises by 2 points.",
      example: "reorganise"),
    row(
      .policy, .practiceReform, [], pause: 3,
      "Reform drill: organisation 1.5 points, procedures 1 point with everybody.",
      example: "practice-reform"),
    row(
      .policy, .justify, [], "Explain the spending: its political price is halved this turn.",
      example: "justify"),
    row(
      .policy, .exchange,
      [
        OrderParameter("domain", .domain, .required, "The domain."),
        OrderParameter("partner", .state, .required, "With whom."),
        OrderParameter("on", .flag, .value(.flag(true)), "On, or off."),
      ],
      object: ["domain", "partner"], "Let firms exchange technology with a partner.",
      example: "exchange domain=aut partner=borea"),
    row(
      .policy, .declare,
      [OrderParameter("support", .state, .required, "For whom.")],
      object: ["support"], pause: 2, "Declare support in public; it is trusted a little more.",
      example: "declare support=cael"),
  ]

  private static let duties: [OrderSpec] = [
    row(
      .policy, .withhold,
      [OrderParameter("duty", .duty, .required, "What you owe and will not give.")],
      object: ["duty"], always: true, "Do not do what you owe this turn; it costs trust.",
      example: "withhold duty=D-7Q4K.c1.dorn"),
    row(
      .policy, .suspendClauses,
      [deal, OrderParameter("clauses", .clauses, .required, "Which clauses.")],
      object: ["deal"], always: true, "Let clauses sleep because the other side broke the deal.",
      example: "suspend-clauses deal=D-7Q4K clauses=c2"),
    row(
      .policy, .resumeClauses,
      [deal, OrderParameter("clauses", .clauses, .required, "Which clauses.")],
      object: ["deal"], always: true, "Wake clauses you had suspended.",
      example: "resume-clauses deal=D-7Q4K clauses=c2"),
    row(
      .policy, .answerReexport,
      [
        OrderParameter("request", .request, .required, "The request."),
        OrderParameter("answer", .flag, .required, "yes or no."),
      ],
      object: ["request"], always: true, "Answer who asked to pass on your design.",
      example: "answer-reexport request=R1 answer=yes"),
    row(
      .policy, .choose,
      [
        OrderParameter("inject", .inject, .required, "The event."),
        OrderParameter("option", .option, .required, "Your choice."),
      ],
      object: ["inject"], actions: 0, always: true, "Choose how to meet an event.",
      example: "choose inject=x0-assembly option=explain"),
  ]
}
