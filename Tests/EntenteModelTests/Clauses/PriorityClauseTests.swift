import EntenteModel
import Testing

@Suite("sosa and excl: who comes first, and who not at all")
struct PriorityClauseTests {
  private typealias X0 = FirstAccord
  private static let chips = JointPlay.changed(programmes: { $0[X0.lantern].inputs = [.chips] })

  private func sosa(_ states: [StateID], _ input: String = "chips", rating: Int = 1) -> ClauseText {
    DealWriter.clause(
      .sosa, states, [], ["inputs": .words([input]), "rating": .integer(rating)])
  }

  private let sales = [
    DealWriter.offtake("borea", ["aster"], "lantern", lots: 20),
    DealWriter.offtake("borea", ["cael"], "lantern", lots: 20),
  ]

  /// mU that Aster and Cael get in turn 3, when 20 lots are due to each and the line makes 30.
  private func served(_ clauses: [ClauseText], _ orders: [Order] = FirstAccord.nothing) -> [Int] {
    var play = JointPlay(sales + clauses, in: Self.chips) { world in
      // Nothing is owed from turn 2.
      world.lines[0].capacity = 60_000
      world.states[X0.borea].capacity[Sector.uas.index] = 60_000
    }
    play.play(to: 2)
    play.world.lines[0].capacity = 30_000
    let report = play.turn([X0.borea: orders])
    return [X0.aster, X0.cael].map { buyer in
      report.deliveries.filter { $0.to == buyer && $0.way == .offtake }
        .reduce(0) { $0 + $1.lots.value }
    }
  }

  @Test("rated orders of an input the programme needs are served first")
  func rated() {
    // Without a rating 30 lots are shared evenly; rated, Cael gets its 20 and Aster the rest.
    #expect(served([]) == [15_000, 15_000])
    #expect(served([sosa(["borea", "cael"])]) == [10_000, 20_000])
    #expect(served([sosa(["borea", "cael"], "motor")]) == [15_000, 15_000])
    // The seller must be bound too.
    #expect(served([sosa(["cael", "dorn"])]) == [15_000, 15_000])
  }

  @Test("rating 2 comes before rating 1")
  func ratings() {
    #expect(
      served([sosa(["borea", "cael"]), sosa(["aster", "borea"], rating: 2)]) == [20_000, 10_000])
  }

  @Test("a supplier that withholds serves nobody first and breaks its word at once")
  func withheld() {
    let order = [JointPlay.withhold("D-1.c3.borea")]
    #expect(served([sosa(["borea", "cael"])], order) == [15_000, 15_000])
    var play = JointPlay(sales + [sosa(["borea", "cael"])], in: Self.chips)
    play.play(to: 2)
    let before = play.world.trust(of: X0.cael, in: X0.borea).value
    let report = play.turn([X0.borea: order])
    #expect(report.statuses(of: X0.borea, .sosa) == [.breach])
    #expect(play.world.trust(of: X0.cael, in: X0.borea).value < before - 1_500)
    #expect(play.world.states[X0.borea].outcome.conduct <= -800)
  }

  // MARK: excl

  private func excl(_ except: [String] = []) -> ClauseText {
    DealWriter.clause(
      .excl, ["borea", "cael"], [],
      ["programme": .word("lantern"), "except": .words(except)])
  }

  private func sell(to: [String] = [], defy: Bool = false) -> Order {
    Order(
      .sell,
      [
        Parameter("programme", .word("lantern")), Parameter("lots", .integer(5_000)),
        Parameter("to", .words(to)), Parameter("defy", .flag(defy)),
      ])
  }

  @Test("bound buyers pay 97% of the unit cost")
  func price() {
    // 577 in turn 2 at the full rate (as in the fund's tests): mb(577, 9700) = 560.
    let sale = DealWriter.offtake("borea", ["cael"], "lantern", lots: 10)
    func price(_ clauses: [ClauseText]) -> [Int] {
      var play = JointPlay(clauses) {
        $0.states[X0.borea].requirement[X0.lantern] = 900_000
      }
      play.turn()
      return play.turn().deliveries.filter { $0.way == .offtake }.map(\.paid.value)
    }
    #expect(price([sale]) == [rdiv(7_893 * 577, 1_000)])
    #expect(price([sale, excl()]) == [rdiv(7_893 * 560, 1_000)])
  }

  @Test("an offer to states outside is refused, and one with defy is a breach")
  func offers() {
    var play = JointPlay([excl()])
    play.turn()
    func outcome(_ order: Order) -> OrderResult.Outcome? {
      var copy = play
      return copy.turn([X0.borea: [order]]).orders[X0.borea].first?.outcome
    }
    #expect(outcome(sell(to: ["cael"])) == .done)
    guard case .dropped(let refusal)? = outcome(sell(to: ["aster"])) else {
      Issue.record("the offer to Aster stands")
      return
    }
    #expect(refusal.name == .barredByExclusivity)
    #expect(refusal.fields == ["deal=D-1", "clause=c1", "state=borea"])
    guard case .dropped? = outcome(sell()) else {
      Issue.record("the offer to all stands")
      return
    }
    let before = play.world.trust(of: X0.cael, in: X0.borea).value
    let report = play.turn([X0.borea: [sell(to: ["aster"], defy: true)]])
    #expect(report.statuses(of: X0.borea, .excl) == [.breach])
    #expect(play.world.states[X0.borea].outcome.conduct == -800)
    #expect(play.world.trust(of: X0.cael, in: X0.borea).value < before - 1_900)
    #expect(play.world.disputes.map(\.victims) == [[X0.cael]])
  }

  @Test("excepted states may be sold to; standing offers to others are taken back")
  func exceptions() {
    var play = JointPlay([excl(["aster"])])
    play.turn([X0.borea: [sell()]])
    #expect(play.world.states[X0.borea].offers.map(\.to) == [[]])
    play.turn()
    #expect(play.world.states[X0.borea].offers.map(\.to) == [[X0.aster, X0.cael]])
    let result = play.turn([X0.borea: [sell(to: ["aster"])]]).orders[X0.borea]
    #expect(result.map(\.outcome) == [.done])
  }

  @Test("a bound buyer takes no offer from outside, unless it defies")
  func purchases() {
    var play = JointPlay([
      DealWriter.clause(.excl, ["aster", "cael"], [], ["programme": .word("lantern")])
    ])
    play.turn([X0.borea: [sell()]])
    func buy(defy: Bool) -> Order {
      Order(
        .procure,
        [
          Parameter("programme", .word("lantern")), Parameter("lots", .integer(2_000)),
          Parameter("from", .word("borea")), Parameter("defy", .flag(defy)),
        ])
    }
    var copy = play
    guard
      case .dropped(let refusal)? = copy.turn([X0.cael: [buy(defy: false)]])
        .orders[X0.cael].first?.outcome
    else {
      Issue.record("the purchase goes through")
      return
    }
    #expect(refusal.name == .barredByExclusivity)
    let report = play.turn([X0.cael: [buy(defy: true)]])
    #expect(report.statuses(of: X0.cael, .excl) == [.breach])
    #expect(report.deliveries.contains { $0.to == X0.cael && $0.lots == 2_000 })
  }
}
