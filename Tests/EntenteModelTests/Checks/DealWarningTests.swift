import EntenteModel
import Testing

struct DealWarningTests {
  private func names(_ bench: Bench, _ text: DealText) -> [DealWarning.Name] {
    DealRules.warnings(text, in: bench.world, scenario: bench.scenario).map(\.name)
  }

  @Test("warnings have the numbers and names of the rule book")
  func catalogue() {
    #expect(DealWarning.Name.allCases.map(\.number) == Array(11...21))
    #expect(DealWarning.Name.localFit.number == 11)
    #expect(DealWarning.Name.dependenceHigh.rawValue == "dependence-high")
  }

  @Test("W11: a standard takes root slowly where values or organisation are low")
  func localFit() {
    var bench = Bench.changed { $0.smallRules.append(.localFit) }
    let text = Texts.one(.standard, ["aster", "cael"], ["family": .word("c2")])
    #expect(names(bench, text).isEmpty)
    bench.world.states[Bench.cael].organisation = 3_999
    #expect(names(bench, text) == [.localFit])
    bench.setValues(Bench.aster, Bench.cael, 4_999)
    #expect(names(bench, text) == [.localFit, .localFit])
    // X0 switches the rule off.
    var off = Bench()
    off.world.states[Bench.cael].organisation = 3_999
    #expect(names(off, text).isEmpty)
  }

  @Test("W12: acsa without dialogue or treaty")
  func formalTie() {
    var bench = Bench()
    #expect(names(bench, Texts.asterToCael) == [.noFormalTie])
    let talked = Texts.text([
      Texts.mutual(["aster", "cael"], .acsa), Texts.mutual(["aster", "cael"], .dialogue),
    ])
    #expect(names(bench, talked).isEmpty)
    bench.world.pairs[bench.world.pairIndex(Bench.aster, Bench.cael)].formalTreaty = true
    #expect(names(bench, Texts.asterToCael).isEmpty)
  }

  @Test("W14: one seller and no line of one's own")
  func singleSupplier() throws {
    var bench = Bench()
    let warning = try #require(
      DealRules.warnings(
        Texts.canopyForCael(5_000), in: bench.world, scenario: bench.scenario
      ).first)
    #expect(warning.name == .singleSupplier)
    #expect(warning.clause == "c1")
    #expect(warning.sentence.contains("cael will have canopy from dorn alone"))
    bench.conclude(Texts.dornToAster)
    let forAster = Texts.text([
      Texts.directed(
        ["dorn"], ["aster"], .offtake, ["programme": .word("canopy"), "lots": .integer(1_000)])
    ])
    #expect(names(bench, forAster).isEmpty)
  }

  @Test("W15: a meter above 70 and a new holder")
  func leak() {
    var bench = Bench()
    bench.world.programmes[Bench.canopy].leak = 7_000
    #expect(names(bench, Texts.dornToAster).isEmpty)
    bench.world.programmes[Bench.canopy].leak = 7_001
    #expect(names(bench, Texts.dornToAster) == [.leakHigh])
  }

  @Test("W16: a workshare far from what each can do makes lots dear")
  func premium() {
    func text(_ governance: DealGovernance) -> DealText {
      Texts.text(
        [
          Texts.mutual(
            ["aster", "dorn"], .coprod,
            [
              "programme": .word("canopy"), "lines": .words(["aster", "dorn"]),
              "workshare": Texts.shares(["aster": 10_000, "dorn": 0]),
            ])
        ], governance: governance)
    }
    // One holder, no mismatch: two lines cost mb(15000, 600) = 900 at most.
    #expect(names(Bench(), text(DealGovernance(mode: .unanimity))).isEmpty)
    var bench = Bench()
    bench.world.states[Bench.aster].capacity[Sector.amd.index] = 6_000
    let skewed = Texts.text(
      [
        Texts.mutual(
          ["aster", "dorn"], .coprod,
          [
            "programme": .word("canopy"), "lines": .words(["aster", "dorn"]),
            "workshare": Texts.shares(["aster": 9_900, "dorn": 100]),
          ])
      ], governance: DealGovernance(mode: .unanimity))
    #expect(names(bench, skewed) == [.premiumHigh])
  }

  @Test("W19: a line that opens after the deal or the game has ended")
  func expiry() throws {
    var bench = Bench()
    #expect(names(bench, Texts.dornToAster).isEmpty)
    var short = Texts.dornToAster
    short.term = DealTerm(duration: 2)
    // In force in turns 2 and 3; the line opens in turn 4.
    let warning = try #require(
      DealRules.warnings(short, in: bench.world, scenario: bench.scenario).first)
    #expect(warning.name == .expiresBeforeDelivery)
    #expect(
      warning.sentence
        == "line aster-canopy begins in turn 4, and the deal ends with turn 3.")
    bench.world.turn = 2
    #expect(names(bench, Texts.dornToAster) == [.expiresBeforeDelivery])
  }

  @Test("W20: what is in force already, or flows uphill, changes nothing")
  func noEffect() {
    var bench = Bench()
    let uphill = Texts.text([
      Texts.directed(["cael"], ["dorn"], .transfer, ["domain": .word("sen")])
    ])
    #expect(names(bench, uphill) == [.noEffect])
    let text = Texts.one(.exercise, ["aster", "cael"], ["intensity": .integer(2)])
    #expect(names(bench, text).isEmpty)
    bench.enforce(text)
    #expect(names(bench, text) == [.noEffect])
    #expect(
      names(bench, Texts.one(.exercise, ["aster", "cael"], ["intensity": .integer(3)]))
        .isEmpty)
    #expect(names(bench, Texts.one(.exercise, ["aster", "cael", "dorn"])).isEmpty)
    let inputs = Texts.one(.sosa, ["aster", "cael"], ["inputs": .words(["chips"])])
    #expect(names(bench, inputs) == [.noEffect])
  }
}
