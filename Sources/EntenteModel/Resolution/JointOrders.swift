// Lots ordered with pooled money (`jointfund`), and what `sosa` and `excl` do to deliveries.

extension Resolver {
  /// The pooled order of the turn: `rate` lots as long as any are left, shared over the lines that
  /// can build by their capacity, and over the contributors by contribution. Each contributor pays
  /// for the lots it gets, which is its part of the value to a thousandth of a lot; so one that
  /// cannot pay takes nothing from the others.
  mutating func listJointOrder(_ clause: Int, _ terms: JointOrderTerms) {
    let (deal, index) = (clauses[clause].deal, clauses[clause].index)
    let left = max(0, terms.lots - world.deals[deal].clauses[index].delivered.value)
    let lines = builders(clause, terms).compactMap { world.lineIndex($0, terms.programme) }
      .filter { canProduce($0) }
    let due = lines.isEmpty ? 0 : min(terms.rate, left)
    let parts = due == 0 ? [] : lrm(due, lines.map { world.lines[$0].capacity.value })
    for state in clauses[clause].bound where terms.contributions[state] > 0 {
      let arrears = takeArrears(clause, state, Arrears.toAll, isMoney: true)
      guard due + arrears.amount > 0 else { continue }
      obligations.append(
        Obligation(
          clause: clause, debtor: state, creditor: Arrears.toAll, isMoney: true, due: 0,
          arrears: arrears.amount, wasPartial: arrears.wasPartial))
      for (line, part) in zip(lines, parts) {
        let lots = lrm(part, terms.contributions)[state]
        guard lots > 0 else { continue }
        consignments.append(
          Consignment(
            lotsDuty: nil, moneyDuty: obligations.count - 1, clause: clause,
            seller: world.lines[line].state, buyer: state, programme: terms.programme,
            price: .cost, tier: 2, due: lots, way: .jointfund))
      }
    }
  }

  /// States whose lines build a pooled order.
  private func builders(_ clause: Int, _ terms: JointOrderTerms) -> [Int] {
    LinePlan.builders(
      of: text(clauses[clause]), programme: terms.programme, bound: clauses[clause].bound.members,
      in: world, scenario: scenario)
  }

  /// Whether a pooled order joins the lines of two states for EQ2: both build for it.
  func ordersJointly(_ clause: Int, _ one: Int, _ other: Int) -> Bool {
    guard case .jointfund(let terms) = clauses[clause].terms else { return false }
    let builders = builders(clause, terms)
    return builders.contains(one) && builders.contains(other)
  }

  /// Lots handed over count against the whole order, and what was paid as pooled.
  mutating func noteJointDelivery(_ item: Consignment, payment: Int) {
    guard let clause = item.clause, clauses[clause].kind == .jointfund else { return }
    world.states[item.buyer].ledger.poolsPaid += Money(payment)
    world.deals[clauses[clause].deal].clauses[clauses[clause].index].delivered += Lots(item.lots)
  }

  /// What stands of a late contribution goes into the pool, which is returned when the deal ends.
  mutating func payIntoPool(_ amount: Int, by state: Int, of deal: Int) {
    world.states[state].treasury -= Money(amount)
    world.states[state].ledger.spent += Money(amount)
    world.deals[deal].pool += Money(amount)
    flow(state, -amount, .payment, deal: deal)
    notePaid(deal, state, amount)
    if world.deals[deal].status == .ended { returnPool(deal) }
  }

  // MARK: sosa

  /// The rating of lots built by `seller` for `buyer`: of a `sosa` that binds both, for an input of
  /// the programme. A seller that withholds serves nobody first.
  func rating(of programme: Int, from seller: Int, for buyer: Int) -> Int {
    guard seller != buyer else { return 0 }
    var highest = 0
    for index in all(.sosa) where clauses[index].isActive && clauses[index].joins(seller, buyer) {
      guard case .sosa(let terms) = clauses[index].terms,
        terms.inputs.contains(where: scenario.programmes[programme].inputs.contains),
        !isWithheld(clauses[index], by: seller)
      else { continue }
      highest = max(highest, terms.rating)
    }
    return highest
  }

  private func isWithheld(_ clause: BoundClause, by state: Int) -> Bool {
    obligations.contains {
      $0.debtor == state && $0.isWithheld && clauses[$0.clause].deal == clause.deal
        && clauses[$0.clause].index == clause.index
    }
  }

  /// Who is served first from a line: rated requests, then pooled orders, then offtakes, then
  /// purchases.
  func tier(of index: Int) -> Int {
    let item = consignments[index]
    let rating = rating(of: item.programme, from: item.seller, for: item.buyer)
    return rating > 0 ? 2 - rating : item.tier
  }

  /// Every bound state owes the others to serve their rated requests first, which it does unless it
  /// withholds it.
  mutating func listRatings(_ clause: Int) {
    for state in clauses[clause].bound {
      obligations.append(
        Obligation(
          clause: clause, debtor: state, creditor: Arrears.toAll, isMoney: false, due: 0,
          isPaidInR3: false))
    }
  }

  /// Rated lots that were asked of each supplier this turn.
  mutating func settleRatings() {
    for index in obligations.indices {
      let duty = obligations[index]
      guard case .sosa(let terms) = clauses[duty.clause].terms else { continue }
      let asked = consignments.filter { item in
        item.seller == duty.debtor && item.buyer != duty.debtor
          && clauses[duty.clause].bound.contains(item.buyer)
          && terms.inputs.contains(where: scenario.programmes[item.programme].inputs.contains)
      }
      obligations[index].due = asked.reduce(0) { $0 + $1.due }
      obligations[index].done = duty.isWithheld ? 0 : obligations[index].due
      obligations[index].isBroken = duty.isWithheld
    }
  }

  // MARK: excl

  /// What a lot for the consignment costs when the line's unit cost is `cost`: 9700 bp of it where
  /// an `excl` binds seller and buyer over the programme.
  func lotCost(_ index: Int, cost: Int) -> Int {
    let item = consignments[index]
    guard item.seller != item.buyer else { return cost }
    let card = scenario.programmes[item.programme]
    let isExclusive = all(.excl).contains { clause in
      clauses[clause].isActive && clauses[clause].joins(item.seller, item.buyer)
        && clauses[clause].excludes(item.programme, card.sector)
    }
    return isExclusive ? mb(cost, 9_700) : cost
  }
}

extension BoundClause {
  /// An `excl` that is about the programme, by name or by its sector.
  func excludes(_ programme: Int, _ sector: Sector) -> Bool {
    guard case .excl(let named, let wide, _) = terms else { return false }
    return named == programme || wide == sector
  }

  /// States an `excl` lets its parties deal with: one another, and those it excepts.
  var dealers: MemberSet {
    guard case .excl(_, _, let except) = terms else { return bound }
    return bound.union(except)
  }
}
