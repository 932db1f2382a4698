extension World {
  /// DEP: share of what `state` ever got or built, or had at the start, that came from lines in
  /// `partner`; bp. Nothing at all is 0.
  package func dependence(of state: Int, on partner: Int, scenario: Scenario) -> BasisPoints {
    let ledger = states[state].ledger
    var output = 0
    for line in lines where line.state == state {
      output += rdiv(
        line.output.value * scenario.programmes[line.programme].listCost.value, 1_000)
    }
    let all = ledger.acquiredValue.value + output
    guard all > 0 else { return 0 }
    return BasisPoints(min(10_000, rdiv(10_000 * ledger.receivedValue[partner].value, all)))
  }
}
