extension Calculator {
  /// The calculations of this file, in the order of the reference.
  static let diplomacyCalculations = [
    leak, trust, ratificationCost, politicalCapital,
  ]

  static let leak = Calculation(
    "leak", "EQ21",
    "Leak meter of a programme; fires at 10000 and falls back to 2000.",
    arguments: [
      .integer("meter", 0...9999, "bp"),
      .integer("holders", 1...14, "states"),
      .integer("sensitivity", 0...4),
      .share("meanSecurity"),
      .share("meanMaturity"),
      .integer("extra", 0...2000, "bp"),
    ],
    output: "increment, meter in bp; fired",
    results: [CalcOutput("increment", "bp"), CalcOutput("meter", "bp"), CalcOutput("fired")],
    example: [
      "meter": 0, "holders": 5, "sensitivity": 3, "meanSecurity": 6500,
      "meanMaturity": 5000, "extra": 0,
    ]
  ) { inputs, trace in
    let output = LeakMeter.evaluate(
      LeakMeter.Input(
        meter: inputs.amount("meter"), holders: inputs.int("holders"),
        sensitivity: inputs.int("sensitivity"), meanSecurity: inputs.amount("meanSecurity"),
        meanMaturity: inputs.amount("meanMaturity"), extra: inputs.amount("extra")),
      trace: &trace)
    return [
      ("increment", .of(output.increment)), ("meter", .of(output.meter)),
      ("fired", .bool(output.fired)),
    ]
  }

  static let trust = Calculation(
    "trust", "EQ22",
    "Trust after drift towards the value-affinity baseline and this turn's events "
      + "(counts); drift first, one clamp at the end.",
    arguments: [
      .share("trust"),
      .share("affinity"),
      .integer("met", 0...20),
      .integer("signed", 0...5),
      .integer("ratified", 0...5),
      .integer("late", 0...5),
      .integer("partial", 0...5),
      .integer("breached", 0...5),
      .integer("observedBreach", 0...5),
      .integer("withdrewWithNotice", 0...5),
      .integer("withdrewWithout", 0...5),
      .integer("crisisAid", 0...5),
      .integer("refusedAid", 0...5),
      .integer("refusedReexport", 0...5),
      .integer("jointDelivery", 0...5),
    ],
    output: "trust in bp",
    results: [CalcOutput("trust", "bp")],
    example: [
      "trust": 6200, "affinity": 8000, "met": 3, "signed": 0, "ratified": 0, "late": 0,
      "partial": 0, "breached": 0, "observedBreach": 0, "withdrewWithNotice": 0,
      "withdrewWithout": 0, "crisisAid": 0, "refusedAid": 0, "refusedReexport": 0,
      "jointDelivery": 0,
    ]
  ) { inputs, trace in
    var events = TrustEvents()
    events.met = inputs.int("met")
    events.signed = inputs.int("signed")
    events.ratified = inputs.int("ratified")
    events.late = inputs.int("late")
    events.partial = inputs.int("partial")
    events.breached = inputs.int("breached")
    events.observedBreach = inputs.int("observedBreach")
    events.withdrewWithNotice = inputs.int("withdrewWithNotice")
    events.withdrewWithout = inputs.int("withdrewWithout")
    events.crisisAid = inputs.int("crisisAid")
    events.refusedAid = inputs.int("refusedAid")
    events.refusedReexport = inputs.int("refusedReexport")
    events.jointDelivery = inputs.int("jointDelivery")
    let input = Trust.Input(
      trust: inputs.amount("trust"), affinity: inputs.amount("affinity"), events: events)
    return [("trust", .of(Trust.evaluate(input, trace: &trace)))]
  }

  static let ratificationCost = Calculation(
    "ratification-cost", "EQ23",
    "Political capital to ratify; threat and common partners make it cheaper.",
    arguments: [
      CalcArgument("ratificationClass", .choice(["a", "b", "c"])),
      .share("threat"),
      .integer("commonPartners", 0...14, "states"),
    ],
    output: "cost in bp of political capital",
    results: [CalcOutput("cost", "bp")],
    example: ["ratificationClass": "c", "threat": 7000, "commonPartners": 2]
  ) { inputs, trace in
    let input = RatificationCost.Input(
      ratificationClass: inputs.word("ratificationClass"), threat: inputs.amount("threat"),
      commonPartners: inputs.int("commonPartners"))
    return [("cost", .of(RatificationCost.evaluate(input, trace: &trace)))]
  }

  static let politicalCapital = Calculation(
    "political-capital", "EQ23",
    "Political capital after a turn.",
    arguments: [
      .share("capital"),
      .integer("domesticWork", 0...1_000_000_000, "$k"),
      .share("threat"),
      .share("spent"),
    ],
    output: "capital in bp",
    results: [CalcOutput("capital", "bp")],
    example: ["capital": 5500, "domesticWork": 120_000, "threat": 6000, "spent": 600]
  ) { inputs, trace in
    let input = PoliticalCapital.Input(
      capital: inputs.amount("capital"), domesticWork: inputs.amount("domesticWork"),
      threat: inputs.amount("threat"), spent: inputs.amount("spent"))
    return [("capital", .of(PoliticalCapital.evaluate(input, trace: &trace)))]
  }
}
