import EntenteModel
import Testing

/// G9, G10, G11 and G20 of the rule book.
struct GoldenTechnologyTests {
  @Test("G9: own research 160, 80 where it duplicates civil work; transfer 144; together 304")
  func research() {
    var input = OwnResearch.Input(
      spend: 40_000, readiness: 5_000, organisation: 6_000, civil: 5_000, posture: .none)
    #expect(OwnResearch.evaluate(input) == 160)
    input.civil = 5_501
    #expect(OwnResearch.evaluate(input) == 80)
    input.posture = .cimic
    #expect(OwnResearch.evaluate(input) == 160)
    let transfer = TechnologyTransfer.evaluate(
      TechnologyTransfer.Input(
        readiness: 5_000, partnerReadiness: 8_000, depth: TechnologyTransfer.jointDevelopment,
        organisation: 6_000))
    #expect(transfer == 144)
    #expect(OwnResearch.evaluate(input) + transfer == 304)
  }

  @Test("G9: the effort behind the gain is 400")
  func researchEffort() {
    var trace = StepTrace()
    let input = OwnResearch.Input(
      spend: 40_000, readiness: 5_000, organisation: 6_000, civil: 5_000, posture: .none)
    _ = OwnResearch.evaluate(input, trace: &trace)
    #expect(trace.steps.first?.name == "effort")
    #expect(trace.steps.first?.value == 400)
  }

  @Test("G10: CIMIC pays early, MCF late; the lines cross in turn 4")
  func fusion() {
    let cimic = Self.path(.cimic, barrier: 4_000)
    let mcf = Self.path(.mcf, barrier: 4_000)
    #expect(cimic == [4_240, 4_444, 4_617, 4_765, 4_890, 4_997, 5_088, 5_165])
    #expect(mcf == [4_120, 4_329, 4_615, 4_960, 5_343, 5_741, 6_134, 6_504])
    #expect(Self.crossover(cimic, mcf) == 4)
  }

  @Test("G10: with barriers of 6000 they also cross in turn 4 and end at 4911 and 5887")
  func fusionBehindBarriers() {
    let cimic = Self.path(.cimic, barrier: 6_000)
    let mcf = Self.path(.mcf, barrier: 6_000)
    #expect(cimic.last == 4_911)
    #expect(mcf.last == 5_887)
    #expect(Self.crossover(cimic, mcf) == 4)
  }

  // The example names no trust. Its data layer is that of sharing which does not count yet: from
  // turn 3 on the cap is 6000, not 9000.
  @Test("G11: four turns of a full set of agreements, trust below 6500")
  func interoperability() {
    var layers = Layers(technical: 2_000, procedural: 3_000, logistic: 1_500, data: 1_000)
    #expect(layers.composite.composite == 1_438)
    let expected = [
      [3_240, 4_120, 2_061, 1_486, 2_107], [4_232, 5_061, 2_687, 2_048, 2_778],
      [5_026, 5_851, 3_334, 2_641, 3_427], [5_661, 6_515, 3_884, 3_145, 3_973],
    ]
    for row in expected {
      layers.advance(
        standard: true, common: 4_000, intensity: 2, agreement: .acsa, sharing: true, trust: 6_499)
      #expect(layers.row == row)
    }
    #expect(layers.composite.level == 1)
  }

  @Test("With trust of 6500 both ways sharing counts and the data layer ends higher")
  func sharingWithTrust() {
    var layers = Layers(technical: 2_000, procedural: 3_000, logistic: 1_500, data: 1_000)
    for _ in 1...4 {
      layers.advance(
        standard: true, common: 4_000, intensity: 2, agreement: .acsa, sharing: true, trust: 6_500)
    }
    // Turn 3: 2048 + mb(6026 - 2048, 1500) = 2645; turn 4: 2645 + mb(6661 - 2645, 1500) = 3247.
    #expect(layers.data == 3_247)
  }

