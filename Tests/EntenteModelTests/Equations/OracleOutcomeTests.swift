import EntenteModel
import Testing

/// Second implementations of the equations on groups, trust, technology and latent capability.
struct OracleOutcomeTests {
  @Test("EQ28 agrees with every subset tried in turn", arguments: 1...12)
  func groups(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<12 {
      let count = random.integer(2...9)
      let pairs = count * (count - 1) / 2
      let weights = (0..<pairs).map { _ in BasisPoints(random.integer(1_000...2_000)) }
      let families = (0..<pairs).map { _ in UInt8(random.integer(0...3)) }
      let threshold = BasisPoints(random.integer(1_000...1_700))
      let output = AllianceDetection.evaluate(
        AllianceDetection.Input(
          count: count, weights: weights, families: families, threshold: threshold))
      let network = Network(
        count: count, weights: weights.map(\.value), families: families,
        threshold: threshold.value)
      let context: Comment = "seed \(seed): \(count), \(weights), \(families), \(threshold)"
      #expect(output.groups.map(\.members) == network.groups(), context)
      #expect(output.dyads.map(\.members) == network.ties(), context)
      #expect(output.lattice.value == network.lattice(), context)
      #expect(output.hub.value == network.hub(), context)
    }
  }

  @Test("EQ28: a star is all hub, a balanced clique of n has 20000/n", arguments: 3...14)
  func hubs(count: Int) {
    var star: [BasisPoints] = []
    var clique: [BasisPoints] = []
    for low in 0..<count {
      for _ in (low + 1)..<max(low + 1, count) {
        star.append(low == 0 ? 3_000 : 0)
        clique.append(3_000)
      }
    }
    func detect(_ weights: [BasisPoints]) -> AllianceDetection.Output {
      AllianceDetection.evaluate(
        AllianceDetection.Input(
          count: count, weights: weights, families: weights.indices.map { UInt8($0 % 2 + 1) }))
    }
    #expect(detect(star).hub == 10_000)
    #expect(detect(star).lattice == 0)
    #expect(detect(star).groups.isEmpty)
    #expect(detect(clique).hub.value == Oracle.round(20_000, count))
    #expect(detect(clique).lattice == 10_000)
    #expect(detect(clique).groups.map(\.members) == [Array(0..<count)])
  }

  @Test("EQ28: one clause family makes no group, two make one")
  func families() {
    func groups(_ families: [UInt8]) -> [MemberSet] {
      AllianceDetection.evaluate(
        AllianceDetection.Input(count: 3, weights: [2_000, 2_000, 2_000], families: families)
      ).groups
    }
    #expect(groups([1, 1, 1]).isEmpty)
    #expect(groups([1, 0, 2]).count == 1)
    #expect(groups([3, 0, 0]).count == 1)
  }

  @Test("EQ28: no state, one state and two states have no group")
  func fewStates() {
    for count in 0...2 {
      let weights = [BasisPoints](repeating: 5_000, count: count * (count - 1) / 2)
      let output = AllianceDetection.evaluate(
        AllianceDetection.Input(
          count: count, weights: weights, families: weights.map { _ in 3 }))
      #expect(output.groups.isEmpty)
      #expect(output.lattice == 0)
      #expect(output.dyads.count == (count == 2 ? 1 : 0))
    }
  }

  @Test("Sets of states compare as their lists do, and share members by Jaccard")
  func memberSets() {
    let sets = (UInt16(0)..<64).map { MemberSet(bits: $0) }
    for left in sets {
      for right in sets {
        #expect((left < right) == left.members.lexicographicallyPrecedes(right.members))
      }
    }
    #expect(MemberSet([0, 1, 2]).jaccard(with: MemberSet([1, 2, 3])) == 5_000)
    #expect(MemberSet([0, 1, 2]).jaccard(with: MemberSet([0, 1, 2, 3])) == 7_500)
    #expect(MemberSet(bits: 0).jaccard(with: MemberSet(bits: 0)) == 0)
    #expect(MemberSet([0, 15]).contains(15))
    #expect(!MemberSet([0, 15]).contains(14))
  }

