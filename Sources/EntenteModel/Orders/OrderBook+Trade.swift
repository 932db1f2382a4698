// Checks of orders about stock and trade.
extension OrderBook {
  func judgeSell(_ order: Order) throws(RuleRefusal) -> Asked {
    let programme = try programme(order)
    let lots = try amount(order, "lots")
    guard let line = world.lineIndex(state, programme), world.lines[line].status != .closed else {
      throw noLine(state, programme)
    }
    let to = words(order, "to").compactMap { index(ofState: $0) }.filter { $0 != state }.sorted()
    let partners = to.isEmpty ? world.states.indices.filter { $0 != state } : to
    var defies = try checkExclusivity(programme, with: partners, order)
    if to.isEmpty {
      let act = try checkOnward(programme, to: nil, order)
      defies = defies ?? act
    }
    for receiver in to {
      let act = try checkOnward(programme, to: receiver, order)
      defies = defies ?? act
    }
    if let price = integer(order, "price"), !(0...100_000_000).contains(price) {
      throw unknown("price", String(price))
    }
    let price: SellOffer.Price =
      integer(order, "price").map { .money(Money($0)) }
      ?? (word(order, "price") == "list" ? .list : .cost)
    return Asked(
      bound: .sell(
        SellOffer(
          programme: programme, lots: Lots(lots), price: price, to: to, fromTurn: turn + 1)),
      defies: defies)
  }

  func noLine(_ state: Int, _ programme: Int) -> RuleRefusal {
    RuleRefusal(
      .noLine,
      [
        .init("state", scenario.states[state].id.text),
        .init("programme", scenario.programmes[programme].id.text),
      ], "There is no line of \(scenario.programmes[programme].label) to take it from.")
  }

  func judgeProcure(_ order: Order) throws(RuleRefusal) -> Asked {
    let programme = try programme(order)
    let lots = try amount(order, "lots")
    let market = Market(scenario: scenario, world: world, clauses: clauses)
    let named = word(order, "from").flatMap { $0 == "cheapest" ? nil : $0 }
    var seller: Int?
    if let named {
      guard let index = index(ofState: named) else { throw unknown("state", named) }
      seller = index
    }
    let offers = market.offers(of: programme, to: state)
    let open = offers.filter { exclusivity(programme, bars: $0.place.seller) == nil }
    let chosen =
      seller.map { seller in offers.first { $0.place.seller == seller } } ?? open.first
      ?? offers.first
    guard let chosen else { throw noLine(seller ?? state, programme) }
    let defies = try checkExclusivity(programme, with: [chosen.place.seller], order)
    if let refusal = AccessTest(world: world, scenario: scenario).refusal(
      receiver: state, programme: programme, lower: 1)
    {
      throw refusal
    }
    let limit = integer(order, "max") ?? chosen.price
    if chosen.price > limit {
      throw RuleRefusal(
        .treasuryTooLow, [.init("have", limit), .init("need", chosen.price)],
        "The best offer asks \(chosen.price)k for a lot, more than you allow.")
    }
    return Asked(
      bound: .procure(programme: programme, lots: lots, offer: chosen.place),
      cost: cdiv(lots * chosen.price, 1_000),
      capital: market.isOverride(chosen, among: offers, buyer: state)
        ? BuyNational.overrideCost.value : 0, defies: defies)
  }

  /// The exclusivity that binds the state and bars it from dealing with another over a programme.
  private func exclusivity(_ programme: Int, bars partner: Int) -> Int? {
    let sector = scenario.programmes[programme].sector
    return clauses.firstIndex { clause in
      clause.isActive && clause.bound.contains(state) && clause.excludes(programme, sector)
        && !clause.dealers.contains(partner)
    }
  }

  /// E201: with `defy=yes` the act is carried out and breaks the clause.
  private func checkExclusivity(
    _ programme: Int, with partners: [Int], _ order: Order
  ) throws(RuleRefusal) -> ForbiddenAct? {
    let broken = partners.lazy.compactMap { exclusivity(programme, bars: $0) }.first
    guard let broken else { return nil }
    let clause = clauses[broken]
    let victims = clause.bound.without(state)
    if flag(order, "defy"), let victim = victims.lowest {
      return ForbiddenAct(clause: broken, debtor: state, victim: victim, others: victims)
    }
    let deal = world.deals[clause.deal]
    throw RuleRefusal(
      .barredByExclusivity,
      [
        .init("deal", deal.id.text),
        .init("clause", deal.text.clauses[clause.index].id.text), own,
      ],
      "Deal \(deal.id) keeps you from dealing over \(scenario.programmes[programme].label) with "
        + "states it does not name; write defy=yes to break your word.")
  }

  mutating func judgeUpgrade(_ order: Order) throws(RuleRefusal) -> Asked {
    let programme = try programme(order)
    let lots = try amount(order, "lots")
    let old =
      standing.stock[programme].value - standing.commonStock[programme].value
      - promisedStock[programme]
    try checkStock(have: old, need: lots)
    promisedStock[programme] += lots
    let price = mb(scenario.programmes[programme].listCost.value, 1_000)
    return Asked(
      bound: .upgrade(programme: programme, lots: lots), cost: rdiv(lots * price, 1_000))
  }

