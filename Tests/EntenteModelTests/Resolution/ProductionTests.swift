import EntenteModel
import Testing

@Suite("Production, unit cost and deliveries")
struct ProductionTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario(turns: 8)
  private let idle = Array(repeating: FirstAccord.nothing, count: 4)

  private func order(_ state: Int, _ order: Order) -> [[Order]] {
    var orders = idle
    orders[state] = [order]
    return orders
  }

  private func produce(_ line: String, _ lots: Int) -> Order {
    Order(.produce, [Parameter("line", .word(line)), Parameter("lots", .integer(lots * 1_000))])
  }

  @Test("an automatic line fills the requirement after ageing, within its capacity")
  func automatic() {
    var world = World.start(scenario)
    world = Resolution.resolve(world, orders: idle, scenario: scenario).world
    // 80 required, 40 in stock of which 0.8 age: 40.8 are lacking, the line makes 30.
    #expect(world.lines[0].output == 30_000)
    #expect(world.states[X0.borea].stock[X0.lantern] == 69_200)
    world = Resolution.resolve(world, orders: idle, scenario: scenario).world
    #expect(world.states[X0.borea].stock[X0.lantern] == 80_000)
  }

  @Test("unit cost follows learning and rate: 40 of 40 lots a turn cost 4000, 20 cost 5200")
  func rate() {
    let world = World.start(scenario)
    let full = Resolution.resolve(
      world, orders: order(X0.dorn, produce("dorn-canopy", 40)), scenario: scenario)
    #expect(full.world.lines[1].unitCost == 4_000)
    let half = Resolution.resolve(
      world, orders: order(X0.dorn, produce("dorn-canopy", 20)), scenario: scenario)
    #expect(half.world.lines[1].output == 20_000)
    #expect(half.world.lines[1].unitCost == 5_200)
    #expect(half.world.lines[1].cumulative == 220_000)
    // 104000 spent, of which 80000 had been set aside.
    #expect(half.world.states[X0.dorn].treasury == 256_000)
  }

  @Test("a state builds only what it can pay, at the dearer cost of fewer lots")
  func moneyLimits() {
    var world = World.start(scenario)
    world.states[X0.dorn].budget = 60_000
    let result = Resolution.resolve(world, orders: idle, scenario: scenario)
    let line = result.world.lines[1]
    let paid = rdiv(line.output.value * line.unitCost.value, 1_000)
    #expect(line.output > 0)
    #expect(paid <= 60_000)
    #expect(result.world.states[X0.dorn].treasury.value == 60_000 - paid)
  }

  @Test("two buyers of a short line share by largest remainder on what is due")
  func shortLine() {
    var world = World.start(scenario)
    for (number, buyer) in [("aster", 30), ("cael", 50)].enumerated() {
      world.conclude(
        DealWriter.deal([DealWriter.offtake("dorn", [StateID(buyer.0)], "canopy", lots: buyer.1)]),
        id: DealID("D-\(number)"), scenario: scenario)
    }
    world.states[X0.cael].budget = 600_000
    world = world.played(to: 2, scenario: scenario) { _ in idle }
    let result = Resolution.resolve(world, orders: idle, scenario: scenario)
    let lots = result.report.deliveries.filter { $0.way == .offtake }.map(\.lots.value)
    #expect(lots == [15_000, 25_000])
    let late = result.report.duties.filter { !$0.isMoney }.map(\.status)
    #expect(late == [.late, .late], "the shortage is the seller's fault")
  }

  @Test("a price above cost stays with the seller, one below is borne by it")
  func margin() {
    for (price, margin) in [(1_000, 1), (300, -1)] {
      var world = World.start(scenario)
      world.conclude(
        DealWriter.deal([
          DealWriter.offtake("borea", ["cael"], "lantern", lots: 10, price: .integer(price))
        ]), id: "D-1", scenario: scenario)
      world.states[X0.borea].requirement[X0.lantern] = 0
      world = world.played(to: 2, scenario: scenario) { _ in idle }
      let before = world.states[X0.borea].treasury.value
      let result = Resolution.resolve(world, orders: idle, scenario: scenario)
      let cost = result.world.lines[0].unitCost.value
      let gain = result.world.states[X0.borea].treasury.value - before - 90_000 + 3_000
      #expect(gain == 10 * (price - cost))
      #expect(gain.signum() == margin)
      #expect(result.world.states[X0.borea].ledger.exports.value >= 10 * price)
    }
  }

  @Test("a licensed line pays its royalty on value and stops at the cap")
  func licence() throws {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([DealWriter.licprod("borea", "aster", "lantern", royalty: 1_000, cap: 9)]),
      id: "D-1", scenario: scenario)
    let index = try #require(world.lineIndex(X0.aster, X0.lantern))
    world = world.played(to: 5, scenario: scenario) { _ in idle }
    #expect(world.lines[index].cumulative == 9_000)
    #expect(world.lines[index].output == 0, "the cap was reached before")
    let built = world.deals[0].clauses[0].delivered
    #expect(built == 9_000)
    // A tenth of nine lots at the list price of 600.
    #expect(world.states[X0.borea].ledger.exports == 540)
    #expect(world.states[X0.aster].ledger.everHadLine[X0.lantern])
  }

  @Test("the licence premium stands on the first licensed unit in full")
  func licencePremium() throws {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([DealWriter.licprod("borea", "aster", "lantern")]), id: "D-1",
      scenario: scenario)
    let index = try #require(world.lineIndex(X0.aster, X0.lantern))
    world = world.played(to: 2, scenario: scenario) { _ in idle }
    let pooled = fdiv(world.lines[index + 1].cumulative.value, 1_000)
    let next = Resolution.resolve(world, orders: idle, scenario: scenario).world
    let output = next.lines[index].output
    #expect(output > 0)
    let rate = RateFactor.evaluate(
      RateFactor.Input(fixedShare: 1_500, nominal: next.lines[index].nominal, actual: output))
    let expected = UnitCost.evaluate(
      UnitCost.Input(
        listCost: 600, listQuantity: 200,
        effectiveQuantity: UnitCost.effectiveQuantity(
          own: 0, pooled: UnitCost.pooled(pooled, commonality: 9_000)), slope: 8_500,
        rateFactor: rate, licencePremium: 13_500))
    #expect(next.lines[index].unitCost == expected)
  }

  @Test("a co-produced line carries the premium, and its work is shared")
  func coproduction() throws {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([
        DealWriter.coprod(
          ["aster", "dorn"], "canopy", lines: ["dorn"],
          workshare: [
            StateAmount(state: "aster", value: 4_000), StateAmount(state: "dorn", value: 6_000),
          ])
      ]), id: "D-1", scenario: scenario)
    world = world.played(to: 1, scenario: scenario) { _ in idle }
    let organisation = world.states.map(\.organisation.value)
    let result = Resolution.resolve(world, orders: idle, scenario: scenario)
    let line = result.world.lines[1]
    var apart = world
    apart.deals = []
    let alone = Resolution.resolve(apart, orders: idle, scenario: scenario).world.lines[1]
    #expect(line.output == alone.output)
    #expect(line.unitCost > alone.unitCost)
    let work = rdiv(line.output.value * line.unitCost.value, 1_000)
    let shares = lrm(work, [4_000, 6_000])
    #expect(result.world.states[X0.aster].ledger.domesticWork.value == shares[0])
    #expect(result.world.states[X0.dorn].ledger.domesticWork.value == shares[1])
    #expect(result.world.states[X0.aster].organisation.value == organisation[X0.aster] + 40)
    #expect(result.world.states[X0.dorn].organisation.value == organisation[X0.dorn] + 40)
    #expect(result.world.states[X0.cael].organisation.value == organisation[X0.cael])
  }

  @Test("a surge makes a quarter more, a fifth dearer, and tires the sector")
  func surge() {
    let world = World.start(scenario)
    let surge = Order(
      .surge, [Parameter("sector", .word("amd")), Parameter("level", .integer(2_500))])
    let result = Resolution.resolve(
      world, orders: order(X0.dorn, surge), scenario: scenario)
    #expect(result.world.lines[1].output == 50_000)
    #expect(result.world.states[X0.dorn].fatigue[Sector.amd.index] == 3_000)
    // RF 9400 at 50 of 40 lots, then 12000.
    #expect(result.world.lines[1].unitCost.value == mb(mb(4_000, 9_400), 12_000))
  }

  @Test("an idle line closes after four turns below a fifth of its use")
  func idleLine() {
    var world = World.start(scenario)
    world.states[X0.borea].requirement[X0.lantern] = 0
    world = world.played(to: 3, scenario: scenario) { _ in idle }
    #expect(world.lines[0].status == .open)
    let result = Resolution.resolve(world, orders: idle, scenario: scenario)
    #expect(result.world.lines[0].status == .closed)
    #expect(result.report.lines.map(\.event) == [.closed])
  }

  @Test("a line whose licence has ended stands idle")
  func licenceEnds() throws {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal(
        [DealWriter.licprod("borea", "aster", "lantern")], term: DealTerm(duration: 3)),
      id: "D-1", scenario: scenario)
    let index = try #require(world.lineIndex(X0.aster, X0.lantern))
    world = world.played(to: 4, scenario: scenario) { _ in idle }
    #expect(world.lines[index].status == .open)
    #expect(world.lines[index].output > 0)
    world = world.played(to: 5, scenario: scenario) { _ in idle }
    #expect(world.lines[index].status == .idle)
    #expect(world.lines[index].output == 0)
  }

  @Test("stock ages by 2% a turn before deliveries")
  func ageing() {
    let world = Resolution.resolve(
      World.start(scenario), orders: idle, scenario: scenario
    ).world
    #expect(world.states[X0.aster].stock[X0.canopy] == 29_400)
  }
}
