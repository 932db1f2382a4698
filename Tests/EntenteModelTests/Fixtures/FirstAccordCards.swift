import EntenteModel

extension FirstAccord {
  /// Private cards as the exercise writes them.
  static func cards(of id: StateID) -> [PrivateCard] {
    switch id {
    case "aster":
      [
        card(
          800, .end,
          .any([
            test("workshare", ["aster", "canopy"], .atLeast, 2_500),
            test("openlines", ["aster", "canopy"], .atLeast, 1),
          ])),
        card(600, .keep, test("breaches", ["aster"], .equal, 0)),
        card(400, .end, test("exports", ["aster"], .atLeast, 10_000)),
        card(200, .keep, test("pc", ["aster"], .atLeast, 4_000)),
      ]
    case "borea":
      [
        card(800, .end, test("adopters", ["lantern", "borea"], .atLeast, 2)),
        card(600, .always, test("leak", ["lantern"], .atMost, 800)),
        card(400, .keep, test("consented", ["borea", "lantern"], .equal, 1)),
        card(200, .end, test("gap", ["borea"], .atMost, 1_500)),
      ]
    case "cael":
      [
        card(800, .end, test("gap", ["cael"], .atMost, 4_000)),
        card(600, .end, test("suppliers", ["cael"], .atLeast, 2)),
        card(400, .end, test("deals", ["cael", "exercise"], .atLeast, 1)),
        card(200, .keep, test("dep", ["cael"], .atMost, 7_000)),
      ]
    default:
      [
        card(800, .keep, test("consented", ["dorn", "canopy"], .equal, 1)),
        card(600, .always, test("bn", ["dorn"], .atLeast, 6_500)),
        card(400, .end, test("ingroup", ["dorn"], .equal, 1)),
        card(200, .always, test("leak", ["canopy"], .atMost, 600)),
      ]
    }
  }

  private static func card(
    _ points: Int, _ moment: CardCondition.Moment, _ test: CardCondition.Test
  ) -> PrivateCard {
    PrivateCard(
      points: points, source: "", condition: CardCondition(moment: moment, test: test))
  }

  private static func test(
    _ name: String, _ arguments: [String], _ comparison: CardCondition.Comparison,
    _ threshold: Int
  ) -> CardCondition.Test {
    .compare(
      metric: CardMetric(name: name, arguments: arguments), comparison: comparison,
      threshold: threshold)
  }
}
