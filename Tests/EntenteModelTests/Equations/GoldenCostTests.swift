import EntenteModel
import Testing

/// G1 to G5 of the rule book.
struct GoldenCostTests {
  @Test(
    "G1: the learning curve at slope 9000",
    arguments: [
      (50, 557_275), (100, 501_547), (200, 451_393), (300, 423_068), (1_000, 350_494),
    ])
  func learningCurve(quantity: Int, factor: Int) {
    #expect(LearningCurve.factor(quantity: quantity, slope: 9_000) == factor)
  }

  @Test(
    "G1: unit cost of a 10000 $k unit listed at 100, alone and pooled",
    arguments: [
      (100, 10_000), (300, 8_435), (50, 11_111), (200, 9_000), (1_000, 6_988), (280, 8_502),
    ])
  func unitCost(quantity: Int, cost: Int) {
    #expect(UnitCost.evaluate(Self.input(quantity)) == Money(cost))
  }

  @Test("G1: own 100 and partners 200 at commonality 9000 count as 280")
  func effectiveQuantity() {
    let pooled = UnitCost.pooled(200, commonality: UnitCost.sameConfiguration)
    #expect(UnitCost.effectiveQuantity(own: 100, pooled: pooled) == 280)
    #expect(UnitCost.effectiveQuantity(own: 0, pooled: 0) == 1)
  }

  @Test(
    "G2: rate factor at fx 3000 and nominal 40000",
    arguments: [(20_000, 13_000), (40_000, 10_000), (60_000, 9_000), (10_000, 16_000)])
  func rateFactor(actual: Int, factor: Int) {
    let input = RateFactor.Input(fixedShare: 3_000, nominal: 40_000, actual: Lots(actual))
    #expect(RateFactor.evaluate(input) == BasisPoints(factor))
  }

  @Test("G2: the chain with G1 at a rate of 60000 gives 7652")
  func rateChain() {
    var input = Self.input(280)
    input.rateFactor = RateFactor.evaluate(
      RateFactor.Input(fixedShare: 3_000, nominal: 40_000, actual: 60_000))
    #expect(UnitCost.evaluate(input) == 7_652)
  }

  @Test("G3: the efficient workshare of four partners")
  func efficientWorkshare() {
    let input = EfficientWorkshare.Input(
      capacity: [60, 50, 30, 20], readiness: [70, 65, 60, 55])
    #expect(EfficientWorkshare.evaluate(input) == [4_058, 3_140, 1_739, 1_063])
  }

  @Test(
    "G3: the premium of a workshare 758 bp off, by lines and governance",
    arguments: [
      (4, Governance.lead, 11_277), (4, .consortium, 12_553), (4, .unanimity, 13_830),
      (1, .lead, 10_377), (1, .consortium, 10_753), (1, .unanimity, 11_130),
    ])
  func premium(lines: Int, governance: Governance, premium: Int) {
    let output = CollaborationPremium.evaluate(
      CollaborationPremium.Input(
        workshare: [3_300, 3_300, 2_100, 1_300], efficient: [4_058, 3_140, 1_739, 1_063],
        lines: lines, governance: governance))
    #expect(output.mismatch == 758)
    #expect(output.premium == BasisPoints(premium))
  }

  @Test(
    "G4: development factor and equal share",
    arguments: [
      (2, Governance.unanimity, 14_142, 7_071), (3, .unanimity, 17_320, 5_773),
      (4, .unanimity, 20_000, 5_000), (2, .lead, 12_071, 6_036), (3, .lead, 13_660, 4_553),
      (4, .lead, 15_000, 3_750),
    ])
  func development(partners: Int, governance: Governance, factor: Int, pays: Int) {
    let shares = lrm(10_000, Array(repeating: 1, count: partners))
    let input = DevelopmentCost.Input(
      cost: 10_000, partners: partners, governance: governance,
      share: BasisPoints(shares[partners - 1]))
    let output = DevelopmentCost.evaluate(input)
    #expect(output.factor == BasisPoints(factor))
    #expect(output.payment == Money(pays))
  }

  @Test("G5: a 9000 $k foreign offer is weighed at 13500, with reciprocal procurement at 9000")
  func buyNational() {
    var input = BuyNational.Input(
      price: 9_000, content: 5_500, threshold: 6_500, penalty: 5_000, waived: false)
    #expect(BuyNational.evaluate(input) == 13_500)
    #expect(BuyNational.evaluate(input) > 12_000, "the domestic offer of 12000 wins")
    input.waived = true
    #expect(BuyNational.evaluate(input) == 9_000)
    #expect(Money(12_000) - input.price == 3_000, "what the foreign offer saves")
  }

  private static func input(_ quantity: Int) -> UnitCost.Input {
    UnitCost.Input(
      listCost: 10_000, listQuantity: 100, effectiveQuantity: quantity, slope: 9_000)
  }
}
