import EntenteModel
import Testing

@Suite("Resolution of first-accord")
struct ResolutionTests {
  let scenario = FirstAccord.scenario()
  let idle = Array(repeating: FirstAccord.nothing, count: 4)

  @Test("the world starts with the figures of the cards")
  func startOfTheWorld() {
    let world = World.start(scenario)
    print(world.states.map { ($0.outcome.readiness, $0.outcome.gap, $0.outcome.terms, $0.outcome.national) })
    var w = world
    for _ in 1...4 {
      let result = Resolution.resolve(w, orders: idle, scenario: scenario)
      w = result.world
      print(w.turn, w.threat, w.states.map { [$0.outcome.readiness.value, $0.outcome.gap.value, $0.outcome.support.value,$0.outcome.pressure.value,  $0.treasury.value] }, w.programmes.map(\.leak), w.collective)
      print(result.report.figures[0].map { ($0.figure.name(in: scenario), $0.before, $0.after) })
    }
    #expect(world.turn == 1)
  }
}
