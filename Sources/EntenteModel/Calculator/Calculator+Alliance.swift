extension Calculator {
  /// The calculations of this file, in the order of the reference.
  static let allianceCalculations = [
    edge, groups, formation, management, salience, typology,
  ]

  static let edge = Calculation(
    "edge", "EQ28",
    "Depth and weight of the tie between two states from the clauses that bind both "
      + "(remaining -1 = evergreen).",
    arguments: [
      .records(
        "clauses", 0...20,
        [
          .integer("weight", 0...1600, "bp"), .integer("remaining", -1...20, "turns"),
          .choice("status", TieDepth.Status.self),
        ]),
      .share("trust"),
      .share("trustBack"),
    ],
    output: "depth, weight in bp",
    results: [CalcOutput("depth", "bp"), CalcOutput("weight", "bp")],
    example: [
      "clauses": [
        ["weight": 1600, "remaining": 6, "status": "in-force"],
        [
          "weight": 800,
          "remaining": -1, "status": "signed",
        ],
      ],
      "trust": 6200, "trustBack": 6000,
    ]
  ) { inputs, trace in
    let clauses = inputs.records("clauses").map { clause in
      let remaining = clause.int("remaining")
      return TieDepth.Clause(
        weight: clause.amount("weight"), remaining: remaining < 0 ? nil : remaining,
        status: clause.word("status"))
    }
    let output = TieDepth.evaluate(
      TieDepth.Input(
        clauses: clauses, trust: inputs.amount("trust"), trustBack: inputs.amount("trustBack")),
      trace: &trace)
    return [("depth", .of(output.depth)), ("weight", .of(output.weight))]
  }

  static let groups = Calculation(
    "groups", "EQ28",
    "Informal groups: maximal subsets of three or more with every pair at the threshold "
      + "and two clause families in their union; dyads are pairs at the threshold; lattice "
      + "and hub indices.",
    arguments: [
      CalcArgument("states", .states(2...14)),
      CalcArgument("weights", .pairs(of: "states", 0...10_000, unit: "bp")),
      CalcArgument("families", .pairWords(of: "states", familyWords)),
      .share("threshold"),
    ],
    output: "groups, dyads ascending; lattice, hub in bp (0 when there is nothing to divide by)",
    results: [
      CalcOutput("groups"), CalcOutput("dyads"), CalcOutput("lattice", "bp"),
      CalcOutput("hub", "bp"),
    ],
    example: [
      "states": ["a", "b", "c", "d"],
      "weights": [
        "a|b": 2623, "a|c": 3432, "b|c": 1560, "a|d": 1596, "b|d": 459, "c|d": 2268,
      ],
      "families": [
        "a|b": ["IND"], "a|c": ["OPS"], "b|c": ["IND"], "a|d": ["IND"],
        "c|d": ["OPS"],
      ],
      "threshold": 1500,
    ]
  ) { inputs, trace in
    let states = inputs.strings("states")
    let ties = pairTies(of: states, inputs)
    let output = AllianceDetection.evaluate(
      AllianceDetection.Input(
        count: states.count, weights: ties.weights, families: ties.families,
        threshold: inputs.amount("threshold")), trace: &trace)
    let named = { (set: MemberSet) in CalcValue.list(set.members.map { .string(states[$0]) }) }
    return [
      ("groups", .list(output.groups.map(named))), ("dyads", .list(output.dyads.map(named))),
      ("lattice", .of(output.lattice)), ("hub", .of(output.hub)),
    ]
  }

  static let formation = Calculation(
    "formation", "EQ29",
    "Mean pair depth of a group.",
    arguments: [
      .levels("depths", 1...91)
    ],
    output: "formation in bp",
    results: [CalcOutput("formation", "bp")],
    example: ["depths": [4300, 5200, 2600]]
  ) { inputs, trace in
    let input = GroupFormation.Input(depths: inputs.amounts("depths"))
    return [("formation", .of(GroupFormation.evaluate(input, trace: &trace)))]
  }

  static let management = Calculation(
    "management", "EQ29",
    "How well a group is run.",
    arguments: [
      .share("onTime"),
      .share("honoured"),
      .shares("benefit", 2...14),
      .shares("contribution", 2...14, asLongAs: "benefit"),
      .share("trust"),
      .share("settled"),
    ],
    output: "fairness, management in bp",
    results: [CalcOutput("fairness", "bp"), CalcOutput("management", "bp")],
    example: [
      "onTime": 8000, "honoured": 9500, "benefit": [4500, 3300, 2200],
      "contribution": [5200, 3000, 1800], "trust": 6233, "settled": 10_000,
    ]
  ) { inputs, trace in
    let fairness = GroupFairness.evaluate(
      GroupFairness.Input(
        benefit: inputs.amounts("benefit"), contribution: inputs.amounts("contribution")),
      trace: &trace)
    let input = GroupManagement.Input(
      onTime: inputs.amount("onTime"), honoured: inputs.amount("honoured"), fairness: fairness,
      trust: inputs.amount("trust"), settled: inputs.amount("settled"))
    let management = GroupManagement.evaluate(input, trace: &trace)
    return [("fairness", .of(fairness)), ("management", .of(management))]
  }

  static let salience = Calculation(
    "salience", "EQ29",
    "How much a group matters.",
    arguments: [
      .share("capability"),
      .share("threatClosed"),
      .share("weakestLayer"),
      .share("commitment"),
    ],
    output: "salience in bp",
    results: [CalcOutput("salience", "bp")],
    example: [
      "capability": 4200, "threatClosed": 5500, "weakestLayer": 4700, "commitment": 3000,
    ]
  ) { inputs, trace in
    let input = GroupSalience.Input(
      capability: inputs.amount("capability"), threatClosed: inputs.amount("threatClosed"),
      weakestLayer: inputs.amount("weakestLayer"), commitment: inputs.amount("commitment"))
    return [("salience", .of(GroupSalience.evaluate(input, trace: &trace)))]
  }

  static let typology = Calculation(
    "typology", "EQ30",
    "Quadrant of a group from mean capacity and mean composite.",
    arguments: [
      .levels("capacities", 3...14),
      .levels("composites", 3...91),
      .share("threshold"),
    ],
    output: "capacity, interoperability in bp; quadrant integrated-arsenal | parallel-workshops |"
      + " common-shield | dialogue-table",
    results: [
      CalcOutput("capacity", "bp"), CalcOutput("interoperability", "bp"), CalcOutput("quadrant"),
    ],
    example: [
      "capacities": [7200, 3800, 2600], "composites": [5600, 6100, 4700],
      "threshold": 5000,
    ]
  ) { inputs, trace in
    let output = GroupTypology.evaluate(
      GroupTypology.Input(
        capacities: inputs.amounts("capacities"), composites: inputs.amounts("composites"),
        capacityThreshold: inputs.amount("threshold"),
        interoperabilityThreshold: inputs.amount("threshold")), trace: &trace)
    return [
      ("capacity", .of(output.capacity)), ("interoperability", .of(output.interoperability)),
      ("quadrant", .string(output.quadrant.rawValue)),
    ]
  }

  /// Families of clauses, in the order of their bits.
  private static let familyWords = ["IND", "TEC", "OPS", "INF", "FIN"]

  /// Weights and families of all pairs of `states`, in the order the detection reads them.
  private static func pairTies(
    of states: [String], _ inputs: CalcInputs
  ) -> (weights: [BasisPoints], families: [UInt8]) {
    let given = inputs.object("weights")
    let words = inputs.object("families")
    var weights: [BasisPoints] = []
    var families: [UInt8] = []
    for (index, low) in states.enumerated() {
      for high in states[(index + 1)...] {
        let key = "\(low)|\(high)"
        weights.append(given.amount(key))
        let named = words.has(key) ? words.strings(key) : []
        families.append(
          named.reduce(0) { $0 | 1 << UInt8(familyWords.firstIndex(of: $1) ?? 0) })
      }
    }
    return (weights, families)
  }
}
