/// The rules that stand between a text and its effect: what is checked at signing and at ratifying,
/// and what a party is warned of. After conclusion nothing is checked again.
package enum DealRules {
  /// Refusals that only a signature meets: resources of the moment, and bars of the card.
  private static let signingOnly: Set<RefusalName> = [
    .barredByLaw, .stockTooLow, .treasuryTooLow,
  ]

  /// Everything that stands against signing `text` now, in the order of its clauses. `signer` nil
  /// asks for all of it; a signer is told what concerns figures it may see, and its own treasury
  /// and stock. `claimed` is money its orders of this turn claim already; $k. `replacing` is the
  /// deal whose text this one amends.
  package static func signing(
    _ text: DealText, signer: Int?, in world: World, scenario: Scenario, claimed: Money = 0,
    replacing: DealID? = nil
  ) -> [RuleRefusal] {
    if let signer, !text.parties.contains(scenario.states[signer].id) {
      return [.notAParty(deal: replacing?.text ?? "this")]
    }
    var claims = [Money](repeating: 0, count: scenario.states.count)
    if let signer { claims[signer] = claimed }
    var check = ClauseCheck(
      text, in: world, scenario: scenario, replacing: replacing, claimed: claims)
    check.run()
    return check.findings
      .filter { $0.isTold(to: signer, fog: scenario.parameters.fog) }.map(\.refusal)
  }

  /// Money that the orders a state has given take out of what it may spend this turn; $k. A
  /// signature is checked with it.
  package static func claimed(
    by state: Int, orders: [Order], in world: World, scenario: Scenario
  ) -> Money {
    guard !orders.isEmpty else { return 0 }
    return OrderRules.moneyLeft(of: state, pending: [], in: world, scenario: scenario)
      - OrderRules.moneyLeft(of: state, pending: orders, in: world, scenario: scenario)
  }

  /// Everything that stands against `state` ratifying the deal now; `too-little-capital` comes
  /// last.
  package static func ratifying(
    _ deal: Deal, by state: Int, in world: World, scenario: Scenario
  ) -> [RuleRefusal] {
    guard deal.signers.contains(where: { $0.state == state }) else {
      return [.notAParty(deal: deal.id.text)]
    }
    var check = ClauseCheck(
      deal.text, in: world, scenario: scenario, replacing: deal.id,
      claimed: Array(repeating: 0, count: scenario.states.count))
    check.run()
    var refusals = check.findings
      .filter { !signingOnly.contains($0.refusal.name) }
      .filter { $0.isTold(to: state, fog: scenario.parameters.fog) }.map(\.refusal)
    let cost = Lifecycle.ratificationCost(of: deal, for: state, in: world, scenario: scenario)
    let have = world.states[state].politicalCapital
    let level = Lifecycle.ratificationClass(of: deal, for: state, scenario: scenario)
    if level != .a, have - cost < RatificationCost.reserve {
      refusals.append(.tooLittleCapital(have: have, cost: cost, floor: RatificationCost.reserve))
    }
    return refusals
  }
}
