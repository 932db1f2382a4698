import EntenteModel
import Testing

struct ReexportOrderTests {
  private typealias Stage = OrderStage
  private let stage = OrderStage()

  private let ask = Stage.order(
    .askReexport, ["programme": .word("canopy"), "to": .word("aster")])
  private func answer(_ consents: Bool, _ request: String = "r1") -> Order {
    Stage.order(.answerReexport, ["request": .word(request), "answer": .flag(consents)])
  }
  private let give = Stage.order(
    .aid, ["programme": .word("canopy"), "lots": .integer(2_000), "to": .word("aster")])

  private var asked: World { stage.played([[Stage.cael: [ask]]]) }

  @Test("a question waits for the owner's answer, and a yes covers one gift")
  func consent() {
    #expect(
      stage.refused(give, by: Stage.cael)
        == "no-reexport-consent programme=canopy owner=dorn to=aster")
    #expect(asked.requests.map(\.id) == ["R1"])
    #expect(asked.requests[0].owner == Stage.dorn && asked.requests[0].receiver == Stage.aster)
    let granted = stage.played([[Stage.dorn: [answer(true)]]], from: asked)
    #expect(granted.requests.map(\.isGranted) == [true])
    #expect(stage.refusal(give, by: Stage.cael, in: granted) == nil)
    let given = stage.resolved([Stage.cael: [give]], in: granted)
    #expect(given.report.deliveries.contains { $0.way == .aid && $0.lots == 2_000 })
    #expect(given.world.requests.isEmpty)
    #expect(
      stage.refusal(give, by: Stage.cael, in: given.world)?.name == .noReexportConsent)
  }

  @Test("one consent does not cover a gift and a loan of one turn")
  func onceInATurn() {
    let granted = stage.played([[Stage.dorn: [answer(true)]]], from: asked)
    let lend = Stage.order(
      .loan, ["programme": .word("canopy"), "lots": .integer(1_000), "to": .word("aster")])
    let refusal = OrderRules.check(
      lend, by: Stage.cael, pending: [give], in: granted, scenario: stage.scenario)
    #expect(refusal?.name == .noReexportConsent)
    #expect(stage.refusal(lend, by: Stage.cael, in: granted) == nil)
  }

  @Test("a no costs the owner 250 of the asker's trust, silence nothing")
  func no() {
    let silent = stage.played([[:]], from: asked)
    #expect(silent.requests.isEmpty)
    let refused = stage.played([[Stage.dorn: [answer(false)]]], from: asked)
    #expect(refused.requests.isEmpty)
    let place = silent.trustIndex(Stage.cael, Stage.dorn)
    #expect(silent.trust[place] - refused.trust[place] == 250)
    #expect(silent.requestsMade == 1)
  }

  @Test("nobody is asked twice, nor about a design one owns, and only the owner answers")
  func refusals() {
    #expect(stage.refused(ask, by: Stage.cael, in: asked) == "too-soon last=1 next=3")
    #expect(stage.refused(ask, by: Stage.dorn) == "unknown-id id=canopy")
    let toOwner = Stage.order(.askReexport, ["programme": .word("canopy"), "to": .word("dorn")])
    #expect(stage.refused(toOwner, by: Stage.cael) == "unknown-id id=canopy")
    #expect(stage.refused(answer(true), by: Stage.aster, in: asked) == "unknown-id id=r1")
    #expect(stage.refused(answer(true, "r2"), by: Stage.dorn, in: asked) == "unknown-id id=r2")
    #expect(stage.refusal(answer(true), by: Stage.dorn, in: asked) == nil)
  }

  @Test("others do not see who asks whom")
  func veiled() {
    let world = asked
    func seen(_ reader: Int) -> World {
      Veil(reader, world: world, scenario: stage.scenario).veiledWorld()
    }
    #expect(seen(Stage.borea).requests.isEmpty && seen(Stage.borea).requestsMade == 0)
    #expect(seen(Stage.dorn).requests.count == 1 && seen(Stage.cael).requests.count == 1)
  }
}
