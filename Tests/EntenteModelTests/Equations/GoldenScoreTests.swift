import EntenteModel
import Testing

/// G21 and G22 of the rule book.
struct GoldenScoreTests {
  @Test("G21: six terms make 5940")
  func national() {
    let output = NationalScore.evaluate(
      NationalScore.Input(
        security: 7_800, latent: 4_600, cost: 5_600, interoperability: 4_700,
        technology: 5_900, economy: 5_200, privateCards: 0, conduct: 0))
    #expect(output.national == 5_940)
    #expect(output.final == 4_752)
  }

  @Test(
    "G22: targets of four negotiators over eight rounds, from 9000 down to 4000",
    arguments: [
      (
        ConcessionTarget.Exponent.four,
        [9_000, 8_998, 8_980, 8_901, 8_687, 8_237, 7_418, 6_069, 4_000]
      ),
      (.two, [9_000, 8_922, 8_687, 8_297, 7_750, 7_047, 6_187, 5_172, 4_000]),
      (.one, [9_000, 8_375, 7_750, 7_125, 6_500, 5_875, 5_250, 4_625, 4_000]),
      (.half, [9_000, 7_232, 6_500, 5_938, 5_464, 5_047, 4_670, 4_323, 4_000]),
    ])
  func concession(exponent: ConcessionTarget.Exponent, targets: [Int]) {
    let computed = (0...8).map { round in
      ConcessionTarget.evaluate(
        ConcessionTarget.Input(
          best: 9_000, reservation: 4_000,
          progress: ConcessionTarget.progress(round: round, rounds: 8), exponent: exponent)
      ).value
    }
    #expect(computed == targets)
  }
}
