import EntenteModel
import Testing

/// Directions that hold whatever the numbers: more of this is never less of that.
struct MonotonyTests {
  @Test("EQ1, EQ2: another unit never raises the cost", arguments: 1...4)
  func learning(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    let slope = BasisPoints(random.integer(5_000...10_000))
    var last = Int.max
    for quantity in 1...3_000 {
      let factor = LearningCurve.factor(quantity: quantity, slope: slope)
      #expect(factor <= last, "seed \(seed): \(quantity) at \(slope)")
      last = factor
    }
  }

  @Test("EQ3: a higher rate never raises the factor", arguments: 1...4)
  func rate(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<500 {
      let share = BasisPoints(random.integer(0...10_000))
      let nominal = Lots(random.integer(1...10_000_000))
      let rates = [random.integer(1...10_000_000), random.integer(1...10_000_000)].sorted()
      let factors = rates.map {
        RateFactor.evaluate(
          RateFactor.Input(fixedShare: share, nominal: nominal, actual: Lots($0)))
      }
      #expect(factors[0] >= factors[1], "seed \(seed): \(share), \(nominal), \(rates)")
    }
  }

  @Test("EQ8: no enabler ever adds a day", arguments: 1...4)
  func enablers(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<300 {
      let plain = Gates.Input(
        ratificationClass: .b, sensitivity: random.integer(0...3),
        exportStrictness: BasisPoints(random.integer(0...10_000)), securityAgreement: false,
        trust: BasisPoints(random.integer(0...10_000)), exempt: false, licence: .agreement,
        extraOwners: random.integer(0...13), contracting: .far,
        toolingBase: Days(random.integer(0...3_650)),
        organisation: BasisPoints(random.integer(0...9_000)), testRecognition: false)
      let days = Gates.evaluate(plain).total
      let changes: [(inout Gates.Input) -> Void] = [
        { $0.exempt = true }, { $0.securityAgreement = true }, { $0.licence = .expedited },
        { $0.contracting = .agency }, { $0.contracting = .ota }, { $0.testRecognition = true },
        { $0.parallel = true }, { $0.organisation += 1_000 }, { $0.ratificationClass = .a },
      ]
      for (number, change) in changes.enumerated() {
        var input = plain
        change(&input)
        #expect(Gates.evaluate(input).total <= days, "seed \(seed): change \(number) of \(plain)")
      }
    }
  }

  @Test("EQ9: more partners never bring more credit", arguments: Governance.allCases)
  func credit(governance: Governance) {
    for turnDays in 30...360 {
      let credits = (1...14).map {
        GateSchedule.credit(turnDays: Days(turnDays), partners: $0, governance: governance)
      }
      #expect(zip(credits, credits.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(credits[13] > 0)
    }
  }

  @Test("EQ20: a better layer never lowers the composite", arguments: 1...4)
  func composite(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<500 {
      var input = CompositeInteroperability.Input(
        technical: BasisPoints(random.integer(0...10_000)),
        procedural: BasisPoints(random.integer(0...10_000)),
        logistic: BasisPoints(random.integer(0...10_000)),
        data: BasisPoints(random.integer(0...10_000)))
      let before = CompositeInteroperability.evaluate(input).composite
      input.logistic += BasisPoints(random.integer(0...500))
      let after = CompositeInteroperability.evaluate(input).composite
      #expect(after >= before, "seed \(seed): \(input)")
    }
  }

  @Test("EQ24: readiness, partners and asymmetric means never widen the gap", arguments: 1...4)
  func gap(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<500 {
      let input = SecurityGap.Input(
        threat: BasisPoints(random.integer(0...10_000)),
        exposure: BasisPoints(random.integer(0...10_000)),
        readiness: BasisPoints(random.integer(0...9_000)),
        contributed: BasisPoints(random.integer(0...9_000)),
        asymmetric: BasisPoints(random.integer(0...1_000)))
      let gap = SecurityGap.evaluate(input).gap
      for path in [\SecurityGap.Input.readiness, \.contributed, \.asymmetric] {
        var better = input
        better[keyPath: path] += 500
        #expect(SecurityGap.evaluate(better).gap <= gap, "seed \(seed): \(input)")
      }
    }
  }

  @Test("EQ28: a higher threshold never ties more pairs", arguments: 1...4)
  func threshold(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<50 {
      let count = random.integer(2...14)
      let weights = (0..<(count * (count - 1) / 2)).map { _ in
        BasisPoints(random.integer(0...4_000))
      }
      var last = Int.max
      for threshold in stride(from: 0, through: 4_000, by: 500) {
        let output = AllianceDetection.evaluate(
          AllianceDetection.Input(
            count: count, weights: weights, families: weights.map { _ in 3 },
            threshold: BasisPoints(threshold)))
        #expect(output.dyads.count <= last, "seed \(seed): \(weights)")
        last = output.dyads.count
        for group in output.groups {
          #expect(
            output.dyads.filter { $0.members.allSatisfy(group.contains) }.count
              == group.count * (group.count - 1) / 2)
        }
      }
    }
  }
}
