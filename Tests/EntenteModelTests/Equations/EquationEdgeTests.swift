import EntenteModel
import Testing

/// The rules that stand beside the formulas: what happens at the edges.
struct EquationEdgeTests {
  @Test("EQ1: exact at powers of two, down to one millionth at a million units")
  func powersOfTwo() {
    #expect(LearningCurve.factor(quantity: 1, slope: 9_000) == 1_000_000)
    #expect(LearningCurve.factor(quantity: 2, slope: 9_000) == 900_000)
    #expect(LearningCurve.factor(quantity: 4, slope: 9_000) == 810_000)
    #expect(LearningCurve.factor(quantity: 3, slope: 9_000) == 855_000)
    #expect(LearningCurve.factor(quantity: 1 << 20, slope: 5_000) == 1)
    #expect(LearningCurve.factor(quantity: 999_999, slope: 10_000) == 1_000_000)
  }

  @Test("EQ2: a cost of 10^14 $k is multiplied without overflow")
  func unitCostInFullWidth() {
    let cost = UnitCost.evaluate(
      UnitCost.Input(
        listCost: 100_000_000, listQuantity: 1 << 20, effectiveQuantity: 1, slope: 5_000,
        rateFactor: 16_000, collaborationPremium: 40_000, licencePremium: 20_000,
        surgeFactor: 12_000))
    // 10^8 * 10^6 / 1, then 1.6 * 4 * 2 * 1.2.
    #expect(cost == 1_536_000_000_000_000)
  }

  @Test("EQ5: a project fails when the best readiness is below its threshold")
  func developmentThreshold() {
    #expect(DevelopmentCost.isFeasible(bestReadiness: 6_000, threshold: 6_000))
    #expect(!DevelopmentCost.isFeasible(bestReadiness: 5_999, threshold: 6_000))
  }

  @Test("EQ7: content at the threshold counts as domestic")
  func contentAtThreshold() {
    var input = BuyNational.Input(
      price: 1_000, content: 6_500, threshold: 6_500, penalty: 5_000, waived: false)
    #expect(BuyNational.evaluate(input) == 1_000)
    input.content = 6_499
    #expect(BuyNational.evaluate(input) == 1_500)
  }

