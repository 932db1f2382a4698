import EntenteModel
import Testing

/// Thousands of random arguments for every calculation, made from the argument table itself.
struct CalculatorPropertyTests {
  @Test("No valid argument traps, extremes included, and the same gives the same", arguments: 1...4)
  func validArguments(seed: UInt64) throws {
    var random = SplitMixSequence(seed: seed)
    for calculation in Calculator.all {
      for _ in 0..<150 {
        let arguments = ArgumentMaker.arguments(of: calculation, &random)
        let context = Comment("seed \(seed): \(calculation.name) \(CalcValue.object(arguments))")
        let result = try #require(try? calculation.evaluate(arguments), context)
        let again = try calculation.evaluate(arguments)
        #expect(CalcValue.object(result.out) == .object(again.out), context)
        #expect(result.trace == again.trace, context)
        #expect(result.out.map(\.0) == calculation.results.map(\.name), context)
        #expect(Self.violation(calculation, result) == nil, context)
      }
    }
  }

  @Test("All arguments at their lowest, all at their highest")
  func corners() throws {
    for calculation in Calculator.all {
      for highest in [false, true] {
        let arguments = ArgumentMaker.corner(of: calculation, highest: highest)
        let context = Comment("\(calculation.name) \(CalcValue.object(arguments))")
        let result = try #require(try? calculation.evaluate(arguments), context)
        #expect(Self.violation(calculation, result) == nil, context)
      }
    }
  }

  @Test("One bad argument among good ones is refused by its name", arguments: 1...4)
  func invalidArguments(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for calculation in Calculator.all {
      for _ in 0..<40 {
        var arguments = ArgumentMaker.arguments(of: calculation, &random)
        let place = random.integer(0...(arguments.count - 1))
        let kind = calculation.arguments[place].kind
        arguments[place].1 = ArgumentMaker.bad(kind, &random)
        let context = Comment("seed \(seed): \(calculation.name) \(CalcValue.object(arguments))")
        let error = #expect(throws: CalcError.self, context) {
          try calculation.evaluate(arguments)
        }
        #expect(error?.argument == arguments[place].0, context)
        #expect(error?.value == arguments[place].1, context)
        #expect(error?.allowed == calculation.arguments[place].allowed, context)
      }
    }
  }

  @Test("A missing argument is refused by its name")
  func missingArguments() {
    for calculation in Calculator.all {
      for index in calculation.example.indices {
        var arguments = calculation.example
        let removed = arguments.remove(at: index).0
        let error = #expect(throws: CalcError.self) { try calculation.evaluate(arguments) }
        #expect(error?.argument == removed)
        #expect(error?.value == nil)
      }
    }
  }

  @Test("Parts and allocations sum to what there was to share", arguments: 1...4)
  func sums(seed: UInt64) throws {
    var random = SplitMixSequence(seed: seed)
    for name in ["allocate", "efficient-workshare", "input-allocation"] {
      let calculation = try #require(Calculator.named(name))
      for _ in 0..<200 {
        let arguments = ArgumentMaker.arguments(of: calculation, &random)
        let result = try calculation.evaluate(arguments)
        let parts = result.out[0].1.numbers
        let context = Comment("seed \(seed): \(name) \(CalcValue.object(arguments))")
        let given = Dictionary(arguments) { first, _ in first }
        switch name {
        case "allocate":
          #expect(parts.reduce(0, +) == given["total"]?.numbers[0], context)
        case "efficient-workshare":
          #expect(parts.reduce(0, +) == 10_000, context)
        default:
          let asked = given["requests"]?.numbers ?? []
          let supply = given["supply"]?.numbers[0] ?? 0
          #expect(parts.reduce(0, +) == min(supply, asked.reduce(0, +)), context)
          #expect(zip(parts, asked).allSatisfy { $0 <= $1 }, context)
        }
      }
    }
  }

  /// The first result of unit bp or with a stated range that is outside it.
  private static func violation(_ calculation: Calculation, _ result: CalcResult) -> String? {
    let open: Set = ["fragility.fragility", "latent.own", "firms.margin"]
    let ranges: [String: ClosedRange<Int>] = [
      "rate-factor.factor": 8_500...16_000, "collaboration-premium.premium": 10_000...55_550,
      "development-cost.factor": 10_000...40_000, "licence-premium.premium": 9_000...20_000,
      "threat.threat": 1_500...10_000, "gap.support": 0...4_000,
      "interoperability-composite.level": 0...4, "latent.access": 0...3_000,
    ]
    for output in calculation.results {
      let key = "\(calculation.name).\(output.name)"
      let range = ranges[key] ?? (output.unit == "bp" ? 0...10_000 : 0...Int.max)
      guard !open.contains(key), let value = result[output.name] else { continue }
      if value.numbers.contains(where: { !range.contains($0) }) { return key }
    }
    return nil
  }
}

extension CalcValue {
  /// All numbers in it, in order.
  var numbers: [Int] {
    switch self {
    case .int(let number): [number]
    case .list(let items): items.flatMap(\.numbers)
    case .object(let pairs): pairs.flatMap(\.1.numbers)
    default: []
    }
  }
}
