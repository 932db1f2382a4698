import EntenteModel
import Testing

/// G12, G13, G14, G19 and G23 of the rule book.
struct GoldenSecurityTests {
  @Test(
    "G12: leak of a turn by holders, sensitivity, security and maturity",
    arguments: [
      (2, 3, 8_000, 0, 130), (5, 3, 6_500, 0, 691), (5, 3, 6_500, 5_000, 835),
      (8, 4, 6_000, 5_000, 1_903),
    ])
  func leak(holders: Int, sensitivity: Int, security: Int, maturity: Int, increment: Int) {
    let output = LeakMeter.evaluate(
      LeakMeter.Input(
        meter: 0, holders: holders, sensitivity: sensitivity,
        meanSecurity: BasisPoints(security), meanMaturity: BasisPoints(maturity)))
    #expect(output.increment == BasisPoints(increment))
  }

  @Test("G12: the last of them fires in the sixth turn and falls to 2000")
  func leakFires() {
    var meter: BasisPoints = 0
    for turn in 1...6 {
      let output = LeakMeter.evaluate(
        LeakMeter.Input(
          meter: meter, holders: 8, sensitivity: 4, meanSecurity: 6_000, meanMaturity: 5_000))
      meter = output.meter
      #expect(output.fired == (turn == 6))
    }
    #expect(meter == 2_000)
  }

  @Test("G13: trust at its baseline, with three obligations met, with a breach; an observer")
  func trust() {
    var events = TrustEvents()
    #expect(Self.trust(6_200, events) == 6_200)
    events.met = 3
    #expect(Self.trust(6_200, events) == 6_320)
    events.breached = 1
    #expect(Self.trust(6_200, events) == 4_320)
    var seen = TrustEvents()
    seen.observedBreach = 1
    #expect(Self.trust(6_000, seen) == 5_504)
  }

  @Test("G14: gap with and without a deal")
  func gap() {
    let readiness = Readiness.evaluate(
      Readiness.Input(
        adequacy: [6_000, 3_000, 4_500], weights: [5_000, 3_000, 2_000], procedural: 4_000))
    #expect(readiness == 3_360)
    let deal = PartnerContribution.evaluate(
      PartnerContribution.Input(
        readiness: 7_000, posture: 3_000, composite: 5_200, trust: 6_500))
    #expect(deal == 710)
    let alone = PartnerContribution.evaluate(
      PartnerContribution.Input(
        readiness: 7_000, posture: PartnerContribution.nominalPosture, composite: 1_631,
        trust: 5_000))
    #expect(alone == 29)
    var input = SecurityGap.Input(
      threat: 7_500, exposure: 9_000, readiness: readiness, contributed: deal, asymmetric: 600)
    #expect(SecurityGap.evaluate(input).pressure == 6_750)
    #expect(SecurityGap.evaluate(input).gap == 2_080)
    input.contributed = alone
    #expect(SecurityGap.evaluate(input).gap == 2_761)
  }

  @Test("G19: a class C ratification under threat 7000 with two common partners costs 1242")
  func ratification() {
    let input = RatificationCost.Input(
      ratificationClass: .c, threat: 7_000, commonPartners: 2)
    #expect(RatificationCost.evaluate(input) == 1_242)
  }

  @Test(
    "G19: concentration before and after a second source",
    arguments: [([7_000, 2_000, 1_000], 5_400), ([4_000, 3_000, 3_000], 3_400)])
  func concentration(shares: [Int], index: Int) {
    let input = Concentration.Input(
      shares: shares.map { BasisPoints($0) }, trusted: [false, false, false])
    #expect(Concentration.evaluate(input) == BasisPoints(index))
  }

  @Test("G23: the same state with and without a deal, 934 of gap apart")
  func twoWorlds() {
    let delivered = rdiv(2_130 + 12_000, 2)
    #expect(delivered == 7_065)
    let with = Self.world(
      stock: Lots(15_000 + delivered), procedural: 6_515, posture: 2_500, composite: 3_973,
      trust: 6_000)
    #expect(with == [22_065, 2_758, 1_367, 250, 4_653])
    let without = Self.world(
      stock: 15_000, procedural: 1_800, posture: 500, composite: 1_646, trust: 5_500)
    #expect(without == [15_000, 1_875, 664, 19, 5_587])
    #expect(without[4] - with[4] == 934)
  }

  private static func trust(_ trust: BasisPoints, _ events: TrustEvents) -> BasisPoints {
    Trust.evaluate(Trust.Input(trust: trust, affinity: 8_000, events: events))
  }

  /// Stock, adequacy, readiness, the partner's contribution and the gap of G23.
  private static func world(
    stock: Lots, procedural: BasisPoints, posture: BasisPoints, composite: BasisPoints,
    trust: BasisPoints
  ) -> [Int] {
    let adequacy = Adequacy.evaluate(Adequacy.Input(stock: stock, requirement: 80_000))
    let readiness = Readiness.evaluate(
      Readiness.Input(adequacy: [adequacy], weights: [6_000], procedural: procedural))
    let partner = PartnerContribution.evaluate(
      PartnerContribution.Input(
        readiness: 4_200, posture: posture, composite: composite, trust: trust))
    let gap = SecurityGap.evaluate(
      SecurityGap.Input(
        threat: 6_600, exposure: 9_500, readiness: readiness, contributed: partner,
        asymmetric: 0)
    ).gap
    return [stock.value, adequacy.value, readiness.value, partner.value, gap.value]
  }
}
