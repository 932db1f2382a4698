import EntenteModel
import Testing

@Suite("subsidiary, offset: work abroad")
struct WorkAbroadTests {
  private typealias X0 = FirstAccord

  private func subsidiary(
    _ owner: StateID, _ host: StateID, _ sector: String, invest: Int, _ mitigation: String = "ssa"
  ) -> ClauseText {
    DealWriter.clause(
      .subsidiary, [owner], [host],
      [
        "sector": .word(sector), "invest": .integer(invest), "mitigation": .word(mitigation),
      ])
  }

  @Test("a plant grows the host by EQ10 for the owner's money, and unspent money stays")
  func plant() {
    // Aster AMD 24000 cu at WF 10000 grows by at most mb(24000, 2000) = 4800 cu; at 5000 $k a
    // thousand that is 24000 $k of the 27000.
    var play = JointPlay([subsidiary("dorn", "aster", "amd", invest: 27_000)])
    #expect(play.turn().money.allSatisfy { $0.deal == nil })
    let report = play.turn()
    let paid = report.money.filter { $0.deal == "D-1" }
    #expect(paid.map(\.state) == [X0.dorn] && paid.map(\.amount) == [-24_000])
    let growing = play.world.states[X0.aster].growing
    #expect(growing.map(\.amount) == [4_800])
    #expect(growing.map(\.sector) == [.amd] && growing.map(\.turn) == [3])
    let before = play.world.states[X0.aster].capacity[Sector.amd.index].value
    // It is paid once.
    #expect(play.turn().money.allSatisfy { $0.deal == nil })
    // It arrives; the sector is without a line and loses 3% of 28800 - what it had lost before.
    let after = play.world.states[X0.aster].capacity[Sector.amd.index].value
    #expect(after == before + 4_800 - mb(before + 4_800, 300))
  }

  @Test("the owner earns 200 bp of what the host builds there, by the plant's part of it")
  func margin() {
    // Borea UAS 30000 cu: 9000 $k buy 6000 cu. In turn 3 its line makes 36 lots worth 21600:
    // mb(21600, 200) = 432, of which 6000 of 36000 cu are 72.
    var play = JointPlay([subsidiary("aster", "borea", "uas", invest: 9_000)]) {
      $0.states[X0.borea].requirement[X0.lantern] = 500_000
    }
    play.play(to: 2)
    #expect(play.world.states[X0.aster].ledger.exports == 0)
    play.turn()
    #expect(play.world.states[X0.borea].capacity[Sector.uas.index] == 36_000)
    #expect(play.world.lines[0].output == 36_000)
    #expect(play.world.states[X0.aster].ledger.exports == 72)
  }

  @Test("under ssa what the host masters flows back with depth 200, under proxy nothing does")
  func flow() {
    func gain(_ mitigation: String) -> Int {
      var play = JointPlay([subsidiary("aster", "borea", "uas", invest: 9_000, mitigation)])
      play.turn()
      let start = play.world.states[X0.aster].technology[Domain.aut.index].value
      play.turn()
      return play.world.states[X0.aster].technology[Domain.aut.index].value - start
    }
    // Turn 2 begins with Aster at 4506 (civil technology gave 6) and Borea at 7135 (fusion: mb(mb(
    // 1500, mb(5000, 3000)), 6500) = 146 less rounding): the distance times 200 bp times ORG 6500.
    var still = JointPlay([subsidiary("aster", "borea", "uas", invest: 9_000, "proxy")])
    still.turn()
    let levels = [X0.borea, X0.aster].map {
      still.world.states[$0].technology[Domain.aut.index].value
    }
    #expect(gain("ssa") - gain("proxy") == mb(mb(levels[0] - levels[1], 200), 6_500))
    #expect(gain("ssa") > gain("proxy"))
  }

  @Test("an owner that cannot pay builds what its money buys")
  func poor() {
    var play = JointPlay([subsidiary("dorn", "aster", "amd", invest: 27_000)])
    play.turn()
    play.world.states[X0.dorn].treasury = 0
    play.world.states[X0.dorn].budget = 10_000
    play.turn()
    #expect(play.world.states[X0.aster].growing.map(\.amount) == [2_000])
  }

  // MARK: offset

