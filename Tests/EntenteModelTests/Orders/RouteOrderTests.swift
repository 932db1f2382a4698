import EntenteModel
import Testing

struct RouteOrderTests {
  private typealias Stage = OrderStage

  private func route(_ via: String) -> Order {
    Stage.order(.route, ["line": .word("cael-moth"), "via": .word(via)])
  }

  /// Cael has a line of moth on its way, ten lots a turn; its gates begin next turn.
  private func planned(_ stage: OrderStage) -> World {
    stage.played([
      [
        Stage.cael: [
          Stage.order(.openLine, ["programme": .word("moth"), "rate": .integer(10_000)])
        ]
      ]
    ])
  }

  private func contracting(_ world: World) -> Gate? {
    world.lines.first { $0.state == Stage.cael }?.gates.first { $0.kind == .contracting }
  }

  @Test("by ota contracting takes 120 days instead of 360 and uses up a prototype")
  func fast() {
    var stage = OrderStage()
    stage.states[Stage.cael].security = 6_000
    var world = planned(stage)
    #expect(contracting(world)?.days == 360)
    #expect(
      stage.refused(route("ota"), by: Stage.cael, in: world)
        == "ota-not-allowed reason=token have=0 need=1")
    world.states[Stage.cael].tokens = 1
    let after = stage.played([[Stage.cael: [route("ota")]]], from: world)
    #expect(after.states[Stage.cael].tokens == 0)
    // A turn has 360 days: 120 of contracting, then 185 of tooling (180 x 102.5%), 55 of tests.
    let gates = after.lines.first { $0.state == Stage.cael }?.gates ?? []
    #expect(gates.map(\.days) == [120, 185, 120])
    #expect(gates.map(\.done) == [120, 185, 55])
  }

  @Test("the agency takes 240 days, where it is open")
  func agency() {
    var stage = OrderStage()
    let world = planned(stage)
    #expect(
      stage.refused(route("agency"), by: Stage.cael, in: world)
        == "prerequisite-missing state=cael need=jointfund")
    stage.parameters.agencyOpen = true
    let after = stage.played([[Stage.cael: [route("agency")]]], from: world)
    #expect(contracting(after)?.days == 240)
  }

  @Test("a pooled order on its way opens the agency to its parties")
  func pooled() {
    let stage = OrderStage()
    var world = planned(stage)
    world.conclude(
      DealWriter.deal([
        DealWriter.clause(
          .jointfund, ["cael", "dorn"], [],
          [
            "programme": .word("moth"), "lots": .integer(20_000),
            "contributions": .amounts([
              StateAmount(state: "cael", value: 5_000), StateAmount(state: "dorn", value: 5_000),
            ]),
          ])
      ]), id: "D-1", scenario: stage.scenario)
    #expect(stage.refusal(route("agency"), by: Stage.cael, in: world) == nil)
  }

  @Test("a large contract by ota needs 200 political capital, and security of 60")
  func refusals() {
    var stage = OrderStage()
    var world = planned(stage)
    world.states[Stage.cael].tokens = 1
    #expect(
      stage.refused(route("ota"), by: Stage.cael, in: world)
        == "ota-not-allowed reason=security have=5000 need=6000 state=cael")
    stage.states[Stage.cael].security = 6_000
    // Ten lots a turn at 11m are 110m.
    stage.programmes[Stage.moth].listCost = 11_000
    world = planned(stage)
    world.states[Stage.cael].tokens = 1
    let cheap = stage.played([[:]], from: world)
    let fast = stage.played([[Stage.cael: [route("ota")]]], from: world)
    #expect(
      cheap.states[Stage.cael].politicalCapital - fast.states[Stage.cael].politicalCapital == 200)
    world.states[Stage.cael].politicalCapital = 199
    #expect(
      stage.refused(route("ota"), by: Stage.cael, in: world)
        == "ota-not-allowed reason=capital have=199 need=200")
  }

  @Test("once contracting has begun the way is settled, and an open line has none to choose")
  func passed() {
    let stage = OrderStage()
    let begun = stage.played([[:]], from: planned(stage))
    #expect(contracting(begun)?.done == 360)
    #expect(
      stage.refused(route("far"), by: Stage.cael, in: begun)
        == "gate-already-passed gate=contracting")
    let open = Stage.order(.route, ["line": .word("dorn-canopy"), "via": .word("far")])
    #expect(stage.refused(open, by: Stage.dorn) == "gate-already-passed gate=contracting")
    #expect(stage.refused(open, by: Stage.cael) == "not-your-line line=dorn-canopy owner=dorn")
  }

  @Test("one prototype serves one line a turn")
  func onePrototype() {
    var stage = OrderStage()
    stage.states[Stage.cael].security = 6_000
    stage.programmes[Stage.beacon].isDeveloped = true
    stage.programmes[Stage.beacon].owner = Stage.cael
    stage.programmes[Stage.beacon].sector = .uas
    stage.states[Stage.cael].capacity[Sector.uas.index] = 40_000
    var world = stage.played([
      [
        Stage.cael: ["moth", "beacon"].map {
          Stage.order(.openLine, ["programme": .word($0), "rate": .integer(10_000)])
        }
      ]
    ])
    world.states[Stage.cael].tokens = 1
    let other = Stage.order(.route, ["line": .word("cael-beacon"), "via": .word("ota")])
    let refusal = OrderRules.check(
      route("ota"), by: Stage.cael, pending: [other], in: world, scenario: stage.scenario)
    #expect(refusal?.name == .otaNotAllowed)
    #expect(refusal?.fields.map(\.value) == ["token", "0", "1"])
  }
}
