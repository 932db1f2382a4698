import EntenteModel
import Testing

@Suite("jointfund: ordering together")
struct JointFundTests {
  private typealias X0 = FirstAccord

  private func fund(_ shares: [(StateID, Int)], lots: Int, rate: Int? = nil) -> ClauseText {
    DealWriter.clause(
      .jointfund, shares.map(\.0), [],
      [
        "programme": .word("lantern"), "lots": .integer(lots * 1_000),
        "rate": rate.map { .integer($0 * 1_000) } ?? .null,
        "contributions": .amounts(shares.map { StateAmount(state: $0.0, value: $0.1) }),
      ])
  }

  private let halves: [(StateID, Int)] = [("borea", 5_000), ("cael", 5_000)]

  /// Borea needs so many lots that its line always runs at its full 30 a turn.
  private func busy(_ world: inout World) {
    world.states[X0.borea].requirement[X0.lantern] = 900_000
  }

  @Test("a quarter of the lots a turn, shared and paid by contribution at the unit cost")
  func order() {
    var play = JointPlay([fund(halves, lots: 40)], prepare: busy)
    #expect(play.turn().deliveries.allSatisfy { $0.way != .jointfund })
    let report = play.turn()
    // 30 lots were built in turn 1: Qe 230. lcf(230, 8500) = 320577 - rdiv(48087 x 102, 128) =
    // 282258, lcf(200, 8500) = 293528: 600 x 282258 / 293528 = 577. Full output, so RF 10000.
    let lots = report.deliveries.filter { $0.way == .jointfund }
    #expect(lots.map(\.to) == [X0.borea, X0.cael])
    #expect(lots.map(\.lots) == [5_000, 5_000])
    #expect(lots.map(\.paid) == [2_885, 2_885])
    #expect(play.deal.clauses[0].delivered == 10_000)
    #expect(report.statuses(of: X0.cael, .jointfund) == [.met])
    // What a state builds for its own part is no export: only Cael's money came from abroad.
    #expect(play.world.states[X0.borea].ledger.exports == 2_885)
    #expect(play.world.states[X0.cael].ledger.poolsPaid == 2_885)
    play.play(to: 6)
    #expect(play.deal.clauses[0].delivered == 40_000)
    #expect(play.turn().deliveries.allSatisfy { $0.way != .jointfund })
  }

  @Test("lots of 30, 50 and 20% of ten are 3, 5 and 2, and come before an offtake")
  func shares() {
    let offtake = DealWriter.offtake("borea", ["aster"], "lantern", lots: 30)
    var play = JointPlay([
      fund([("aster", 3_000), ("borea", 2_000), ("cael", 5_000)], lots: 40), offtake,
    ])
    // The papers of the offtake close in turn 2; in turn 3 all 30 of it are due.
    play.play(to: 2)
    let report = play.turn()
    let pooled = report.deliveries.filter { $0.way == .jointfund }
    #expect(pooled.map(\.lots) == [3_000, 2_000, 5_000])
    // The line makes 30: ten for the fund, twenty of what is due of the offtake.
    let sold = report.deliveries.filter { $0.way == .offtake }
    #expect(sold.map(\.lots) == [20_000])
  }

  @Test("a contributor that does not pay gets nothing, is late, then breaks its word")
  func breach() {
    var play = JointPlay([fund(halves, lots: 80, rate: 10)])
    play.turn()
    play.world.states[X0.cael].treasury = 0
    play.world.states[X0.cael].budget = 0
    let report = play.turn()
    #expect(report.statuses(of: X0.cael, .jointfund) == [.late])
    #expect(report.statuses(of: X0.borea, .jointfund) == [.met])
    #expect(report.deliveries.filter { $0.way == .jointfund }.map(\.to) == [X0.borea])
    #expect(play.turn().statuses(of: X0.cael, .jointfund) == [.breach])
  }

  @Test("what is paid late waits in the pool, and the pool goes back when the deal ends")
  func pool() {
    var play = JointPlay(
      [fund(halves, lots: 80, rate: 10)], term: DealTerm(duration: 2), prepare: busy)
    play.turn()
    let budget = play.world.states[X0.cael].budget
    play.world.states[X0.cael].treasury = 0
    play.world.states[X0.cael].budget = 0
    play.turn()
    // Five lots were ready that nobody paid: 25 of 30 were built, RF = 10000 + rdiv(1500 x 5000,
    // 25000) = 10300, mb(577, 10300) = 594 a lot.
    let owed = play.deal.clauses[0].arrears.map(\.amount)
    #expect(owed == [2_970])
    play.world.states[X0.cael].budget = budget
    play.turn()
    #expect(play.deal.pool == 2_970)
    let report = play.turn()
    let back = report.money.filter { $0.purpose == .poolReturn }
    #expect(back.reduce(0) { $0 + $1.amount.value } == 2_970)
    #expect(play.deal.pool == 0 && play.deal.status == .ended)
  }

  @Test("a line that the fund needs is contracted by its agency and builds under it")
  func line() {
    let scenario = JointPlay.changed(parameters: {
      $0.gateDays.contractingFar = 300
      $0.gateDays.contractingAgency = 150
    })
    let clause = DealWriter.clause(
      .jointfund, ["aster", "borea"], [],
      [
        "programme": .word("lantern"), "lots": .integer(200_000),
        "rate": .integer(25_000),
        "contributions": .amounts(StateAmount.equalShares(["aster", "borea"])),
        "lines": .words(["aster", "borea"]),
      ])
    var play = JointPlay([clause], in: scenario)
    let line = play.world.lines.first { $0.state == X0.aster && $0.programme == X0.lantern }
    #expect(line?.status == .gated)
    #expect(line?.gates.first { $0.kind == .contracting }?.days == 150)
    play.play(to: 5)
    let open = play.world.lines.first { $0.state == X0.aster && $0.programme == X0.lantern }
    #expect(open?.status == .open)
    // Both lines build the 25 lots of the turn by their capacity, and each learns from the other.
    let report = play.turn()
    let makers = report.deliveries.filter { $0.way == .jointfund }.map(\.from)
    #expect(Set(makers) == [X0.aster, X0.borea])
    #expect(
      report.deliveries.filter { $0.way == .jointfund }.reduce(0) { $0 + $1.lots.value } == 25_000)
  }
}
