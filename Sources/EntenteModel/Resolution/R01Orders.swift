// R1: orders are validated once more; what no longer holds is dropped and its money stays.

extension Resolver {
  /// Fills `accepted`.
  mutating func validateOrders(_ given: [[Order]]) {
    for state in 0..<count {
      let isHabit = given[state].isEmpty
      report.usedHabit[state] = isHabit
      let orders = isHabit ? habit(of: state) : lastOfEach(given[state])
      validate(orders, of: state, isHabit: isHabit)
    }
  }

  /// What a state does that gave no order: last turn's budget orders, in turn 1 those of its card.
  private func habit(of state: Int) -> [Order] {
    turn == 1 ? scenario.states[state].defaultOrders : world.states[state].lastBudgetOrders
  }

  /// Of orders with the same keyword and object the last.
  private func lastOfEach(_ orders: [Order]) -> [Order] {
    var kept: [Order] = []
    for (place, order) in orders.enumerated() {
      let isReplaced = orders[(place + 1)...].contains {
        OrderCatalogue.isSameObject($0, order)
      }
      if !isReplaced { kept.append(order) }
    }
    return kept
  }

  private mutating func validate(_ orders: [Order], of state: Int, isHabit: Bool) {
    guard !orders.isEmpty else {
      world.states[state].lastBudgetOrders = []
      return
    }
    // The checks hold the world; they are gone before anything changes.
    let (accepted, results) = check(orders, of: state, isHabit: isHabit)
    report.orders[state] = results
    if !isHabit {
      // Habit will repeat what was done.
      world.states[state].lastBudgetOrders = accepted.map(\.order).filter {
        OrderCatalogue.entry($0.keyword).group == .budget && $0.keyword != .pay
      }
    }
    self.accepted[state] = accepted.sorted(by: AcceptedOrder.precedes)
  }

  private func check(
    _ orders: [Order], of state: Int, isHabit: Bool
  ) -> (accepted: [AcceptedOrder], results: [OrderResult]) {
    var results: [OrderResult] = []
    var accepted: [AcceptedOrder] = []
    var book = orderBook(of: state)
    for order in orders {
      do throws(RuleRefusal) {
        accepted.append(try book.admit(order, place: results.count))
        results.append(OrderResult(order: order, outcome: .done))
      } catch {
        // A habit that does not fit is no order that failed.
        if isHabit { continue }
        results.append(OrderResult(order: order, outcome: .dropped(DroppedOrder(error))))
      }
    }
    return (accepted, results)
  }

  /// The checks for the orders of `state`, with what the turn leaves it to spend.
  func orderBook(of state: Int) -> OrderBook {
    OrderBook(
      scenario: scenario, world: world, state: state, clauses: clauses, obligations: obligations,
      money: moneyAvailable(to: state),
      capital: world.states[state].politicalCapital.value,
      promisedStock: Array(repeating: 0, count: scenario.programmes.count),
      lineCapacity: Array(repeating: -1, count: world.lines.count),
      promisedCapacity: Array(repeating: 0, count: Sector.count), posture: promisedPosture(state))
  }

  /// TRE + B0 of this turn less options taken of events and the payments due in R3; $k.
  func moneyAvailable(to state: Int) -> Int {
    world.states[state].treasury.value + world.states[state].budget.value - paymentsDue(by: state)
      - scratch.choiceCosts[state]
  }

  /// Posture a state has promised by clauses in effect; bp.
  private func promisedPosture(_ state: Int) -> Int {
    var sum = 0
    for clause in clauses where clause.isActive {
      switch clause.terms {
      case .basing(let posture) where clause.to.contains(state): sum += posture
      case .crisis(let terms) where clause.bound.contains(state):
        let until = world.deals[clause.deal].clauses[clause.index].crisisUntil
        if let until, turn <= until { sum += terms.posture * (clause.bound.count - 1) }
      default: break
      }
    }
    return sum
  }

  /// Marks an accepted order's result.
  mutating func note(_ order: AcceptedOrder, of state: Int, _ outcome: OrderResult.Outcome) {
    report.orders[state][order.place].outcome = outcome
  }
}
