import EntenteModel
import Testing

@Suite("codev: developing together")
struct DevelopmentClauseTests {
  private typealias X0 = FirstAccord
  private static let shield = JointPlay.shieldPlace

  private func codev(
    _ shares: [(StateID, Int)], turns: Int = 2, exportable: Bool = false
  ) -> ClauseText {
    DealWriter.clause(
      .codev, shares.map(\.0), [],
      [
        "programme": .word("shield"), "turns": .integer(turns), "exportable": .flag(exportable),
        "shares": .amounts(shares.map { StateAmount(state: $0.0, value: $0.1) }),
      ])
  }

  private func play(exportable: Bool = false) -> JointPlay {
    JointPlay([codev([("aster", 4_000), ("dorn", 6_000)], exportable: exportable)])
  }

  @Test("two pay DEVF of the cost in equal parts by share, then the design is theirs")
  func instalments() {
    // DEVF = 10000 + mb(14142 - 10000, 7500) = 13107 (consortium); total mb(120000, 13107) =
    // 157284; each turn rdiv(157284, 2) = 78642, of which 40% are 31457 and 60% are 47185.
    var play = play()
    #expect(play.turn().duties.isEmpty)
    let first = play.turn()
    #expect(first.duties.map(\.done) == [31_457, 47_185])
    #expect(first.duties.allSatisfy { $0.status == .met })
    #expect(!play.world.programmes[Self.shield].isDeveloped)
    // In terms of developing alone half is paid: 120000 x 78642 / 157284.
    #expect(play.world.programmes[Self.shield].developmentPaid == 60_000)
    #expect(play.turn().duties.map(\.done) == [31_457, 47_185])
    let design = play.world.programmes[Self.shield]
    #expect(design.isDeveloped && design.owner == X0.dorn)
    #expect(design.consentHolders == [X0.aster] && !design.isExportable)
    #expect(design.shares?.map(\.value) == [4_000, 0, 0, 6_000])
    #expect(play.turn().duties.isEmpty)
  }

  @Test("equal shares leave the design to the lower state, and a share under 1000 has no say")
  func ownership() {
    var play = JointPlay([
      codev([("aster", 4_600), ("borea", 800), ("dorn", 4_600)], turns: 2)
    ])
    play.play(to: 3)
    let design = play.world.programmes[Self.shield]
    #expect(design.owner == X0.aster && design.consentHolders == [X0.dorn])
  }

  @Test("a design for export costs a tenth more and shows itself in half the days for ever")
  func exportable() {
    // mb(157284, 11000) = 173012; rdiv(173012, 2) = 86506; 40% are 34602, 60% are 51904.
    var play = play(exportable: true)
    play.turn()
    #expect(play.turn().duties.map(\.done) == [34_602, 51_904])
    play.turn()
    #expect(play.world.programmes[Self.shield].isExportable)
    // TSFD of Shield from Dorn: mb(60 x 1, 10000) = 60 days, half of it is 30.
    let sale = DealWriter.deal([DealWriter.offtake("dorn", ["cael"], "shield", lots: 5)])
    let deal = Lifecycle.signed(
      sale, id: "D-2", revision: 1, signers: [X0.cael, X0.dorn], in: play.world,
      scenario: play.scenario)
    let gates = DealGates.delivery(
      of: deal, clause: 0, to: X0.cael, in: play.world, scenario: play.scenario)
    #expect(gates.first { $0.kind == .disclosure }?.days == 30)
  }

  @Test("know-how flows between the partners with depth 800 once their papers are through")
  func flow() {
    // RAT 90, TSFD 60, LIC 120 end in turn 2. Aster: distance 8500 - 5500 = 3000; mb(3000, 800) =
    // 240; mb(240, 6500) = 156. Dorn is ahead and gains nothing.
    var play = play()
    play.turn()
    let before = play.world.states.map { $0.technology[Domain.sen.index].value }
    play.turn()
    let after = play.world.states.map { $0.technology[Domain.sen.index].value }
    #expect(after[X0.aster] - before[X0.aster] == 156)
    #expect(after[X0.dorn] == before[X0.dorn])
  }

