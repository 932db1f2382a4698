import EntenteModel
import Testing

/// EQ13 in play, on the numbers of G8: 290 lots of an input, and lines that ask for 275, 30, 15.
struct InputStepTests {
  private typealias Stage = OrderStage

  /// Canopy lines in Dorn (275 lots), Aster (30) and Borea (15); each lot takes one of chips.
  private var stage: OrderStage {
    var stage = OrderStage()
    stage.programmes[Stage.canopy].inputs = [.chips]
    stage.programmes[Stage.canopy].listCost = 10
    let capacity = [Stage.aster: 30_000, Stage.borea: 15_000, Stage.dorn: 275_000]
    for (state, cu) in capacity {
      stage.states[state].capacity[Sector.amd.index] = CapacityUnits(cu)
      stage.states[state].requirement[Stage.canopy] = 900_000
    }
    stage.lines = [Stage.aster, Stage.borea, Stage.dorn].map { state in
      LineStart(
        state: state, programme: Stage.canopy, capacity: CapacityUnits(capacity[state] ?? 0),
        cumulativeUnits: 200, nominal: 30_000)
    }
    stage.outsiders = ["market"]
    stage.inputs = [
      InputNode(input: .chips, supply: 290_000, shares: [0, 0, 0, 6_000, 4_000])
    ]
    return stage
  }

  /// Output of Aster, Borea, Dorn; mU.
  private func outputs(_ world: World) -> [Lots] { world.lines.map(\.output) }

  private func disrupted(
    _ path: InjectEffect.Path, _ object: String, _ operation: InjectEffect.Operation, _ amount: Int,
    to states: [Int] = [], stage: OrderStage
  ) -> World {
    var world = stage.start
    let effect = InjectEffect(
      path: path, object: object, operation: operation, amount: amount, turns: 2)
    world.apply([effect], of: "shock", to: states, scenario: stage.scenario)
    return world
  }

  @Test("the pool is shared by what lines ask for, as in G8")
  func golden() {
    let world = stage.played([[:]])
    #expect(outputs(world) == [27_187, 13_594, 249_219])
    #expect(world.states[Stage.aster].supply.requested[Input.chips.index] == 30_000)
  }

  @Test("with inputs off every line builds what its capacity allows")
  func off() {
    var stage = stage
    stage.parameters.off = [.inputs]
    #expect(outputs(stage.played([[:]])) == [30_000, 15_000, 275_000])
  }

  @Test("requests rated by sosa are served first, as in G8, and rating 2 before rating 1")
  func rated() {
    func rated(_ ratings: [(state: StateID, rating: Int)]) -> [Lots] {
      var world = stage.start
      for (place, rated) in ratings.enumerated() {
        let clause = DealWriter.clause(
          .sosa, [rated.state, "cael"], [],
          ["inputs": .words(["chips"]), "rating": .integer(rated.rating)])
        world.conclude(
          DealWriter.deal([clause]), id: DealID("D-\(place)"), scenario: stage.scenario)
      }
      return outputs(stage.played([[:]], from: world))
    }
    #expect(rated([("aster", 1)]) == [30_000, 13_448, 246_552])
    // Dorn's 275 first, then 15 of the 30 Aster asked for; nothing is left for Borea.
    #expect(rated([("aster", 1), ("dorn", 2)]) == [15_000, 0, 275_000])
  }

  @Test("a supplier at half gives half of its share to all")
  func restricted() {
    // 290 x 60% x 50% + 290 x 40% = 87 + 116 = 203 lots, shared 30 : 15 : 275.
    let world = disrupted(.supplierStatus, "chips:dorn", .set, 5_000, stage: stage)
    let after = stage.played([[:]], from: world)
    #expect(outputs(after).reduce(0, +) == 203_000)
    #expect(outputs(after) == [19_031, 9_516, 174_453])
    // Shares follow what came: 3000 to 4000.
    #expect(after.states[Stage.aster].supply.shares[Input.chips.index] == [0, 0, 0, 4_286, 5_714])
    // Two turns later it is over.
    let later = stage.played([[:], [:]], from: after)
    #expect(outputs(later) == [27_187, 13_594, 249_219])
    #expect(later.states[Stage.aster].supply.shares[Input.chips.index] == [0, 0, 0, 6_000, 4_000])
  }

  @Test("less of the whole input is less for all")
  func scarcer() {
    let world = disrupted(.inputSupply, "chips", .multiply, 6_000, stage: stage)
    #expect(outputs(stage.played([[:]], from: world)).reduce(0, +) == 174_000)
  }

