import EntenteModel
import Testing

struct CardTestTests {
  private func compare(
    _ name: String, _ arguments: [String], _ comparison: CardCondition.Comparison,
    _ threshold: Int
  ) -> CardCondition.Test {
    .compare(
      metric: CardMetric(name: name, arguments: arguments), comparison: comparison,
      threshold: threshold)
  }

  private func evaluate(
    _ condition: CardCondition, _ bench: Bench, at turn: Int, record: inout Bool
  ) -> Bool {
    CardTest.evaluate(
      condition, world: bench.world, scenario: bench.scenario, at: turn, record: &record)
  }

  /// "Cards marked keep or always are true at the start and can be lost; the others are false at
  /// the start." Cards on gap are judged on the run without deals and orders.
  @Test("no card of First accord is worth nothing to play for", arguments: 0..<4)
  func firstAccord(state: Int) {
    let bench = Bench()
    let untouched = CardTest.untouchedRun(from: bench.world, scenario: bench.scenario)
    #expect(untouched.turn == 5)
    for card in bench.scenario.states[state].cards {
      let isTrue = CardTest.isTrueAtStart(
        card.condition, start: bench.world, untouched: untouched, scenario: bench.scenario)
      let canBeLost = card.condition.moment == .keep || card.condition.moment == .always
      #expect(isTrue == canBeLost, "card of \(card.points)")
      #expect(
        CardStart.fault(
          of: card.condition, start: bench.world, untouched: untouched,
          scenario: bench.scenario) == nil)
      #expect(CardTest.faults(of: card.condition, scenario: bench.scenario).isEmpty)
    }
  }

  @Test("a card true at the start needs keep or always, and with them it may not be false")
  func faults() {
    let bench = Bench()
    func fault(_ moment: CardCondition.Moment, _ threshold: Int) -> CardStart? {
      CardStart.fault(
        of: CardCondition(moment: moment, test: compare("pc", ["cael"], .atLeast, threshold)),
        start: bench.world, untouched: bench.world, scenario: bench.scenario)
    }
    #expect(fault(.end, 5_500) == .alreadyTrue)
    #expect(fault(.by(turn: 2), 5_500) == .alreadyTrue)
    #expect(fault(.keep, 5_500) == nil)
    #expect(fault(.always, 5_501) == .alreadyLost)
    #expect(fault(.keep, 5_501) == .alreadyLost)
    #expect(fault(.end, 5_501) == nil)
  }

  @Test("and, or and not mean what they say")
  func logic() {
    let bench = Bench()
    let yes = compare("pc", ["cael"], .equal, 5_500)
    let no = compare("pc", ["cael"], .atMost, 5_499)
    func holds(_ test: CardCondition.Test) -> Bool {
      CardTest.holds(test, world: bench.world, scenario: bench.scenario)
    }
    #expect(holds(yes))
    #expect(!holds(no))
    #expect(holds(.any([no, yes])))
    #expect(!holds(.all([no, yes])))
    #expect(holds(.not(no)))
    #expect(holds(.all([yes, .not(.any([no]))])))
  }

  @Test("always is lost for good once it was broken")
  func always() {
    var bench = Bench()
    let condition = CardCondition(
      moment: .always, test: compare("leak", ["canopy"], .atMost, 600))
    var record = false
    #expect(evaluate(condition, bench, at: 1, record: &record))
    bench.world.programmes[Bench.canopy].leakHighest = 601
    #expect(!evaluate(condition, bench, at: 2, record: &record))
    bench.world.programmes[Bench.canopy].leakHighest = 600
    #expect(!evaluate(condition, bench, at: 3, record: &record))
  }

  @Test("by turn n is won for good if met in time, and not after")
  func by() {
    var bench = Bench()
    let condition = CardCondition(
      moment: .by(turn: 2), test: compare("pc", ["cael"], .atLeast, 6_000))
    var record = false
    #expect(!evaluate(condition, bench, at: 1, record: &record))
    bench.world.states[Bench.cael].politicalCapital = 6_000
    var late = false
    #expect(!evaluate(condition, bench, at: 3, record: &late))
    #expect(evaluate(condition, bench, at: 2, record: &record))
    bench.world.states[Bench.cael].politicalCapital = 0
    #expect(evaluate(condition, bench, at: 4, record: &record))
  }

  @Test("a condition reads as people read figures")
  func words() {
    let bench = Bench()
    let gap = compare("gap", ["cael"], .atMost, 4_000)
    let earned = compare("exports", ["aster"], .atLeast, 10_000)
    func words(_ moment: CardCondition.Moment, _ test: CardCondition.Test) -> String {
      CardCondition(moment: moment, test: test).words(in: bench.scenario)
    }
    #expect(words(.end, gap) == "security gap of Cael at most 40 points at the end")
    #expect(
      words(.always, .any([gap, earned]))
        == "at the end of every turn security gap of Cael at most 40 points or earnings abroad of "
        + "Aster at least 10m")
    #expect(words(.by(turn: 2), earned) == "by turn 2 earnings abroad of Aster at least 10m")
  }

  @Test("end and keep follow the figure, keep can be won back")
  func keep() {
    var bench = Bench()
    let condition = CardCondition(
      moment: .keep, test: compare("pc", ["aster"], .atLeast, 4_000))
    var record = false
    bench.world.states[Bench.aster].politicalCapital = 3_999
    #expect(!evaluate(condition, bench, at: 2, record: &record))
    bench.world.states[Bench.aster].politicalCapital = 4_000
    #expect(evaluate(condition, bench, at: 3, record: &record))
  }

  @Test("a figure there is nothing to count of meets no comparison")
  func nothing() {
    let bench = Bench()
    for comparison in [CardCondition.Comparison.atLeast, .atMost, .equal] {
      let test = compare("unit-cost", ["aster-canopy"], comparison, 0)
      #expect(!CardTest.holds(test, world: bench.world, scenario: bench.scenario))
    }
  }

  @Test("a condition that names nothing here is told with the nearest word")
  func unknown() {
    let scenario = FirstAccord.scenario()
    let condition = CardCondition(
      moment: .by(turn: 9),
      test: .all([
        compare("gap", ["caell"], .atMost, 1), compare("gpa", ["cael"], .atMost, 1),
      ]))
    #expect(
      CardTest.faults(of: condition, scenario: scenario) == [
        "\"caell\" in \"gap\" is no state here. Did you mean \"cael\"?",
        "There is no figure \"gpa\". Did you mean \"gap\"?",
        "\"by turn 9\" is not one of the 4 turns.",
      ])
  }

  /// "canopy gains 0 with Dorn alone, 137 a turn with Aster".
  @Test("the leak card of dorn bites when aster becomes a holder")
  func leak() {
    var bench = Bench()
    bench.resolve()
    #expect(bench.world.programmes[Bench.canopy].leakHighest == 0)
    bench.conclude(Texts.dornToAster)
    bench.resolve()
    // A gated line counts from the turn its gates run in.
    #expect(bench.world.programmes[Bench.canopy].leakHighest == 0)
    bench.resolve()
    #expect(bench.world.programmes[Bench.canopy].leakHighest == 137)
  }
}
