import EntenteModel
import Testing

@Suite("Duties: kept, late, partly made good, broken")
struct DutyTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario(turns: 8)
  private let idle = Array(repeating: FirstAccord.nothing, count: 4)

  /// Aster and Cael keep a standard together; Cael's treasury is emptied as each test says.
  private func standard(disputes: DealGovernance.Disputes = .consult) -> World {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal(
        [DealWriter.standard(["aster", "cael"])],
        governance: DealGovernance(disputes: disputes)), id: "D-1", scenario: scenario)
    // It is in force from turn 2.
    return world.played(to: 1, scenario: scenario) { _ in idle }
  }

  /// One turn in which Cael has just `money` to spend.
  private func turn(_ world: World, caelHas money: Int) -> Resolution.Result {
    var world = world
    world.states[X0.cael].treasury = 0
    world.states[X0.cael].budget = Money(money)
    return Resolution.resolve(world, orders: idle, scenario: scenario)
  }

  private func status(_ result: Resolution.Result, of debtor: Int) -> DutyResult.Status? {
    result.report.duties.first { $0.debtor == debtor }?.status
  }

  private func trustInCael(_ world: World) -> Int {
    world.trust(of: X0.aster, in: X0.cael).value
  }

  /// Trust after the drift alone.
  private func drifted(_ trust: Int) -> Int { trust + mb(5_800 - trust, 200) }

  @Test("a duty that is paid is met and earns 40 points of trust")
  func met() {
    let before = standard()
    let result = turn(before, caelHas: 3_000)
    #expect(status(result, of: X0.cael) == .met)
    #expect(trustInCael(result.world) == drifted(trustInCael(before)) + 40)
  }

  @Test("the first shortfall is late and stays owed on top")
  func late() {
    let before = standard()
    let result = turn(before, caelHas: 1_000)
    #expect(status(result, of: X0.cael) == .late)
    #expect(trustInCael(result.world) == drifted(trustInCael(before)) - 120)
    #expect(result.world.deals[0].clauses[0].arrears.map(\.amount) == [2_000])
    #expect(result.world.states[X0.cael].outcome.conduct == -100)
    let next = turn(result.world, caelHas: 5_000)
    #expect(status(next, of: X0.cael) == .met)
    #expect(next.world.deals[0].clauses[0].arrears.isEmpty)
  }

  @Test("half of the arrears cleared is partial, and a second time it is a breach")
  func partial() {
    var result = turn(standard(), caelHas: 1_000)
    result = turn(result.world, caelHas: 1_000)
    #expect(status(result, of: X0.cael) == .partial)
    #expect(result.world.deals[0].clauses[0].arrears.map(\.amount) == [4_000])
    let before = trustInCael(result.world)
    result = turn(result.world, caelHas: 6_000)
    #expect(status(result, of: X0.cael) == .breach)
    #expect(trustInCael(result.world) == drifted(before) - 2_000)
    #expect(result.world.deals[0].clauses[0].arrears.isEmpty)
    #expect(result.world.disputes.count == 1)
  }

  @Test("less than half of the arrears cleared is a breach at once, seen by everybody")
  func breach() {
    var result = turn(standard(), caelHas: 0)
    let observer = result.world.trust(of: X0.dorn, in: X0.cael).value
    result = turn(result.world, caelHas: 1_000)
    #expect(status(result, of: X0.cael) == .breach)
    #expect(result.world.trust(of: X0.dorn, in: X0.cael).value == drifted(observer) - 500)
    #expect(result.world.states[X0.cael].outcome.conduct == -900)
    #expect(result.world.disputes[0].amount == 5_000)
    #expect(result.world.disputes[0].victims == [X0.aster])
    // Declared once: the next shortfall is late, not a second breach.
    result = turn(result.world, caelHas: 0)
    #expect(status(result, of: X0.cael) == .late)
  }

  @Test("who pays the lost arrears before the next R13 settles the dispute and is trusted again")
  func settlement() {
    var result = turn(turn(standard(), caelHas: 0).world, caelHas: 0)
    #expect(result.world.disputes.count == 1)
    let before = trustInCael(result.world)
    var world = result.world
    world.states[X0.cael].budget = 20_000
    var orders = idle
    orders[X0.cael] = [
      Order(
        .pay,
        [
          Parameter("deal", .word("D-1")), Parameter("clause", .word("c1")),
          Parameter("money", .integer(6_000)),
        ])
    ]
    result = Resolution.resolve(world, orders: orders, scenario: scenario)
    #expect(result.report.orders[X0.cael].map(\.outcome) == [.done])
    #expect(result.world.disputes[0].isSettled)
    #expect(trustInCael(result.world) == drifted(before) + 1_000 + 40)
    #expect(result.report.disputes.map(\.change) == [.settled])
  }

  @Test("an arbiter awards the loss two turns later, at most 10000 where no penalty is written")
  func award() {
    var result = turn(turn(standard(disputes: .arbiter), caelHas: 0).world, caelHas: 0)
    result = turn(result.world, caelHas: 3_000)
    #expect(result.report.disputes.isEmpty)
    let aster = result.world.states[X0.aster].treasury
    result = turn(result.world, caelHas: 9_000)
    #expect(result.report.disputes.map(\.change) == [.awarded])
    #expect(result.report.disputes.map(\.amount) == [6_000])
    let income = result.world.states[X0.aster].treasury.value - aster.value
    #expect(income == 180_000 + 6_000 - 3_000)
  }

  @Test("a withheld duty is late although the money is there")
  func withheld() {
    let world = standard()
    var orders = idle
    orders[X0.cael] = [Order(.withhold, [Parameter("duty", .word("D-1.c1.cael"))])]
    let result = Resolution.resolve(world, orders: orders, scenario: scenario)
    #expect(status(result, of: X0.cael) == .late)
    #expect(status(result, of: X0.aster) == .met)
  }

  @Test(
    "a victim may let its clauses sleep two turns after the breach, no heavier than the broken one")
  func suspension() {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([
        DealWriter.standard(["aster", "cael"]),
        DealWriter.exercise(["aster", "cael"], intensity: 1),
        DealWriter.gsoia(["aster", "cael"]),
      ]), id: "D-1", scenario: scenario)
    world = world.played(to: 1, scenario: scenario) { _ in idle }
    world = turn(turn(world, caelHas: 0).world, caelHas: 0).world
    #expect(world.disputes.map(\.clause) == ["c1", "c2"])
    func suspend(_ clauses: [String]) -> Order {
      Order(
        .suspendClauses,
        [Parameter("deal", .word("D-1")), Parameter("clauses", .words(clauses))])
    }
    func refusal(_ order: Order, by state: Int) -> RefusalName? {
      OrderRules.check(order, by: state, pending: [], in: world, scenario: scenario)?.name
    }
    #expect(refusal(suspend(["c2"]), by: X0.aster) == .prerequisiteMissing, "one turn of grace")
    world = turn(world, caelHas: 0).world
    #expect(refusal(suspend(["c2"]), by: X0.aster) == nil)
    #expect(refusal(suspend(["c1", "c2"]), by: X0.aster) == .prerequisiteMissing, "too heavy")
    #expect(refusal(suspend(["c2"]), by: X0.cael) == .prerequisiteMissing, "no victim")
    var orders = idle
    orders[X0.aster] = [suspend(["c2"])]
    let result = Resolution.resolve(world, orders: orders, scenario: scenario)
    #expect(result.world.deals[0].clauses[1].isSuspended)
    #expect(result.report.duties.allSatisfy { $0.clause != "c2" })
    orders[X0.aster] = [
      Order(
        .resumeClauses,
        [Parameter("deal", .word("D-1")), Parameter("clauses", .words(["c2"]))])
    ]
    let awake = Resolution.resolve(result.world, orders: orders, scenario: scenario)
    #expect(!awake.world.deals[0].clauses[1].isSuspended)
  }

  @Test("missing lots are excused where an event cut the line, and are not owed later")
  func excused() {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([DealWriter.offtake("dorn", ["cael"], "canopy", lots: 30)]), id: "D-1",
      scenario: scenario)
    world = world.played(to: 2, scenario: scenario) { _ in idle }
    let effect = InjectEffect(
      path: .lineOutput, object: "dorn-canopy", operation: .multiply, amount: 5_000, turns: 1)
    world.apply([effect], of: "x0-shortage", to: [], scenario: scenario)
    let result = Resolution.resolve(world, orders: idle, scenario: scenario)
    let duty = result.report.duties.first { !$0.isMoney }
    #expect(duty?.status == .excused)
    #expect(duty?.done == 20_000, "half of the line's 40 lots")
    #expect(result.world.deals[0].clauses[0].arrears.isEmpty)
    #expect(result.world.effects.isEmpty, "the event is over")
  }

  @Test("a buyer without money gets what it can pay, is late, and the seller is excused")
  func poorBuyer() {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([
        DealWriter.offtake("borea", ["cael"], "lantern", lots: 10, price: .integer(1_000))
      ]), id: "D-1", scenario: scenario)
    world = world.played(to: 2, scenario: scenario) { _ in idle }
    let result = turn(world, caelHas: 4_000)
    let lots = result.report.duties.first { !$0.isMoney }
    let money = result.report.duties.first { $0.isMoney }
    #expect(lots?.status == .excused)
    #expect(lots?.done == 4_000)
    #expect(money?.status == .late)
    #expect(money?.left == 6_000)
    #expect(result.world.states[X0.cael].treasury == 0)
  }

  @Test("obligations met earn at most 160 a turn and pair")
  func manyDuties() {
    var world = World.start(scenario)
    for number in 0..<6 {
      world.conclude(
        DealWriter.deal([DealWriter.exercise(["aster", "cael"], intensity: 1)]),
        id: DealID("D-\(number)"), scenario: scenario)
    }
    world = world.played(to: 1, scenario: scenario) { _ in idle }
    let before = trustInCael(world)
    let next = Resolution.resolve(world, orders: idle, scenario: scenario)
    #expect(next.report.duties.count == 12)
    #expect(trustInCael(next.world) == drifted(before) + 160)
  }

  @Test("signatures earn 100, ratifications 150, a withdrawal costs 400, one at once 1200")
  func trustOfDeals() {
    let signed = standard()
    #expect(trustInCael(signed) == drifted(5_500) + 100 + 150)
    for (now, cost) in [(false, 400), (true, 1_200)] {
      var world = signed
      world.deals[0] = Lifecycle.denounced(
        world.deals[0], by: X0.cael, now: now, in: world)
      let result = Resolution.resolve(world, orders: idle, scenario: scenario)
      let met = now ? 0 : 40
      #expect(trustInCael(result.world) == drifted(trustInCael(signed)) - cost + met)
      #expect((result.world.deals[0].status == .ended) == now)
    }
  }

  @Test("who leaves pays the penalty in the turn of leaving, twice if at once")
  func penalty() {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal(
        [DealWriter.exercise(["aster", "borea", "cael"], intensity: 1)],
        term: DealTerm(notice: 1, penalty: 7_000)), id: "D-1", scenario: scenario)
    world.deals[0] = Lifecycle.denounced(world.deals[0], by: X0.cael, now: false, in: world)
    let first = Resolution.resolve(world, orders: idle, scenario: scenario)
    #expect(first.report.money.allSatisfy { $0.purpose != .penalty })
    let second = Resolution.resolve(first.world, orders: idle, scenario: scenario)
    let paid = second.report.money.filter { $0.purpose == .penalty }.map(\.amount)
    #expect(paid == [-3_500, 3_500, -3_500, 3_500])
    #expect(second.world.deals[0].bound == [X0.aster, X0.borea])
    #expect(second.world.deals[0].status == .inForce)
    world.deals[0] = Lifecycle.denounced(world.deals[0], by: X0.cael, now: true, in: world)
    let abrupt = Resolution.resolve(world, orders: idle, scenario: scenario)
    let twice = abrupt.report.money.filter { $0.purpose == .penalty && $0.amount < 0 }
    #expect(twice.map(\.amount) == [-7_000, -7_000])
  }

  @Test("an expired deal makes no duties; gsoia and reexport bind on")
  func expiry() {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal(
        [
          DealWriter.exercise(["aster", "cael"], intensity: 1),
          DealWriter.gsoia(["aster", "cael"]),
        ], term: DealTerm(duration: 2)), id: "D-1", scenario: scenario)
    var statuses: [Deal.Status] = []
    for _ in 1...4 {
      world = Resolution.resolve(world, orders: idle, scenario: scenario).world
      statuses.append(world.deals[0].status)
    }
    // `gsoia` is of class B: the whole deal takes effect in turn 2.
    #expect(statuses == [.concluded, .inForce, .inForce, .ended])
    #expect(world.deals[0].ending == .expired)
    #expect(world.deals[0].clauses.map(\.hasEnded) == [true, false])
  }
}
