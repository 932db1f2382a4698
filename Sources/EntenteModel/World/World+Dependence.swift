extension World {
  /// DEP: share of what `state` ever got or built, or had at the start, that came from lines in
  /// `partner`, with the inputs of this turn's output it supplied; and what an exchange of firms
  /// with it adds; bp. `partner` may be a supplier outside. Nothing at all is 0.
  package func dependence(of state: Int, on partner: Int, scenario: Scenario) -> BasisPoints {
    let standing = states[state]
    let ledger = standing.ledger
    var output = 0
    var supplied = 0
    for line in lines where line.state == state {
      let card = scenario.programmes[line.programme]
      let value = rdiv(line.output.value * card.listCost.value, 1_000)
      output += value
      for input in card.inputs {
        let shares = standing.supply.shares[input.index]
        if shares.indices.contains(partner) { supplied += mb(value, shares[partner].value) }
      }
    }
    if partner < states.count { supplied += ledger.receivedValue[partner].value }
    let all = ledger.acquiredValue.value + output
    let share = all > 0 ? rdiv(10_000 * supplied, all) : 0
    let exchanged = standing.exchanges.reduce(0) {
      $0 + ($1.partner == partner ? 300 * $1.turns : 0)
    }
    return BasisPoints(min(10_000, share + exchanged))
  }
}
