import EntenteModel
import Testing

/// The most intricate equations against a second implementation of each, written from the formula
/// in another way and run over random cases. The seed of a failure is in its message.
struct OracleTests {
  @Test("EQ1 and EQ2 agree with a walk along the curve and a product in parts", arguments: 1...8)
  func unitCost(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<250 {
      let slope = random.integer(5_000...10_000)
      let listQuantity = random.integer(1...1_000_000)
      let quantity = random.integer(1...2_000_000)
      let listCost = random.integer(1...100_000_000)
      let factors = [
        random.integer(8_500...16_000), random.integer(10_000...40_000),
        random.integer(9_000...20_000), random.integer(10_000...12_000),
      ]
      let cost = UnitCost.evaluate(
        UnitCost.Input(
          listCost: Money(listCost), listQuantity: listQuantity, effectiveQuantity: quantity,
          slope: BasisPoints(slope), rateFactor: BasisPoints(factors[0]),
          collaborationPremium: BasisPoints(factors[1]),
          licencePremium: BasisPoints(factors[2]), surgeFactor: BasisPoints(factors[3])))
      var expected = Oracle.round(
        listCost * Oracle.learning(quantity, slope), Oracle.learning(listQuantity, slope))
      for factor in factors { expected = Oracle.scaledInParts(expected, factor) }
      #expect(
        cost.value == expected,
        "seed \(seed): \(listCost) at \(listQuantity), \(quantity), \(slope), \(factors)")
    }
  }

  @Test("EQ4 agrees with shares handed out one point at a time", arguments: 1...4)
  func workshare(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<25 {
      let count = random.integer(2...8)
      let capacity = (0..<count).map { _ in random.integer(0...1_000) }
      let readiness = (0..<count).map { _ in random.integer(0...10_000) }
      let computed = EfficientWorkshare.evaluate(
        EfficientWorkshare.Input(
          capacity: capacity.map { CapacityUnits($0) },
          readiness: readiness.map { BasisPoints($0) }))
      let weights = zip(capacity, readiness).map { $0 * $1 }
      #expect(
        computed.map(\.value) == Oracle.allocate(10_000, weights), "seed \(seed): \(weights)")
      let agreed = random.shares(count)
      let lines = random.integer(1...14)
      let governance = Governance.allCases[random.integer(0...2)]
      let premium = CollaborationPremium.evaluate(
        CollaborationPremium.Input(
          workshare: agreed.map { BasisPoints($0) }, efficient: computed, lines: lines,
          governance: governance))
      let misplaced = zip(agreed, computed).map { max(0, $0 - $1.value) }.reduce(0, +)
      let half = [Governance.lead: 1, .consortium: 2, .unanimity: 3][governance] ?? 0
      let burden = 600 * (lines - 1) + 150 * (count - 1) + Oracle.round(misplaced * 4, 10)
      #expect(premium.mismatch.value == misplaced, "seed \(seed): \(agreed)")
      #expect(
        premium.premium.value == 10_000 + Oracle.round(burden * half, 2), "seed \(seed): \(agreed)")
    }
  }

  @Test("EQ9 agrees with gates worked off turn by turn", arguments: 1...8)
  func schedule(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<250 {
      let days = random.integer(0...20_000)
      let turnDays = random.integer(30...360)
      let partners = random.integer(1...14)
      let governance = Governance.allCases[random.integer(0...2)]
      let capacity = random.integer(0...1_000_000_000)
      let output = GateSchedule.evaluate(
        GateSchedule.Input(
          totalDays: Days(days), turnDays: Days(turnDays), partners: partners,
          governance: governance, capacity: Lots(capacity)))
      let drag = [Governance.lead: 100, .consortium: 200, .unanimity: 300][governance] ?? 0
      let credit = Oracle.round(turnDays * (10_000 - drag * (partners - 1)), 10_000)
      var turn = 1
      var left = days
      while left >= credit {
        left -= credit
        turn += 1
      }
      let context: Comment = "seed \(seed): \(days), \(turnDays), \(partners), \(governance)"
      #expect(output.credit.value == credit, context)
      #expect(output.outputTurn == turn, context)
      #expect(output.leftoverDays.value == credit - left, context)
      #expect(
        output.firstOutput.value == Oracle.round(capacity * (credit - left), credit), context)
    }
  }

  @Test("EQ8 agrees with a table of cases", arguments: 1...4)
  func gates(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<250 {
      let input = Gates.Input(
        ratificationClass: [.a, .b, .c][random.integer(0...2)],
        sensitivity: random.integer(0...4),
        exportStrictness: BasisPoints(random.integer(0...10_000)),
        securityAgreement: random.boolean(), trust: BasisPoints(random.integer(6_400...6_600)),
        exempt: random.boolean(), licence: LicenceTrack.allCases[random.integer(0...2)],
        extraOwners: random.integer(0...13),
        contracting: ContractingRoute.allCases[random.integer(0...2)],
        toolingBase: Days(random.integer(0...3_650)),
        organisation: BasisPoints(random.integer(0...10_000)),
        testRecognition: random.boolean(), parallel: random.boolean())
      #expect(
        Gates.evaluate(input).total.value == Oracle.gateDays(input), "seed \(seed): \(input)")
    }
  }

  @Test("EQ13 agrees with an allocation unit by unit", arguments: 1...4)
  func allocation(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<100 {
      let amounts = (0..<random.integer(1...6)).map { _ in random.integer(0...400) }
      let rated = amounts.map { _ in random.boolean() }
      let supply = random.integer(0...1_500)
      let computed = InputAllocation.evaluate(
        InputAllocation.Input(
          supply: Lots(supply),
          requests: zip(amounts, rated).map {
            InputAllocation.Request(amount: Lots($0), rated: $1)
          }))
      let first = zip(amounts, rated).map { $1 ? $0 : 0 }
      let second = zip(amounts, rated).map { $1 ? 0 : $0 }
      let forFirst = min(supply, first.reduce(0, +))
      let forSecond = min(supply - forFirst, second.reduce(0, +))
      let expected = zip(
        Oracle.allocate(forFirst, first), Oracle.allocate(forSecond, second)
      ).map { $0 + $1 }
      #expect(
        computed.map(\.value) == expected, "seed \(seed): \(supply) for \(amounts) \(rated)")
    }
  }
}