  @Test("a state cut from one supplier turns to its second, as far as anything is left")
  func substitution() {
    let cut = disrupted(.supplierStatus, "chips:dorn", .set, 0, to: [Stage.aster], stage: stage)
    let after = stage.played([[:]], from: cut)
    // Aster gets mb(27187, 4000) = 10875 of its part, and the 16312 it lost from the market.
    #expect(outputs(after) == [27_187, 13_594, 249_219])
    #expect(after.states[Stage.aster].supply.shares[Input.chips.index] == [0, 0, 0, 0, 10_000])
    var alone = stage
    alone.states[Stage.aster].supplierShares[Input.chips.index] = [0, 0, 0, 10_000, 0]
    let stranded = disrupted(
      .supplierStatus, "chips:dorn", .set, 0, to: [Stage.aster], stage: alone)
    // What cannot reach Aster serves the others.
    #expect(outputs(alone.played([[:]], from: stranded)) == [0, 15_000, 275_000])
  }

  @Test("what a state has laid up fills its own gap and no more than that is used")
  func reserves() {
    var stage = stage
    stage.states[Stage.aster].reserves[Input.chips.index] = 5_000
    let world = stage.played([[:]])
    #expect(outputs(world) == [30_000, 13_594, 249_219])
    #expect(world.states[Stage.aster].supply.reserves[Input.chips.index] == 2_187)
    // Money for ten lots only: the pool is used first and the reserve stays.
    var poor = stage
    poor.states[Stage.aster].budget = 100
    let little = poor.played([[:]])
    #expect(outputs(little)[0] < 27_187)
    #expect(little.states[Stage.aster].supply.reserves[Input.chips.index] == 5_000)
  }

  @Test("of platforms the market outside sells what is missing for a tenth of the list price")
  func platform() {
    var stage = stage
    stage.parameters.smallRules = [.platform]
    stage.programmes[Stage.canopy].inputs = [.platform]
    stage.programmes[Stage.canopy].listCost = 1_000
    stage.states[Stage.dorn].budget = 900_000
    stage.outsiders = ["market", "platform"]
    stage.inputs = []
    let world = stage.played([[:]])
    #expect(outputs(world)[0] > 0)
    let shares = world.states[Stage.aster].supply.shares[Input.platform.index]
    #expect(shares == [0, 0, 0, 0, 0, 10_000])
    // Aster pays 100k for the platform of each lot, beside the lot.
    let paid = stage.resolved([:], in: stage.start).report.money.filter { $0.purpose == .inputs }
    #expect(paid[0].state == Stage.aster)
    #expect(paid[0].amount.value == -cdiv(outputs(world)[0].value * 100, 1_000))
    // DEP on the market: all that was built this turn used it; stock of 30 lots stood before.
    let built = rdiv(outputs(world)[0].value * 1_000, 1_000)
    let all = 30_000 + 2 * built
    #expect(
      world.dependence(of: Stage.aster, on: 5, scenario: stage.scenario).value
        == rdiv(10_000 * built, all))
    stage.parameters.off = [.platform]
    #expect(outputs(stage.played([[:]]))[0] == 30_000)
  }

  @Test("concentration counts suppliers that are not trusted, fragility weighs it")
  func fragility() {
    var stage = stage
    stage.inputs = [
      InputNode(input: .chips, supply: 290_000, shares: [0, 0, 1_000, 7_000, 2_000])
    ]
    var world = stage.start
    func measured(_ world: World) -> [BasisPoints] {
      [
        world.concentration(of: Stage.aster, in: .chips, scenario: stage.scenario),
        world.fragility(of: Stage.aster, scenario: stage.scenario),
      ]
    }
    // G19: 7000, 2000, 1000 give 5400; chips are critical to 3000.
    #expect(measured(world) == [5_400, 1_620])
    world.trust[world.trustIndex(Stage.aster, Stage.dorn)] = 6_500
    // Dorn's 49000000 no longer count: 4000000 + 1000000 over 10000.
    #expect(measured(world) == [500, 150])
    // What Aster supplies itself is trusted.
    stage.inputs[0].shares = [10_000, 0, 0, 0, 0]
    #expect(measured(stage.start) == [0, 0])
    #expect(world.concentration(of: Stage.aster, in: .motor, scenario: stage.scenario) == 0)
  }

  @Test("the order in which inputs, lines and states come changes nothing of what all get")
  func conservation() {
    let world = stage.played([[:]])
    #expect(outputs(world).reduce(0, +) == 290_000)
  }
}
