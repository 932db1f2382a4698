import EntenteModel
import Testing

@Suite("R5: technology readiness")
struct TechnologyStepTests {
  private typealias X0 = FirstAccord
  private let scenario = FirstAccord.scenario(turns: 8)
  private let idle = Array(repeating: FirstAccord.nothing, count: 4)

  @Test("research adds by EQ14 to what civil technology brings")
  func research() {
    var orders = idle
    orders[X0.dorn] = [FirstAccord.research("sen", 40_000)]
    let start = World.start(scenario)
    let result = Resolution.resolve(start, orders: orders, scenario: scenario).world
    let gain = OwnResearch.evaluate(
      OwnResearch.Input(
        spend: 40_000, readiness: 8_500, organisation: 7_500, civil: 6_000, posture: .cimic))
    #expect(gain == 53)
    #expect(result.states[X0.dorn].technology[Domain.sen.index] == 8_553)
    #expect(result.states[X0.dorn].treasury == 160_000, "40000 for research, 160000 for canopies")
  }

  @Test("fusion brings civil technology by its maturity, and spins research off")
  func fusion() {
    var orders = idle
    orders[X0.borea] = [FirstAccord.research("aut", 9_000)]
    let start = World.start(scenario)
    let result = Resolution.resolve(start, orders: orders, scenario: scenario).world
    let civil = mb(mb(1_500, mb(5_000, 3_000)), 6_500)
    let own = OwnResearch.evaluate(
      OwnResearch.Input(
        spend: 9_000, readiness: 7_000, organisation: 7_000, civil: 8_500, posture: .mcf)
    ).value
    #expect(result.states[X0.borea].technology[Domain.aut.index].value == 7_000 + civil + own)
    #expect(result.states[X0.borea].civil[Domain.aut.index].value == 8_500 + mb(own, 2_000))
    #expect(result.states[X0.borea].ledger.spinOff.value == 100 * mb(own, 2_000))
    #expect(result.states[X0.borea].maturity == 3_800)
  }

  @Test("an institution that is not paid does not mature")
  func unpaidInstitution() {
    var world = World.start(scenario)
    world.states[X0.borea].budget = 2_000
    let result = Resolution.resolve(world, orders: idle, scenario: scenario).world
    #expect(result.states[X0.borea].maturity == 3_000)
  }

  @Test("a licence lets readiness flow once its papers are through")
  func licenceFlow() {
    var world = World.start(scenario)
    world.conclude(
      DealWriter.deal([DealWriter.licprod("dorn", "aster", "canopy")]), id: "D-1",
      scenario: scenario)
    // 90 + 120 + 120 days of papers end in turn 2, whose credit is 356.
    let before = world.played(to: 1, scenario: scenario) { _ in idle }
    let start = before.states[X0.aster].technology[Domain.sen.index].value
    let after = Resolution.resolve(before, orders: idle, scenario: scenario).world
    let owner = before.states[X0.dorn].technology[Domain.sen.index].value
    let gain = mb(mb(owner - start, 300), before.states[X0.aster].organisation.value)
    #expect(gain > 0)
    #expect(after.states[X0.aster].technology[Domain.sen.index].value == start + gain)
    #expect(after.tally.confinedGain == gain)
  }
}
