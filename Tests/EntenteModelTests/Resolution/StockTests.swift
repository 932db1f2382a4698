import EntenteModel
import Testing

@Suite("Stock that moves: aid, loans, upgrades, sales, pools")
struct StockTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario(turns: 8)
  private let idle = Array(repeating: FirstAccord.nothing, count: 4)

  private func turn(_ world: World, _ orders: [Int: [Order]]) -> Resolution.Result {
    var all = idle
    for (state, given) in orders { all[state] = given }
    return Resolution.resolve(world, orders: all, scenario: scenario)
  }

  private func aid(_ programme: String, _ lots: Int, to: String, defy: Bool = false) -> Order {
    Order(
      .aid,
      [
        Parameter("programme", .word(programme)), Parameter("lots", .integer(lots * 1_000)),
        Parameter("to", .word(to)), Parameter("defy", .flag(defy)),
      ])
  }

  @Test("a gift is thanked with 400 in need, else with 100, and is good conduct")
  func gift() {
    let world = World.start(scenario)
    let result = turn(
      world, [X0.dorn: [aid("canopy", 10, to: "cael"), aid("canopy", 1, to: "aster")]])
    #expect(result.world.states[X0.cael].stock[X0.canopy] == 24_700)
    #expect(result.world.trust(of: X0.cael, in: X0.dorn) == 5_906)
    #expect(result.world.trust(of: X0.aster, in: X0.dorn) == 5_606)
    #expect(result.world.states[X0.dorn].outcome.conduct == 200)
  }

  @Test("passing on a design of others needs consent, and with defy it is a breach")
  func onward() {
    let world = World.start(scenario)
    let refused = turn(world, [X0.aster: [aid("canopy", 5, to: "cael")]])
    guard case .dropped(let reason) = refused.report.orders[X0.aster][0].outcome else {
      Issue.record("the owner has not agreed")
      return
    }
    #expect(reason.name == .noReexportConsent)
    #expect(reason.fields == ["programme=canopy", "owner=dorn", "to=cael"])
    let defied = turn(world, [X0.aster: [aid("canopy", 5, to: "cael", defy: true)]])
    #expect(defied.world.states[X0.cael].stock[X0.canopy] == 19_700)
    #expect(defied.world.trust(of: X0.dorn, in: X0.aster) == 3_506)
    #expect(defied.world.states[X0.aster].outcome.conduct == 100 - 800)
    var consented = world
    consented.conclude(
      DealWriter.deal([
        DealWriter.clause(
          .reexport, ["dorn"], ["aster"],
          ["programme": .word("canopy"), "consent": .words(["cael"])])
      ]), id: "D-1", scenario: scenario)
    let given = turn(consented, [X0.aster: [aid("canopy", 5, to: "cael")]])
    #expect(given.report.orders[X0.aster].map(\.outcome) == [.done])
  }

  @Test("a loan comes back when it is due")
  func loan() {
    let order = Order(
      .loan,
      [
        Parameter("programme", .word("canopy")), Parameter("lots", .integer(10_000)),
        Parameter("to", .word("cael")), Parameter("turns", .integer(1)),
      ])
    let first = turn(World.start(scenario), [X0.dorn: [order]]).world
    #expect(first.loans.map(\.lots) == [10_000])
    #expect(first.states[X0.cael].stock[X0.canopy] == 24_700)
    let second = turn(first, [:])
    #expect(second.world.loans.isEmpty)
    #expect(second.report.deliveries.contains { $0.way == .returned && $0.lots == 10_000 })
  }

  @Test("an upgrade makes old stock common for a tenth of the price")
  func upgrade() {
    let order = Order(
      .upgrade, [Parameter("programme", .word("canopy")), Parameter("lots", .integer(10_000))])
    let result = turn(World.start(scenario), [X0.aster: [order]]).world
    #expect(result.states[X0.aster].commonStock[X0.canopy] == 10_000)
    #expect(result.states[X0.aster].treasury == 176_000)
  }

  @Test("an offer can be taken from the next turn, two buyers share it")
  func sale() {
    let offer = Order(
      .sell,
      [
        Parameter("programme", .word("lantern")), Parameter("lots", .integer(6_000)),
        Parameter("price", .word("list")), Parameter("to", .words([])),
      ])
    func buy(_ lots: Int) -> Order {
      Order(
        .procure,
        [Parameter("programme", .word("lantern")), Parameter("lots", .integer(lots * 1_000))])
    }
    let start = World.start(scenario)
    #expect(
      OrderRules.check(buy(4), by: X0.cael, pending: [], in: start, scenario: scenario)?.name
        == .noLine)
    let offered = turn(start, [X0.borea: [offer]]).world
    let result = turn(offered, [X0.aster: [buy(6)], X0.cael: [buy(3)]])
    let bought = result.report.deliveries.filter { $0.way == .purchase }
    #expect(bought.map(\.lots) == [4_000, 2_000])
    #expect(bought.map(\.paid) == [2_400, 1_200])
    #expect(result.report.orders[X0.aster].map(\.outcome) == [.partial(4_000)])
    #expect(result.world.states[X0.cael].treasury.value == 280_000 - 1_200)
  }

  @Test("a stock pool counts half for each, is drawn on in a crisis and filled again")
  func pool() {
    var world = World.start(scenario)
    world.pairs = world.pairs.map { pair in
      var pair = pair
      pair.layers[0] = 5_000
      return pair
    }
    world.conclude(
      DealWriter.deal([
        DealWriter.clause(
          .stockpool, ["cael", "dorn"], [],
          [
            "programme": .word("canopy"),
            "lots": .amounts([
              StateAmount(state: "cael", value: 4_000), StateAmount(state: "dorn", value: 20_000),
            ]),
          ])
      ]), id: "D-1", scenario: scenario)
    world = turn(turn(world, [:]).world, [:]).world
    #expect(world.deals[0].clauses[0].pooled.map(\.value) == [0, 0, 4_000, 20_000])
    let draw = Order(
      .draw, [Parameter("deal", .word("D-1")), Parameter("lots", .integer(12_000))])
    #expect(
      OrderRules.check(draw, by: X0.cael, pending: [], in: world, scenario: scenario)?.name
        == .prerequisiteMissing)
    let event = InjectEffect(
      path: .threat, object: "marches", operation: .add, amount: 1_500, turns: 1)
    world.apply([event], of: "x", to: [], scenario: scenario)
    let before = world.states[X0.cael].stock[X0.canopy].value
    let drawn = turn(world, [X0.cael: [draw]]).world
    #expect(
      drawn.states[X0.cael].stock[X0.canopy].value == before - mb(before, 200) + 12_000)
    #expect(drawn.deals[0].clauses[0].pooled.map(\.value) == [0, 0, 2_000, 10_000])
    #expect(drawn.deals[0].clauses[0].drawn[X0.cael] == 12_000)
    let refilled = turn(drawn, [:]).world
    #expect(refilled.deals[0].clauses[0].drawn[X0.cael] == 9_000)
    #expect(refilled.deals[0].clauses[0].pooled[X0.cael] == 5_000)
  }
}
