extension Calculator {
  /// The calculations of this file, in the order of the reference.
  static let costCalculations = [
    learningCurve, unitCost, rateFactor, efficientWorkshare, collaborationPremium, developmentCost,
    licencePremium, buyNational,
  ]

  static let learningCurve = Calculation(
    "learning-curve", "EQ1",
    "Cost factor after a cumulative quantity, relative to the first unit.",
    arguments: [
      .integer("quantity", 1...1_000_000, "units"),
      .integer("slope", 5000...10_000, "bp"),
    ],
    output: "factor in ppm",
    results: [CalcOutput("factor", "ppm")],
    example: ["quantity": 300, "slope": 9000]
  ) { inputs, trace in
    let input = LearningCurve.Input(
      quantity: inputs.int("quantity"), slope: inputs.amount("slope"))
    return [("factor", .int(LearningCurve.evaluate(input, trace: &trace)))]
  }

  static let unitCost = Calculation(
    "unit-cost", "EQ2",
    "Unit cost of a line: pooled learning, then rate, collaboration, licence and surge "
      + "factors, one after another.",
    arguments: [
      .integer("listCost", 1...100_000_000, "$k"),
      .integer("listQuantity", 1...1_000_000, "units"),
      .integer("ownQuantity", 0...1_000_000, "units"),
      .integer("partnerQuantity", 0...1_000_000, "units"),
      .share("commonality"),
      .integer("slope", 5000...10_000, "bp"),
      .integer("rateFactor", 8500...16_000, "bp"),
      .integer("collaborationPremium", 10_000...40_000, "bp"),
      .integer("licencePremium", 9000...20_000, "bp"),
      .integer("surgeFactor", 10_000...12_000, "bp"),
    ],
    output: "unitCost in $k; effectiveQuantity in units",
    results: [CalcOutput("unitCost", "$k"), CalcOutput("effectiveQuantity", "units")],
    example: [
      "listCost": 10_000, "listQuantity": 100, "ownQuantity": 100, "partnerQuantity": 200,
      "commonality": 9000, "slope": 9000, "rateFactor": 10_000,
      "collaborationPremium": 10_000, "licencePremium": 10_000, "surgeFactor": 10_000,
    ]
  ) { inputs, trace in
    let pooled = UnitCost.pooled(
      inputs.int("partnerQuantity"), commonality: inputs.amount("commonality"))
    let quantity = UnitCost.effectiveQuantity(own: inputs.int("ownQuantity"), pooled: pooled)
    trace.step("effectiveQuantity", quantity)
    let cost = UnitCost.evaluate(
      UnitCost.Input(
        listCost: inputs.amount("listCost"), listQuantity: inputs.int("listQuantity"),
        effectiveQuantity: quantity, slope: inputs.amount("slope"),
        rateFactor: inputs.amount("rateFactor"),
        collaborationPremium: inputs.amount("collaborationPremium"),
        licencePremium: inputs.amount("licencePremium"),
        surgeFactor: inputs.amount("surgeFactor")), trace: &trace)
    return [("unitCost", .int(cost.value)), ("effectiveQuantity", .int(quantity))]
  }

  static let rateFactor = Calculation(
    "rate-factor", "EQ3",
    "Overhead spread over the actual production rate.",
    arguments: [
      .share("fixedShare"),
      .integer("nominal", 1...10_000_000, "mU/turn"),
      .integer("actual", 1...10_000_000, "mU/turn"),
    ],
    output: "factor in bp, 8500..16000",
    results: [CalcOutput("factor", "bp")],
    example: ["fixedShare": 3000, "nominal": 40_000, "actual": 20_000]
  ) { inputs, trace in
    let input = RateFactor.Input(
      fixedShare: inputs.amount("fixedShare"), nominal: inputs.amount("nominal"),
      actual: inputs.amount("actual"))
    return [("factor", .of(RateFactor.evaluate(input, trace: &trace)))]
  }