  @Test("EQ22 agrees with a ledger of single events", arguments: 1...4)
  func trust(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<250 {
      let start = random.integer(0...10_000)
      let affinity = random.integer(0...10_000)
      let met = random.integer(0...20)
      let late = random.integer(0...5)
      let breached = random.integer(0...5)
      let aid = random.integer(0...5)
      var events = TrustEvents()
      events.met = met
      events.late = late
      events.breached = breached
      events.crisisAid = aid
      var ledger = Array(repeating: 40, count: min(met, 4))
      ledger += Array(repeating: -120, count: late) + Array(repeating: -2_000, count: breached)
      ledger += Array(repeating: 400, count: aid)
      let baseline = 3_000 + Oracle.round(affinity * 4, 10)
      let drifted = start + Oracle.round(baseline - start, 50)
      let sum = ledger.reduce(drifted, +)
      let computed = Trust.evaluate(
        Trust.Input(
          trust: BasisPoints(start), affinity: BasisPoints(affinity), events: events))
      #expect(
        computed.value == (sum < 0 ? 0 : sum > 10_000 ? 10_000 : sum),
        "seed \(seed): \(start), \(affinity), \(events)")
    }
  }

  @Test("EQ16 agrees with a formula for each posture", arguments: 1...4)
  func civilTechnology(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<250 {
      let input = CivilTechnology.Input(
        posture: Posture.allCases[random.integer(0...2)],
        readiness: BasisPoints(random.integer(0...10_000)),
        civil: BasisPoints(random.integer(0...10_000)),
        barrier: BasisPoints(random.integer(0...10_000)),
        maturity: BasisPoints(random.integer(0...10_000)),
        plugAndPlay: BasisPoints(random.integer(0...10_000)), firstAdoption: random.boolean(),
        funded: random.boolean())
      let output = CivilTechnology.evaluate(input)
      #expect(output.gain.value == Oracle.civilGain(input), "seed \(seed): \(input)")
      let rises = input.posture == .mcf && input.funded
      #expect(
        output.maturity.value == min(10_000, input.maturity.value + (rises ? 800 : 0)),
        "seed \(seed): \(input)")
    }
  }

  @Test("EQ25 agrees with sums in another order", arguments: 1...4)
  func latent(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<250 {
      let rows = (0..<random.integer(1...8)).map { _ in
        (
          random.integer(0...2_000), random.integer(0...10_000), random.integer(0...10_000)
        )
      }
      let partners = (0..<random.integer(0...6)).map { _ in
        LatentCapability.Partner(
          latent: BasisPoints(random.integer(0...10_000)),
          depth: BasisPoints(random.integer(0...3_000)),
          trust: BasisPoints(random.integer(0...10_000)))
      }
      let own = OwnLatent.evaluate(
        OwnLatent.Input(
          weights: rows.map { BasisPoints($0.0) }, readiness: rows.map { BasisPoints($0.1) },
          capacity: rows.map { BasisPoints($0.2) }))
      let output = LatentCapability.evaluate(
        LatentCapability.Input(own: own, partners: partners))
      var expectedOwn = 0
      for row in rows.reversed() {
        expectedOwn += Oracle.round(row.0 * (row.1 < row.2 ? row.1 : row.2), 10_000)
      }
      var access = 0
      for partner in partners.reversed() {
        let offered = Oracle.round(partner.latent.value * partner.depth.value, 10_000)
        access += Oracle.round(offered * partner.trust.value, 10_000)
      }
      access = access > 3_000 ? 3_000 : access
      let context: Comment = "seed \(seed): \(rows), \(partners)"
      #expect(own.value == expectedOwn, context)
      #expect(output.access.value == access, context)
      #expect(output.latent.value == min(10_000, expectedOwn + access), context)
    }
  }

  @Test("EQ10 agrees with growth added unit by unit until money or room ends", arguments: 1...4)
  func growth(seed: UInt64) {
    var random = SplitMixSequence(seed: seed)
    for _ in 0..<60 {
      let capacity = random.integer(0...20_000)
      let workforce = random.integer(0...10_000)
      let investment = random.integer(0...30_000)
      let cost = random.integer(1...20_000)
      let output = CapacityGrowth.evaluate(
        CapacityGrowth.Input(
          capacity: CapacityUnits(capacity), workforce: BasisPoints(workforce),
          investment: Money(investment), costPerThousand: Money(cost)))
      let part = Oracle.round(workforce, 5)
      let room = max(500, Oracle.round(capacity * part, 10_000))
      var units = 0
      while units < room && (units + 1) * cost <= investment * 1_000 { units += 1 }
      let context: Comment = "seed \(seed): \(capacity), \(workforce), \(investment), \(cost)"
      #expect(output.growth.value == units, context)
      #expect(output.refund.value == investment - Oracle.round(units * cost, 1_000), context)
      #expect(output.refund >= 0, context)
    }
  }
}

