import EntenteModel
import Testing

struct ExplanationTests {
  /// The turn after three deals of First accord came into effect.
  private func played() -> (before: World, bench: Bench) {
    var bench = Bench()
    bench.conclude(Texts.boreaToCael, id: "D-1")
    bench.conclude(Texts.asterToCael, id: "D-2")
    bench.conclude(Texts.dornToAster, id: "D-3")
    bench.resolve()
    let before = bench.world
    bench.resolve()
    return (before, bench)
  }

  private func explain(_ name: String) throws -> (Explanation, Bench) {
    let (before, bench) = played()
    let figure = try FigureName(name, reader: nil, in: bench.scenario)
    let explanation = Explanation.of(
      figure, before: before, orders: bench.scenario.states.map { _ in [] },
      scenario: bench.scenario)
    return (explanation, bench)
  }

  @Test("WHY gap gives EQ24, its inputs and the steps that lead to the value")
  func gap() throws {
    let (why, bench) = try explain("gap:cael")
    #expect(why.equation == "EQ24")
    #expect(why.calculation == "gap")
    #expect(why.value == bench.world.states[Bench.cael].outcome.gap.value)
    #expect(why.steps.last?.name == "gap")
    #expect(why.steps.last?.value == why.value)
    #expect(why.inputs.map(\.name).contains("exposure"))
    let arguments = try #require(Calculator.named("gap")).arguments.map(\.name)
    #expect(arguments.contains("threat"))
  }

  @Test(
    "an explanation is of the resolution that made the value",
    arguments: [
      "gap:cael", "rdy:cael", "lat:aster", "pc:dorn", "trust:borea:cael", "interop:aster:cael",
      "tie:aster:cael", "tr:aster:sen", "th:marches", "adv:aut", "unit-cost:borea-lantern",
      "output:borea-lantern", "gates:aster-canopy", "ic:aster:amd", "nat:cael", "final:cael",
      "score:cael:cost", "col", "support:cael", "eth:borea", "val:aster:cael",
    ])
  func sameValue(name: String) throws {
    let (why, bench) = try explain(name)
    let value = try Figures.value(name, for: nil, in: bench.world, scenario: bench.scenario)
    #expect(why.value == value)
    #expect(why.equation.hasPrefix("EQ"))
    #expect(why.before != nil)
  }

  @Test(
    "a calc name in an explanation is one that calc knows",
    arguments: [
      "gap:cael", "rdy:cael", "lat:aster", "pc:dorn", "trust:borea:cael", "interop:aster:cael",
      "tie:aster:cael", "tr:aster:sen", "th:marches", "adv:aut", "unit-cost:borea-lantern",
      "gates:aster-canopy", "nat:cael", "score:cael:cost", "leak:lantern",
    ])
  func calcNames(name: String) throws {
    let (why, _) = try explain(name)
    #expect(Calculator.named(why.calculation) != nil)
  }

  @Test("what moved a figure is named: clauses, orders, deals")
  func causes() throws {
    let (exercise, bench) = try explain("interop:aster:cael")
    #expect(exercise.causes.map(\.cause) == [.clause("D-2", "c1"), .clause("D-2", "c2")])
    let lines = exercise.lines(for: nil, in: bench.world, scenario: bench.scenario)
    #expect(lines.contains { $0.hasSuffix("deal D-2, clause c1 (exercise)") })
    let (research, _) = try explain("tr:aster:sen")
    #expect(research.causes.contains { $0.cause == .order(state: Bench.aster, place: 0) })
    #expect(research.causes.contains { $0.cause == .clause("D-3", "c1") })
  }

  @Test("a reader is told that others' deals and orders moved a figure, not what they say")
  func redacted() throws {
    let (exercise, bench) = try explain("interop:aster:cael")
    let lines = exercise.lines(
      for: Bench.dorn, in: bench.world, scenario: bench.scenario, mayRead: { _ in false })
    #expect(lines.contains { $0.hasSuffix("a deal of others") })
    #expect(!lines.contains { $0.contains("D-2") })
    let (research, _) = try explain("tr:aster:sen")
    let told = research.lines(for: Bench.dorn, in: bench.world, scenario: bench.scenario)
    #expect(told.contains { $0.hasSuffix("an order of aster") })
  }

