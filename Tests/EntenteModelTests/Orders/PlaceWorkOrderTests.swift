import EntenteModel
import Testing

struct PlaceWorkOrderTests {
  private typealias Stage = OrderStage
  private let stage = OrderStage()

  private func world(_ clauses: [ClauseText]) -> World {
    var world = stage.start
    world.conclude(DealWriter.deal(clauses), id: "D-1", scenario: stage.scenario)
    return world
  }

  private func place(_ money: Int) -> Order {
    Stage.order(.placeWork, ["deal": .word("D-1"), "money": .integer(money)])
  }

  private var sale: ClauseText { DealWriter.offtake("dorn", ["cael"], "canopy", lots: 10) }
  private var offset: ClauseText {
    DealWriter.clause(.offset, ["dorn"], ["cael"], ["obligation": .integer(5_000)])
  }

  @Test("4m of work placed leave Dorn's treasury and are work at home in Cael")
  func work() {
    let before = world([sale, offset])
    let none = stage.resolved([Stage.dorn: []], in: before)
    let placed = stage.resolved([Stage.dorn: [place(4_000)]], in: before)
    #expect(placed.world.states[Stage.cael].ledger.domesticWork == 4_000)
    #expect(none.world.states[Stage.cael].ledger.domesticWork == 0)
    // It is Cael's firms that are paid, not its treasury.
    #expect(
      placed.world.states[Stage.cael].treasury == none.world.states[Stage.cael].treasury)
    let flows = placed.report.money.filter { $0.state == Stage.dorn && $0.deal == "D-1" }
    #expect(flows.map(\.amount).contains(-4_000))
    // Benefit of the buyer and contribution of the seller under the deal (EQ29).
    let deal = placed.world.deals[0]
    #expect(deal.benefit == [4_000, 0] && deal.contribution == [0, 4_000])
    // fdiv(4000, 5000) is no capital yet; 5000 are 1.
    #expect(
      placed.world.states[Stage.cael].politicalCapital
        == none.world.states[Stage.cael].politicalCapital)
  }

  @Test("who owes no offset in a deal, or is no party, is refused; so is money one has not")
  func refusals() {
    #expect(
      stage.refused(place(1_000), by: Stage.dorn, in: world([sale])) == "not-a-party deal=D-1")
    let both = world([sale, offset])
    #expect(stage.refused(place(1_000), by: Stage.cael, in: both) == "not-a-party deal=D-1")
    #expect(stage.refused(place(1_000), by: Stage.aster, in: both) == "not-a-party deal=D-1")
    #expect(stage.refused(place(1_000), by: Stage.dorn) == "unknown-id id=D-1")
    #expect(
      stage.refusal(place(360_001), by: Stage.dorn, in: both)?.name == .treasuryTooLow)
  }
}
