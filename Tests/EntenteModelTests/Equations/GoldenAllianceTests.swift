import EntenteModel
import Testing

/// G15, G16 and G18 of the rule book; states A, B, C, D are 0, 1, 2, 3.
struct GoldenAllianceTests {
  private static let depths = [4_300, 5_200, 2_800, 2_600, 900, 3_600]
  private static let trust = [
    (6_200, 6_000), (6_500, 6_700), (6_000, 5_400), (5_800, 6_200), (5_200, 5_000),
    (7_000, 5_600),
  ]
  private static let weights: [BasisPoints] = zip(depths, trust).map { depth, trust in
    TieDepth.weight(
      depth: BasisPoints(depth), trust: BasisPoints(trust.0), trustBack: BasisPoints(trust.1))
  }

  @Test("G15: edge weights of AB AC AD BC BD CD")
  func edgeWeights() {
    #expect(Self.weights == [2_623, 3_432, 1_596, 1_560, 459, 2_268])
  }

  @Test("G15: two overlapping groups, lattice 7500, hub index 6409")
  func groups() {
    let output = AllianceDetection.evaluate(
      AllianceDetection.Input(
        count: 4, weights: Self.weights, families: [1, 2, 1, 1, 0, 2], threshold: 1_500))
    #expect(output.groups.map(\.members) == [[0, 1, 2], [0, 2, 3]])
    #expect(output.dyads.map(\.members) == [[0, 1], [0, 2], [0, 3], [1, 2], [2, 3]])
    #expect(output.lattice == 7_500)
    #expect(output.hub == 6_409)
  }

  @Test(
    "G15: formation of both groups",
    arguments: [([4_300, 5_200, 2_600], 4_033), ([5_200, 2_800, 3_600], 3_867)])
  func formation(depths: [Int], formation: Int) {
    let input = GroupFormation.Input(depths: depths.map { BasisPoints($0) })
    #expect(GroupFormation.evaluate(input) == BasisPoints(formation))
  }

  @Test(
    "G16: the quadrant of both groups",
    arguments: [
      (
        [7_200, 3_800, 2_600], [5_600, 6_100, 4_700], 4_533, 5_467,
        GroupTypology.Quadrant.commonShield
      ),
      ([7_200, 2_600, 8_900], [6_100, 5_200, 4_400], 6_233, 5_233, .integratedArsenal),
    ])
  func typology(
    capacities: [Int], composites: [Int], capacity: Int, interoperability: Int,
    quadrant: GroupTypology.Quadrant
  ) {
    let output = GroupTypology.evaluate(
      GroupTypology.Input(
        capacities: capacities.map { BasisPoints($0) },
        composites: composites.map { BasisPoints($0) }))
    #expect(output.capacity == BasisPoints(capacity))
    #expect(output.interoperability == BasisPoints(interoperability))
    #expect(output.quadrant == quadrant)
  }

  @Test("G18: fairness 8600, management 8430, salience 4385")
  func management() {
    let fairness = GroupFairness.evaluate(
      GroupFairness.Input(
        benefit: [4_500, 3_300, 2_200], contribution: [5_200, 3_000, 1_800]))
    #expect(fairness == 8_600)
    let management = GroupManagement.evaluate(
      GroupManagement.Input(
        onTime: 8_000, honoured: 9_500, fairness: fairness, trust: 6_233, settled: 10_000))
    #expect(management == 8_430)
    let salience = GroupSalience.evaluate(
      GroupSalience.Input(
        capability: 4_200, threatClosed: 5_500, weakestLayer: 4_700, commitment: 3_000))
    #expect(salience == 4_385)
  }
}
