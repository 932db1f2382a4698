extension DealRules {
  /// Everything that stands against `state` acceding to a concluded deal now: the accession rule,
  /// the limits as at signing, and political capital, which comes last. Under `unanimity` and
  /// `majority` the parties answer afterwards.
  package static func acceding(
    to deal: Deal, by state: Int, annex: String?, in world: World, scenario: Scenario
  ) -> [RuleRefusal] {
    if let refusal = closed(deal, to: state, annex: annex, in: world, scenario: scenario) {
      return [refusal]
    }
    let next = Lifecycle.acceded(
      deal, by: state, annex: annex, in: world, scenario: scenario
    ).deal
    return ratifying(next, by: state, in: world, scenario: scenario)
  }

  /// E338: why the accession rule shuts the state out.
  private static func closed(
    _ deal: Deal, to state: Int, annex: String?, in world: World, scenario: Scenario
  ) -> RuleRefusal? {
    let handle = scenario.states[state].id
    func refusal(_ rule: String, _ why: String) -> RuleRefusal {
      .accessionClosed(deal: deal.id, rule: rule, why: why)
    }
    if deal.text.parties.contains(handle) {
      return refusal("party", "\(handle) is a party of \(deal.id) already")
    }
    if deal.text.parties.count >= DealText.partyLimit {
      return refusal(
        "parties", "\(deal.id) has \(DealText.partyLimit) parties, the most there can be")
    }
    if let annex, !deal.text.clauses.contains(where: { $0.annex == annex }) {
      return refusal("annex", "\(deal.id) has no annex \"\(annex)\"")
    }
    switch deal.text.accession {
    case .closed:
      return refusal("closed", "\(deal.id) is closed to newcomers; propose a deal of your own")
    case .unanimity, .majority: return nil
    case .open(let security, let values, let fee):
      return shortfall(
        of: state, security: security, values: values, fee: fee, deal, in: world, scenario
      ).map { refusal($0.rule, $0.why) }
    }
  }

  /// What an open deal asks of newcomers and the state does not have.
  private static func shortfall(
    of state: Int, security: BasisPoints, values: BasisPoints, fee: Money, _ deal: Deal,
    in world: World, _ scenario: Scenario
  ) -> (rule: String, why: String)? {
    let handle = scenario.states[state].id
    let standing = world.states[state]
    func points(_ value: BasisPoints) -> String { FigureUnit.points.text(value.value) }
    if standing.security < security {
      return (
        "sec",
        "\(deal.id) asks newcomers for security \(points(security)), and \(handle) has "
          + points(standing.security)
      )
    }
    let affinities = deal.bound.map {
      world.pairs[world.pairIndex(state, $0)].affinity.value
    }
    let mean = BasisPoints(rdiv(affinities.reduce(0, +), max(1, affinities.count)))
    if mean < values {
      return (
        "val",
        "\(deal.id) asks newcomers for values \(points(values)) near the parties', and "
          + "\(handle) has \(points(mean))"
      )
    }
    let asked = world.accessionFee(fee, for: state)
    guard standing.treasury < asked else { return nil }
    return (
      "fee",
      "Joining \(deal.id) costs \(FigureUnit.money.text(asked.value)), and \(handle) has "
        + FigureUnit.money.text(standing.treasury.value)
    )
  }
}

extension World {
  /// What of the fee of an open deal a state is asked for, while events change it; $k.
  package func accessionFee(_ fee: Money, for state: Int) -> Money {
    Money(mb(fee.value, eventFactor(.accessionFee, of: state)))
  }

  /// The newcomer pays the fee of an open deal, shared equally by those bound before.
  package mutating func payAccessionFee(_ fee: Money, by state: Int, to parties: [Int]) {
    let others = parties.filter { $0 != state }
    guard fee > 0, !others.isEmpty else { return }
    precondition(states[state].treasury >= fee, "the fee was checked before")
    states[state].treasury -= fee
    for (party, part) in zip(others, lrm(fee.value, others.map { _ in 1 })) {
      states[party].treasury += Money(part)
    }
  }
}
