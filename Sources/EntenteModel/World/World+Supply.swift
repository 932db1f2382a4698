extension World {
  /// HHI of EQ13: how concentrated a state's suppliers of an input are, counting those it does not
  /// trust; its own industry counts as trusted, suppliers outside never; bp. Plentiful ones are 0.
  package func concentration(
    of state: Int, in input: Input, scenario: Scenario
  ) -> BasisPoints {
    let shares = states[state].supply.shares[input.index]
    guard !shares.isEmpty else { return 0 }
    return Concentration.evaluate(
      Concentration.Input(
        shares: shares,
        trusted: shares.indices.map { supplier in
          supplier == state
            || supplier < scenario.states.count
              && trust(of: state, in: supplier) >= Concentration.trustedFrom
        }))
  }

  /// FRG of EQ13 over the inputs that are scarce here; bp.
  package func fragility(of state: Int, scenario: Scenario) -> BasisPoints {
    let inputs = Input.allCases.filter { scenario.node($0) != nil }
    return Fragility.evaluate(
      Fragility.Input(
        criticality: inputs.map(\.criticality),
        concentration: inputs.map { concentration(of: state, in: $0, scenario: scenario) }))
  }
}
