extension Calculator {
  /// The calculations of this file, in the order of the reference.
  static let arithmeticCalculations = [
    allocate, draw,
  ]

  static let allocate = Calculation(
    "allocate", "2.1",
    "Largest-remainder allocation of a whole; ties to the lower index; all-zero weights "
      + "count as equal.",
    arguments: [
      .integer("total", 0...1_000_000_000),
      .integers("weights", 1...14, 0...1_000_000),
    ],
    output: "parts",
    results: [CalcOutput("parts")],
    example: ["total": 10_000, "weights": [4200, 3250, 1800, 1100]]
  ) { inputs, trace in
    let parts = lrm(inputs.int("total"), inputs.ints("weights"))
    return [("parts", .list(parts.map(CalcValue.int)))]
  }

  static let draw = Calculation(
    "draw", "2.1",
    "Keyed draw: SplitMix64 of seed xor turn<<48 xor stream<<32 xor entity (64 bits, "
      + "unsigned), modulo sides.",
    arguments: [
      .integer("seed", 0...9_223_372_036_854_775_807),
      .integer("turn", 0...200),
      .integer("stream", 0...65_535),
      .integer("entity", 0...4_294_967_295),
      .integer("sides", 1...1_000_000),
    ],
    output: "value in 0..<sides",
    results: [CalcOutput("value")],
    example: ["seed": 1, "turn": 3, "stream": 2, "entity": 65_537, "sides": 100]
  ) { inputs, trace in
    let value = KeyedDraw.draw(
      seed: UInt64(inputs.int("seed")), turn: inputs.int("turn"), stream: inputs.int("stream"),
      entity: inputs.int("entity"), sides: inputs.int("sides"))
    trace.step("value", value)
    return [("value", .int(value))]
  }
}
