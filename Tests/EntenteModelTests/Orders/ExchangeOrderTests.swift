import EntenteModel
import Testing

struct ExchangeOrderTests {
  private typealias Stage = OrderStage
  private let stage = OrderStage(.exchange)

  private func exchange(on: Bool = true, partner: String = "borea") -> Order {
    Stage.order(
      .exchange, ["domain": .word("aut"), "partner": .word(partner), "on": .flag(on)])
  }

  private func readiness(_ world: World) -> BasisPoints {
    world.states[Stage.cael].technology[Domain.aut.index]
  }

  private func dependence(_ world: World) -> BasisPoints {
    world.dependence(of: Stage.cael, on: Stage.borea, scenario: stage.scenario)
  }

  @Test("it brings 40 a turn, and 300 a turn of dependence while it is on")
  func effect() {
    let none = stage.played([[:], [:]])
    let one = stage.played([[Stage.cael: [exchange()]]])
    let two = stage.played([[:]], from: one)
    #expect(readiness(one) - readiness(stage.played([[:]])) == 40)
    #expect(dependence(one) == 300 && dependence(two) == 600)
    // 40 in each turn, less what the gain of the first takes from civil technology in the second.
    let more = (readiness(two) - readiness(none)).value
    #expect((70...80).contains(more))
    let off = stage.played([[Stage.cael: [exchange(on: false)]]], from: two)
    #expect(off.states[Stage.cael].exchanges.isEmpty && dependence(off) == 0)
  }

  @Test("the meter of Cael's programmes in the domain gains 60 a turn")
  func leak() {
    let none = stage.played([[:]]).programmes[Stage.moth].leak
    let world = stage.played([[Stage.cael: [exchange()]]])
    #expect(world.programmes[Stage.moth].leak - none == 60)
    #expect(
      world.programmes[Stage.canopy].leak == stage.played([[:]]).programmes[Stage.canopy].leak)
  }

  @Test("a partner that is not further, oneself, and a domain not here are refused")
  func refusals() {
    #expect(
      stage.refused(exchange(partner: "cael"), by: Stage.borea)
        == "below-technology domain=aut have=3500 need=7001")
    #expect(stage.refused(exchange(partner: "cael"), by: Stage.cael) == "unknown-id id=cael")
    let quantum = Stage.order(.exchange, ["domain": .word("qtm"), "partner": .word("borea")])
    #expect(stage.refused(quantum, by: Stage.cael) == "unknown-id id=qtm")
    #expect(
      OrderStage().refused(exchange(), by: Stage.cael) == "order-not-here keyword=exchange")
  }

  @Test("once the partner is no longer ahead nothing more comes")
  func caughtUp() {
    var world = stage.played([[Stage.cael: [exchange()]]])
    world.states[Stage.cael].technology[Domain.aut.index] = 9_000
    let with = readiness(stage.played([[:]], from: world))
    world.states[Stage.cael].exchanges = []
    #expect(readiness(stage.played([[:]], from: world)) == with)
  }
}
