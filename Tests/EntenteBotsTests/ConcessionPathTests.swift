import EntenteModel
import Testing

@testable import EntenteBots

struct ConcessionPathTests {
  private static func path(
    _ exponent: ConcessionTarget.Exponent, alpha: Int = 100, turn: Int = 1
  ) -> ConcessionPath {
    ConcessionPath(
      best: 9_000, reservation: 4_000, exponent: exponent, alpha: alpha, turn: turn, turns: 4)
  }

  @Test(
    "Targets fall with the rounds as in golden example G22",
    arguments: [
      (
        ConcessionTarget.Exponent.four,
        [9_000, 8_998, 8_980, 8_901, 8_687, 8_237, 7_418, 6_069, 4_000]
      ),
      (.two, [9_000, 8_922, 8_687, 8_297, 7_750, 7_047, 6_187, 5_172, 4_000]),
      (.one, [9_000, 8_375, 7_750, 7_125, 6_500, 5_875, 5_250, 4_625, 4_000]),
      (.half, [9_000, 7_232, 6_500, 5_938, 5_464, 5_047, 4_670, 4_323, 4_000]),
    ])
  func golden(exponent: ConcessionTarget.Exponent, targets: [Int]) {
    #expect((0...8).map { Self.path(exponent).timeTarget(round: $0) } == targets)
  }

  @Test("A late turn counts like late rounds")
  func lateTurn() {
    #expect(
      Self.path(.one, turn: 3).timeTarget(round: 0) == Self.path(.one).timeTarget(round: 4))
  }

  @Test("A concession of the other side is answered, up to a limit")
  func answered() {
    let path = Self.path(.one, alpha: 0)
    let small = [
      ConcessionPath.Seen(round: 0, utility: 3_000), .init(round: 2, utility: 3_800),
    ]
    #expect(path.target(after: small) == 9_000 - mb(5_000, 800))
    let large = [
      ConcessionPath.Seen(round: 0, utility: 3_000), .init(round: 2, utility: 6_000),
    ]
    #expect(path.target(after: large) == 9_000 - mb(5_000, ConcessionPath.answerMax))
  }

  @Test("One missing concession in a row is forgiven, the second is not")
  func forgiven() {
    let path = Self.path(.one, alpha: 0)
    var texts = [ConcessionPath.Seen(round: 0, utility: 3_000), .init(round: 2, utility: 3_000)]
    let once = 9_000 - mb(5_000, ConcessionPath.forgiven)
    #expect(path.target(after: texts) == once)
    texts.append(.init(round: 4, utility: 2_500))
    #expect(path.target(after: texts) == once)
  }

  @Test("A target never falls below the reservation value and never rises with the rounds")
  func bounds() {
    let path = Self.path(.half, alpha: 40)
    let texts = (0...8).map { ConcessionPath.Seen(round: $0, utility: 1_000 + 900 * $0) }
    let targets = texts.indices.map { path.target(after: Array(texts.prefix($0 + 1))) }
    #expect(targets.allSatisfy { (4_000...9_000).contains($0) })
    #expect(targets == targets.sorted(by: >))
  }
}