  @Test("G11: four turns without any deal")
  func interoperabilityDecays() {
    var layers = Layers(technical: 2_000, procedural: 3_000, logistic: 1_500, data: 1_000)
    for _ in 1...4 {
      layers.advance(
        standard: false, common: 0, intensity: 0, agreement: .none, sharing: false,
        trust: 0)
    }
    #expect(layers.row == [2_000, 1_800, 1_978, 1_478, 1_646])
  }

  @Test("G20: the barrier 5875 and the margin of firms behind three barriers")
  func barriers() {
    let barrier = EntryBarrier.evaluate(
      EntryBarrier.Input(barriers: [7_000, 6_500, 5_000, 6_000, 4_500, 5_000]))
    #expect(barrier == 5_875)
    let margins = [3_000, 5_000, 6_000].map { barrier in
      CivilFirms.evaluate(
        CivilFirms.Input(
          barrier: BasisPoints(barrier), subsidy: 0, pool: 0, firms: 0, connections: 0)
      ).margin
    }
    #expect(margins == [600, 0, -300])
  }

  @Test("G20: a licensed unit of 4000 $k", arguments: [(1, 5_400), (50, 4_407), (200, 4_260)])
  func licence(unit: Int, cost: Int) {
    let premium = LicencePremium.evaluate(LicencePremium.Input(base: 3_500, unit: unit))
    #expect(Money(4_000).scaled(by: premium) == Money(cost))
  }

  @Test(
    "G20: an accelerator of 40000 $k carries 100 teams to 20 wins",
    arguments: [(5_000, 7_000, 175), (3_000, 4_500, 158), (8_000, 7_500, 75)])
  func accelerator(readiness: Int, organisation: Int, gain: Int) {
    let output = Accelerator.evaluate(
      Accelerator.Input(
        pool: 40_000, readiness: BasisPoints(readiness),
        organisation: BasisPoints(organisation)))
    #expect(output.teams == 100)
    #expect(output.wins == 20)
    #expect(output.tokens == 4)
    #expect(output.barrierRelief == 120)
    #expect(output.gain == BasisPoints(gain))
  }

  private static func path(_ posture: Posture, barrier: BasisPoints) -> [Int] {
    var readiness: BasisPoints = 4_000
    var maturity: BasisPoints = 1_000
    return (1...8).map { turn in
      let output = CivilTechnology.evaluate(
        CivilTechnology.Input(
          posture: posture, readiness: readiness, civil: 8_000, barrier: barrier,
          maturity: maturity, plugAndPlay: 0, firstAdoption: turn == 1, funded: true))
      readiness += output.gain
      maturity = output.maturity
      return readiness.value
    }
  }

  /// The first turn in which the second line is above the first.
  private static func crossover(_ first: [Int], _ second: [Int]) -> Int? {
    zip(first, second).enumerated().first { $0.element.1 > $0.element.0 }.map { $0.offset + 1 }
  }
}

/// A pair's four layers over turns.
private struct Layers {
  var technical: BasisPoints
  var procedural: BasisPoints
  var logistic: BasisPoints
  var data: BasisPoints

  var composite: CompositeInteroperability.Output {
    CompositeInteroperability.evaluate(
      CompositeInteroperability.Input(
        technical: technical, procedural: procedural, logistic: logistic, data: data))
  }

  var row: [Int] {
    [technical, procedural, logistic, data, composite.composite].map(\.value)
  }

  mutating func advance(
    standard: Bool, common: BasisPoints, intensity: Int, agreement: LogisticAgreement,
    sharing: Bool, trust: BasisPoints
  ) {
    technical = TechnicalInteroperability.evaluate(
      TechnicalInteroperability.Input(
        value: technical, standard: standard, commonEquipment: common))
    procedural = ProceduralInteroperability.evaluate(
      ProceduralInteroperability.Input(value: procedural, intensity: intensity))
    logistic = LogisticInteroperability.evaluate(
      LogisticInteroperability.Input(
        value: logistic, technical: technical, agreement: agreement))
    data = DataInteroperability.evaluate(
      DataInteroperability.Input(
        value: data, technical: technical, securityAgreement: sharing, sharing: sharing,
        trust: trust, trustBack: trust))
  }
}