/// Second implementations, each in another way than the model's.
enum Oracle {
  /// Division to the nearest whole number, halves away from zero, by looking at the remainder.
  static func round(_ dividend: Int, _ divisor: Int) -> Int {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    guard remainder.magnitude >= divisor.magnitude - remainder.magnitude else { return quotient }
    return dividend < 0 ? quotient - 1 : quotient + 1
  }

  /// `mb` of a large value by splitting off the last four digits.
  static func scaledInParts(_ value: Int, _ factor: Int) -> Int {
    value / 10_000 * factor + round(value % 10_000 * factor, 10_000)
  }

  /// EQ1 from a list of all doublings.
  static func learning(_ quantity: Int, _ slope: Int) -> Int {
    var doublings = [1_000_000]
    while doublings.count < 63 {
      doublings.append(round(doublings[doublings.count - 1] * slope, 10_000))
    }
    let exponent = Int.bitWidth - 1 - quantity.leadingZeroBitCount
    let past = quantity - (1 << exponent)
    let fall = doublings[exponent] - doublings[exponent + 1]
    return doublings[exponent] - round(fall * past, 1 << exponent)
  }

  /// Largest remainders by comparing fractions crosswise, one unit left over at a time.
  static func allocate(_ total: Int, _ weights: [Int]) -> [Int] {
    let weights = weights.contains { $0 > 0 } ? weights : weights.map { _ in 1 }
    let sum = weights.reduce(0, +)
    var parts = weights.map { total * $0 / sum }
    var fractions = weights.map { total * $0 % sum }
    while parts.reduce(0, +) < total {
      var best = 0
      for index in fractions.indices where fractions[index] > fractions[best] { best = index }
      parts[best] += 1
      fractions[best] = -1
    }
    return parts
  }

  /// EQ8 with the default days.
  static func gateDays(_ input: Gates.Input) -> Int {
    let ratification = input.ratificationClass == .a ? 0 : input.ratificationClass == .b ? 90 : 180
    let steps = input.sensitivity > 1 ? input.sensitivity - 1 : 0
    var disclosure = round(90 * steps * input.exportStrictness.value, 10_000)
    var licence = [LicenceTrack.expedited: 45, .standard: 60, .agreement: 180][input.licence] ?? 0
    if input.exempt { licence = input.sensitivity == 4 ? 45 : 0 }
    if input.exempt && input.sensitivity < 4 {
      disclosure = round(disclosure, 4)
    } else if input.securityAgreement && input.trust.value >= 6_500 {
      disclosure = round(disclosure, 2)
    }
    licence += 30 * input.extraOwners
    let papers = input.parallel && disclosure < licence ? licence : disclosure
    let contracting =
      [ContractingRoute.far: 360, .agency: 240, .ota: 120][input.contracting] ?? 0
    let organisation = round(input.organisation.value, 2)
    let tooling = round(input.toolingBase.value * (12_500 - organisation), 10_000)
    return ratification + papers + (input.parallel ? 0 : licence) + contracting + tooling
      + (input.testRecognition ? 60 : 120)
  }
}
