extension Calculator {
  /// The calculations of this file, in the order of the reference.
  static let capacityCalculations = [
    capacityGrowth, capacityDecay, lineOutput, inputAllocation, concentration, fragility,
  ]

  static let capacityGrowth = Calculation(
    "capacity-growth", "EQ10",
    "Growth of a sector's capacity from investment, limited by workforce; arrives two "
      + "turns later; unused money returns.",
    arguments: [
      .integer("capacity", 0...10_000_000, "cu"),
      .share("workforce"),
      .integer("investment", 0...1_000_000_000, "$k"),
      .integer("costPerThousand", 1...1_000_000, "$k per 1000 cu"),
    ],
    output: "growth in cu; refund in $k",
    results: [CalcOutput("growth", "cu"), CalcOutput("refund", "$k")],
    example: [
      "capacity": 14_000, "workforce": 10_000, "investment": 1_000_000_000,
      "costPerThousand": 5000,
    ]
  ) { inputs, trace in
    let output = CapacityGrowth.evaluate(
      CapacityGrowth.Input(
        capacity: inputs.amount("capacity"), workforce: inputs.amount("workforce"),
        investment: inputs.amount("investment"),
        costPerThousand: inputs.amount("costPerThousand")), trace: &trace)
    return [("growth", .of(output.growth)), ("refund", .of(output.refund))]
  }

  static let capacityDecay = Calculation(
    "capacity-decay", "EQ11",
    "Loss of an under-used sector.",
    arguments: [
      .integer("capacity", 0...10_000_000, "cu"),
      .share("utilisation"),
    ],
    output: "loss in cu",
    results: [CalcOutput("loss", "cu")],
    example: ["capacity": 14_000, "utilisation": 3900]
  ) { inputs, trace in
    let input = CapacityDecay.Input(
      capacity: inputs.amount("capacity"), utilisation: inputs.amount("utilisation"))
    return [("loss", .of(CapacityDecay.evaluate(input, trace: &trace)))]
  }

  static let lineOutput = Calculation(
    "line-output", "EQ12",
    "Output of a line: capacity with surge over load, bounded by every input.",
    arguments: [
      .integer("lineCapacity", 0...10_000_000, "cu"),
      .integer("surge", 0...2500, "bp"),
      .integer("load", 1...1_000_000, "cu per unit"),
      .integers("inputs", 0...6, 0...1_000_000_000, "mU"),
    ],
    output: "output in mU",
    results: [CalcOutput("output", "mU")],
    example: ["lineCapacity": 2750, "surge": 2500, "load": 190, "inputs": []]
  ) { inputs, trace in
    let input = LineOutput.Input(
      lineCapacity: inputs.amount("lineCapacity"), surge: inputs.amount("surge"),
      load: inputs.amount("load"), inputs: inputs.amounts("inputs"))
    return [("output", .of(LineOutput.evaluate(input, trace: &trace)))]
  }

  static let inputAllocation = Calculation(
    "input-allocation", "EQ13",
    "Scarce input: rated requests first, then the rest, each by largest remainder; nobody"
      + " gets more than asked.",
    arguments: [
      .integer("supply", 0...1_000_000_000, "mU"),
      .records("requests", 1...14, [.integer("amount", 0...100_000_000, "mU"), .boolean("rated")]),
    ],
    output: "allocations in mU",
    results: [CalcOutput("allocations", "mU")],
    example: [
      "supply": 290_000,
      "requests": [
        ["amount": 275_000, "rated": false], ["amount": 30_000, "rated": false],
        ["amount": 15_000, "rated": false],
      ],
    ]
  ) { inputs, trace in
    let requests = inputs.records("requests").map {
      InputAllocation.Request(amount: $0.amount("amount"), rated: $0.bool("rated"))
    }
    let input = InputAllocation.Input(supply: inputs.amount("supply"), requests: requests)
    return [("allocations", .of(InputAllocation.evaluate(input, trace: &trace)))]
  }

  static let concentration = Calculation(
    "concentration", "EQ13",
    "Herfindahl index over suppliers outside the trusted set.",
    arguments: [
      .shares("shares", 1...14),
      CalcArgument("trusted", .list(1...14, of: .boolean), asLongAs: "shares"),
    ],
    output: "concentration in bp",
    results: [CalcOutput("concentration", "bp")],
    example: ["shares": [7000, 2000, 1000], "trusted": [false, false, false]]
  ) { inputs, trace in
    let input = Concentration.Input(
      shares: inputs.amounts("shares"), trusted: inputs.bools("trusted"))
    return [("concentration", .of(Concentration.evaluate(input, trace: &trace)))]
  }

  static let fragility = Calculation(
    "fragility", "EQ13",
    "Criticality-weighted sum of concentrations.",
    arguments: [
      .levels("criticality", 1...8),
      .levels("concentration", 1...8, asLongAs: "criticality"),
    ],
    output: "fragility in bp",
    results: [CalcOutput("fragility", "bp")],
    example: ["criticality": [4000, 3000], "concentration": [5400, 3400]]
  ) { inputs, trace in
    let input = Fragility.Input(
      criticality: inputs.amounts("criticality"), concentration: inputs.amounts("concentration"))
    return [("fragility", .of(Fragility.evaluate(input, trace: &trace)))]
  }
}
