import EntenteModel
import Testing

struct ConvertCivilOrderTests {
  private typealias Stage = OrderStage

  private func convert(_ line: String = "cael-moth", lead: Bool = false) -> Order {
    Stage.order(.convertCivil, ["line": .word(line), "lead": .flag(lead)])
  }

  private func planned(_ stage: OrderStage) -> World {
    stage.played([
      [
        Stage.cael: [
          Stage.order(.openLine, ["programme": .word("moth"), "rate": .integer(10_000)])
        ]
      ]
    ])
  }

  private func line(_ world: World) -> Line? { world.lines.first { $0.state == Stage.cael } }
  private func tooling(_ world: World) -> Days? {
    line(world)?.gates.first { $0.kind == .tooling }?.days
  }

  @Test("civil plants need 70% of the days of tooling")
  func sooner() {
    // TOOL at Cael: mb(180, 12500 - 2250) = 185; mb(185, 7000) = 130 (129.5 rounds away).
    let stage = OrderStage()
    let world = planned(stage)
    #expect(tooling(world) == 185)
    let converted = stage.played([[Stage.cael: [convert()]]], from: world)
    #expect(tooling(converted) == 130 && line(converted)?.isCivil == true)
  }

  @Test("they build a tenth dearer for good")
  func dearer() throws {
    let stage = OrderStage()
    func cost(_ orders: [Order]) throws -> Money {
      var world = stage.played([[Stage.cael: orders]], from: planned(stage))
      world.states[Stage.cael].requirement[Stage.moth] = 40_000
      // 360 of contracting, 185 or 130 of tooling, 120 of tests: the line works from its fourth
      // turn at the latest.
      world = stage.played([[:], [:], [:]], from: world)
      return try #require(line(world)?.unitCost)
    }
    // The same quantities were built in the last turn; the first costs differ by rounding alone.
    let plain = try cost([])
    let civil = try cost([convert()])
    #expect(plain > 0)
    #expect(civil.value > plain.value)
    // The unit cost itself: EQ2 with the same numbers, times 11000 bp.
    var world = planned(stage)
    guard let place = world.lines.firstIndex(where: { $0.state == Stage.cael }) else { return }
    world.lines[place].status = .open
    world.lines[place].gates = []
    world.states[Stage.cael].requirement[Stage.moth] = 5_000
    let own = stage.played([[:]], from: world).lines[place].unitCost
    world.lines[place].isCivil = true
    let dear = stage.played([[:]], from: world).lines[place].unitCost
    #expect(dear == own.scaled(by: 11_000))
  }

  @Test("under SR6 a civil firm leads with fusion of maturity 60 and a framework: 5600 bp")
  func lead() {
    let stage = OrderStage(.roleLadder)
    var world = planned(stage)
    #expect(
      stage.refused(convert(lead: true), by: Stage.cael, in: world)
        == "prerequisite-missing state=cael have=subcontractor need=lead")
    world.states[Stage.cael].posture = .mcf
    world.states[Stage.cael].maturity = 6_000
    #expect(
      stage.refused(convert(lead: true), by: Stage.cael, in: world)
        == "prerequisite-missing state=cael have=partner need=lead")
    world.states[Stage.cael].frameworkFrom = 2
    // mb(130, 8000) = 104.
    let led = stage.played([[Stage.cael: [convert(lead: true)]]], from: world)
    #expect(tooling(led) == 104)
    world.states[Stage.cael].posture = .none
    #expect(
      stage.refused(convert(), by: Stage.cael, in: world)
        == "prerequisite-missing state=cael have=supplier need=subcontractor")
    // Without the rule nobody asks, and a lead shortens nothing more.
    let free = OrderStage()
    let plain = free.played([[Stage.cael: [convert(lead: true)]]], from: planned(free))
    #expect(tooling(plain) == 130)
  }

  @Test("other sectors, others' lines, and tooling that has begun are refused")
  func refusals() {
    let stage = OrderStage()
    #expect(stage.refused(convert("dorn-canopy"), by: Stage.dorn) == "unknown-id id=amd")
    #expect(
      stage.refused(convert("borea-lantern"), by: Stage.borea)
        == "gate-already-passed gate=tooling")
    #expect(
      stage.refused(convert("borea-lantern"), by: Stage.cael)
        == "not-your-line line=borea-lantern owner=borea")
    // Contracting takes a whole turn here, tooling begins in the next.
    let contracting = stage.played([[:]], from: planned(stage))
    #expect(stage.refusal(convert(), by: Stage.cael, in: contracting) == nil)
    let begun = stage.played([[:]], from: contracting)
    #expect(
      stage.refused(convert(), by: Stage.cael, in: begun) == "gate-already-passed gate=tooling")
    let twice = stage.played([[Stage.cael: [convert()]]], from: planned(stage))
    #expect(
      stage.refused(convert(), by: Stage.cael, in: twice) == "gate-already-passed gate=tooling")
  }
}
