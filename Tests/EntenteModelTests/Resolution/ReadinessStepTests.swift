import EntenteModel
import Testing

@Suite("R14-R16: threat, readiness, politics")
struct ReadinessStepTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario(turns: 8)
  private let idle = Array(repeating: FirstAccord.nothing, count: 4)

  private func play(_ state: Int, _ orders: [Order]) -> Resolution.Result {
    var all = idle
    all[state] = orders
    return Resolution.resolve(World.start(scenario), orders: all, scenario: scenario)
  }

  private func money(_ keyword: OrderKeyword, _ amount: Int) -> Order {
    Order(keyword, [Parameter("money", .integer(amount))])
  }

  @Test("bought readiness counts this turn and for nobody else")
  func boughtReadiness() {
    let plain = play(X0.cael, X0.nothing).world
    let bought = play(X0.cael, [money(.readiness, 14_000)]).world
    #expect(
      bought.states[X0.cael].outcome.readiness == plain.states[X0.cael].outcome.readiness + 200)
    #expect(bought.states[X0.aster].outcome.support == plain.states[X0.aster].outcome.support)
    let most = play(X0.cael, [money(.readiness, 100_000)]).world
    #expect(most.states[X0.cael].outcome.readiness == plain.states[X0.cael].outcome.readiness + 500)
  }

  @Test("cheap means stay, up to 1500")
  func asymmetric() {
    let one = play(X0.cael, [money(.asym, 20_000)]).world
    #expect(one.states[X0.cael].asymmetric == 500)
    let most = play(X0.cael, [money(.asym, 100_000)]).world
    #expect(most.states[X0.cael].asymmetric == 1_500)
  }

  @Test("deployed forces count with their posture and are paid")
  func deploy() {
    var world = World.start(scenario)
    world.states[X0.dorn].treasury = 100_000
    let order = Order(
      .deploy, [Parameter("partner", .word("cael")), Parameter("posture", .integer(1_500))])
    var orders = idle
    orders[X0.dorn] = [order]
    let result = Resolution.resolve(world, orders: orders, scenario: scenario).world
    let plain = Resolution.resolve(world, orders: idle, scenario: scenario).world
    #expect(result.states[X0.cael].outcome.support > plain.states[X0.cael].outcome.support)
    #expect(
      plain.states[X0.dorn].treasury - result.states[X0.dorn].treasury
        == Money(mb(mb(360_000, 1_500), 1_000)))
    let composite = result.pairs[result.pairIndex(X0.cael, X0.dorn)].composite.value
    let contribution = mb(
      mb(mb(result.states[X0.dorn].outcome.readiness.value, 1_500), composite),
      result.trust(of: X0.cael, in: X0.dorn).value)
    #expect(result.states[X0.cael].outcome.support.value >= contribution)
  }

  @Test("political capital grows by 150, work at home and threat, and pays for levers")
  func capital() {
    let result = play(X0.dorn, [Order(.relaxExport, [])]).world
    let dorn = result.states[X0.dorn]
    let income =
      150 + min(300, fdiv(dorn.ledger.domesticWork.value, 5_000))
      + mb(200, result.threat[0].value)
    #expect(dorn.politicalCapital.value == 5_500 - 200 + income)
    #expect(dorn.exportStrictness == 9_200)
  }

  @Test("a content rule is popular to raise and unpopular to lower")
  func content() {
    func order(_ level: Int) -> [Order] { [Order(.setBN, [Parameter("level", .integer(level))])] }
    let plain = play(X0.dorn, X0.nothing).world.states[X0.dorn]
    let raised = play(X0.dorn, order(7_500)).world.states[X0.dorn]
    let lowered = play(X0.dorn, order(0)).world.states[X0.dorn]
    #expect(raised.politicalCapital == plain.politicalCapital + 100)
    #expect(lowered.politicalCapital == plain.politicalCapital - 300)
    #expect(raised.contentThreshold == 7_500 && lowered.contentThreshold == 0)
  }

  @Test("a declaration is trusted by 50 in the state it is for")
  func declaration() {
    let result = play(X0.dorn, [Order(.declare, [Parameter("support", .word("cael"))])]).world
    #expect(result.trust(of: X0.cael, in: X0.dorn) == 5_556)
    #expect(result.trust(of: X0.aster, in: X0.dorn) == 5_506)
  }

  @Test("a security upgrade costs 6000 and raises security by 8 points")
  func upgrade() {
    let result = play(X0.cael, [Order(.securityUpgrade, [])])
    #expect(result.world.states[X0.cael].security == 5_800)
    #expect(result.world.states[X0.cael].treasury == 134_000)
    var orders = idle
    orders[X0.cael] = [Order(.securityUpgrade, [])]
    let again = Resolution.resolve(result.world, orders: orders, scenario: scenario)
    guard case .dropped(let reason) = again.report.orders[X0.cael][0].outcome else {
      Issue.record("a lever rests for a turn")
      return
    }
    #expect(reason.name == .tooSoon)
    #expect(reason.fields == ["last=1", "next=3"])
  }

  @Test("the threat is path, events and technology, less the most salient group")
  func threat() {
    var world = World.start(scenario)
    let event = InjectEffect(
      path: .threat, object: "marches", operation: .add, amount: 1_000, turns: 1)
    world.apply([event], of: "x", to: [], scenario: scenario)
    let first = Resolution.resolve(world, orders: idle, scenario: scenario).world
    #expect(first.threat == [7_345])
    #expect(first.adversary[Domain.sen.index] == 6_144)
    let second = Resolution.resolve(first, orders: idle, scenario: scenario).world
    #expect(second.threat[0].value == 6_300 + mb(600, 5_894))
  }

  @Test("a crisis test gives or takes political capital by 60% of the pressure")
  func crisisTest() {
    var world = World.start(scenario)
    let test = InjectEffect(
      path: .crisisTest, object: "", operation: .add, amount: 300, turns: 1)
    world.apply([test], of: "x0-crisis", to: [], scenario: scenario)
    let result = Resolution.resolve(world, orders: idle, scenario: scenario)
    let plain = Resolution.resolve(World.start(scenario), orders: idle, scenario: scenario).world
    #expect(result.report.crises.map(\.passed) == [false, false, false, true])
    for state in 0..<4 {
      let change = result.report.crises[state].passed ? 300 : -300
      #expect(
        result.world.states[state].politicalCapital.value
          == plain.states[state].politicalCapital.value + change)
    }
    let later = Resolution.resolve(result.world, orders: idle, scenario: scenario)
    #expect(later.report.crises.isEmpty)
  }

  @Test("a meter that fires blames the holder with the weakest security")
  func leak() {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([DealWriter.licprod("borea", "cael", "lantern")]), id: "D-1",
      scenario: scenario)
    world = world.played(to: 1, scenario: scenario) { _ in idle }
    world.programmes[X0.lantern].leak = 9_950
    let adversary = world.adversary[Domain.aut.index].value
    let before = world
    let result = Resolution.resolve(world, orders: idle, scenario: scenario)
    #expect(result.report.leaks.map(\.blamed) == [X0.cael])
    #expect(result.world.programmes[X0.lantern].leak == 2_000)
    #expect(result.world.adversary[Domain.aut.index].value == adversary + 144 + 600)
    let trust = before.trust(of: X0.dorn, in: X0.cael).value
    #expect(
      result.world.trust(of: X0.dorn, in: X0.cael).value == trust + mb(5_800 - trust, 200) - 800)
  }

  @Test("requirements changed for a time come back, rounded up to whole lots meanwhile")
  func requirement() {
    var world = World.start(scenario)
    let effect = InjectEffect(
      path: .requirement, object: "amd", operation: .multiply, amount: 15_001, turns: 1)
    world.apply([effect], of: "x", to: [X0.aster], scenario: scenario)
    #expect(world.states[X0.aster].requirement == [136_000, 80_000])
    #expect(world.states[X0.cael].requirement == [80_000, 200_000])
    let after = Resolution.resolve(world, orders: idle, scenario: scenario).world
    #expect(after.states[X0.aster].requirement == [90_000, 80_000])
  }

  @Test("a choice acts before the orders")
  func choice() {
    let explain = ChoiceMade(
      inject: "x0-assembly", state: X0.dorn, option: "explain",
      effects: [
        InjectEffect(
          path: .politicalCapital, object: "dorn", operation: .add, amount: -200, turns: 0)
      ])
    let world = World.start(scenario)
    let chosen = Resolution.resolve(
      world, orders: idle, choices: [explain], scenario: scenario
    ).world
    let plain = Resolution.resolve(world, orders: idle, scenario: scenario).world
    #expect(
      chosen.states[X0.dorn].politicalCapital == plain.states[X0.dorn].politicalCapital - 200)
  }
}
