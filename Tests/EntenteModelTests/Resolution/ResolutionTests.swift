import EntenteModel
import Testing

@Suite("A whole resolution of first-accord")
struct ResolutionTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario()
  private let idle = Array(repeating: FirstAccord.nothing, count: 4)
  private let all: [StateID] = ["aster", "borea", "cael", "dorn"]

  @Test("the world starts with the cards' figures, an empty treasury and a judged situation")
  func startOfTheWorld() {
    let world = World.start(scenario)
    #expect(world.turn == 1)
    #expect(world.states.allSatisfy { $0.treasury == 0 })
    // Path 6000 and mb(600, 5750) of the adversary's technology.
    #expect(world.threat == [6_345])
    #expect(world.states.map(\.outcome.reputation) == [5_500, 5_500, 5_500, 5_500])
    #expect(world.states[X0.cael].outcome.pressure == 6_028)
    // A canopy of 1875, weight 6000: 1125, times 5000 + 3000/2.
    #expect(world.states[X0.cael].outcome.readiness == 731)
    #expect(world.lines.map(\.unitCost) == [600, 4_000])
  }

  @Test("without deals the final gaps are those of the prototype but for the order of EQ26")
  func nobodyDeals() {
    // The prototype raised the adversary's technology before the threat: TH 8380 instead of 8371,
    // which is 9 bp of threat, and 9, 4 and 5 bp of gap by exposure. The rule reads the snapshot of
    // the step.
    let gaps = finalGaps { _ in }
    #expect(gaps == [2_224, 2_635, 7_302, 0])
    let prototype = [2_228, 2_640, 7_311]
    let exposure = [4_000, 6_000, 9_500]
    for state in 0..<3 {
      #expect(
        prototype[state] - gaps[state] == mb(8_380, exposure[state]) - mb(8_371, exposure[state]))
    }
  }

  @Test("purchases and operations close more of Cael's gap together than apart")
  func complements() {
    let none = finalGaps { _ in }[X0.cael]
    let bought = finalGaps { buy(&$0) }[X0.cael]
    let operated = finalGaps { operate(&$0) }[X0.cael]
    let both = finalGaps {
      buy(&$0)
      operate(&$0)
    }[X0.cael]
    #expect(none - both > (none - bought) + (none - operated))
    #expect(both <= 4_000, "Cael's first card needs both")
    #expect(bought > 4_000 && operated > 4_000)
  }

  @Test("the lantern meter gains 94, 119, 144, 168 with Borea alone; canopy gains nothing")
  func leaksAlone() {
    var world = World.start(scenario)
    var meters: [Int] = []
    while world.turn <= 4 {
      world = Resolution.resolve(world, orders: idle, scenario: scenario).world
      meters.append(world.programmes[X0.lantern].leak.value)
    }
    #expect(meters == [94, 213, 357, 525])
    #expect(world.programmes[X0.canopy].leak == 0)
  }

  @Test("lantern reaches 760 if Cael holds a line from turn 2, 898 with Aster too")
  func leaksWithHolders() {
    func meter(_ licensees: [StateID]) -> Int {
      var world = World.start(scenario)
      for (number, licensee) in licensees.enumerated() {
        world.conclude(
          DealWriter.deal([DealWriter.licprod("borea", licensee, "lantern")]),
          id: DealID("D-\(number)"), scenario: scenario)
      }
      return world.played(to: 4, scenario: scenario) { _ in idle }
        .programmes[X0.lantern].leak.value
    }
    #expect(meter(["cael"]) == 760)
    #expect(meter(["cael", "aster"]) == 898)
  }

  @Test("canopy gains 137 a turn with a holder in Aster")
  func canopyLeak() {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([DealWriter.licprod("dorn", "aster", "canopy")]), id: "D-1",
      scenario: scenario)
    let meters = (1...3).map { last in
      world.played(to: last, scenario: scenario) { _ in idle }.programmes[X0.canopy].leak.value
    }
    #expect(meters == [0, 137, 274])
  }

  @Test("a state that gives no order repeats its budget orders, in turn 1 those of its card")
  func habit() {
    let start = World.start(scenario)
    let silent = [[Order]](repeating: [], count: 4)
    let first = Resolution.resolve(start, orders: silent, scenario: scenario)
    #expect(first.report.usedHabit == [true, true, true, true])
    #expect(first.report.orders[X0.borea].map(\.order) == scenario.states[X0.borea].defaultOrders)
    let own = [FirstAccord.research("sen", 5_000)]
    let second = Resolution.resolve(
      start, orders: [own, X0.nothing, own, own], scenario: scenario)
    let third = Resolution.resolve(second.world, orders: silent, scenario: scenario)
    #expect(third.report.orders[X0.aster].map(\.order) == own)
    #expect(third.report.orders[X0.borea].isEmpty)
  }

  @Test("the same inputs give the same world and the same report")
  func determinism() {
    var world = World.start(scenario)
    buy(&world)
    operate(&world)
    let silent = [[Order]](repeating: [], count: 4)
    let one = Resolution.resolve(world, orders: silent, scenario: scenario)
    let other = Resolution.resolve(world, orders: silent, scenario: scenario)
    #expect(one.world == other.world)
    #expect(one.report == other.report)
  }

  @Test("after the last turn the world stands at T + 1 with final scores")
  func lastTurn() {
    let world = World.start(scenario).played(to: 4, scenario: scenario) { _ in idle }
    #expect(world.turn == 5)
    for state in world.states {
      let outcome = state.outcome
      let final = clamp(
        mb(outcome.national.value, 8_000) + outcome.privateCards + outcome.conduct, 0, 10_000)
      #expect(outcome.final.value == final)
      #expect(outcome.terms.count == 6)
    }
    #expect((1...10_000).contains(world.collective.value))
  }

  // MARK: What the prototype played

  private func buy(_ world: inout World) {
    world.conclude(
      DealWriter.deal([DealWriter.offtake("dorn", ["cael"], "canopy", lots: 20)]), id: "D-1",
      scenario: scenario)
    world.conclude(
      DealWriter.deal([DealWriter.offtake("borea", ["cael"], "lantern", lots: 15)]), id: "D-2",
      scenario: scenario)
  }

  private func operate(_ world: inout World) {
    world.conclude(
      DealWriter.deal([
        DealWriter.exercise(all, intensity: 2), DealWriter.standard(all),
        DealWriter.clause(.acsa, all), DealWriter.gsoia(all),
      ]), id: "D-3", scenario: scenario)
    world.conclude(
      DealWriter.deal([
        DealWriter.clause(
          .basing, ["cael"], ["aster", "borea", "dorn"], ["posture": .integer(3_000)])
      ]), id: "D-4", scenario: scenario)
  }

  /// Final gaps with the crisis of turn 4.
  private func finalGaps(_ prepare: (inout World) -> Void) -> [Int] {
    var world = World.start(scenario)
    prepare(&world)
    while world.turn <= 4 {
      if world.turn == 4 {
        let crisis = InjectEffect(
          path: .threat, object: "marches", operation: .add, amount: 1_000, turns: 1)
        world.apply([crisis], of: "x0-crisis", to: [], scenario: scenario)
      }
      world = Resolution.resolve(world, orders: idle, scenario: scenario).world
    }
    return world.states.map { $0.outcome.gap.value }
  }
}