  @Test("EQ8: an exemption stops at sensitivity 3, where the licence takes the expedited days")
  func exemptionStops() {
    let days = GateDays()
    func licence(_ sensitivity: Int, owners: Int = 0) -> Days {
      Gates.licence(
        .agreement, sensitivity: sensitivity, exempt: true, extraOwners: owners, days: days)
    }
    #expect(licence(3) == 0)
    #expect(licence(4) == 45)
    #expect(licence(3, owners: 2) == 60)
    #expect(
      Gates.disclosureMultiplier(
        sensitivity: 4, securityAgreement: false, trust: 0, exempt: true) == 10_000)
    #expect(
      Gates.disclosureMultiplier(
        sensitivity: 4, securityAgreement: true, trust: 6_500, exempt: true) == 5_000)
    #expect(
      Gates.disclosureMultiplier(
        sensitivity: 3, securityAgreement: true, trust: 9_000, exempt: true) == 2_500)
    #expect(
      Gates.disclosureMultiplier(
        sensitivity: 3, securityAgreement: true, trust: 6_499, exempt: false) == 10_000)
  }

  @Test("EQ8: parallel papers count once, the longer")
  func parallelGates() {
    var input = Gates.Input(
      ratificationClass: .a, sensitivity: 2, exportStrictness: 10_000,
      securityAgreement: false, trust: 0, exempt: false, licence: .standard, extraOwners: 0,
      contracting: .ota, toolingBase: 0, organisation: 0, testRecognition: true)
    #expect(Gates.evaluate(input).total == 330, "90, 60, 120 and 60")
    input.parallel = true
    #expect(Gates.evaluate(input).total == 270, "90 once, 120 and 60")
    #expect(Gates.evaluate(input).licence == 60)
  }

  @Test("EQ8: an exercise with short gates: 767 days to a canopy line, 647 with enablers")
  func shortGates() {
    var days = GateDays()
    days.ratificationB = 90
    days.disclosurePerLevel = 60
    days.licenceAgreement = 120
    days.licenceStandard = 30
    days.contractingFar = 180
    days.test = 90
    days.testRecognised = 45
    var input = Gates.Input(
      ratificationClass: .c, sensitivity: 3, exportStrictness: 10_000,
      securityAgreement: false, trust: 5_500, exempt: false, licence: .agreement,
      extraOwners: 0, contracting: .far, toolingBase: 180, organisation: 6_500,
      testRecognition: false, days: days)
    input.days.ratificationC = 90
    #expect(Gates.evaluate(input).tooling == 167, "166.5 days round away from zero")
    #expect(Gates.evaluate(input).total == 767)
    input.licence = .expedited
    input.testRecognition = true
    #expect(Gates.evaluate(input).total == 647)
    let credit = GateSchedule.credit(turnDays: 360, partners: 2, governance: .lead)
    #expect(credit == 356)
  }

  @Test("EQ9: a chain that ends with a turn starts output in the next, with all its credit")
  func exactEnd() {
    func schedule(_ days: Days) -> GateSchedule.Output {
      GateSchedule.evaluate(
        GateSchedule.Input(
          totalDays: days, turnDays: 180, partners: 1, governance: .lead, capacity: 9_000))
    }
    #expect(schedule(360).outputTurn == 3)
    #expect(schedule(360).leftoverDays == 180)
    #expect(schedule(360).firstOutput == 9_000)
    #expect(schedule(359).outputTurn == 2)
    #expect(schedule(359).firstOutput == 50)
    #expect(schedule(0).outputTurn == 1)
  }

  @Test("EQ10: a small sector may grow by 500 cu, and money that buys no unit comes back")
  func smallGrowth() {
    func growth(_ investment: Money, _ cost: Money) -> CapacityGrowth.Output {
      CapacityGrowth.evaluate(
        CapacityGrowth.Input(
          capacity: 100, workforce: 0, investment: investment, costPerThousand: cost))
    }
    #expect(growth(10_000, 5_000).growth == 500)
    #expect(growth(10_000, 5_000).refund == 7_500)
    #expect(growth(1_000, 3_000).growth == 333)
    #expect(growth(1_000, 3_000).refund == 1)
    #expect(growth(0, 3_000).growth == 0)
  }

  @Test("EQ11: decay begins below 40%")
  func decay() {
    let at = CapacityDecay.Input(capacity: 10_000, utilisation: 4_000)
    let below = CapacityDecay.Input(capacity: 10_000, utilisation: 3_999)
    #expect(CapacityDecay.evaluate(at) == 0)
    #expect(CapacityDecay.evaluate(below) == 300)
  }

  @Test("EQ13: plenty serves everybody, nothing serves nobody, trusted suppliers do not count")
  func allocationEdges() {
    let requests = [
      InputAllocation.Request(amount: 5, rated: false),
      InputAllocation.Request(amount: 7, rated: true),
    ]
    func allocate(_ supply: Lots) -> [Lots] {
      InputAllocation.evaluate(InputAllocation.Input(supply: supply, requests: requests))
    }
    #expect(allocate(1_000) == [5, 7])
    #expect(allocate(9) == [2, 7])
    #expect(allocate(3) == [0, 3])
    #expect(allocate(0) == [0, 0])
    let index = Concentration.evaluate(
      Concentration.Input(shares: [7_000, 3_000], trusted: [true, false]))
    #expect(index == 900)
  }

  @Test("EQ13: a cut supplier delivers nothing, a restricted one half")
  func supply() {
    let supply = InputSupply.evaluate(
      InputSupply.Input(
        base: 100_000, shares: [5_000, 3_000, 2_000], statuses: [10_000, 5_000, 0],
        release: 250))
    #expect(supply == 65_250)
  }

  @Test("EQ14: research is halved only without a civil posture and 500 bp behind")
  func duplication() {
    func gain(_ civil: BasisPoints, _ posture: Posture) -> BasisPoints {
      OwnResearch.evaluate(
        OwnResearch.Input(
          spend: 40_000, readiness: 5_000, organisation: 6_000, civil: civil, posture: posture))
    }
    #expect(gain(5_500, .none) == 160)
    #expect(gain(5_501, .none) == 80)
    #expect(gain(9_000, .mcf) == 160)
  }

  @Test("EQ16: the one-off adds to the first year, and maturity rises after it was used")
  func civilTechnology() {
    var input = CivilTechnology.Input(
      posture: .cimic, readiness: 4_000, civil: 8_000, barrier: 4_000, maturity: 1_000,
      plugAndPlay: 1_000, firstAdoption: true, funded: true)
    #expect(CivilTechnology.evaluate(input).gain == 400)
    #expect(CivilTechnology.evaluate(input).maturity == 1_000)
    input.posture = .mcf
    #expect(CivilTechnology.evaluate(input).gain == 120)
    #expect(CivilTechnology.evaluate(input).maturity == 1_800)
    input.maturity = 9_900
    #expect(CivilTechnology.evaluate(input).maturity == 10_000)
    input.funded = false
    #expect(CivilTechnology.evaluate(input).maturity == 9_900)
    input.posture = .none
    #expect(CivilTechnology.evaluate(input).gain == 0)
    #expect(CivilTechnology.spinOff(ofResearchGain: 160) == 32)
  }

  @Test("EQ17: firms leave by floor division and never below none")
  func firmsLeave() {
    func firms(_ pool: Int, _ firms: Int) -> CivilFirms.Output {
      CivilFirms.evaluate(
        CivilFirms.Input(
          barrier: 6_000, subsidy: 0, pool: pool, firms: firms, connections: 3_000))
    }
    #expect(firms(1, 50).firms == 49, "a margin of -300 on one firm floors to -1")
    #expect(firms(1_000, 5).firms == 0)
    #expect(firms(1_000, 50).firms == 42)
    #expect(firms(1_000, 50).bonus == 63)
  }

  @Test("EQ19: a layer above its cap falls by 100, not below the cap")
  func decayToCap() {
    func technical(_ value: BasisPoints) -> BasisPoints {
      TechnicalInteroperability.evaluate(
        TechnicalInteroperability.Input(value: value, standard: false, commonEquipment: 0))
    }
    #expect(technical(2_050) == 2_000)
    #expect(technical(5_000) == 4_900)
    #expect(technical(2_000) == 2_000)
    let half = TechnicalInteroperability.Input(
      value: 2_000, standard: true, commonEquipment: 4_000, rate: 1_000)
    #expect(TechnicalInteroperability.evaluate(half) == 2_620)
    let idle = ProceduralInteroperability.Input(value: 200, intensity: 0)
    #expect(ProceduralInteroperability.evaluate(idle) == 0)
  }

  @Test("EQ19: sharing counts only under a security agreement and with trust both ways")
  func sharing() {
    func data(_ agreement: Bool, _ sharing: Bool, _ back: BasisPoints) -> BasisPoints {
      DataInteroperability.evaluate(
        DataInteroperability.Input(
          value: 0, technical: 10_000, securityAgreement: agreement, sharing: sharing,
          trust: 9_000, trustBack: back))
    }
    #expect(data(true, true, 6_500) == 1_350)
    #expect(data(true, true, 6_499) == 900)
    #expect(data(false, true, 9_000) == 300)
    #expect(data(true, false, 9_000) == 900)
  }

  @Test("EQ20: levels begin at whole steps of 2000 and end at 4")
  func levels() {
    func level(_ value: BasisPoints) -> Int {
      CompositeInteroperability.evaluate(
        CompositeInteroperability.Input(
          technical: value, procedural: value, logistic: value, data: value)
      ).level
    }
    #expect(
      [1_999, 2_000, 7_999, 8_000, 10_000].map { level(BasisPoints($0)) } == [0, 1, 3, 4, 4])
  }
}
