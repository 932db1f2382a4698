import EntenteModel
import Testing

@testable import EntenteExercise

/// The little language of private cards and injects.
struct ConditionParserTests {
  private let names = ConditionParser.Names(
    states: ["aster", "cael"], programmes: ["canopy"], theatres: ["marches"], turns: 4)

  private func test(_ name: String, _ arguments: [String], _ threshold: Int) -> CardCondition.Test {
    .compare(
      metric: CardMetric(name: name, arguments: arguments), comparison: .atLeast,
      threshold: threshold)
  }

  private func problem(_ text: String) throws -> ConditionParser.Problem {
    let read = ConditionParser.card(text, names: names)
    #expect(read.condition == nil)
    return try #require(read.problems.first)
  }

  @Test("And binds closer than or, brackets and not closer still")
  func precedence() throws {
    let read = ConditionParser.card(
      "pc(cael) >= 1 or pc(cael) >= 2 and not (pc(cael) >= 3 or pc(cael) >= 4)", names: names)
    let one = test("pc", ["cael"], 1)
    let two = test("pc", ["cael"], 2)
    let either = CardCondition.Test.any([test("pc", ["cael"], 3), test("pc", ["cael"], 4)])
    #expect(read.condition?.test == .any([one, .all([two, .not(either)])]))
    #expect(read.condition?.moment == .end)
  }

  @Test("The moment stands before the test")
  func moments() {
    func moment(_ text: String) -> CardCondition.Moment? {
      ConditionParser.card(text, names: names).condition?.moment
    }
    #expect(moment("always gap(cael) <= 4000") == .always)
    #expect(moment("keep gap(cael) <= 4000") == .keep)
    #expect(moment("by turn 3 gap(cael) <= 4000") == .by(turn: 3))
  }

  @Test("Arguments are names of their kind, a star where all are meant")
  func arguments() {
    func metric(_ text: String) -> CardMetric? {
      guard
        case .compare(let metric, _, _)? = ConditionParser.card(text, names: names).condition?.test
      else { return nil }
      return metric
    }
    #expect(metric("lines(aster, *) >= 1")?.arguments == ["aster", "*"])
    #expect(metric("tr(cael,SEN)=5000")?.arguments == ["cael", "sen"])
    #expect(metric("deals(cael,exercise) >= 1")?.arguments == ["cael", "exercise"])
    #expect(metric("spent(cael,pools) <= 3000")?.arguments == ["cael", "pools"])
    #expect(metric("unit-cost(canopy) <= 4000")?.name == "unit-cost")
  }

  @Test(
    "Problems are found at the character they stand at",
    arguments: [
      ("gpa(cael) <= 4000", 0, "unknown-metric"), ("gap(caell) <= 4000", 4, "unknown-state"),
      ("stock(cael,canpy) >= 1", 11, "unknown-programme"),
      ("tr(cael,xyz) >= 1", 8, "unknown-domain"),
      ("deals(cael,exercice) >= 1", 11, "unknown-clause"),
      ("gap(cael) < 4000", 10, "bad-condition"),
      ("gap(cael) <= 40%", 15, "bad-condition"), ("gap(cael) <= 10001", 13, "out-of-range"),
      ("gap() <= 1", 4, "bad-condition"), ("gap(cael,cael) <= 1", 0, "bad-condition"),
      ("gap(cael <= 1", 9, "bad-condition"), ("(gap(cael) <= 1", 15, "bad-condition"),
      ("gap(cael) <= 1 gap(cael) <= 2", 15, "bad-condition"),
      ("by turn 9 gap(cael) <= 1", 8, "out-of-range"),
      ("by 3 gap(cael) <= 1", 3, "bad-condition"), ("", 0, "bad-condition"),
      ("gap(cael) <= 1 and", 18, "bad-condition"), ("always", 6, "bad-condition"),
      ("leak(*) <= 1", 5, "unknown-programme"), ("gap(cael) <= 1;", 14, "bad-condition"),
      ("ingroup(aster) = 2", 17, "out-of-range"), ("offers(aster) = 0", 0, "unknown-metric"),
      ("gap(team) <= 1", 4, "unknown-state"), ("gap(5) <= 1", 4, "unknown-name"),
    ])
  func problems(text: String, offset: Int, name: String) throws {
    let problem = try problem(text)
    #expect((problem.offset, problem.name) == (offset, name), "\(problem.sentence)")
  }

  @Test("A near word is offered")
  func nearWord() throws {
    #expect(try problem("worksahre(aster,canopy) >= 1").sentence.contains("\"workshare\""))
    #expect(try problem("gap(astre) <= 1").sentence.contains("\"aster\""))
  }

  @Test("Deep nesting ends with a problem")
  func depth() throws {
    let text = String(repeating: "(", count: 200) + "gap(cael) <= 1"
    #expect(try problem(text).name == "bad-condition")
  }

  @Test("Injects may test the record of the talks and speak of the team")
  func injects() {
    func test(_ text: String) -> CardCondition.Test? {
      ConditionParser.inject(text, names: names).test
    }
    #expect(
      test("offers(team) = 0")
        == .compare(
          metric: CardMetric(name: "offers", arguments: ["team"]), comparison: .equal, threshold: 0)
    )
    #expect(test("signed(gsoia)") == self.test("signed", ["gsoia"], 1))
    #expect(
      test("not noMessage(aster,cael,2)")
        == .not(self.test("noMessage", ["aster", "cael", "2"], 1)))
    #expect(test("turn >= 2 and th(marches) >= 7000") != nil)
    #expect(test("always turn >= 2") == nil)
  }
}
