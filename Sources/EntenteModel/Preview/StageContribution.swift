/// What the clauses of one stage of a weapon's life add to the groups there are (M2): the same
/// turns with them and without them, nobody planning anew.
package struct StageContribution: Hashable, Sendable {
  /// Production, development or deployment.
  package var stage: Stage
  /// Change of the mean formation over all groups; bp.
  package var formation: Int
  /// Change of the mean management; bp.
  package var management: Int
  /// Change of the mean salience; bp.
  package var salience: Int

  /// One entry a stage, looking `horizon` turns ahead from `world` with `orders` held.
  package static func of(
    _ world: World, orders: [[Order]], scenario: Scenario, horizon: Int = Preview.horizon
  ) -> [StageContribution] {
    let with = measures(world, orders, scenario, horizon)
    return Stage.allCases.map { stage in
      let without = measures(world.without(stage), orders, scenario, horizon)
      return StageContribution(
        stage: stage, formation: with[0] - without[0], management: with[1] - without[1],
        salience: with[2] - without[2])
    }
  }

  /// Mean F, M and S over the groups at the horizon; 0 without one.
  private static func measures(
    _ start: World, _ orders: [[Order]], _ scenario: Scenario, _ horizon: Int
  ) -> [Int] {
    var world = start
    for _ in 0..<max(1, horizon) where world.turn <= scenario.parameters.turns {
      world =
        Resolution.resolve(
          world, orders: orders, scenario: scenario, judgesCards: false
        ).world
    }
    let groups = world.groups
    guard !groups.isEmpty else { return [0, 0, 0] }
    return [
      groups.map(\.formation.value), groups.map(\.management.value), groups.map(\.salience.value),
    ].map { rdiv($0.reduce(0, +), groups.count) }
  }
}

extension World {
  /// The world in which no clause of a stage binds anybody any more.
  fileprivate func without(_ stage: Stage) -> World {
    var world = self
    for deal in deals.indices {
      for (clause, text) in deals[deal].text.clauses.enumerated()
      where text.kind.entry.stage == stage {
        world.deals[deal].clauses[clause].hasEnded = true
      }
    }
    return world
  }
}
