import EntenteModel

/// The work that follows ability (EQ4).
enum EfficientShare {
  /// The efficient share of `state` among the holders of a `coprod`; nil where it holds none. Bp.
  static func of(
    _ state: Int, in clause: ClauseText, world: World, scenario: Scenario
  ) -> Int? {
    guard let programme = clause.programme.flatMap(scenario.index(of:)) else { return nil }
    let holders = clause.amounts("workshare").compactMap { scenario.index(of: $0.state) }
    guard let place = holders.firstIndex(of: state) else { return nil }
    return shares(of: holders, programme, world: world, scenario: scenario)[place]
  }

  /// The efficient shares of some states, in their order; bp that sum to 10000.
  static func shares(
    of states: [Int], _ programme: Int, world: World, scenario: Scenario
  ) -> [Int] {
    let object = scenario.programmes[programme]
    let readiness = states.map { state -> BasisPoints in
      let levels = object.domains.map { world.states[state].technology[$0.index].value }
      return levels.isEmpty ? 10_000 : BasisPoints(rdiv(levels.reduce(0, +), levels.count))
    }
    return EfficientWorkshare.evaluate(
      EfficientWorkshare.Input(
        capacity: states.map { world.states[$0].capacity[object.sector.index] },
        readiness: readiness)
    ).map(\.value)
  }
}
