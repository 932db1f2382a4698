import EntenteModel
import Testing

/// G6 to G8 and G17 of the rule book.
struct GoldenScheduleTests {
  /// Class B, sensitivity 3, full strictness, no enabler.
  private static let plain = Gates.Input(
    ratificationClass: .b, sensitivity: 3, exportStrictness: 10_000, securityAgreement: false,
    trust: 5_000, exempt: false, licence: .agreement, extraOwners: 0, contracting: .far,
    toolingBase: 720, organisation: 6_000, testRecognition: false)

  /// The same with exemption, other transaction and recognised tests.
  private static var enabled: Gates.Input {
    var input = plain
    input.exempt = true
    input.contracting = .ota
    input.testRecognition = true
    return input
  }

  @Test("G6: gates without and with enablers, 615 days apart")
  func gates() {
    let slow = Gates.evaluate(Self.plain)
    #expect(
      [slow.ratification, slow.disclosure, slow.licence, slow.contracting, slow.tooling, slow.test]
        == [90, 180, 180, 360, 684, 120])
    #expect(slow.total == 1_614)
    let fast = Gates.evaluate(Self.enabled)
    #expect(
      [fast.ratification, fast.disclosure, fast.licence, fast.contracting, fast.tooling, fast.test]
        == [90, 45, 0, 120, 684, 60])
    #expect(fast.total == 999)
    #expect(slow.total - fast.total == 615)
  }

  @Test(
    "G6: turn of first output and days left in it",
    arguments: [
      (1_614, 2, Governance.consortium, 176, 10, 146), (999, 2, .consortium, 176, 6, 57),
      (1_614, 4, .unanimity, 164, 10, 26),
    ])
  func schedule(
    days: Int, partners: Int, governance: Governance, credit: Int, turn: Int, left: Int
  ) {
    let output = GateSchedule.evaluate(
      GateSchedule.Input(
        totalDays: Days(days), turnDays: 180, partners: partners, governance: governance))
    #expect(output.credit == Days(credit))
    #expect(output.outputTurn == turn)
    #expect(output.leftoverDays == Days(left))
  }

  @Test(
    "G7: capacity under full funding, growth without its lag",
    arguments: [
      (10_000, [16_800, 20_160, 24_192, 29_030, 34_836, 41_803]),
      (8_000, [16_240, 18_838, 21_852, 25_348, 29_404, 34_109]),
    ])
  func ramp(workforce: Int, expected: [Int]) {
    #expect(Self.ramp(workforce: BasisPoints(workforce)) == expected)
  }

  @Test("G7: an allied line of 4000 in turn 4 makes 47563 in turn 6")
  func alliedLine() {
    #expect(Self.ramp(workforce: 10_000, addedInTurnFour: 4_000).last == 47_563)
  }

  @Test("G8: one scarce input, without and with a rated request")
  func bottleneck() {
    var requests = [275_000, 30_000, 15_000].map {
      InputAllocation.Request(amount: Lots($0), rated: false)
    }
    let plain = InputAllocation.Input(supply: 290_000, requests: requests)
    #expect(InputAllocation.evaluate(plain) == [249_219, 27_187, 13_594])
    requests[1].rated = true
    let rated = InputAllocation.Input(supply: 290_000, requests: requests)
    #expect(InputAllocation.evaluate(rated) == [246_552, 30_000, 13_448])
  }

  @Test(
    "G8: output of a line by load, surge and input",
    arguments: [
      (24_000, 2_500, 1_000, [28_000], 28_000), (47_500, 0, 190, [], 250_000),
      (2_750, 0, 190, [], 14_474), (2_750, 2_500, 190, [], 18_095),
    ])
  func lineOutput(capacity: Int, surge: Int, load: Int, inputs: [Int], output: Int) {
    let input = LineOutput.Input(
      lineCapacity: CapacityUnits(capacity), surge: BasisPoints(surge),
      load: CapacityUnits(load), inputs: inputs.map { Lots($0) })
    #expect(LineOutput.evaluate(input) == Lots(output))
  }

  @Test("G17: a chain under a security agreement, expedited, by other transaction")
  func gateChain() {
    let gates = Gates.evaluate(
      Gates.Input(
        ratificationClass: .a, sensitivity: 3, exportStrictness: 10_000,
        securityAgreement: true, trust: 6_500, exempt: false, licence: .expedited,
        extraOwners: 0, contracting: .ota, toolingBase: 540, organisation: 6_500,
        testRecognition: true))
    #expect(gates.disclosure == 90)
    #expect(gates.tooling == 500)
    #expect(gates.total == 815)
    let schedule = GateSchedule.evaluate(
      GateSchedule.Input(
        totalDays: gates.total, turnDays: 180, partners: 4, governance: .consortium,
        capacity: 12_000))
    #expect(schedule.credit == 169)
    #expect(schedule.outputTurn == 5)
    #expect(schedule.leftoverDays == 30)
    #expect(schedule.firstOutput == 2_130)
  }

  private static func ramp(
    workforce: BasisPoints, addedInTurnFour: CapacityUnits = 0
  ) -> [Int] {
    var capacity: CapacityUnits = 14_000
    return (1...6).map { turn in
      let growth = CapacityGrowth.evaluate(
        CapacityGrowth.Input(
          capacity: capacity, workforce: workforce, investment: 1_000_000_000,
          costPerThousand: 5_000)
      ).growth
      capacity += growth + (turn == 4 ? addedInTurnFour : 0)
      return capacity.value
    }
  }
}
