import Testing

@testable import EntenteModel

/// What a look ahead says a deal is for, and what stages and treaties add.
struct DealReadingTests {
  private let bench = Bench()

  private func effect(_ terms: [ScoreTerm: Int], nearness: Int = 0) -> PreviewEffect {
    PreviewEffect(
      state: 0, terms: ScoreTerm.allCases.map { terms[$0] ?? 0 }, national: 0, leak: 0,
      dependence: 0, dependenceAfter: 0, treasury: 0, nearness: nearness)
  }

  @Test("the declared purpose stands beside what most of the effect is")
  func purpose() {
    let safe = [effect([.sec: 300, .econ: 100])]
    let able = [effect([.sec: 10, .tech: 200, .econ: 100])]
    #expect(PurposeReading(declared: .assure, effects: safe).isKept)
    #expect(PurposeReading(declared: .enhance, effects: safe).measured == .assure)
    #expect(PurposeReading(declared: .enhance, effects: able).isKept)
    #expect(PurposeReading(declared: .assure, effects: able).measured == .enhance)
    // Losses are no effect a text is for.
    let idle = [effect([.sec: -50, .cost: -20, .int: 400])]
    #expect(PurposeReading(declared: .signal, effects: idle).isKept)
    // 30 x 10 = 300 against 15 x 20 = 300: the parties' own word holds.
    let even = [effect([.sec: 10, .econ: 20])]
    #expect(PurposeReading(declared: .assure, effects: even).isKept)
    #expect(PurposeReading(declared: .enhance, effects: even).isKept)
  }

  @Test("motives are split into safety, nearness to the strongest, and work and knowledge")
  func motives() throws {
    // 30 x 100 = 3000; 10 x 200 = 2000; 15 x 100 + 15 x 100 + 10 x 200 = 5000.
    let motive = try #require(
      DealMotive(
        of: effect([.sec: 100, .econ: 100, .cost: 100, .tech: 200], nearness: 200)))
    #expect(motive.threat == 3_000 && motive.alignment == 2_000 && motive.participation == 5_000)
    // What gets worse does not count against what gets better.
    let one = try #require(DealMotive(of: effect([.sec: 50, .econ: -900], nearness: -40)))
    #expect(one.threat == 10_000 && one.alignment == 0 && one.participation == 0)
    #expect(DealMotive(of: effect([.lat: 500])) == nil)
  }

  @Test("a sale to the frontline is safety for the buyer and work for the seller")
  func sale() throws {
    let result = Preview.of(
      Texts.boreaToCael, reader: nil, orders: bench.scenario.states.map { _ in [] },
      in: bench.world, scenario: bench.scenario)
    let buyer = try #require(result.effect(on: Bench.cael).flatMap { DealMotive(of: $0) })
    let seller = try #require(result.effect(on: Bench.borea).flatMap { DealMotive(of: $0) })
    #expect(buyer.threat > buyer.participation)
    #expect(seller.participation > seller.threat)
    #expect(result.purpose == PurposeReading(declared: .enhance, effects: result.parties))
  }

  @Test("each stage adds what the groups lose without its clauses")
  func stages() throws {
    let states: [StateID] = ["aster", "borea", "cael"]
    let scenario = JointPlay.changed(parameters: { $0.theta = 100 })
    let text = DealWriter.deal([
      DealWriter.exercise(states, intensity: 2), DealWriter.standard(states),
      DealWriter.clause(.acsa, states), DealWriter.clause(.dialogue, states),
    ])
    let start = JointPlay(text.clauses, in: scenario).world
    let orders = scenario.states.map { _ in FirstAccord.nothing }
    func formation(_ start: World) -> Int {
      let world = start.played(to: start.turn + 3, scenario: scenario) { _ in orders }
      let levels = world.groups.map(\.formation.value)
      return levels.isEmpty ? 0 : rdiv(levels.reduce(0, +), levels.count)
    }
    let found = StageContribution.of(start, orders: orders, scenario: scenario)
    #expect(found.map(\.stage) == Stage.allCases)
    // By hand: the same turns without the clauses of a stage.
    for entry in found {
      var world = start
      for (place, clause) in text.clauses.enumerated()
      where clause.kind.entry.stage == entry.stage {
        world.deals[0].clauses[place].hasEnded = true
      }
      #expect(entry.formation == formation(start) - formation(world))
    }
    #expect(found.contains { $0.formation > 0 })
  }

  private func played(_ start: World) -> World {
    start.played(to: start.turn + 3, scenario: bench.scenario) { _ in
      bench.scenario.states.map { _ in FirstAccord.nothing }
    }
  }

  @Test("formal pacts deepen by what their states do, and are reported apart from groups")
  func formalTies() throws {
    var world = bench.world
    let pair = world.pairIndex(Bench.aster, Bench.cael)
    world.pairs[pair].formalTreaty = true
    let start = FormalTies(in: world, scenario: bench.scenario)
    #expect(start.pairs == 1 && start.pairsAtStart == 0)
    #expect(start.composite == world.pairs[pair].composite)
    world.conclude(
      DealWriter.deal([DealWriter.exercise(["aster", "cael"], intensity: 3)]), id: "D-EX",
      scenario: bench.scenario)
    let after = FormalTies(in: played(world), scenario: bench.scenario)
    #expect(after.composite > start.composite && after.pairs == 1)
    #expect(played(world).groups.isEmpty)
  }

  @Test("delivered at need counts what is in store against what is needed, turn by turn")
  func deliveredAtNeed() {
    let scenario = bench.scenario
    var needed = 0
    var met = 0
    var world = bench.world
    while world.turn <= scenario.parameters.turns {
      world = played(world, turns: 1)
      for state in scenario.states.indices {
        for (programme, card) in scenario.programmes.enumerated() {
          let need = world.states[state].requirement[programme].value
          let have = min(need, world.states[state].stock[programme].value)
          needed += rdiv(need * card.listCost.value, 1_000)
          met += rdiv(have * card.listCost.value, 1_000)
        }
      }
    }
    #expect(world.tally.needed == needed && world.tally.deliveredAtNeed == met && met > 0)
  }

  private func played(_ world: World, turns: Int) -> World {
    world.played(to: world.turn + turns - 1, scenario: bench.scenario) { _ in
      bench.scenario.states.map { _ in FirstAccord.nothing }
    }
  }
}
