extension Calculator {
  /// The calculations of this file, in the order of the reference.
  static let scoreCalculations = [
    costScore, nationalScore, collectiveScore, budget, concessionTarget,
  ]

  static let costScore = Calculation(
    "cost-score", "EQ31",
    "Savings against stand-alone prices; nothing bought scores 5000.",
    arguments: [
      .integer("baseline", 0...1_000_000_000, "$k"),
      .integer("actual", 0...1_000_000_000, "$k"),
    ],
    output: "score in bp",
    results: [CalcOutput("score", "bp")],
    example: ["baseline": 100_000, "actual": 94_000]
  ) { inputs, trace in
    let input = CostScore.Input(
      baseline: inputs.amount("baseline"), actual: inputs.amount("actual"))
    return [("score", .of(CostScore.evaluate(input, trace: &trace)))]
  }

  static let nationalScore = Calculation(
    "national-score", "EQ31",
    "National score and final score with private cards and conduct.",
    arguments: [
      .share("security"),
      .share("latent"),
      .share("cost"),
      .share("interoperability"),
      .share("technology"),
      .share("economy"),
      .integer("privateCards", 0...2000, "points"),
      .integer("conduct", -10_000...2000, "points"),
    ],
    output: "national, final in bp",
    results: [CalcOutput("national", "bp"), CalcOutput("final", "bp")],
    example: [
      "security": 7800, "latent": 4600, "cost": 5600, "interoperability": 4700,
      "technology": 5900, "economy": 5200, "privateCards": 0, "conduct": 0,
    ]
  ) { inputs, trace in
    let output = NationalScore.evaluate(
      NationalScore.Input(
        security: inputs.amount("security"), latent: inputs.amount("latent"),
        cost: inputs.amount("cost"), interoperability: inputs.amount("interoperability"),
        technology: inputs.amount("technology"), economy: inputs.amount("economy"),
        privateCards: inputs.int("privateCards"), conduct: inputs.int("conduct")),
      trace: &trace)
    return [("national", .of(output.national)), ("final", .of(output.final))]
  }

  static let collectiveScore = Calculation(
    "collective-score", "EQ31",
    "Collective score less 200 for each duplicated development.",
    arguments: [
      .share("meanSecurity"),
      .share("minSecurity"),
      .share("confinement"),
      .share("participation"),
      .share("lattice"),
      .share("delivered"),
      .integer("duplicated", 0...14, "developments"),
    ],
    output: "score in bp, not below 0",
    results: [CalcOutput("score", "bp")],
    example: [
      "meanSecurity": 7000, "minSecurity": 5000, "confinement": 9000,
      "participation": 3000, "lattice": 7500, "delivered": 6000, "duplicated": 1,
    ]
  ) { inputs, trace in
    let input = CollectiveScore.Input(
      meanSecurity: inputs.amount("meanSecurity"), minSecurity: inputs.amount("minSecurity"),
      confinement: inputs.amount("confinement"), participation: inputs.amount("participation"),
      lattice: inputs.amount("lattice"), delivered: inputs.amount("delivered"),
      duplicated: inputs.int("duplicated"))
    return [("score", .of(CollectiveScore.evaluate(input, trace: &trace)))]
  }

  static let budget = Calculation(
    "budget", "2.5",
    "Turn budget from military expenditure: square-root compression, in million game dollars.",
    arguments: [
      .integer("expenditure", 0...100_000_000, "million dollars")
    ],
    output: "budget in game m$",
    results: [CalcOutput("budget", "game m$")],
    example: ["expenditure": 997_000]
  ) { inputs, trace in
    let input = TurnBudget.Input(expenditure: inputs.int("expenditure"))
    return [("budget", .int(TurnBudget.evaluate(input, trace: &trace)))]
  }

  static let concessionTarget = Calculation(
    "concession-target", "bots",
    "Target utility of a time-dependent negotiator; exponent 4 and 2 concede late, 1 "
      + "evenly, half early.",
    arguments: [
      .share("best"),
      .share("reservation"),
      .integer("round", 0...50),
      .integer("rounds", 1...50),
      .choice("exponent", ConcessionTarget.Exponent.self),
    ],
    output: "target in bp; round above rounds counts as rounds, a reservation above best as best",
    results: [CalcOutput("target", "bp")],
    example: ["best": 9000, "reservation": 4000, "round": 4, "rounds": 8, "exponent": "2"]
  ) { inputs, trace in
    let progress = ConcessionTarget.progress(
      round: inputs.int("round"), rounds: inputs.int("rounds"))
    trace.step("progress", progress.value)
    let input = ConcessionTarget.Input(
      best: inputs.amount("best"), reservation: inputs.amount("reservation"), progress: progress,
      exponent: inputs.word("exponent"))
    return [("target", .of(ConcessionTarget.evaluate(input, trace: &trace)))]
  }
}
