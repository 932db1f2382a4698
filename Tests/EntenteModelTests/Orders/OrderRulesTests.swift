import EntenteModel
import Testing

@Suite("Rules of orders while entering")
struct OrderRulesTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario()

  private func refusal(
    _ order: Order, by state: Int, pending: [Order] = [], in world: World? = nil,
    scenario: Scenario? = nil
  ) -> RuleRefusal? {
    let scenario = scenario ?? self.scenario
    return OrderRules.check(
      order, by: state, pending: pending, in: world ?? World.start(scenario), scenario: scenario)
  }

  private func order(_ keyword: OrderKeyword, _ values: [String: ParameterValue]) -> Order {
    let names = OrderCatalogue.entry(keyword).parameters.map(\.name)
    return Order(keyword, names.compactMap { name in values[name].map { Parameter(name, $0) } })
  }

  @Test("money counts the budget to come, less what deals and earlier orders take")
  func money() {
    let world = World.start(scenario)
    #expect(
      OrderRules.moneyLeft(of: X0.cael, pending: [], in: world, scenario: scenario) == 140_000)
    let pending = [FirstAccord.research("sen", 100_000)]
    #expect(refusal(FirstAccord.research("aut", 40_000), by: X0.cael, pending: pending) == nil)
    let over = refusal(FirstAccord.research("aut", 40_001), by: X0.cael, pending: pending)
    #expect(over?.name == .treasuryTooLow)
    #expect(over?.fields.map(\.value) == ["40000", "40001"])
    // The institution of fusion is paid in R3.
    #expect(
      OrderRules.moneyLeft(of: X0.borea, pending: [], in: world, scenario: scenario) == 87_000)
    var bound = world
    bound.conclude(
      DealWriter.deal([DealWriter.exercise(["aster", "cael"], intensity: 2)]), id: "D-1",
      scenario: scenario)
    #expect(
      OrderRules.moneyLeft(of: X0.cael, pending: [], in: bound, scenario: scenario) == 132_000)
  }

  @Test("an order with the same object does not count beside the one that replaces it")
  func replacing() {
    let pending = [FirstAccord.research("sen", 140_000)]
    #expect(refusal(FirstAccord.research("sen", 140_000), by: X0.cael, pending: pending) == nil)
    #expect(
      refusal(FirstAccord.research("aut", 1_000), by: X0.cael, pending: pending)?.name
        == .treasuryTooLow)
  }

  @Test("six actions a turn beside budget orders, none counted where the limit is 0")
  func actions() {
    let free = FirstAccord.scenario { $0.actions = 0 }
    let pending: [Order] =
      ["aster", "borea", "dorn"].map { order(.declare, ["support": .word($0)]) }
      + ["aster", "borea", "dorn"].map { order(.exercise, ["with": .word($0)]) }
    let seventh = order(.practiceReform, [:])
    let over = refusal(seventh, by: X0.cael, pending: pending)
    #expect(over?.name == .tooManyOrders)
    #expect(over?.fields.map(\.value) == ["7", "6"])
    #expect(refusal(FirstAccord.research("sen", 1_000), by: X0.cael, pending: pending) == nil)
    #expect(refusal(seventh, by: X0.cael, pending: pending, scenario: free) == nil)
  }

  @Test("an order outside the menu is refused, but for those always allowed")
  func menu() {
    let small = FirstAccord.scenario { $0.orders = [.fundRD] }
    #expect(refusal(order(.reorganise, [:]), by: 0, scenario: small)?.name == .orderNotHere)
    #expect(refusal(order(.choose, [:]), by: 0, scenario: small) == nil)
  }

  @Test("political capital may not fall below 0")
  func capital() {
    var world = World.start(scenario)
    world.states[X0.dorn].politicalCapital = 240
    #expect(refusal(order(.relaxExport, [:]), by: X0.dorn, in: world) == nil)
    let over = refusal(
      order(.reorganise, [:]), by: X0.dorn, pending: [order(.relaxExport, [:])], in: world)
    #expect(over?.name == .tooLittleCapital)
    #expect(over?.fields.map(\.value) == ["40", "200", "0"])
  }

  @Test(
    "words that name nothing here are refused with the word",
    arguments: [
      (OrderKeyword.fundRD, ["domain": ParameterValue.word("ai"), "money": .integer(1_000)], "ai"),
      (.invest, ["sector": .word("space"), "money": .integer(1_000)], "space"),
      (.produce, ["line": .word("cael-canopy"), "lots": .integer(1_000)], "cael-canopy"),
      (.exercise, ["with": .word("nowhere")], "nowhere"),
      (.exercise, ["with": .word("cael")], "cael"),
      (.withhold, ["duty": .word("D-9.c1.cael")], "D-9.c1.cael"),
      (.pay, ["deal": .word("D-9"), "clause": .word("c1"), "money": .integer(1)], "D-9"),
    ])
  func unknown(
    keyword: OrderKeyword, values: [String: ParameterValue], word: String
  ) {
    let refusal = refusal(order(keyword, values), by: X0.cael)
    #expect(refusal?.name == .unknownID)
    #expect(refusal?.fields.first?.value == word)
  }

  @Test("lines and stock of others are not yours")
  func others() {
    let line = refusal(
      order(.produce, ["line": .word("dorn-canopy"), "lots": .integer(1_000)]), by: X0.cael)
    #expect(line?.name == .notYourLine)
    #expect(line?.fields.map(\.value) == ["dorn-canopy", "dorn"])
    let aid = refusal(
      order(
        .aid,
        ["programme": .word("canopy"), "lots": .integer(20_000), "to": .word("dorn")]),
      by: X0.cael)
    #expect(aid?.name == .stockTooLow)
    #expect(aid?.fields.map(\.value) == ["15000", "20000"])
  }

  @Test("stock is promised once, whatever the orders")
  func stockOnce() {
    let first = order(
      .aid, ["programme": .word("lantern"), "lots": .integer(30_000), "to": .word("cael")])
    let second = order(
      .aid, ["programme": .word("lantern"), "lots": .integer(20_000), "to": .word("dorn")])
    #expect(refusal(second, by: X0.borea, pending: [first])?.name == .stockTooLow)
    #expect(refusal(second, by: X0.borea) == nil)
  }

  @Test("forces need procedures with the partner, and are promised once")
  func deploy() {
    let deploy = order(.deploy, ["partner": .word("cael"), "posture": .integer(1_000)])
    #expect(refusal(deploy, by: X0.dorn) == nil)
    var world = World.start(scenario)
    world.pairs[world.pairIndex(X0.cael, X0.dorn)].layers[1] = 2_900
    let refused = refusal(deploy, by: X0.dorn, in: world)
    #expect(refused?.name == .interoperabilityTooLow)
    #expect(refused?.fields.map(\.value) == ["dorn", "cael", "proc", "2900", "3000"])
  }

  @Test("a tired sector cannot surge")
  func surge() {
    var world = World.start(scenario)
    let surge = order(.surge, ["sector": .word("amd"), "level": .integer(1_000)])
    #expect(refusal(surge, by: X0.dorn, in: world) == nil)
    world.states[X0.dorn].fatigue[Sector.amd.index] = 6_000
    #expect(refusal(surge, by: X0.dorn, in: world)?.name == .surgeExhausted)
  }

  @Test("relaxing and tightening share one rest")
  func exportRest() {
    var world = World.start(scenario)
    var orders = Array(repeating: FirstAccord.nothing, count: 4)
    orders[X0.dorn] = [order(.relaxExport, [:])]
    world = Resolution.resolve(world, orders: orders, scenario: scenario).world
    #expect(refusal(order(.tightenExport, [:]), by: X0.dorn, in: world)?.name == .tooSoon)
    world = world.played(to: 2, scenario: scenario) { _ in
      Array(repeating: FirstAccord.nothing, count: 4)
    }
    #expect(refusal(order(.tightenExport, [:]), by: X0.dorn, in: world) == nil)
  }

  @Test("a declaration rests by partner")
  func declarationRest() {
    var world = World.start(scenario)
    var orders = Array(repeating: FirstAccord.nothing, count: 4)
    orders[X0.dorn] = [order(.declare, ["support": .word("cael")])]
    world = Resolution.resolve(world, orders: orders, scenario: scenario).world
    #expect(
      refusal(order(.declare, ["support": .word("cael")]), by: X0.dorn, in: world)?.name
        == .tooSoon)
    #expect(refusal(order(.declare, ["support": .word("aster")]), by: X0.dorn, in: world) == nil)
  }

  @Test("what the rules let in while entering holds at R1 of the same turn")
  func sameChecks() {
    let given = [
      FirstAccord.research("sen", 40_000), FirstAccord.invest("uas", 10_000),
      order(.securityUpgrade, [:]), order(.practiceReform, [:]),
      order(.declare, ["support": .word("dorn")]),
    ]
    for place in given.indices {
      #expect(refusal(given[place], by: X0.cael, pending: Array(given[..<place])) == nil)
    }
    var orders = Array(repeating: FirstAccord.nothing, count: 4)
    orders[X0.cael] = given
    let result = Resolution.resolve(World.start(scenario), orders: orders, scenario: scenario)
    for entry in result.report.orders[X0.cael] {
      if case .dropped(let reason) = entry.outcome { Issue.record("\(entry.order): \(reason)") }
    }
  }
}