  @Test(
    "no line is longer than 100 columns, and all begin with the value",
    arguments: [
      "gap:cael", "trust:borea:cael", "interop:aster:cael", "support:cael", "rdy:cael", "col",
      "treasury:cael", "workshare:aster:canopy",
    ])
  func columns(name: String) throws {
    let (why, bench) = try explain(name)
    let lines = why.lines(for: nil, in: bench.world, scenario: bench.scenario)
    #expect(lines[0].hasPrefix("\(name) = "))
    // A line to be typed again is never broken.
    let prose = lines.filter { !$0.hasPrefix("    CALC ") }
    #expect(prose.allSatisfy { $0.count <= Explanation.columns })
    #expect(lines[1] == "  " + why.figure.word.meaning)
  }

  @Test("a counted figure has a meaning and no equation")
  func counted() throws {
    let (why, bench) = try explain("deals:cael:exercise")
    #expect(why.equation.isEmpty)
    #expect(why.value == 2)
    #expect(
      why.lines(for: nil, in: bench.world, scenario: bench.scenario)[0]
        == "deals:cael:exercise = 2, up from 0")
  }

  @Test("before the first resolution there is the value of the card")
  func atStart() throws {
    let bench = Bench()
    let figure = try FigureName("org", reader: Bench.cael, in: bench.scenario)
    let why = Explanation.atStart(figure, in: bench.world, scenario: bench.scenario)
    #expect(
      why.lines(for: Bench.cael, in: bench.world, scenario: bench.scenario)[0]
        == "org:cael = 45 points")
  }

  @Test("what an input is worth is told in its own unit")
  func units() throws {
    let (why, bench) = try explain("tr:aster:sen")
    let text = why.lines(for: nil, in: bench.world, scenario: bench.scenario)
      .joined(separator: "\n")
    #expect(text.contains("money 9m"))
    #expect(text.contains("9m by order 1 of aster (fund-rd)"))
  }

  @Test(
    "a CALC line in an explanation can be typed as it stands and gives what it says",
    arguments: [
      "gap:cael", "pressure:cael", "rdy:cael", "lat:aster", "pc:dorn", "trust:borea:cael",
      "interop:aster:cael", "tie:aster:cael", "tr:aster:sen", "th:marches", "adv:aut",
      "unit-cost:borea-lantern", "output:borea-lantern", "ic:aster:amd", "nat:cael", "final:cael",
      "score:cael:cost", "col", "support:cael", "eth:borea", "stock:cael:lantern", "leak:canopy",
    ])
  func typedAgain(name: String) throws {
    let (why, bench) = try explain(name)
    #expect(!why.formulas.isEmpty, "\(why.inputs) \(why.steps)")
    let lines = why.lines(for: nil, in: bench.world, scenario: bench.scenario)
    for formula in why.formulas {
      #expect(lines.contains("    \(formula.command)"))
      // A line of the protocol takes two quotes for nothing.
      let words = formula.command.split(separator: " ").map {
        $0.hasSuffix("=\"\"") ? String($0.dropLast(2)) : String($0)
      }
      let result = try Calculator.evaluate(words[1], words: Array(words.dropFirst(2)))
      for output in try Calculator.find(words[1]).results {
        let value = try #require(result[output.name])
        #expect(formula.results.contains(UnitText.print(value, unit: output.unit)))
      }
    }
  }

  @Test("the terms of a score are points, the term of cost as well")
  func terms() throws {
    let (why, bench) = try explain("nat:cael")
    let lines = why.lines(for: nil, in: bench.world, scenario: bench.scenario)
    let cost = FigureUnit.points.text(try #require(why.inputs.first { $0.name == "cost" }).value)
    #expect(lines.contains { $0.contains("cost \(cost), ") })
  }

  @Test("what trust drifts to is points")
  func drift() throws {
    let (why, bench) = try explain("trust:borea:cael")
    let lines = why.lines(for: nil, in: bench.world, scenario: bench.scenario)
    #expect(lines.contains { $0.contains("where it drifts to 58, after the drift ") })
  }

  @Test("WHY rdy tells its sectors and their weights in words")
  func sectors() throws {
    let (why, bench) = try explain("rdy:cael")
    let lines = why.lines(for: nil, in: bench.world, scenario: bench.scenario)
    #expect(lines.contains { $0.hasPrefix("    amd: adequacy ") && $0.hasSuffix("weight 60") })
    #expect(lines.contains { $0.hasPrefix("  Step by step: stock weighted by the threat ") })
  }
}
