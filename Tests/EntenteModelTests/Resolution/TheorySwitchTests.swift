import EntenteModel
import Testing

/// Runs without a part of the theory: `no-advanced-systems` and the others.
struct TheorySwitchTests {
  private typealias X0 = FirstAccord
  private let all: [StateID] = ["aster", "borea", "cael", "dorn"]

  private func played(_ theory: Set<TheorySwitch>, turns: Int = 4) -> World {
    let base = FirstAccord.scenario()
    var parameters = base.parameters
    parameters.theory = theory
    let scenario = base.with(parameters)
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([
        DealWriter.licprod("borea", "cael", "lantern"),
        DealWriter.exercise(["borea", "cael"], intensity: 2),
      ]), id: "D-1", scenario: scenario)
    let idle = Array(repeating: FirstAccord.nothing, count: 4)
    return world.played(to: turns, scenario: scenario) { _ in idle }
  }

  private func procedural(_ world: World) -> BasisPoints {
    world.pairs[world.pairIndex(X0.borea, X0.cael)].layers[Layer.proc.index]
  }

  @Test("no-advanced-systems: licensed lines stand idle, and the tie is that of the rest")
  func noAdvancedSystems() {
    let (plain, without) = (played([]), played([.noAdvancedSystems]))
    #expect(plain.lines.contains { $0.state == X0.cael && $0.output > 0 })
    #expect(without.lines.allSatisfy { $0.state != X0.cael || $0.output == 0 })
    #expect(procedural(plain) == procedural(without))
    let pair = plain.pairIndex(X0.borea, X0.cael)
    // licprod counts 900 and exercise 500 of EQ28; eight turns are over by five: 5 x 1250 = 6250.
    #expect(plain.pairs[pair].depth > without.pairs[pair].depth)
    #expect(without.pairs[pair].depth > 0)
  }

  @Test("no-operational: exercises teach nothing and cost nothing, lines work")
  func noOperational() {
    let (plain, without) = (played([]), played([.noOperational]))
    // From 3000: a turn without exercise loses 300.
    #expect(procedural(without) == 1_800 && procedural(plain) > 3_000)
    #expect(without.lines.contains { $0.state == X0.cael && $0.output > 0 })
  }

  @Test("flat-threat: the path stays at its first turn")
  func flatThreat() {
    // Path 6000 and the adversary's mb(600, ADV) only: ADV has gained a little.
    #expect(played([.flatThreat]).threat[0] < 6_400)
    #expect(played([]).threat[0] > 7_300)
  }

  @Test("no-leak: no meter moves")
  func noLeak() {
    #expect(played([.noLeak]).programmes.allSatisfy { $0.leak == 0 })
    #expect(played([]).programmes.contains { $0.leak > 0 })
  }

  @Test("no-barriers: the entry barrier reads 0, and civil technology comes in whole")
  func noBarriers() throws {
    let (plain, without) = (played([], turns: 1), played([.noBarriers], turns: 1))
    let place = Domain.aut.index
    // Cael: TR 3500, CT 4500, cimic: mb(4500, 7000) = 3150 is below its readiness, so nothing.
    #expect(plain.states[X0.cael].technology[place] == without.states[X0.cael].technology[place])
    // Aster: mb(mb(4550 - 4500, 2500), 10000 - EB) = mb(13, 4500) = 6 against 13.
    #expect(plain.states[X0.aster].technology[place] == 4_506)
    #expect(without.states[X0.aster].technology[place] == 4_513)
  }

  @Test("money paid into pools is told as a share of the budgets received so far")
  func spent() throws {
    let scenario = FirstAccord.scenario()
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([DealWriter.standard(["borea", "cael"])]), id: "D-1", scenario: scenario)
    let idle = Array(repeating: FirstAccord.nothing, count: 4)
    world = world.played(to: 3, scenario: scenario) { _ in idle }
    let paid = world.states[X0.cael].ledger.poolsPaid.value
    #expect(paid > 0 && paid % 3_000 == 0)
    let value = try Figures.value(
      "spent:cael:pools", for: nil, in: world, scenario: scenario)
    #expect(value == rdiv(10_000 * paid, 3 * 140_000))
    // A budget that grows counts with what came, not with what it is now.
    world.states[X0.cael].budget = 280_000
    #expect(
      try Figures.value("spent:cael:pools", for: nil, in: world, scenario: scenario) == value)
  }
}
