import EntenteModel
import Testing

/// The three openings of First accord: one SIGN and one RATIFY away from a first deal.
struct OpeningTests {
  @Test(
    "nothing stands against the openings of First accord",
    arguments: [Texts.boreaToCael, Texts.dornToAster, Texts.asterToCael])
  func free(text: DealText) {
    let bench = Bench()
    #expect(bench.signing(text).isEmpty)
    for party in text.parties {
      #expect(bench.signing(text, by: bench.scenario.index(of: party)).isEmpty)
    }
  }

  @Test("an exercise with acsa waits for one ratification of each, and then binds from next turn")
  func operations() {
    var bench = Bench()
    let deal = bench.signed(Texts.asterToCael)
    #expect(deal.status == .signed)
    #expect(Lifecycle.mustRatify(deal, scenario: bench.scenario) == [Bench.aster, Bench.cael])
    #expect(!Lifecycle.isReady(deal, scenario: bench.scenario))

    let first = Lifecycle.ratified(
      deal, by: Bench.cael, in: bench.world, scenario: bench.scenario)
    #expect(first.conclusion.deal.concludedTurn == nil)
    bench.world.apply(first)
    let second = Lifecycle.ratified(
      first.conclusion.deal, by: Bench.aster, in: bench.world, scenario: bench.scenario)
    bench.world.apply(second)
    let concluded = second.conclusion.deal
    #expect(concluded.status == .concluded)
    #expect(concluded.bound == [Bench.aster, Bench.cael])
    // Class of the deal for a state is B, so even the exercise waits: cdiv(45, 360) = 1 turn.
    #expect(concluded.clauses.map(\.activeFrom) == [2, 2])
    #expect(concluded.activeFrom == 2)
  }

  @Test("an exercise alone is of class A: concluded by the last signature, works in the same turn")
  func classA() {
    let bench = Bench()
    let text = Texts.one(.exercise, ["aster", "cael"])
    let deal = bench.signed(text)
    #expect(Lifecycle.isReady(deal, scenario: bench.scenario))
    let conclusion = Lifecycle.concluded(deal, in: bench.world, scenario: bench.scenario)
    #expect(conclusion.deal.status == .concluded)
    #expect(conclusion.deal.activeFrom == 1)
    #expect(conclusion.lines.isEmpty)
    #expect(conclusion.deal.ratifiers.isEmpty)
  }

  @Test("a licence of class C opens a gated line whose gates count from the next turn")
  func licence() throws {
    var bench = Bench()
    let deal = bench.conclude(Texts.dornToAster)
    #expect(deal.concludedTurn == 1)
    #expect(deal.activeFrom == 2)
    let line = try #require(
      bench.world.lines.first { $0.state == Bench.aster && $0.programme == Bench.canopy })
    #expect(line.status == .gated)
    #expect(line.gatedFrom == 2)
    // Half the sector: fdiv(mb(24000, 5000) * 1000, 1000).
    #expect(line.nominal == 12_000)
    #expect(line.capacity == 12_000)
    #expect(line.credit == 356)
    #expect(line.licence == "D-TEST")
    #expect(line.licenceClause == "c1")
    #expect(line.agreement == "D-TEST")
    #expect(!bench.world.programmes[Bench.canopy].leftWithoutConsent)
  }

  @Test("both ratifiers pay at once, and the deal keeps what they paid")
  func capital() {
    var bench = Bench()
    let deal = bench.conclude(Texts.dornToAster)
    // TH at the start is EQ26 of the path; mb(1800, 10000 - mb(3000, TH)).
    let threat = bench.world.threat[0].value
    let cost = mb(1_800, 10_000 - mb(3_000, threat))
    #expect(deal.capitalPaid == [cost, cost])
    #expect(bench.world.states[Bench.dorn].politicalCapital == BasisPoints(5_500 - cost))
    #expect(bench.world.states[Bench.dorn].politicalSpent == BasisPoints(cost))
    #expect(bench.world.states[Bench.aster].ledger.capitalForRatification == cost)
  }
}
