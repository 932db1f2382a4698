extension Calculator {
  /// The calculations of this file, in the order of the reference.
  static let interoperabilityCalculations = [
    interoperabilityTechnical, interoperabilityProcedural, interoperabilityLogistic,
    interoperabilityData, interoperabilityComposite,
  ]

  static let interoperabilityTechnical = Calculation(
    "interoperability-technical", "EQ19",
    "Technical layer after a turn.",
    arguments: [
      .share("value"),
      .boolean("standard"),
      .share("commonEquipment"),
    ],
    output: "value in bp",
    results: [CalcOutput("value", "bp")],
    example: ["value": 2000, "standard": true, "commonEquipment": 4000]
  ) { inputs, trace in
    let input = TechnicalInteroperability.Input(
      value: inputs.amount("value"), standard: inputs.bool("standard"),
      commonEquipment: inputs.amount("commonEquipment"))
    return [("value", .of(TechnicalInteroperability.evaluate(input, trace: &trace)))]
  }

  static let interoperabilityProcedural = Calculation(
    "interoperability-procedural", "EQ19",
    "Procedural layer after a turn of exercises (0 = none).",
    arguments: [
      .share("value"),
      .integer("intensity", 0...3),
    ],
    output: "value in bp",
    results: [CalcOutput("value", "bp")],
    example: ["value": 3000, "intensity": 2]
  ) { inputs, trace in
    let input = ProceduralInteroperability.Input(
      value: inputs.amount("value"), intensity: inputs.int("intensity"))
    return [("value", .of(ProceduralInteroperability.evaluate(input, trace: &trace)))]
  }

  static let interoperabilityLogistic = Calculation(
    "interoperability-logistic", "EQ19",
    "Logistic layer after a turn; `technical` is this turn's new technical value.",
    arguments: [
      .share("value"),
      .share("technical"),
      .choice("agreement", LogisticAgreement.self),
    ],
    output: "value in bp",
    results: [CalcOutput("value", "bp")],
    example: ["value": 1500, "technical": 3240, "agreement": "acsa"]
  ) { inputs, trace in
    let input = LogisticInteroperability.Input(
      value: inputs.amount("value"), technical: inputs.amount("technical"),
      agreement: inputs.word("agreement"))
    return [("value", .of(LogisticInteroperability.evaluate(input, trace: &trace)))]
  }

  static let interoperabilityData = Calculation(
    "interoperability-data", "EQ19",
    "Data layer after a turn; sharing counts only under a security agreement with trust "
      + "of at least 6500 both ways.",
    arguments: [
      .share("value"),
      .share("technical"),
      .boolean("securityAgreement"),
      .boolean("sharing"),
      .share("trust"),
      .share("trustBack"),
    ],
    output: "value in bp",
    results: [CalcOutput("value", "bp")],
    example: [
      "value": 1000, "technical": 3240, "securityAgreement": true, "sharing": true,
      "trust": 7000, "trustBack": 7000,
    ]
  ) { inputs, trace in
    let input = DataInteroperability.Input(
      value: inputs.amount("value"), technical: inputs.amount("technical"),
      securityAgreement: inputs.bool("securityAgreement"), sharing: inputs.bool("sharing"),
      trust: inputs.amount("trust"), trustBack: inputs.amount("trustBack"))
    return [("value", .of(DataInteroperability.evaluate(input, trace: &trace)))]
  }

  static let interoperabilityComposite = Calculation(
    "interoperability-composite", "EQ20",
    "Composite that punishes the weakest layer, and display level 0..4.",
    arguments: [
      .levels("layers", 4...4)
    ],
    output: "composite in bp; level 0..4",
    results: [CalcOutput("composite", "bp"), CalcOutput("level")],
    example: ["layers": [3240, 4120, 2061, 1486]]
  ) { inputs, trace in
    let layers: [BasisPoints] = inputs.amounts("layers")
    let output = CompositeInteroperability.evaluate(
      CompositeInteroperability.Input(
        technical: layers[0], procedural: layers[1], logistic: layers[2], data: layers[3]),
      trace: &trace)
    return [("composite", .of(output.composite)), ("level", .int(output.level))]
  }
}
