import EntenteModel
import Testing

@Suite("R11: layers of a pair")
struct InteroperabilityStepTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario(turns: 8)
  private let idle = Array(repeating: FirstAccord.nothing, count: 4)

  private func layers(_ world: World, _ one: Int, _ other: Int) -> [Int] {
    world.pairs[world.pairIndex(one, other)].layers.map(\.value)
  }

  private func exercise(with partner: String, _ intensity: Int) -> Order {
    Order(
      .exercise,
      [Parameter("with", .word(partner)), Parameter("intensity", .integer(intensity))])
  }

  @Test("without deals all layers fall towards what nobody agreed on")
  func decay() {
    let world = Resolution.resolve(
      World.start(scenario), orders: idle, scenario: scenario
    ).world
    // LOG still rises: its cap without an agreement is 2500.
    #expect(layers(world, 0, 1) == [2_900, 2_700, 2_075, 1_575])
  }

  @Test("an exercise both order is held at the lower intensity and paid by both")
  func orderedExercise() {
    var orders = idle
    orders[X0.aster] = [exercise(with: "cael", 3)]
    orders[X0.cael] = [exercise(with: "aster", 2)]
    let result = Resolution.resolve(World.start(scenario), orders: orders, scenario: scenario)
    #expect(layers(result.world, X0.aster, X0.cael)[1] == 3_000 + mb(7_000, 1_600))
    #expect(result.world.states[X0.aster].treasury == 172_000)
    #expect(result.world.states[X0.cael].treasury == 132_000)
  }

  @Test("an exercise only one side orders costs nothing and does nothing")
  func oneSided() {
    var orders = idle
    orders[X0.aster] = [exercise(with: "cael", 2)]
    let result = Resolution.resolve(World.start(scenario), orders: orders, scenario: scenario)
    #expect(layers(result.world, X0.aster, X0.cael)[1] == 2_700)
    #expect(result.world.states[X0.aster].treasury == 180_000)
    guard case .dropped(let dropped) = result.report.orders[X0.aster][0].outcome else {
      Issue.record("an exercise nobody joins is not done")
      return
    }
    #expect(dropped.name == .prerequisiteMissing)
    #expect(dropped.sentence.hasPrefix("cael did not order it with you in the same turn"))
  }

  @Test("an exercise by deal works in the turn it is concluded, and is trusted once")
  func agreedExercise() {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([DealWriter.exercise(["borea", "cael"], intensity: 1)]), id: "D-1",
      scenario: scenario)
    let first = Resolution.resolve(world, orders: idle, scenario: scenario).world
    #expect(layers(first, X0.borea, X0.cael)[1] == 3_560)
    // Drift 6, signature 100, first exercise 100, duty 40.
    #expect(first.trust(of: X0.borea, in: X0.cael) == 5_746)
    let second = Resolution.resolve(first, orders: idle, scenario: scenario).world
    let drifted = 5_746 + mb(5_800 - 5_746, 200)
    #expect(second.trust(of: X0.borea, in: X0.cael).value == drifted + 40)
  }

  @Test("a standard lifts the cap, and sleeps for a state that paid less than its part")
  func standard() {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([DealWriter.standard(["aster", "borea", "cael"])]), id: "D-1",
      scenario: scenario)
    world = world.played(to: 1, scenario: scenario) { _ in idle }
    let before = layers(world, X0.aster, X0.borea)[0]
    world.states[X0.cael].treasury = 0
    world.states[X0.cael].budget = 1_000
    let next = Resolution.resolve(world, orders: idle, scenario: scenario).world
    #expect(layers(next, X0.aster, X0.borea)[0] == before + mb(7_000 - before, 2_000))
    #expect(layers(next, X0.aster, X0.cael)[0] == before - 100)
  }

  @Test("acsa and gsoia lift logistic and data caps up to the new technical layer")
  func agreements() {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([
        DealWriter.clause(.acsa, ["aster", "cael"]), DealWriter.gsoia(["aster", "cael"]),
      ]), id: "D-1", scenario: scenario)
    world = world.played(to: 1, scenario: scenario) { _ in idle }
    let before = layers(world, X0.aster, X0.cael)
    let after = layers(
      Resolution.resolve(world, orders: idle, scenario: scenario).world, X0.aster, X0.cael)
    #expect(after[2] == before[2] + mb(after[0] + 2_000 - before[2], 1_500))
    #expect(after[3] == before[3] + mb(after[0] + 1_000 - before[3], 1_500))
  }

  @Test("lots from one line count as common equipment, lots at the start do not")
  func commonEquipment() {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([DealWriter.offtake("dorn", ["cael"], "canopy", lots: 20)]), id: "D-1",
      scenario: scenario)
    world = world.played(to: 2, scenario: scenario) { _ in idle }
    let common = world.states[X0.cael].commonStock[X0.canopy]
    #expect(common == 9_045)
    #expect(world.states[X0.cael].stock[X0.canopy] > common)
    // Of 80 canopy and 150 lantern lots both require, 9.045 canopy are common.
    let share = rdiv(10_000 * 9_045 * 4_000, 80_000 * 4_000 + 150_000 * 600)
    let cap = 2_000 + mb(3_000, share)
    #expect(layers(world, X0.cael, X0.dorn)[0] == max(cap, 2_900 - 100))
  }

  @Test("practice-reform adds a point of procedures with everybody")
  func practice() {
    var orders = idle
    orders[X0.cael] = [Order(.practiceReform, [])]
    let result = Resolution.resolve(World.start(scenario), orders: orders, scenario: scenario)
    #expect(layers(result.world, X0.aster, X0.cael)[1] == 2_800)
    #expect(layers(result.world, X0.aster, X0.borea)[1] == 2_700)
    #expect(result.world.states[X0.cael].organisation == 4_650)
    #expect(result.world.states[X0.cael].treasury == 138_600)
  }
}
