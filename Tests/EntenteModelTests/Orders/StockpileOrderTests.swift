import EntenteModel
import Testing

struct StockpileOrderTests {
  private typealias Stage = OrderStage

  private var stage: OrderStage {
    var stage = OrderStage()
    // A lot of canopy takes one of chips; ten thousand lots a turn are more than anybody needs.
    stage.programmes[Stage.canopy].inputs = [.chips]
    stage.inputs = [
      InputNode(input: .chips, supply: 10_000_000, shares: [0, 0, 0, 10_000])
    ]
    return stage
  }

  private func stockpile(_ money: Int, via: String = "far", input: String = "chips") -> Order {
    Stage.order(
      .stockpile, ["input": .word(input), "money": .integer(money), "via": .word(via)])
  }

  @Test("4m buys ten lots of an input at a tenth of the list price, there in the next turn")
  func nextTurn() {
    // Only canopy uses chips: a tenth of 4000k is 400k a lot, 4000k are 10 lots.
    let first = stage.played([[Stage.dorn: [stockpile(4_000)]]])
    let supply = first.states[Stage.dorn].supply
    #expect(supply.reserves[Input.chips.index] == 0)
    #expect(supply.coming.map(\.lots) == [10_000] && supply.coming.map(\.turn) == [2])
    #expect(first.states[Stage.dorn].treasury == 360_000 - 4_000 - spentOnLines(first))
    let second = stage.played([[:]], from: first)
    #expect(second.states[Stage.dorn].supply.reserves[Input.chips.index] == 10_000)
    #expect(second.states[Stage.dorn].supply.coming.isEmpty)
  }

  /// What Dorn's own line cost in the turn.
  private func spentOnLines(_ world: World) -> Money { world.states[Stage.dorn].ledger.actual }

  @Test("by ota it is there in the turn of the order, for a state with security of 60")
  func fast() {
    let world = stage.played([[Stage.dorn: [stockpile(4_000, via: "ota")]]])
    #expect(world.states[Stage.dorn].supply.reserves[Input.chips.index] == 10_000)
    #expect(
      stage.refused(stockpile(4_000, via: "ota"), by: Stage.cael)
        == "ota-not-allowed reason=security have=5000 need=6000 state=cael")
    #expect(stage.refused(stockpile(4_000), by: Stage.cael) == nil)
  }

  @Test("an ota of more than 100m costs 200 political capital")
  func large() {
    let before = stage.start.states[Stage.dorn].politicalCapital
    let small = stage.played([[Stage.dorn: [stockpile(100_000, via: "ota")]]])
    let large = stage.played([[Stage.dorn: [stockpile(100_001, via: "ota")]]])
    let cost = small.states[Stage.dorn].politicalCapital - large.states[Stage.dorn].politicalCapital
    // Less own production is paid from what is left, which is no income of capital here: the line
    // builds the same.
    #expect(before == 5_500 && cost == 200)
    var poor = stage
    poor.change = { $0.states[Stage.dorn].politicalCapital = 199 }
    #expect(
      poor.refused(stockpile(100_001, via: "ota"), by: Stage.dorn)
        == "ota-not-allowed reason=capital have=199 need=200")
  }

  @Test("an input nobody uses, more money than there is, and inputs off are refused")
  func refusals() {
    #expect(
      stage.refused(stockpile(4_000, input: "motor"), by: Stage.dorn) == "unknown-id id=motor")
    #expect(
      stage.refused(stockpile(360_001), by: Stage.dorn)
        == "treasury-too-low have=360000 need=360001")
    var off = stage
    off.parameters.off = [.inputs]
    #expect(off.refused(stockpile(4_000), by: Stage.dorn) == "order-not-here keyword=stockpile")
  }
}