  mutating func judgeLoan(_ order: Order) throws(RuleRefusal) -> Asked {
    let programme = try programme(order)
    let lots = try amount(order, "lots")
    let receiver = try partner(order, "to")
    try takeStock(programme, lots)
    let turns = integer(order, "turns") ?? 1
    guard (1...4).contains(turns) else { throw unknown("turns", String(turns)) }
    return try handing(
      .loan(programme: programme, lots: lots, to: receiver, turns: turns), programme,
      to: receiver, order)
  }

  mutating func judgeAid(_ order: Order) throws(RuleRefusal) -> Asked {
    let programme = try programme(order)
    let lots = try amount(order, "lots")
    let receiver = try partner(order, "to")
    try takeStock(programme, lots)
    return try handing(
      .aid(programme: programme, lots: lots, to: receiver), programme, to: receiver, order)
  }

  /// Only what the owner agreed to when asked lets the state pass the programme on: one loan or
  /// gift. An offer for sale stands for many.
  private func usesConsent(_ programme: Int, to receiver: Int?) -> Bool {
    guard let receiver, let owner = world.programmes[programme].owner, owner != state,
      owner != receiver, !clauses.contains(where: { lets($0, programme, receiver) }),
      let place = world.consent(to: state, programme: programme, receiver: receiver)
    else { return false }
    return !usedConsents.contains(world.requests[place].number)
  }

  /// What is handed on uses up the consent it rests on.
  private mutating func handing(
    _ bound: BoundOrder, _ programme: Int, to receiver: Int, _ order: Order
  ) throws(RuleRefusal) -> Asked {
    let rests = usesConsent(programme, to: receiver)
    let defies = try checkOnward(programme, to: receiver, order)
    if rests, let place = world.consent(to: state, programme: programme, receiver: receiver) {
      usedConsents.append(world.requests[place].number)
    }
    return Asked(bound: bound, defies: defies, usesConsent: rests)
  }

  private mutating func takeStock(_ programme: Int, _ lots: Int) throws(RuleRefusal) {
    try checkStock(have: standing.stock[programme].value - promisedStock[programme], need: lots)
    promisedStock[programme] += lots
  }

  private func checkStock(have: Int, need: Int) throws(RuleRefusal) {
    if need > have {
      throw RuleRefusal(
        .stockTooLow, [.init("have", max(0, have)), .init("need", need)],
        "You have fewer lots than that to give.")
    }
  }

  /// Whether the owner of a design lets the state pass it on. With `defy=yes` the act is carried
  /// out and is a breach; the clause it breaks is named where there is one.
  private func checkOnward(
    _ programme: Int, to receiver: Int?, _ order: Order
  ) throws(RuleRefusal) -> ForbiddenAct? {
    guard let owner = world.programmes[programme].owner, owner != state, owner != receiver else {
      return nil
    }
    if clauses.contains(where: { lets($0, programme, receiver) }) { return nil }
    if order.keyword != .sell, usesConsent(programme, to: receiver) { return nil }
    if flag(order, "defy") {
      let broken = clauses.firstIndex { breaksOnward($0, programme) }
      return ForbiddenAct(clause: broken, debtor: state, victim: owner)
    }
    throw RuleRefusal(
      .noReexportConsent,
      [
        .init("programme", scenario.programmes[programme].id.text),
        .init("owner", scenario.states[owner].id.text),
        .init("to", receiver.map { scenario.states[$0].id.text } ?? "all"),
      ],
      "The design belongs to \(scenario.states[owner].label), who has not agreed that you pass it "
        + "on.")
  }

  /// Whether a clause lets the state deliver the programme to a receiver (nil is everybody).
  private func lets(_ clause: BoundClause, _ programme: Int, _ receiver: Int?) -> Bool {
    guard clause.isActive, clause.to.contains(state) else { return false }
    switch clause.terms {
    case .reexport(programme, let consent): return receiver.map(consent.contains) ?? false
    case .licprod(let terms) where terms.programme == programme:
      if terms.territory == "any" { return true }
      let parties = MemberSet(world.deals[clause.deal].bound)
      return terms.territory == "parties" && (receiver.map(parties.contains) ?? false)
    default: return false
    }
  }

  /// Clauses by which the state got the programme or promised to keep it.
  private func breaksOnward(_ clause: BoundClause, _ programme: Int) -> Bool {
    guard clause.isActive, clause.to.contains(state) else { return false }
    switch clause.terms {
    case .reexport(programme, _): return true
    case .licprod(let terms): return terms.programme == programme
    case .offtake(let terms): return terms.programme == programme
    default: return false
    }
  }

  func judgeDraw(_ order: Order) throws(RuleRefusal) -> Asked {
    let deal = try deal(order)
    let lots = try amount(order, "lots")
    let found = clauses.first { clause in
      guard clause.isActive, clause.deal == deal, case .stockpool = clause.terms else {
        return false
      }
      return clause.bound.contains(state)
    }
    guard let found, case .stockpool(_, _, let inCrisisOnly) = found.terms else {
      throw RuleRefusal(
        .notAParty, [.init("deal", world.deals[deal].id.text)],
        "This deal has no stock pool you are in.")
    }
    let pooled = world.deals[deal].clauses[found.index].pooled.reduce(0) { $0 + $1.value }
    try checkStock(have: pooled, need: lots)
    if inCrisisOnly && !ThreatOutlook(world: world, scenario: scenario).isCrisis(for: state) {
      throw RuleRefusal(
        .prerequisiteMissing, [own, .init("need", "crisis")],
        "The pool may be drawn on only when the threat has risen by 10 points this turn.")
    }
    return Asked(bound: .draw(deal: deal, clause: found.index, lots: lots))
  }
}
