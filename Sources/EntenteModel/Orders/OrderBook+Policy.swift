// Checks of orders about law and politics.
extension OrderBook {
  mutating func judgePolicy(_ order: Order) throws(RuleRefusal) -> Asked {
    switch order.keyword {
    case .setBN: return try judgeContent(order)
    case .relaxExport: return Asked(bound: .shiftExport(by: -800), capital: 200)
    case .tightenExport: return Asked(bound: .shiftExport(by: 800), capital: 200)
    case .posture, .framework, .reform, .coordinate, .boltOn, .humanControl:
      return try judgeCivil(order)
    case .mobilise: return Asked(bound: .mobilise, capital: isClosed ? 0 : 400)
    case .reorganise: return Asked(bound: .reorganise, capital: 200)
    case .practiceReform:
      return Asked(bound: .practiceReform, cost: mb(standing.budget.value, 100), capital: 100)
    case .declare:
      return Asked(bound: .declare(support: try partner(order, "support")), capital: 50)
    case .withhold: return try judgeWithhold(order)
    case .suspendClauses: return try judgeSuspend(order)
    case .resumeClauses: return try judgeResume(order)
    case .choose: return Asked(bound: .elsewhere)
    case .answerReexport: return try judgeAnswer(order)
    case .convertCivil: return try judgeConversion(order)
    case .exchange: return try judgeExchange(order)
    case .justify:
      guard scenario.parameters.has(.spendingCeiling) else { throw notHere(order) }
      return Asked(bound: .justify, capital: 50)
    default: throw notHere(order)
    }
  }

  /// Orders about civil technology.
  private mutating func judgeCivil(_ order: Order) throws(RuleRefusal) -> Asked {
    switch order.keyword {
    case .posture:
      guard let posture = word(order, "value").flatMap(Posture.init(rawValue:)) else {
        throw unknown("posture", word(order, "value"))
      }
      return Asked(bound: .posture(posture))
    case .framework: return Asked(bound: .framework, cost: 2_000, capital: 100)
    case .reform: return try judgeReform(order)
    case .coordinate:
      let domains = words(order, "domains").compactMap(Domain.init(rawValue:)).map(\.index)
      guard domains.count == 2 else { throw unknown("domains", nil) }
      return Asked(
        bound: .coordinate(domains: domains), cost: mb(standing.budget.value, 200))
    case .boltOn:
      let money = try amount(order, "money")
      return Asked(
        bound: .boltOn(domain: try domain(order, "domain"), money: money), cost: money)
    default: return try judgeControl(order)
    }
  }

  /// A closed regime asks nobody (SR14).
  private var isClosed: Bool {
    scenario.parameters.has(.regime) && scenario.states[state].regime == .closed
  }

  private static let levels = [0, 5_500, 6_500, 7_500]

  private func judgeContent(_ order: Order) throws(RuleRefusal) -> Asked {
    guard let level = integer(order, "level"), Self.levels.contains(level) else {
      throw unknown("level", integer(order, "level").map(String.init))
    }
    func steps(_ value: Int) -> Int { Self.levels.filter { $0 <= value }.count }
    let up = steps(level) - steps(standing.contentThreshold.value)
    return Asked(bound: .setBN(level: level), capital: up >= 0 ? -100 * up : -150 * up)
  }

  private mutating func judgeReform(_ order: Order) throws(RuleRefusal) -> Asked {
    guard let word = word(order, "barrier"),
      let barrier = OrderCatalogue.barriers.firstIndex(of: word)
    else { throw unknown("barrier", word(order, "barrier")) }
    if reforms >= 2 {
      throw RuleRefusal(
        .tooManyOrders, [.init("count", 3), .init("limit", 2)], "Two reforms a turn are the limit.")
    }
    reforms += 1
    return Asked(bound: .reform(barrier: barrier), cost: 4_000, capital: 150)
  }

  private func judgeControl(_ order: Order) throws(RuleRefusal) -> Asked {
    guard let level = word(order, "level"), ["strict", "standard", "loose"].contains(level) else {
      throw unknown("level", word(order, "level"))
    }
    return Asked(bound: .humanControl(level))
  }

  /// `DEAL.CLAUSE.DEBTOR` or `DEAL.CLAUSE.DEBTOR.CREDITOR`.
  private func judgeWithhold(_ order: Order) throws(RuleRefusal) -> Asked {
    guard let word = word(order, "duty") else { throw unknown("duty", nil) }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 || parts.count == 4 else { throw unknown("duty", word) }
    let creditor = parts.count == 4 ? index(ofState: parts[3]) : nil
    let found = obligations.firstIndex { obligation in
      let clause = clauses[obligation.clause]
      return obligation.debtor == state && world.deals[clause.deal].id.text == parts[0]
        && world.deals[clause.deal].text.clauses[clause.index].id.text == parts[1]
        && (creditor == nil || obligation.creditor == creditor)
    }
    guard let found else { throw unknown("duty", word) }
    if parts[2] != scenario.states[state].id.text {
      throw RuleRefusal(
        .notYourLine, [.init("line", word), .init("owner", parts[2])],
        "You can only withhold what you owe yourself.")
    }
    return Asked(bound: .withhold(obligation: found))
  }

  private func judgeSuspend(_ order: Order) throws(RuleRefusal) -> Asked {
    let deal = try deal(order)
    let places = try clauses(order, "clauses", of: deal)
    let id = world.deals[deal].id
    let weight = places.reduce(0) {
      $0 + ClauseWeights.weight(world.deals[deal].text.clauses[$1].kind)
    }
    let grace = world.deals[deal].text.governance.disputes == .snapback ? 1 : 2
    let allowed = world.disputes.filter {
      $0.deal == id && !$0.isSettled && $0.victims.contains(state)
        && turn >= $0.openedTurn + grace
    }.map { dispute in
      world.deals[deal].text.clause(dispute.clause).map { ClauseWeights.weight($0.kind) } ?? 0
    }.max()
    guard let allowed else {
      throw RuleRefusal(
        .prerequisiteMissing, [.init("deal", id.text), .init("need", "dispute")],
        "You may suspend clauses only where another state broke this deal and has not made good.")
    }
    let bindsAll = places.allSatisfy { world.deals[deal].clauses[$0].bound.contains(state) }
    if weight > allowed || !bindsAll {
      throw RuleRefusal(
        .prerequisiteMissing, [.init("have", weight), .init("need", allowed)],
        "You may suspend your own clauses up to the weight of the broken one.")
    }
    return Asked(bound: .suspend(deal: deal, clauses: places))
  }

  private func judgeResume(_ order: Order) throws(RuleRefusal) -> Asked {
    let deal = try deal(order)
    let places = try clauses(order, "clauses", of: deal)
    for place in places where !world.deals[deal].clauses[place].suspendedBy.contains(state) {
      throw RuleRefusal(
        .prerequisiteMissing,
        [.init("deal", world.deals[deal].id.text), .init("need", "suspend-clauses")],
        "You can only wake clauses that you put to sleep.")
    }
    return Asked(bound: .resume(deal: deal, clauses: places))
  }
}
