import EntenteModel
import Testing

@Suite("The largest exercise")
struct LargeExerciseTests {
  @Test("eight states, fifteen programmes and forty deals play to the end and keep their books")
  func plays() {
    let scenario = LargeExercise.scenario()
    var world = World.start(scenario)
    LargeExercise.sign(in: &world, scenario: scenario)
    let silent = [[Order]](repeating: [], count: LargeExercise.stateCount)
    for _ in 1...scenario.parameters.turns {
      let result = Resolution.resolve(world, orders: silent, scenario: scenario)
      world = result.world
      let treasuries = world.states.reduce(0) { $0 + $1.treasury.value }
      #expect(treasuries == world.tally.inflow.value - world.tally.outflow.value)
      #expect(world.states.allSatisfy { $0.treasury >= 0 })
    }
    #expect(world.turn == 11)
    #expect(world.states.contains { $0.ledger.exports > 0 })
    #expect(world.groupsNamed > 0)
  }
}
