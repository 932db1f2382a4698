extension Calculator {
  /// The calculations of this file, in the order of the reference.
  static let technologyCalculations = [
    ownResearch, transfer, civilTechnology, entryBarrier, firms, accelerator,
  ]

  static let ownResearch = Calculation(
    "own-research", "EQ14",
    "Readiness gained by own research; halved where civil technology is already ahead and"
      + " the posture is none.",
    arguments: [
      .integer("spend", 0...1_000_000_000, "$k"),
      .share("readiness"),
      .share("organisation"),
      .share("civil"),
      .choice("posture", Posture.self),
    ],
    output: "gain in bp",
    results: [CalcOutput("gain", "bp")],
    example: [
      "spend": 40_000, "readiness": 5000, "organisation": 6000, "civil": 5000,
      "posture": "none",
    ]
  ) { inputs, trace in
    let input = OwnResearch.Input(
      spend: inputs.amount("spend"), readiness: inputs.amount("readiness"),
      organisation: inputs.amount("organisation"), civil: inputs.amount("civil"),
      posture: inputs.word("posture"))
    return [("gain", .of(OwnResearch.evaluate(input, trace: &trace)))]
  }

  static let transfer = Calculation(
    "transfer", "EQ15",
    "Readiness absorbed from a partner.",
    arguments: [
      .share("readiness"),
      .share("partnerReadiness"),
      .integer("depth", 0...2000, "bp"),
      .share("organisation"),
    ],
    output: "gain in bp",
    results: [CalcOutput("gain", "bp")],
    example: ["readiness": 5000, "partnerReadiness": 8000, "depth": 800, "organisation": 6000]
  ) { inputs, trace in
    let input = TechnologyTransfer.Input(
      readiness: inputs.amount("readiness"), partnerReadiness: inputs.amount("partnerReadiness"),
      depth: inputs.amount("depth"), organisation: inputs.amount("organisation"))
    return [("gain", .of(TechnologyTransfer.evaluate(input, trace: &trace)))]
  }

  static let civilTechnology = Calculation(
    "civil-technology", "EQ16",
    "Readiness gained from civil technology under CIMIC or MCF; maturity moves only when "
      + "MCF is funded.",
    arguments: [
      .choice("posture", Posture.self),
      .share("readiness"),
      .share("civil"),
      .share("barrier"),
      .share("maturity"),
      .share("plugAndPlay"),
      .boolean("firstAdoption"),
      .boolean("funded"),
    ],
    output: "gain in bp; maturity in bp",
    results: [CalcOutput("gain", "bp"), CalcOutput("maturity", "bp")],
    example: [
      "posture": "cimic", "readiness": 4000, "civil": 8000, "barrier": 4000,
      "maturity": 1000, "plugAndPlay": 0, "firstAdoption": true, "funded": true,
    ]
  ) { inputs, trace in
    let output = CivilTechnology.evaluate(
      CivilTechnology.Input(
        posture: inputs.word("posture"), readiness: inputs.amount("readiness"),
        civil: inputs.amount("civil"), barrier: inputs.amount("barrier"),
        maturity: inputs.amount("maturity"), plugAndPlay: inputs.amount("plugAndPlay"),
        firstAdoption: inputs.bool("firstAdoption"), funded: inputs.bool("funded")),
      trace: &trace)
    return [("gain", .of(output.gain)), ("maturity", .of(output.maturity))]
  }

  static let entryBarrier = Calculation(
    "entry-barrier", "EQ17",
    "Weighted barrier from tenders, sales cycle, security compliance, commercial rights, "
      + "infrastructure, non-commercial environment.",
    arguments: [
      .levels("barriers", 6...6)
    ],
    output: "barrier in bp",
    results: [CalcOutput("barrier", "bp")],
    example: ["barriers": [7000, 6500, 5000, 6000, 4500, 5000]]
  ) { inputs, trace in
    let input = EntryBarrier.Input(barriers: inputs.amounts("barriers"))
    return [("barrier", .of(EntryBarrier.evaluate(input, trace: &trace)))]
  }

  static let firms = Calculation(
    "firms", "EQ17",
    "Margin of a civil firm, entry or exit of firms, and their bonus to readiness.",
    arguments: [
      .share("barrier"),
      .integer("subsidy", 0...3000, "bp"),
      .integer("pool", 0...100_000, "firms"),
      .integer("firms", 0...100_000, "firms"),
      .share("connections"),
    ],
    output:
      "margin in bp; firms after entry or exit (never below 0); bonus in bp from the new count",
    results: [CalcOutput("margin", "bp"), CalcOutput("firms", "firms"), CalcOutput("bonus", "bp")],
    example: ["barrier": 3000, "subsidy": 0, "pool": 1000, "firms": 200, "connections": 10_000]
  ) { inputs, trace in
    let output = CivilFirms.evaluate(
      CivilFirms.Input(
        barrier: inputs.amount("barrier"), subsidy: inputs.amount("subsidy"),
        pool: inputs.int("pool"), firms: inputs.int("firms"),
        connections: inputs.amount("connections")), trace: &trace)
    return [
      ("margin", .of(output.margin)), ("firms", .int(output.firms)), ("bonus", .of(output.bonus)),
    ]
  }

  static let accelerator = Calculation(
    "accelerator", "EQ18",
    "Teams, wins, readiness gain of a member and prototype tokens from an accelerator pool.",
    arguments: [
      .integer("pool", 0...10_000_000, "$k"),
      .share("readiness"),
      .share("organisation"),
    ],
    output: "teams, wins, tokens (counts); gain in bp",
    results: [
      CalcOutput("teams"), CalcOutput("wins"), CalcOutput("gain", "bp"), CalcOutput("tokens"),
    ],
    example: ["pool": 40_000, "readiness": 5000, "organisation": 7000]
  ) { inputs, trace in
    let output = Accelerator.evaluate(
      Accelerator.Input(
        pool: inputs.amount("pool"), readiness: inputs.amount("readiness"),
        organisation: inputs.amount("organisation")), trace: &trace)
    return [
      ("teams", .int(output.teams)), ("wins", .int(output.wins)), ("gain", .of(output.gain)),
      ("tokens", .int(output.tokens)),
    ]
  }
}
