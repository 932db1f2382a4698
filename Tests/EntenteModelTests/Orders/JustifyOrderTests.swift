import EntenteModel
import Testing

struct JustifyOrderTests {
  private typealias Stage = OrderStage

  private let justify = Stage.order(.justify)
  private func research(_ money: Int) -> Order { FirstAccord.research("sen", money) }

  private func stage(ceiling: Money?) -> OrderStage {
    var stage = OrderStage(.spendingCeiling)
    stage.states[Stage.cael].spendingCeiling = ceiling
    return stage
  }

  private func capital(_ stage: OrderStage, _ orders: [Order]) -> BasisPoints {
    stage.played([[Stage.cael: orders]]).states[Stage.cael].politicalCapital
  }

  @Test("6m above the ceiling while the gap does not fall cost 600; explained, 300 and 50")
  func price() {
    let ruled = stage(ceiling: 10_000)
    var free = ruled
    free.parameters.smallRules = []
    let orders = [research(16_000)]
    // fdiv(16000 - 10000, 10) = 600.
    #expect(capital(free, orders) - capital(ruled, orders) == 600)
    #expect(capital(free, orders) - capital(ruled, orders + [justify]) == 350)
    // Below the ceiling explaining costs its 50 and saves nothing.
    #expect(capital(ruled, [research(9_000)]) - capital(ruled, [research(9_000), justify]) == 50)
  }

  @Test("the price is at most 1000, and the ceiling 120% of the budget unless the card says other")
  func limits() {
    let ruled = stage(ceiling: 10_000)
    var free = ruled
    free.parameters.smallRules = []
    let much = [research(60_000)]
    #expect(capital(free, much) - capital(ruled, much) == 1_000)
    let standard = stage(ceiling: nil)
    #expect(capital(free, much) == capital(standard, much))
  }

  @Test("a gap that fell excuses the spending")
  func gapFell() {
    var ruled = stage(ceiling: 10_000)
    ruled.change = { $0.states[Stage.cael].outcome.gap = 10_000 }
    var free = ruled
    free.parameters.smallRules = []
    #expect(capital(free, [research(60_000)]) == capital(ruled, [research(60_000)]))
  }

  @Test("it costs 50 political capital, and is part of the exercise only with the rule")
  func refusals() {
    var poor = stage(ceiling: nil)
    poor.change = { $0.states[Stage.cael].politicalCapital = 49 }
    #expect(poor.refused(justify, by: Stage.cael) == "too-little-capital have=49 cost=50 floor=0")
    #expect(OrderStage().refused(justify, by: Stage.cael) == "order-not-here keyword=justify")
  }
}
