import EntenteModel
import Testing

struct StartDevelopmentOrderTests {
  private typealias Stage = OrderStage

  private func start(turns: Int = 4, exportable: Bool = false) -> Order {
    Stage.order(
      .startDev,
      [
        "programme": .word("beacon"), "turns": .integer(turns), "exportable": .flag(exportable),
      ])
  }

  private func beacon(_ world: World) -> ProgrammeStanding { world.programmes[Stage.beacon] }

  @Test("four instalments of 10m develop beacon; then it is Aster's and a line may open")
  func wholeDevelopment() {
    let stage = OrderStage()
    var world = stage.played([[Stage.aster: [start()]]])
    #expect(beacon(world).developmentPaid == 10_000)
    #expect(world.states[Stage.aster].treasury == 170_000)
    #expect(
      stage.refused(Stage.order(.openLine, ["programme": .word("beacon")]), by: Stage.aster)
        == "below-technology programme=beacon")
    // It goes on by itself.
    world = stage.played([[:], [:]], from: world)
    #expect(beacon(world).developmentPaid == 30_000 && !beacon(world).isDeveloped)
    #expect(world.states[Stage.aster].treasury == 510_000)
    world = stage.played([[:]], from: world)
    #expect(beacon(world).isDeveloped && beacon(world).owner == Stage.aster)
    #expect(beacon(world).development == nil && !beacon(world).isExportable)
    let open = Stage.order(.openLine, ["programme": .word("beacon"), "rate": .integer(10_000)])
    #expect(stage.refusal(open, by: Stage.aster, in: world) == nil)
    #expect(stage.refused(open, by: Stage.dorn, in: world)?.hasPrefix("no-ip-consent") == true)
  }

  @Test("made for export it costs a tenth more and halves disclosure for ever")
  func exportable() {
    let stage = OrderStage()
    let world = stage.played([[Stage.aster: [start(turns: 2, exportable: true)]]])
    // 44000 in two turns; half of it paid is half of the development.
    #expect(world.states[Stage.aster].treasury == 158_000)
    #expect(beacon(world).developmentPaid == 20_000)
    let done = stage.played([[:]], from: world)
    #expect(beacon(done).isDeveloped && beacon(done).isExportable)
  }

  @Test("the last instalment takes the rest")
  func rest() {
    // 40000 in three turns: 13333, 13333, 13334.
    let stage = OrderStage()
    var world = stage.played([[Stage.aster: [start(turns: 3)]]])
    #expect(world.states[Stage.aster].treasury == 166_667)
    world = stage.played([[:], [:]], from: world)
    #expect(world.states[Stage.aster].treasury == 500_000)
    #expect(beacon(world).isDeveloped)
  }

  @Test("a turn without the money is a pause, not an end")
  func pause() {
    let stage = OrderStage()
    var world = stage.played([[Stage.aster: [start()]]])
    world.states[Stage.aster].treasury = 0
    world.states[Stage.aster].budget = 9_999
    world = stage.played([[:]], from: world)
    #expect(beacon(world).developmentPaid == 10_000)
    #expect(world.states[Stage.aster].treasury == 9_999)
    world = stage.played([[:]], from: world)
    #expect(beacon(world).developmentPaid == 20_000)
    #expect(world.states[Stage.aster].treasury == 9_998)
  }

  @Test("the fraction a former partnership has paid need not be paid again")
  func remainder() {
    var stage = OrderStage()
    stage.change = { $0.programmes[Stage.beacon].developmentPaid = 30_000 }
    let world = stage.played([[Stage.aster: [start(turns: 2)]]])
    #expect(world.states[Stage.aster].treasury == 175_000)
    #expect(beacon(world).developmentPaid == 35_000)
  }

  @Test("civil technology makes it two fifths cheaper under SR10")
  func civil() {
    var stage = OrderStage(.civilAdaptation)
    stage.programmes[Stage.beacon].civilShare = 5_000
    let world = stage.played([[Stage.aster: [start()]]])
    // 40000 x 60% in four turns.
    #expect(world.states[Stage.aster].treasury == 174_000)
    #expect(beacon(world).developmentPaid == 10_000)
  }

  @Test("technology below the threshold, a design that is there and a second start are refused")
  func refusals() {
    let stage = OrderStage()
    #expect(
      stage.refused(start(), by: Stage.cael) == "below-technology domain=sen have=3000 need=5000")
    let canopy = Stage.order(.startDev, ["programme": .word("canopy")])
    #expect(stage.refused(canopy, by: Stage.aster) == "unknown-id id=canopy")
    let world = stage.played([[Stage.aster: [start()]]])
    #expect(stage.refused(start(), by: Stage.dorn, in: world) == "unknown-id id=beacon")
    var poor = stage
    poor.states[Stage.aster].budget = 9_999
    #expect(poor.refused(start(), by: Stage.aster) == "treasury-too-low have=9999 need=10000")
  }

  @Test("a programme that acts by itself needs 65 in AI and AUT under SR13")
  func autonomy() {
    var stage = OrderStage(.autonomyGate)
    stage.parameters.domains = Domain.allCases
    stage.programmes[Stage.beacon].highAutonomy = true
    stage.states[Stage.dorn].technology[Domain.ai.index] = 6_500
    #expect(stage.refusal(start(), by: Stage.dorn) == nil)
    stage.states[Stage.dorn].technology[Domain.ai.index] = 6_499
    #expect(
      stage.refused(start(), by: Stage.dorn) == "below-technology domain=ai have=6499 need=6500")
  }

  @Test("of two states that begin in one turn the first does, and the other keeps its money")
  func both() {
    let stage = OrderStage()
    let result = stage.resolved(
      [Stage.dorn: [start()], Stage.aster: [start()]], in: stage.start)
    #expect(beacon(result.world).development?.state == Stage.aster)
    let dorn = result.report.orders[Stage.dorn][0].outcome
    guard case .dropped(let reason) = dorn else {
      Issue.record("Dorn's order was not dropped")
      return
    }
    #expect(reason.name == .unknownID)
    let spent = result.world.states[Stage.dorn].ledger.spent
    #expect(spent == result.world.states[Stage.dorn].ledger.actual)
  }

  @Test("WHY dev tells what was paid")
  func explained() throws {
    let stage = OrderStage()
    let figure = try FigureName("dev:beacon", reader: nil, in: stage.scenario)
    let orders = stage.states.indices.map { $0 == Stage.aster ? [start()] : FirstAccord.nothing }
    let explanation = Explanation.of(
      figure, before: stage.start, orders: orders, scenario: stage.scenario)
    #expect(explanation.value == 2_500)
    #expect(explanation.equation == "EQ5")
    #expect(explanation.steps.map(\.value) == [10_000])
    #expect(explanation.causes.map(\.cause) == [.partner(Stage.aster)])
  }
}