  @Test("partners know how it is made: they count as holders of the leak meter")
  func holders() {
    var play = play()
    play.play(to: 2)
    // Two holders of sensitivity 2, mean SEC rdiv(7000 + 8500, 2) = 7750: mb(240, 10000 -
    // mb(7750, 8000)) = mb(240, 3800) = 91.
    #expect(play.world.programmes[Self.shield].leak == 91)
  }

  @Test("an instalment left unpaid is late, then a breach, and is called again later")
  func breach() {
    var play = play()
    play.turn()
    play.world.states[X0.aster].treasury = 0
    play.world.states[X0.aster].budget = 0
    #expect(play.turn().statuses(of: X0.aster, .codev) == [.late])
    #expect(play.turn().statuses(of: X0.aster, .codev) == [.breach])
    #expect(!play.world.programmes[Self.shield].isDeveloped)
    #expect(play.world.disputes.map(\.amount) == [62_914])
    // 62914 of 157284 are open: at most 78642 a turn, so all of it, by share.
    play.world.states[X0.aster].budget = 100_000
    #expect(play.turn().duties.map(\.done) == [25_166, 37_748])
    #expect(play.world.programmes[Self.shield].isDeveloped)
  }

  @Test("what was paid before counts in proportion, and the paid part outlives the deal")
  func goingOn() {
    var play = JointPlay(
      [codev([("aster", 4_000), ("dorn", 6_000)], turns: 4)], term: DealTerm(duration: 2)
    ) { $0.programmes[Self.shield].developmentPaid = 60_000 }
    play.turn()
    // Half of 157284 is paid. rdiv(157284, 4) = 39321: mb 4000 = 15728, mb 6000 = 23593.
    #expect(play.turn().duties.map(\.done) == [15_728, 23_593])
    #expect(play.world.programmes[Self.shield].developmentPaid == 90_000)
    play.turn()
    #expect(play.world.programmes[Self.shield].isDeveloped)
    play.turn()
    #expect(play.deal.status == .ended && play.world.programmes[Self.shield].isDeveloped)
  }

  @Test("a developed programme, or one without a cost, cannot be developed: E104")
  func refusal() {
    let play = play()
    func refusals(_ programme: String, _ world: World) -> [RuleRefusal] {
      let text = DealWriter.deal([
        DealWriter.clause(
          .codev, ["aster", "dorn"], [],
          [
            "programme": .word(programme),
            "shares": .amounts(StateAmount.equalShares(["aster", "dorn"])),
          ])
      ])
      return DealRules.signing(text, signer: nil, in: world, scenario: play.scenario)
    }
    #expect(refusals("shield", play.world).isEmpty)
    #expect(refusals("canopy", play.world).map(\.name) == [.unknownID])
    var done = play.world
    done.programmes[Self.shield].isDeveloped = true
    #expect(refusals("shield", done).map(\.line) == ["id=shield near=coprod"])
  }

  @Test("SR20: two developments in one sector count once, a joint one does not")
  func duplication() {
    var play = play()
    play.play(to: 2)
    #expect(play.world.tally.duplications.isEmpty)
    let scenario = JointPlay.withTwoDevelopments
    var twice = JointPlay(
      [codev([("aster", 4_000), ("dorn", 6_000)], turns: 4)], in: scenario)
    let other = DealWriter.clause(
      .codev, ["borea", "cael"], [],
      [
        "programme": .word("shield2"),
        "shares": .amounts(StateAmount.equalShares(["borea", "cael"])),
      ])
    twice.world.conclude(DealWriter.deal([other]), id: "D-2", scenario: scenario)
    twice.play(to: 4)
    // Pairs within one development are joined; each of one with each of the other is not.
    #expect(
      twice.world.tally.duplications
        == ["aster-borea-amd", "aster-cael-amd", "borea-dorn-amd", "cael-dorn-amd"])
    twice.turn()
    #expect(twice.world.tally.duplications.count == 4)
  }

  @Test("a newcomer waits for papers of its own, the others go on")
  func accession() {
    var play = play()
    play.play(to: 2)
    let closed = play.deal.clauses[0].closedTurn
    #expect(closed == [2, 2])
    let joined = Lifecycle.acceded(
      play.deal, by: X0.cael, annex: nil, in: play.world, scenario: play.scenario
    ).deal
    #expect(joined.clauses[0].closedTurn == [2, nil, 2])
    #expect(joined.clauses[0].gates.count == 3)
  }
}
