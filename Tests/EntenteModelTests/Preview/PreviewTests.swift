import EntenteModel
import Testing

struct PreviewTests {
  private let bench = Bench()

  private func preview(
    _ text: DealText, reader: Int?, horizon: Int = Preview.horizon, in other: Bench? = nil
  ) -> PreviewResult {
    let bench = other ?? bench
    return Preview.of(
      text, reader: reader, orders: bench.scenario.states.map { _ in [] }, in: bench.world,
      scenario: bench.scenario, horizon: horizon)
  }

  @Test("the horizon is four turns, or what is left of the exercise, at least one")
  func horizon() {
    #expect(preview(Texts.asterToCael, reader: nil).horizon == 4)
    #expect(preview(Texts.asterToCael, reader: nil, horizon: 2).horizon == 2)
    var late = bench
    late.world.turn = 3
    #expect(preview(Texts.asterToCael, reader: nil, in: late).horizon == 2)
    late.world.turn = 4
    #expect(preview(Texts.asterToCael, reader: nil, in: late).horizon == 1)
  }

  @Test("an offtake closes the buyer's gap, pays the seller and is owed turn by turn")
  func offtake() throws {
    let result = preview(Texts.boreaToCael, reader: nil)
    #expect(result.parties.map(\.state) == [Bench.borea, Bench.cael])
    let borea = try #require(result.effect(on: Bench.borea))
    let cael = try #require(result.effect(on: Bench.cael))
    #expect(cael.terms[ScoreTerm.sec.index] > 0)
    #expect(borea.terms[ScoreTerm.econ.index] > 0)
    #expect(borea.terms[ScoreTerm.tech.index] == 0)
    #expect(cael.dependence > 0)
    #expect(cael.dependenceAfter == cael.dependence)
    #expect(cael.treasury < 0)
    let lots = result.duties.filter { $0.debtor == Bench.borea && !$0.isMoney }
    #expect(lots.map(\.turn) == [2, 3, 4])
    #expect(lots.map(\.amount) == [rdiv(12_000 * 281, 356), 12_000, 12_000])
    #expect(lots.allSatisfy { $0.creditor == Bench.cael && $0.clause == "c1" })
    let exercise = result.duties.filter { $0.clause == "c2" }
    #expect(exercise.count == 6)
    #expect(exercise.allSatisfy { $0.isMoney && $0.amount == 2_000 && $0.creditor == nil })
  }

  @Test("the change is that of the same run with and without the text")
  func sameRun() throws {
    var with = bench
    with.conclude(Texts.boreaToCael, id: "preview")
    var without = bench
    let orders = bench.scenario.states.map { _ in FirstAccord.nothing }
    for _ in 0..<4 {
      with.world =
        Resolution.resolve(with.world, orders: orders, scenario: bench.scenario).world
      without.world =
        Resolution.resolve(without.world, orders: orders, scenario: bench.scenario).world
    }
    let effect = try #require(
      preview(Texts.boreaToCael, reader: nil).effect(on: Bench.cael))
    let (one, other) = (
      with.world.states[Bench.cael].outcome, without.world.states[Bench.cael].outcome
    )
    #expect(effect.national == one.national.value - other.national.value)
    #expect(effect.terms == zip(one.terms, other.terms).map { $0.value - $1.value })
  }

  @Test("a shared baseline gives the same as one of its own")
  func shared() {
    let orders = bench.scenario.states.map { _ in [Order]() }
    let baseline = Preview.baseline(
      for: Bench.cael, orders: orders, in: bench.world, scenario: bench.scenario)
    for text in [Texts.boreaToCael, Texts.asterToCael, Texts.canopyForCael(20_000)] {
      let one = Preview.of(text, baseline: baseline)
      let other = preview(text, reader: Bench.cael)
      #expect(one.parties == other.parties)
      #expect(one.duties == other.duties)
      #expect(one.warnings == other.warnings)
    }
  }

  @Test("a preview writes nothing")
  func pure() {
    let before = bench.world
    _ = preview(Texts.dornToAster, reader: Bench.aster)
    #expect(bench.world == before)
  }

  @Test("the unit cost is told in its parts, each after the one before")
  func costs() throws {
    let result = preview(Texts.enabledLine, reader: nil)
    #expect(result.costs.map(\.state) == [Bench.aster, Bench.dorn])
    let licensed = try #require(result.costs.first)
    #expect(licensed.list == 4_000)
    // A line of its own pools what dorn has built; the licence premium stands on it alone.
    #expect(licensed.learning < licensed.list)
    #expect(licensed.licence > licensed.premium)
    #expect(licensed.total == licensed.surge)
    #expect(licensed.without == nil)
    let own = result.costs[1]
    #expect(own.licence == own.premium)
    #expect(own.without != nil)
  }

  @Test("the leak meter of a programme rises with a second holder")
  func leaks() throws {
    let result = preview(Texts.dornToAster, reader: Bench.dorn)
    let leak = try #require(result.leaks.first)
    #expect(leak.programme == Bench.canopy)
    #expect(leak.without == 0)
    #expect(leak.with > 0)
    #expect(result.effect(on: Bench.dorn)?.leak == leak.with)
    #expect(result.effect(on: Bench.aster)?.leak == 0)
  }

  @Test("W18 and W21 come from the look ahead")
  func warnings() {
    let names = preview(Texts.canopyForCael(20_000), reader: nil).warnings.map(\.name)
    #expect(names == [.singleSupplier, .lopsidedSurplus, .dependenceHigh])
  }

  @Test("what stands against the reader's signature is told")
  func refusals() {
    let line = Texts.text([
      Texts.directed(["dorn"], ["cael"], .licprod, ["programme": .word("canopy")])
    ])
    #expect(preview(line, reader: Bench.cael).refusals.map(\.name).contains(.securityTooLow))
    #expect(preview(Texts.asterToCael, reader: Bench.cael).refusals.isEmpty)
  }

  @Test("orders given this turn claim their money before a first payment")
  func claims() {
    var poor = bench
    poor.world.states[Bench.cael].budget = 9_000
    var orders = poor.scenario.states.map { _ in [Order]() }
    orders[Bench.cael] = [FirstAccord.research("sen", 2_000)]
    let result = Preview.of(
      Texts.asterToCael, reader: Bench.cael, orders: orders, in: poor.world,
      scenario: poor.scenario)
    #expect(result.refusals.map(\.line) == ["have=7000 need=8000"])
  }

  @Test("a revision of a signed deal takes the place of the one that stands")
  func replacing() throws {
    var standing = bench
    standing.conclude(Texts.asterToCael, id: "D-1")
    let orders = bench.scenario.states.map { _ in [Order]() }
    let same = Preview.of(
      Texts.asterToCael, replacing: "D-1", reader: nil, orders: orders, in: standing.world,
      scenario: bench.scenario)
    // The same text once more changes nothing but what ratifying costs.
    #expect(same.effect(on: Bench.cael)?.terms == [0, 0, 0, 0, 0, 0])
    #expect(same.effect(on: Bench.cael)?.treasury == 0)
  }

  @Test("with fog a party is told its own effect alone")
  func fog() {
    let foggy = Bench.changed { $0.fog = .bands }
    let result = preview(Texts.boreaToCael, reader: Bench.cael, in: foggy)
    #expect(result.parties.map(\.state) == [Bench.cael])
    #expect(preview(Texts.boreaToCael, reader: nil, in: foggy).parties.count == 2)
  }
}