  private func offset(_ kind: String = "direct", within: Int = 2) -> ClauseText {
    DealWriter.clause(
      .offset, ["borea"], ["cael"],
      [
        "obligation": .integer(5_000), "kind": .word(kind), "within": .integer(within),
      ])
  }

  private let sale = DealWriter.offtake("borea", ["cael"], "lantern", lots: 10)

  @Test("the seller's price rises by 15% of the obligation")
  func price() {
    func paid(_ clauses: [ClauseText]) -> (lots: Int, paid: Int) {
      var play = JointPlay(clauses, term: DealTerm(duration: 4)) {
        // Its line runs at its full rate, so that the rate factor is 10000.
        $0.states[X0.borea].requirement[X0.lantern] = 900_000
      }
      play.turn()
      let delivery = play.turn().deliveries.first { $0.way == .offtake }
      return (delivery?.lots.value ?? 0, delivery?.paid.value ?? 0)
    }
    // Gates of 75 days leave 281 of 356: rdiv(10000 x 281, 356) = 7893 mU at 577, with the offset
    // at mb(577, 10750) = 620.
    let plain = paid([sale])
    #expect(plain == (7_893, rdiv(7_893 * 577, 1_000)))
    #expect(paid([sale, offset()]) == (7_893, rdiv(7_893 * 620, 1_000)))
  }

  @Test("without work the obligation is late, and broken when its turns are over")
  func breach() {
    // The contract is 10 lots x 600 x 4 turns = 24000; half of it is 12000, 6000 a turn.
    var play = JointPlay([sale, offset()], term: DealTerm(duration: 4))
    play.turn()
    let first = play.turn().duties.filter { $0.kind == .offset }
    #expect(first.map(\.due) == [6_000] && first.map(\.status) == [.late])
    let second = play.turn().duties.filter { $0.kind == .offset }
    #expect(second.map(\.due) == [12_000] && second.map(\.status) == [.breach])
    #expect(play.world.disputes.map(\.amount) == [12_000])
    // What was broken is not called again.
    #expect(play.turn().duties.allSatisfy { $0.kind != .offset })
  }

  @Test("a shortfall before the last turn is never more than late")
  func lateOnly() {
    var play = JointPlay([sale, offset(within: 3)], term: DealTerm(duration: 4))
    play.turn()
    let statuses = (0..<3).map { _ in play.turn().statuses(of: X0.borea, .offset) }
    #expect(statuses == [[.late], [.late], [.breach]])
  }

  @Test("direct work counts by itself, and more than is due is carried on")
  func direct() {
    let shared = DealWriter.coprod(
      ["borea", "cael"], "lantern", lines: ["borea"],
      workshare: StateAmount.equalShares(["borea", "cael"]))
    var play = JointPlay([sale, offset(), shared], term: DealTerm(duration: 4)) {
      $0.states[X0.borea].requirement[X0.lantern] = 900_000
    }
    play.turn()
    let work = { play.world.states[X0.cael].ledger.workByProgramme[X0.lantern].value }
    let before = work()
    let first = play.turn().duties.filter { $0.kind == .offset }
    let placed = work() - before
    #expect(placed > 6_000)
    #expect(first.map(\.status) == [.met] && first.map(\.done) == [6_000])
    let second = play.turn().duties.filter { $0.kind == .offset }
    #expect(second.map(\.due) == [max(0, 12_000 - placed)])
    #expect(second.map(\.status) == [.met])
  }

  @Test("indirect work must be placed: work on the programme does not count for it")
  func indirect() {
    let shared = DealWriter.coprod(
      ["borea", "cael"], "lantern", lines: ["borea"],
      workshare: StateAmount.equalShares(["borea", "cael"]))
    var play = JointPlay([sale, offset("indirect"), shared], term: DealTerm(duration: 4))
    play.turn()
    #expect(play.turn().statuses(of: X0.borea, .offset) == [.late])
  }

  @Test("an obligation stays due when the deal ends before its turns are over")
  func staysDue() {
    var play = JointPlay([sale, offset(within: 8)], term: DealTerm(duration: 1))
    play.turn()
    // The contract of one turn is 6000, half of it 3000, an eighth of that 375.
    #expect(play.turn().duties.filter { $0.kind == .offset }.map(\.due) == [375])
    let last = play.turn().duties.filter { $0.kind == .offset }
    #expect(last.map(\.due) == [3_000])
  }
}
