import EntenteModel
import Testing

@Suite("R17: groups and scores")
struct GroupStepTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario(turns: 8)
  private let idle = Array(repeating: FirstAccord.nothing, count: 4)

  private func bound(_ states: [StateID], _ id: DealID, in world: inout World) {
    world.conclude(
      DealWriter.deal([
        DealWriter.exercise(states, intensity: 1), DealWriter.standard(states),
        DealWriter.gsoia(states), DealWriter.clause(.rdp, states),
      ]), id: id, scenario: scenario)
  }

  @Test("the depth of a tie is the sum of its clauses, half while only concluded")
  func depth() {
    var world = World.start(scenario)
    bound(["aster", "cael"], "D-1", in: &world)
    let first = Resolution.resolve(world, orders: idle, scenario: scenario).world
    let pair = first.pairIndex(X0.aster, X0.cael)
    // 500 + 700 + 700 + 600, all of eight turns, concluded but not in force.
    #expect(first.pairs[pair].depth == 1_250)
    let second = Resolution.resolve(first, orders: idle, scenario: scenario).world
    #expect(second.pairs[pair].depth == 2_500)
    let trust =
      second.trust(of: X0.aster, in: X0.cael).value + second.trust(of: X0.cael, in: X0.aster).value
    #expect(second.pairs[pair].weight.value == mb(2_500, rdiv(trust, 2)))
    #expect(second.groups.isEmpty, "two states are a dyad")
  }

  @Test("three states with every pair at the threshold are a group that keeps its name")
  func groupIsFound() throws {
    var world = World.start(scenario)
    bound(["aster", "cael", "dorn"], "D-1", in: &world)
    let first = Resolution.resolve(world, orders: idle, scenario: scenario)
    #expect(first.world.groups.isEmpty)
    let second = Resolution.resolve(first.world, orders: idle, scenario: scenario)
    let group = try #require(second.world.groups.first)
    #expect(group.name == "G1")
    #expect(group.members == [X0.aster, X0.cael, X0.dorn])
    #expect(group.speed == 1)
    #expect(group.formation == 2_500)
    #expect(second.report.groups.map(\.change) == [.found])
    // A fourth joins by its own deals: three of four members in common keep the name.
    var larger = second.world
    bound(["aster", "borea", "cael", "dorn"], "D-2", in: &larger)
    let third = Resolution.resolve(larger, orders: idle, scenario: scenario)
    let fourth = Resolution.resolve(third.world, orders: idle, scenario: scenario)
    #expect(fourth.world.groups.map(\.name) == ["G1"])
    #expect(fourth.world.groups[0].members.count == 4)
    #expect(fourth.world.groups[0].detectedTurn == 2)
    let term = fourth.world.states[X0.aster].outcome.terms[ScoreTerm.int.index]
    #expect(term == fourth.world.groups[0].interoperability)
  }

  @Test("a group in the theatre lowers the threat of the next turn")
  func deterrence() {
    var world = World.start(scenario)
    bound(["aster", "cael", "dorn"], "D-1", in: &world)
    world = world.played(to: 2, scenario: scenario) { _ in idle }
    let salience = world.groups[0].salience.value
    #expect(salience > 0)
    let adversary = rdiv(
      world.adversary[Domain.sen.index].value + world.adversary[Domain.aut.index].value, 2)
    let next = Resolution.resolve(world, orders: idle, scenario: scenario).world
    #expect(next.threat[0].value == 6_600 + mb(600, adversary) - mb(800, salience))
  }

  @Test("a lost group is reported, and its name is never used again")
  func lostGroup() {
    var world = World.start(scenario)
    bound(["aster", "cael", "dorn"], "D-1", in: &world)
    world = world.played(to: 2, scenario: scenario) { _ in idle }
    world.deals[0] = Lifecycle.denounced(world.deals[0], by: X0.dorn, now: true, in: world)
    let result = Resolution.resolve(world, orders: idle, scenario: scenario)
    #expect(result.report.groups.map(\.change) == [.lost])
    #expect(result.world.groups.isEmpty)
    #expect(result.world.groupsNamed == 1)
  }

  @Test("cards with keep and always can be lost, the others are won")
  func cards() {
    var world = World.start(scenario).played(to: 1, scenario: scenario) { _ in idle }
    #expect(world.states[X0.dorn].outcome.cards == [true, true, false, true])
    var orders = idle
    orders[X0.dorn] = [Order(.setBN, [Parameter("level", .integer(5_500))])]
    world = Resolution.resolve(world, orders: orders, scenario: scenario).world
    #expect(world.states[X0.dorn].outcome.cards[1] == false)
    orders[X0.dorn] = [Order(.setBN, [Parameter("level", .integer(7_500))])]
    world = Resolution.resolve(world, orders: orders, scenario: scenario).world
    #expect(world.states[X0.dorn].outcome.cards[1] == false, "always was broken")
    #expect(world.states[X0.dorn].outcome.privateCards == 1_000)
  }

  @Test("cards that are not judged stay as they were, and nothing else differs")
  func unjudgedCards() {
    let world = World.start(scenario)
    var orders = idle
    orders[X0.dorn] = [Order(.setBN, [Parameter("level", .integer(5_500))])]
    var plain = Resolution.resolve(world, orders: orders, scenario: scenario).world
    let quick = Resolution.resolve(
      world, orders: orders, scenario: scenario, judgesCards: false
    ).world
    #expect(plain.states[X0.dorn].outcome.cards[1] == false)
    #expect(quick.states[X0.dorn].outcome.cards[1] == true, "as it was before the turn")
    for state in plain.states.indices {
      #expect(plain.states[state].outcome.national == quick.states[state].outcome.national)
      plain.states[state].outcome = quick.states[state].outcome
      plain.states[state].ledger.cardRecord = quick.states[state].ledger.cardRecord
    }
    let isEqual = plain == quick
    #expect(isEqual)
  }

  @Test("the cost term compares what was paid with own stand-alone prices")
  func costTerm() {
    let world = Resolution.resolve(
      World.start(scenario), orders: idle, scenario: scenario
    ).world
    // Nothing bought: 5000. Dorn built 40 at 4000 and pays its own learning price.
    #expect(world.states[X0.aster].outcome.terms[ScoreTerm.cost.index] == 5_000)
    let ledger = world.states[X0.dorn].ledger
    #expect(ledger.actual == 160_000)
    let alone = UnitCost.learned(
      listCost: 4_000, listQuantity: 200, quantity: 240, slope: 9_000)
    #expect(ledger.baseline.value == 40 * alone.value)
  }
}
