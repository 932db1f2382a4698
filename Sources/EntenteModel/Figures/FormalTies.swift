/// Formal treaties beside the informal groups: how many there are, and how well their pairs work
/// together now and at the start. They never count in the search for groups.
package struct FormalTies: Hashable, Sendable {
  /// Pairs of states with a treaty.
  package var pairs: Int
  /// Mean composite interoperability of those pairs (EQ20); bp.
  package var composite: BasisPoints
  /// The same at the start of the game, for the pairs that had a treaty then; bp.
  package var compositeAtStart: BasisPoints
  /// Pairs that had a treaty at the start.
  package var pairsAtStart: Int

  /// Counts the treaties of a world, and those its exercise begins with.
  package init(in world: World, scenario: Scenario) {
    let now = world.pairs.filter(\.formalTreaty).map(\.composite.value)
    let start = scenario.pairs.filter(\.formalTreaty).map { pair in
      CompositeInteroperability.evaluate(
        CompositeInteroperability.Input(
          technical: pair.interoperability[0], procedural: pair.interoperability[1],
          logistic: pair.interoperability[2], data: pair.interoperability[3])
      ).composite.value
    }
    func mean(_ values: [Int]) -> BasisPoints {
      BasisPoints(values.isEmpty ? 0 : rdiv(values.reduce(0, +), values.count))
    }
    pairs = now.count
    composite = mean(now)
    compositeAtStart = mean(start)
    pairsAtStart = start.count
  }
}