extension Oracle {
  /// EQ16, one formula a posture.
  static func civilGain(_ input: CivilTechnology.Input) -> Int {
    let readiness = input.readiness.value
    func behind(_ level: Int) -> Int { level > readiness ? level - readiness : 0 }
    func part(_ value: Int, _ share: Int) -> Int { round(value * share, 10_000) }
    let entry = 10_000 - input.barrier.value
    switch input.posture {
    case .none:
      return 0
    case .cimic:
      let room = behind(round(input.civil.value * 7, 10))
      let once = input.firstAdoption ? part(room, input.plugAndPlay.value) : 0
      return part(round(room, 4), entry) + once
    case .mcf:
      let rate = round(input.maturity.value, 2)
      return part(part(behind(input.civil.value), rate), entry)
    }
  }
}

/// A network of ties looked at the slow way.
private struct Network {
  var count: Int
  var weights: [Int]
  var families: [UInt8]
  var threshold: Int

  private func pair(_ one: Int, _ other: Int) -> Int {
    var index = 0
    for low in 0..<count {
      for high in 0..<count where high > low {
        if (low, high) == (min(one, other), max(one, other)) { return index }
        index += 1
      }
    }
    preconditionFailure("no such pair")
  }

  private func isTied(_ one: Int, _ other: Int) -> Bool { weights[pair(one, other)] >= threshold }

  private func isGroup(_ members: [Int]) -> Bool {
    guard members.count >= 3 else { return false }
    var bits: Set<UInt8> = []
    for one in members {
      for other in members where other > one {
        guard isTied(one, other) else { return false }
        for bit in [1, 2] as [UInt8] where families[pair(one, other)] & bit != 0 {
          bits.insert(bit)
        }
      }
    }
    return bits.count >= 2
  }

  func groups() -> [[Int]] {
    let found = (0..<(1 << count))
      .map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
      .filter(isGroup)
    return found.filter { one in
      !found.contains { other in other.count > one.count && one.allSatisfy(other.contains) }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  func ties() -> [[Int]] {
    var found: [[Int]] = []
    for one in 0..<count {
      for other in 0..<count where one < other && isTied(one, other) { found.append([one, other]) }
    }
    return found
  }

  func lattice() -> Int {
    var triangles = 0
    var triples = 0
    for middle in 0..<count {
      for one in 0..<count where one != middle && isTied(one, middle) {
        for other in 0..<count where other > one && other != middle && isTied(other, middle) {
          triples += 1
          if isTied(one, other) { triangles += 1 }
        }
      }
    }
    return triples == 0 ? 0 : Oracle.round(10_000 * triangles, triples)
  }

  func hub() -> Int {
    let total = weights.reduce(0, +)
    let strengths = (0..<count).map { state in
      (0..<count).filter { $0 != state }.reduce(0) { $0 + weights[pair(state, $1)] }
    }
    return total == 0 ? 0 : Oracle.round(10_000 * (strengths.max() ?? 0), total)
  }
}
