extension World {
  /// Puts the deal and its lines in their places.
  package mutating func apply(_ conclusion: Conclusion) {
    place(conclusion.deal)
    for line in conclusion.lines { place(line) }
    for programme in conclusion.withoutConsent {
      programmes[programme].leftWithoutConsent = true
    }
  }

  /// The same, and the state pays its political capital at once.
  package mutating func apply(_ ratification: Ratification) {
    apply(ratification.conclusion)
    let cost = ratification.cost
    states[ratification.state].politicalCapital -= cost
    states[ratification.state].politicalSpent += cost
    states[ratification.state].ledger.capitalForRatification += cost.value
  }

  /// The theatre a state is most exposed to (the first listed of equals); nil without theatres.
  package func mostExposedTheatre(of state: Int, scenario: Scenario) -> Int? {
    let exposure = scenario.states[state].exposure
    return exposure.indices.max { (exposure[$0], $1) < (exposure[$1], $0) }
  }
}
