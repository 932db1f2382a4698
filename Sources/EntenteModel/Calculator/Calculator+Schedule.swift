extension Calculator {
  /// The calculations of this file, in the order of the reference.
  static let scheduleCalculations = [
    gates, gateSchedule,
  ]

  static let gates = Calculation(
    "gates", "EQ8",
    "Days of each gate between signature and first output.",
    arguments: [
      CalcArgument("ratificationClass", .choice(["a", "b", "c"])),
      .integer("sensitivity", 0...4),
      .share("exportStrictness"),
      .boolean("securityAgreement"),
      .share("trust"),
      .boolean("exempt"),
      .choice("licence", LicenceTrack.self),
      .integer("extraOwners", 0...13, "owners"),
      .choice("contracting", ContractingRoute.self),
      .integer("toolingBase", 0...3650, "days"),
      .share("organisation"),
      .boolean("testRecognition"),
      .boolean("parallel"),
    ],
    output: "days per gate and total",
    results: [
      CalcOutput("ratification", "days"), CalcOutput("disclosure", "days"),
      CalcOutput("licence", "days"), CalcOutput("contracting", "days"),
      CalcOutput("tooling", "days"), CalcOutput("test", "days"), CalcOutput("total", "days"),
    ],
    example: [
      "ratificationClass": "b", "sensitivity": 3, "exportStrictness": 10_000,
      "securityAgreement": false, "trust": 5000, "exempt": false, "licence": "agreement",
      "extraOwners": 0, "contracting": "far", "toolingBase": 720, "organisation": 6000,
      "testRecognition": false, "parallel": false,
    ]
  ) { inputs, trace in
    let output = Gates.evaluate(
      Gates.Input(
        ratificationClass: inputs.word("ratificationClass"),
        sensitivity: inputs.int("sensitivity"),
        exportStrictness: inputs.amount("exportStrictness"),
        securityAgreement: inputs.bool("securityAgreement"), trust: inputs.amount("trust"),
        exempt: inputs.bool("exempt"), licence: inputs.word("licence"),
        extraOwners: inputs.int("extraOwners"), contracting: inputs.word("contracting"),
        toolingBase: inputs.amount("toolingBase"), organisation: inputs.amount("organisation"),
        testRecognition: inputs.bool("testRecognition"), parallel: inputs.bool("parallel")),
      trace: &trace)
    return [
      ("ratification", .of(output.ratification)), ("disclosure", .of(output.disclosure)),
      ("licence", .of(output.licence)), ("contracting", .of(output.contracting)),
      ("tooling", .of(output.tooling)), ("test", .of(output.test)), ("total", .of(output.total)),
    ]
  }

  static let gateSchedule = Calculation(
    "gate-schedule", "EQ9",
    "Turn of first output and the part of it that is left, with governance drag on the "
      + "daily credit.",
    arguments: [
      .integer("totalDays", 0...20_000, "days"),
      .integer("turnDays", 30...360, "days"),
      .integer("partners", 1...14, "partners"),
      .choice("governance", Governance.self),
      .integer("capacity", 0...1_000_000_000, "mU/turn"),
    ],
    output: "credit in days/turn; outputTurn, 1 = the turn after entry into force; leftoverDays "
      + "in it; firstOutput in mU",
    results: [
      CalcOutput("credit", "days/turn"), CalcOutput("outputTurn"),
      CalcOutput("leftoverDays", "days"), CalcOutput("firstOutput", "mU"),
    ],
    example: [
      "totalDays": 1614, "turnDays": 180, "partners": 2, "governance": "consortium",
      "capacity": 0,
    ]
  ) { inputs, trace in
    let output = GateSchedule.evaluate(
      GateSchedule.Input(
        totalDays: inputs.amount("totalDays"), turnDays: inputs.amount("turnDays"),
        partners: inputs.int("partners"), governance: inputs.word("governance"),
        capacity: inputs.amount("capacity")), trace: &trace)
    return [
      ("credit", .of(output.credit)), ("outputTurn", .int(output.outputTurn)),
      ("leftoverDays", .of(output.leftoverDays)), ("firstOutput", .of(output.firstOutput)),
    ]
  }
}