  static let efficientWorkshare = Calculation(
    "efficient-workshare", "EQ4",
    "Shares proportional to capacity x readiness.",
    arguments: [
      .integers("capacity", 2...14, 0...10_000_000, "cu"),
      .levels("readiness", 2...14, asLongAs: "capacity"),
    ],
    output: "shares in bp, sum 10000",
    results: [CalcOutput("shares", "bp")],
    example: ["capacity": [60, 50, 30, 20], "readiness": [70, 65, 60, 55]]
  ) { inputs, trace in
    let input = EfficientWorkshare.Input(
      capacity: inputs.amounts("capacity"), readiness: inputs.amounts("readiness"))
    return [("shares", .of(EfficientWorkshare.evaluate(input, trace: &trace)))]
  }

  static let collaborationPremium = Calculation(
    "collaboration-premium", "EQ4",
    "Price of several lines, partners and a workshare away from the efficient one.",
    arguments: [
      .shares("workshare", 2...14),
      .shares("efficient", 2...14, asLongAs: "workshare"),
      .integer("lines", 1...14, "lines"),
      .choice("governance", Governance.self),
    ],
    output: "premium in bp, from 10000; mismatch in bp",
    results: [CalcOutput("premium", "bp"), CalcOutput("mismatch", "bp")],
    example: [
      "workshare": [3300, 3300, 2100, 1300], "efficient": [4058, 3140, 1739, 1063],
      "lines": 4, "governance": "lead",
    ]
  ) { inputs, trace in
    let output = CollaborationPremium.evaluate(
      CollaborationPremium.Input(
        workshare: inputs.amounts("workshare"), efficient: inputs.amounts("efficient"),
        lines: inputs.int("lines"), governance: inputs.word("governance")), trace: &trace)
    return [("premium", .of(output.premium)), ("mismatch", .of(output.mismatch))]
  }

  static let developmentCost = Calculation(
    "development-cost", "EQ5",
    "Collaborative development: square-root rule scaled by governance, and one partner's "
      + "payment.",
    arguments: [
      .integer("cost", 0...1_000_000_000, "$k"),
      .integer("partners", 1...14, "partners"),
      .choice("governance", Governance.self),
      .share("share"),
    ],
    output: "factor in bp; payment in $k",
    results: [CalcOutput("factor", "bp"), CalcOutput("payment", "$k")],
    example: ["cost": 10_000, "partners": 3, "governance": "unanimity", "share": 10_000]
  ) { inputs, trace in
    let output = DevelopmentCost.evaluate(
      DevelopmentCost.Input(
        cost: inputs.amount("cost"), partners: inputs.int("partners"),
        governance: inputs.word("governance"), share: inputs.amount("share")), trace: &trace)
    return [("factor", .of(output.factor)), ("payment", .of(output.payment))]
  }

  static let licencePremium = Calculation(
    "licence-premium", "EQ6",
    "Extra cost of a licensed line, falling with its own cumulative units on an 80% slope.",
    arguments: [
      .integer("base", -1000...10_000, "bp"),
      .integer("cumulativeUnits", 1...1_000_000, "units"),
    ],
    output: "premium in bp, around 10000",
    results: [CalcOutput("premium", "bp")],
    example: ["base": 3500, "cumulativeUnits": 1]
  ) { inputs, trace in
    let input = LicencePremium.Input(
      base: inputs.amount("base"), unit: inputs.int("cumulativeUnits"))
    return [("premium", .of(LicencePremium.evaluate(input, trace: &trace)))]
  }

  static let buyNational = Calculation(
    "buy-national", "EQ7",
    "Evaluated price of a foreign offer under a domestic-content rule.",
    arguments: [
      .integer("price", 0...1_000_000_000, "$k"),
      .share("content"),
      .share("threshold"),
      .share("penalty"),
      .boolean("waived"),
    ],
    output: "evaluated in $k",
    results: [CalcOutput("evaluated", "$k")],
    example: [
      "price": 9000, "content": 5500, "threshold": 6500, "penalty": 5000, "waived": false,
    ]
  ) { inputs, trace in
    let input = BuyNational.Input(
      price: inputs.amount("price"), content: inputs.amount("content"),
      threshold: inputs.amount("threshold"), penalty: inputs.amount("penalty"),
      waived: inputs.bool("waived"))
    return [("evaluated", .of(BuyNational.evaluate(input, trace: &trace)))]
  }
}
