import EntenteSession
import Testing

@testable import EntenteBots
@testable import EntenteModel

struct RedLineTests {
  /// A state's line against a text between some states.
  struct Example: Sendable, CustomTestStringConvertible {
    var line: RedLine
    var own: StateID
    var parties: [StateID]
    var terms: String
    var isCrossed: Bool
    var testDescription: String { "\(own): \(terms)" }

    init(_ line: RedLine, _ own: StateID, _ parties: [StateID], _ terms: String, _ isCrossed: Bool)
    {
      self.line = line
      self.own = own
      self.parties = parties
      self.terms = terms
      self.isCrossed = isCrossed
    }
  }

  static let examples = [
    Example(
      .knowHowAbroad(sensitivity: 3), "dorn", ["dorn", "aster"],
      "dorn>aster licprod programme=canopy", true),
    Example(
      .knowHowAbroad(sensitivity: 4), "dorn", ["dorn", "aster"],
      "dorn>aster licprod programme=canopy", false),
    Example(
      .knowHowAbroad(sensitivity: 3), "dorn", ["dorn", "aster"],
      "dorn>aster transfer domain=sen depth=deep; gsoia", true),
    Example(
      .knowHowAbroad(sensitivity: 3), "aster", ["dorn", "aster"],
      "dorn>aster transfer domain=sen depth=deep; gsoia", false),
    Example(.exemption(security: 7_500), "dorn", ["dorn", "aster"], "exempt", true),
    Example(.exemption(security: 7_000), "dorn", ["dorn", "aster"], "exempt", false),
    Example(
      .consentForOutsiders, "dorn", ["dorn", "aster"],
      "dorn>aster reexport programme=canopy consent=cael", true),
    Example(
      .consentForOutsiders, "dorn", ["dorn", "aster", "cael"],
      "dorn>aster reexport programme=canopy consent=cael", false),
    Example(
      .smallWorkshare(slack: 500), "aster", ["aster", "dorn"],
      "coprod programme=canopy lines=aster,dorn workshare=aster:20%,dorn:80%", true),
    Example(
      .smallWorkshare(slack: 500), "aster", ["aster", "dorn"],
      "coprod programme=canopy lines=aster,dorn workshare=aster:30%,dorn:70%", false),
    Example(.exclusion, "cael", ["cael", "dorn", "aster"], "dorn+aster excl sector=amd", true),
    Example(
      .exclusion, "cael", ["cael", "dorn", "aster"], "dorn+aster excl sector=amd except=cael",
      false),
    Example(
      .designGivenUp, "borea", ["borea", "cael"],
      "borea>cael licprod programme=lantern territory=any", true),
    Example(
      .designGivenUp, "borea", ["borea", "cael"], "borea>cael licprod programme=lantern", false),
    Example(
      .legislatedOperations, "cael", ["cael", "dorn"], "cael>dorn basing posture=20%", true),
    Example(
      .legislatedOperations, "dorn", ["cael", "dorn"], "cael>dorn basing posture=20%", false),
    Example(
      .pools(share: 500), "borea", ["borea", "dorn"],
      "standard family=c2 fund=borea:5m,dorn:5m", true),
    Example(
      .pools(share: 500), "dorn", ["borea", "dorn"],
      "standard family=c2 fund=borea:5m,dorn:5m", false),
    Example(
      .barredFromBudgets(count: 2), "cael", ["cael", "borea"], "excl sector=amd", true),
    Example(
      .barredFromBudgets(count: 2), "cael", ["cael", "borea"],
      "excl sector=amd except=dorn,aster", false),
  ]

  @Test("A line is crossed by what it names and by nothing beside it", arguments: examples)
  func crossing(example: Example) throws {
    let bench = try Bench()
    let text = try bench.text(example.parties, example.terms, everyClause: true)
    let held = RedLineCase(
      text: text, own: try bench.view(example.own).index, world: bench.game.state.world,
      scenario: bench.exercise.scenario, preview: Bench.emptyPreview(of: text))
    #expect(held.crosses(example.line) == example.isCrossed)
  }

  @Test("Lines about what comes read the look ahead")
  func ahead() throws {
    let bench = try Bench()
    let text = try bench.text(["borea", "dorn"], "dorn>borea offtake programme=canopy lots=5")
    let borea = try bench.appraiser("borea")
    let appraisal = borea.appraise(text)
    #expect(appraisal.crossed == .dependence(4_000))
    #expect(appraisal.utility == 0)
    let licence = try bench.text(["borea", "aster"], "borea>aster licprod programme=lantern")
    var preview = Bench.emptyPreview(of: licence)
    let lantern = try #require(bench.exercise.scenario.index(of: ProgrammeID("lantern")))
    preview.leaks = [PreviewLeak(programme: lantern, with: 200, without: 100, highest: 6_001)]
    let index = try bench.view("borea").index
    preview.gates = [
      PreviewGates(
        clause: "c1", subject: .delivery, state: index, programme: lantern, gates: [],
        credit: 360, firstTurn: 6, leftover: 0)
    ]
    let held = RedLineCase(
      text: licence, own: index, world: bench.game.state.world, scenario: bench.exercise.scenario,
      preview: preview)
    #expect(held.crosses(.leak(6_000)) && !held.crosses(.leak(6_001)))
    #expect(held.crosses(.lateDelivery(turns: 4)) && !held.crosses(.lateDelivery(turns: 5)))
  }
}
