extension Calculator {
  /// The calculations of this file, in the order of the reference.
  static let securityCalculations = [
    adequacy, readiness, partnerContribution, gap, latent, threat, adversary, governanceErosion,
  ]

  static let adequacy = Calculation(
    "adequacy", "EQ24",
    "Stock against requirement; a requirement of 0 is adequate.",
    arguments: [
      .integer("stock", 0...1_000_000_000, "mU"),
      .integer("requirement", 0...1_000_000_000, "mU"),
    ],
    output: "adequacy in bp",
    results: [CalcOutput("adequacy", "bp")],
    example: ["stock": 22_065, "requirement": 80_000]
  ) { inputs, trace in
    let input = Adequacy.Input(
      stock: inputs.amount("stock"), requirement: inputs.amount("requirement"))
    return [("adequacy", .of(Adequacy.evaluate(input, trace: &trace)))]
  }

  static let readiness = Calculation(
    "readiness", "EQ24",
    "Readiness against a threat type.",
    arguments: [
      .levels("adequacy", 1...6),
      .shares("weights", 1...6, asLongAs: "adequacy"),
      .share("procedural"),
    ],
    output: "readiness in bp",
    results: [CalcOutput("readiness", "bp")],
    example: ["adequacy": [6000, 3000, 4500], "weights": [5000, 3000, 2000], "procedural": 4000]
  ) { inputs, trace in
    let input = Readiness.Input(
      adequacy: inputs.amounts("adequacy"), weights: inputs.amounts("weights"),
      procedural: inputs.amount("procedural"))
    return [("readiness", .of(Readiness.evaluate(input, trace: &trace)))]
  }

  static let partnerContribution = Calculation(
    "partner-contribution", "EQ24",
    "What one partner adds to another's readiness.",
    arguments: [
      .share("readiness"),
      .integer("posture", 0...4000, "bp"),
      .share("composite"),
      .share("trust"),
    ],
    output: "contribution in bp",
    results: [CalcOutput("contribution", "bp")],
    example: ["readiness": 7000, "posture": 3000, "composite": 5200, "trust": 6500]
  ) { inputs, trace in
    let input = PartnerContribution.Input(
      readiness: inputs.amount("readiness"), posture: inputs.amount("posture"),
      composite: inputs.amount("composite"), trust: inputs.amount("trust"))
    return [("contribution", .of(PartnerContribution.evaluate(input, trace: &trace)))]
  }

  static let gap = Calculation(
    "gap", "EQ24",
    "Security gap: pressure less readiness, partners (at most 4000) and asymmetric means.",
    arguments: [
      .share("threat"),
      .share("exposure"),
      .share("readiness"),
      .levels("contributions", 0...13),
      .integer("asymmetric", 0...1500, "bp"),
    ],
    output: "pressure, support, gap in bp",
    results: [CalcOutput("pressure", "bp"), CalcOutput("support", "bp"), CalcOutput("gap", "bp")],
    example: [
      "threat": 7500, "exposure": 9000, "readiness": 3360, "contributions": [710],
      "asymmetric": 600,
    ]
  ) { inputs, trace in
    let contributed = inputs.ints("contributions").reduce(0, +)
    let output = SecurityGap.evaluate(
      SecurityGap.Input(
        threat: inputs.amount("threat"), exposure: inputs.amount("exposure"),
        readiness: inputs.amount("readiness"), contributed: BasisPoints(contributed),
        asymmetric: inputs.amount("asymmetric")), trace: &trace)
    return [
      ("pressure", .of(output.pressure)), ("support", .of(output.support)),
      ("gap", .of(output.gap)),
    ]
  }

  static let latent = Calculation(
    "latent", "EQ25",
    "Latent capability: own (lower of readiness and capacity per domain) and access "
      + "through partners (at most 3000).",
    arguments: [
      .levels("weights", 1...8),
      .levels("readiness", 1...8, asLongAs: "weights"),
      .levels("capacity", 1...8, asLongAs: "weights"),
      .records(
        "partners", 0...13, [.share("latent"), .integer("depth", 0...3000, "bp"), .share("trust")]),
    ],
    output: "own, access, latent in bp",
    results: [CalcOutput("own", "bp"), CalcOutput("access", "bp"), CalcOutput("latent", "bp")],
    example: [
      "weights": [5000, 5000], "readiness": [5500, 4500], "capacity": [6000, 10_000],
      "partners": [["latent": 6000, "depth": 1500, "trust": 6500]],
    ]
  ) { inputs, trace in
    let own = OwnLatent.evaluate(
      OwnLatent.Input(
        weights: inputs.amounts("weights"), readiness: inputs.amounts("readiness"),
        capacity: inputs.amounts("capacity")), trace: &trace)
    let partners = inputs.records("partners").map {
      LatentCapability.Partner(
        latent: $0.amount("latent"), depth: $0.amount("depth"), trust: $0.amount("trust"))
    }
    let output = LatentCapability.evaluate(
      LatentCapability.Input(own: own, partners: partners), trace: &trace)
    return [
      ("own", .of(own)), ("access", .of(output.access)), ("latent", .of(output.latent)),
    ]
  }

  static let threat = Calculation(
    "threat", "EQ26",
    "Threat pressure of a theatre after a turn.",
    arguments: [
      .share("path"),
      .integer("inject", -5000...5000, "bp"),
      .share("adversary"),
      .share("salience"),
    ],
    output: "threat in bp, 1500..10000",
    results: [CalcOutput("threat", "bp")],
    example: ["path": 6300, "inject": 0, "adversary": 5750, "salience": 4385]
  ) { inputs, trace in
    let input = ThreatPressure.Input(
      path: inputs.amount("path"), inject: inputs.amount("inject"),
      adversary: inputs.amount("adversary"), salience: inputs.amount("salience"))
    return [("threat", .of(ThreatPressure.evaluate(input, trace: &trace)))]
  }

  static let adversary = Calculation(
    "adversary", "EQ26",
    "Adversary technology in a domain after a turn.",
    arguments: [
      .share("level"),
      .share("cohesion"),
      .integer("leaks", 0...6000, "bp"),
    ],
    output: "level in bp",
    results: [CalcOutput("level", "bp")],
    example: ["level": 5500, "cohesion": 2000, "leaks": 600]
  ) { inputs, trace in
    let input = AdversaryTechnology.Input(
      level: inputs.amount("level"), cohesion: inputs.amount("cohesion"),
      leaks: inputs.amount("leaks"))
    return [("level", .of(AdversaryTechnology.evaluate(input, trace: &trace)))]
  }

  static let governanceErosion = Calculation(
    "governance-erosion", "EQ27",
    "Erosion meter under fusion without safeguards; -50 in a turn with no cause.",
    arguments: [
      .share("meter"),
      .boolean("fusion"),
      .boolean("framework"),
      .boolean("looseControl"),
      .boolean("closedRegime"),
    ],
    output: "meter in bp",
    results: [CalcOutput("meter", "bp")],
    example: [
      "meter": 1000, "fusion": true, "framework": true, "looseControl": true,
      "closedRegime": false,
    ]
  ) { inputs, trace in
    let regime = inputs.bool("closedRegime") ? GovernanceErosion.closedRegime : .zero
    let input = GovernanceErosion.Input(
      meter: inputs.amount("meter"), fusion: inputs.bool("fusion"),
      framework: inputs.bool("framework"), looseControl: inputs.bool("looseControl"),
      regimeGrowth: regime)
    return [("meter", .of(GovernanceErosion.evaluate(input, trace: &trace)))]
  }
}
