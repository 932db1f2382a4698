// R2: the budget of the turn arrives.

extension Resolver {
  /// Adds B0 to every treasury, and what `mobilise` adds.
  mutating func grantBudgets() {
    for state in 0..<count {
      grant(state, world.states[state].budget.value)
      world.states[state].ledger.budgets += world.states[state].budget
      for order in accepted[state] {
        guard case .mobilise = order.bound else { continue }
        grant(state, mb(world.states[state].budget.value, 2_000))
        world.states[state].workforce = min(10_000, world.states[state].workforce + 500)
        world.states[state].ethics = min(10_000, world.states[state].ethics + 200)
      }
    }
  }

  private mutating func grant(_ state: Int, _ amount: Int) {
    world.states[state].treasury += Money(amount)
    world.tally.inflow += Money(amount)
    flow(state, amount, .budget)
  }
}
