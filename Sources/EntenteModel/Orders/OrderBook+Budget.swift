// Checks of budget orders.
extension OrderBook {
  mutating func judgeBudget(_ order: Order) throws(RuleRefusal) -> Asked {
    switch order.keyword {
    case .fundRD:
      let domain = try domain(order, "domain")
      let money = try amount(order, "money")
      return Asked(bound: .fundRD(domain: domain, money: money), cost: money)
    case .invest: return try judgeInvestment(order)
    case .trainWorkforce:
      let money = try amount(order, "money")
      return Asked(bound: .trainWorkforce(money: money), cost: money)
    case .readiness:
      let money = try amount(order, "money")
      return Asked(bound: .readiness(money: money), cost: money)
    case .asym:
      let money = try amount(order, "money")
      return Asked(bound: .asym(money: money), cost: money)
    case .securityUpgrade: return Asked(bound: .securityUpgrade, cost: 6_000)
    case .pay: return try judgePay(order)
    case .stockpile: return try judgeStockpile(order)
    default: throw notHere(order)
    }
  }

  /// An order whose part of the model this exercise does not have.
  func notHere(_ order: Order) -> RuleRefusal {
    RuleRefusal(
      .orderNotHere, [.init("keyword", order.keyword.rawValue)],
      "The order \(order.keyword.rawValue) is not part of this exercise.")
  }

  private func judgeInvestment(_ order: Order) throws(RuleRefusal) -> Asked {
    let sector = try sector(order, "sector")
    let money = try amount(order, "money")
    let place = word(order, "at") == nil ? state : try state(order, "at")
    if place != state {
      let isAllowed = clauses.contains {
        $0.isActive && $0.joins(state, place) && $0.countsAsDomestic(Sector.allCases[sector])
      }
      if !isAllowed {
        throw RuleRefusal(
          .prerequisiteMissing,
          [
            .init("a", scenario.states[state].id.text), .init("b", scenario.states[place].id.text),
            .init("need", "ntib"),
          ], "To invest there you need an ntib clause in force with that state.")
      }
    }
    return Asked(bound: .invest(sector: sector, money: money, at: place), cost: money)
  }

  private func judgePay(_ order: Order) throws(RuleRefusal) -> Asked {
    let deal = try deal(order)
    let clause = try clauses(order, "clause", of: deal)[0]
    let money = try amount(order, "money")
    return Asked(bound: .pay(deal: deal, clause: clause, money: money), cost: money)
  }
}
