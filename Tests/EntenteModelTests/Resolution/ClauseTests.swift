import EntenteModel
import Testing

@Suite("Clauses with conditions, pilots, crises, payments")
struct ClauseTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario(turns: 8)
  private let idle = Array(repeating: FirstAccord.nothing, count: 4)

  private func world(_ clauses: [ClauseText], term: DealTerm = DealTerm()) -> World {
    var world = World.start(scenario)
    world.conclude(DealWriter.deal(clauses, term: term), id: "D-1", scenario: scenario)
    return world
  }

  /// Money of duties each turn.
  private func paid(_ world: World, turns: Int) -> [Int] {
    var world = world
    return (1...turns).map { _ in
      let result = Resolution.resolve(world, orders: idle, scenario: scenario)
      world = result.world
      return result.report.duties.filter { $0.debtor == X0.cael }.reduce(0) { $0 + $1.done }
    }
  }

  private func condition(
    _ metric: String, _ comparison: ClauseCondition.Comparison, _ threshold: Int,
    _ action: ClauseCondition.Action
  ) -> ClauseCondition {
    ClauseCondition(
      metric: metric, comparison: comparison, threshold: threshold, action: action)
  }

  private func exercise(_ conditions: [ClauseCondition]) -> ClauseText {
    DealWriter.clause(
      .exercise, ["aster", "cael"], [], ["intensity": .integer(1)], conditions: conditions)
  }

  @Test("a clause that waits for its condition sleeps until the turn after it first holds")
  func activate() {
    let waiting = world([exercise([condition("turn", .atLeast, 2, .activate)])])
    #expect(paid(waiting, turns: 4) == [0, 0, 2_000, 2_000])
  }

  @Test("a clause sleeps while its condition holds, and the deal rests with it")
  func suspend() {
    // The threat of turn 2 is 6654, and R13 of turn 3 reads it.
    let resting = world([exercise([condition("th:marches", .atLeast, 6_600, .suspend)])])
    #expect(paid(resting, turns: 5) == [2_000, 2_000, 2_000, 0, 0])
    let later = resting.played(to: 4, scenario: scenario) { _ in idle }
    #expect(later.deals[0].status == .suspended)
    #expect(later.pairs[later.pairIndex(X0.aster, X0.cael)].depth == 0)
  }

  @Test("a condition steps a number once, from the next turn")
  func step() {
    let growing = world([
      exercise([condition("turn", .atLeast, 1, .step(parameter: "intensity", to: 2))])
    ])
    #expect(paid(growing, turns: 3) == [2_000, 8_000, 8_000])
  }

  @Test("a pilot halves the weight of what it wraps, and ends it at its sunset")
  func pilot() {
    let wrapped = world([
      DealWriter.exercise(["aster", "cael"], intensity: 1),
      DealWriter.clause(
        .pilot, ["aster", "cael"], [],
        ["wraps": .words(["c1"]), "review": .integer(2), "sunset": .integer(2)]),
      DealWriter.clause(.dialogue, ["aster", "cael"]),
    ])
    #expect(paid(wrapped, turns: 4) == [2_000, 2_000, 0, 0])
    let first = wrapped.played(to: 1, scenario: scenario) { _ in idle }
    // Half of 500 for the two turns of the pilot, 200 for the talks.
    #expect(
      first.pairs[first.pairIndex(X0.aster, X0.cael)].depth.value == mb(250, 2_500) + 200)
    let third = wrapped.played(to: 3, scenario: scenario) { _ in idle }
    #expect(third.deals[0].clauses.map(\.hasEnded) == [true, true, false])
  }

  @Test("a crisis clause supports from the turn after the threat reached its trigger")
  func crisis() {
    let allied = world([
      DealWriter.clause(
        .crisis, ["cael", "dorn"], [],
        [
          "theatre": .word("marches"), "trigger": .integer(6_600), "posture": .integer(2_000),
          "turns": .integer(2),
        ])
    ])
    let cost = mb(mb(140_000, 2_000), 1_000)
    // In force from turn 2, whose threat of 6654 triggers it; in turn 4 again.
    #expect(paid(allied, turns: 6) == [0, 0, cost, cost, cost, cost])
    let before = allied.played(to: 2, scenario: scenario) { _ in idle }
    let during = Resolution.resolve(before, orders: idle, scenario: scenario)
    #expect(
      during.world.states[X0.cael].outcome.support
        > before.states[X0.cael].outcome.support + 50)
    let drifted =
      before.trust(of: X0.cael, in: X0.dorn).value
      + mb(5_800 - before.trust(of: X0.cael, in: X0.dorn).value, 200)
    #expect(during.world.trust(of: X0.cael, in: X0.dorn).value == drifted + 400 + 40)
  }

  @Test("support that is refused costs 600 of trust and 800 of conduct")
  func refusal() {
    let allied = world([
      DealWriter.clause(
        .crisis, ["cael", "dorn"], [],
        [
          "theatre": .word("marches"), "trigger": .integer(6_600), "posture": .integer(2_000),
          "turns": .integer(2),
        ])
    ]).played(to: 2, scenario: scenario) { _ in idle }
    var orders = idle
    orders[X0.dorn] = [Order(.withhold, [Parameter("duty", .word("D-1.c1.dorn"))])]
    let result = Resolution.resolve(allied, orders: orders, scenario: scenario)
    #expect(result.report.duties.first { $0.debtor == X0.dorn }?.status == .refused)
    let trust = allied.trust(of: X0.cael, in: X0.dorn).value
    #expect(
      result.world.trust(of: X0.cael, in: X0.dorn).value == trust + mb(5_800 - trust, 200) - 600)
    #expect(result.world.states[X0.dorn].outcome.conduct == -800)
  }

  @Test("a side payment comes in equal parts, the last takes the rest")
  func sidePayment() {
    let paying = world([
      DealWriter.clause(
        .sidepay, ["cael"], ["aster"], ["amount": .integer(10_000), "turns": .integer(3)])
    ])
    #expect(paid(paying, turns: 4) == [3_333, 3_333, 3_334, 0])
    let after = paying.played(to: 3, scenario: scenario) { _ in idle }
    #expect(after.states[X0.aster].treasury.value == 3 * 180_000 + 10_000)
  }

  @Test("talks draw values together by 10 a turn, however many there are")
  func dialogue() {
    let talking = world([
      DealWriter.clause(.dialogue, ["aster", "cael"]),
      DealWriter.clause(.dialogue, ["aster", "cael"]),
    ])
    let after = Resolution.resolve(talking, orders: idle, scenario: scenario).world
    #expect(after.pairs[after.pairIndex(X0.aster, X0.cael)].affinity == 7_010)
  }

  @Test("rdp and basing cost political capital once, when they begin")
  func onceOnly() {
    let opened = world([
      DealWriter.clause(.rdp, ["aster", "cael"]),
      DealWriter.clause(.basing, ["cael"], ["aster"], ["posture": .integer(2_000)]),
    ])
    let idleWorld = World.start(scenario)
    func capital(_ world: World, _ turn: Int) -> Int {
      world.played(to: turn, scenario: scenario) { _ in idle }
        .states[X0.cael].politicalCapital.value
    }
    #expect(capital(opened, 1) == capital(idleWorld, 1))
    #expect(capital(opened, 2) == capital(idleWorld, 2) - 350)
    #expect(capital(opened, 3) == capital(idleWorld, 3) - 350)
  }

  @Test("sustained stock ages half as fast, and the hub is paid for it")
  func sustain() {
    let kept = world([
      DealWriter.clause(
        .sustain, ["aster", "dorn"], [], ["programme": .word("canopy"), "hub": .word("dorn")])
    ]).played(to: 1, scenario: scenario) { _ in idle }
    let stock = kept.states[X0.aster].stock[X0.canopy].value
    let result = Resolution.resolve(kept, orders: idle, scenario: scenario)
    #expect(
      result.world.states[X0.aster].stock[X0.canopy].value == stock - mb(stock, 100))
    let fee = mb(rdiv(stock * 4_000, 1_000), 100)
    #expect(result.report.money.contains { $0.state == X0.dorn && $0.amount.value == fee })
  }

  @Test("shared know-how flows when its papers are through, and makes its receiver a holder")
  func transfer() {
    let taught = world([
      DealWriter.clause(.transfer, ["dorn"], ["aster"], ["domain": .word("sen")])
    ])
    // RAT 90, TSFD 60, LIC 120: 270 days end in turn 2.
    let before = taught.played(to: 1, scenario: scenario) { _ in idle }
    #expect(before.programmes[X0.canopy].taught.isEmpty)
    let start = before.states[X0.aster].technology[Domain.sen.index].value
    let gap = before.states[X0.dorn].technology[Domain.sen.index].value - start
    let after = Resolution.resolve(before, orders: idle, scenario: scenario).world
    #expect(
      after.states[X0.aster].technology[Domain.sen.index].value
        == start + mb(mb(gap, 400), before.states[X0.aster].organisation.value))
    #expect(after.programmes[X0.canopy].taught == [X0.aster])
    // Watched use counts 500 of security: holders 2, sens 3, mean SEC 8000.
    #expect(after.programmes[X0.canopy].leak.value == mb(360, 10_000 - mb(8_000, 8_000)))
  }
}
