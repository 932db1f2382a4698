// Work promised in return for a sale (`offset`).

extension Resolver {
  /// $k of work the seller promised the buyer: `obligation` of lots x C0 x duration of the offtakes
  /// between the two in the text. An evergreen contract counts to the last turn.
  private func promisedWork(
    _ clause: Int, _ terms: OffsetTerms, seller: Int, buyer: Int
  ) -> Int {
    let deal = world.deals[clauses[clause].deal]
    let from = deal.clauses[clauses[clause].index].activeFrom ?? turn
    let turns =
      deal.text.term.isEvergreen
      ? max(1, scenario.parameters.turns - from + 1) : deal.text.term.duration
    return mb(
      rdiv(sold(clause, seller: seller, buyer: buyer) { $1 } * turns, 1_000), terms.obligation)
  }

  /// Sum over the offtakes of the same text from the seller to the buyer; `count` is told the
  /// programme and lots x C0 a turn, in $k/1000.
  private func sold(
    _ clause: Int, seller: Int, buyer: Int, count: (Int, Int) -> Int
  ) -> Int {
    let text = world.deals[clauses[clause].deal].text
    let (from, to) = (scenario.states[seller].id, scenario.states[buyer].id)
    return text.clauses.reduce(0) { sum, sale in
      guard sale.kind == .offtake, sale.from.contains(from), sale.to.contains(to),
        let programme = sale.programme.flatMap(scenario.index(of:))
      else { return sum }
      let worth = (sale.integer("lots") ?? 0) * scenario.programmes[programme].listCost.value
      return sum + count(programme, worth)
    }
  }

  /// The seller's duty of this turn: `rdiv(obligation, within)` a turn, what was placed beyond it
  /// before counts. The last of the turns owes all that is left; afterwards, and after the deal,
  /// only that stands.
  mutating func listOffset(_ clause: Int, _ terms: OffsetTerms) {
    let (deal, index) = (clauses[clause].deal, clauses[clause].index)
    let standing = world.deals[deal].clauses[index]
    if standing.built.placed.isEmpty {
      world.deals[deal].clauses[index].built.placed = Array(repeating: 0, count: count * count)
    }
    let placed = world.deals[deal].clauses[index].built.placed
    let place = turn - (standing.activeFrom ?? turn) + 1
    for seller in clauses[clause].from {
      for buyer in clauses[clause].to where buyer != seller {
        let all = promisedWork(clause, terms, seller: seller, buyer: buyer)
        let arrears = takeArrears(clause, seller, buyer, isMoney: true)
        let isLast = standing.hasEnded || place >= terms.within
        let owed = isLast ? all : rdiv(all, terms.within) * place
        // What a breach cancelled is not called again.
        let isOver = place > terms.within
        let done = placed[world.trustIndex(seller, buyer)].value
        let due = isOver ? 0 : max(0, owed - done - arrears.amount)
        obligations.append(
          Obligation(
            clause: clause, debtor: seller, creditor: buyer, isMoney: true, due: due,
            arrears: arrears.amount, wasPartial: arrears.wasPartial, recipient: buyer,
            isPaidInR3: false, isLateAtMost: !isLast))
      }
    }
  }

  /// Counts what was placed this turn: by order, and, for direct offsets, the buyer's own work on
  /// what it buys.
  mutating func settleOffsets() {
    for index in obligations.indices {
      let duty = obligations[index]
      guard case .offset(let terms) = clauses[duty.clause].terms else { continue }
      let (deal, place) = (clauses[duty.clause].deal, clauses[duty.clause].index)
      var placed = 0
      for work in scratch.placedWork where work.deal == deal && work.clause == place {
        if work.seller == duty.debtor && work.buyer == duty.creditor { placed += work.money }
      }
      if terms.isDirect { placed += directWork(duty.clause, seller: duty.debtor, duty.creditor) }
      let pair = world.trustIndex(duty.debtor, duty.creditor)
      world.deals[deal].clauses[place].built.placed[pair] += Money(duty.done + placed)
      guard !duty.isWithheld else { continue }
      obligations[index].done += max(0, min(placed, duty.total - duty.done))
    }
  }

  /// What the buyer worked this turn on the programmes it buys, by workshare or a line; $k.
  private func directWork(_ clause: Int, seller: Int, _ buyer: Int) -> Int {
    sold(clause, seller: seller, buyer: buyer) { programme, _ in
      (world.states[buyer].ledger.workByProgramme[programme]
        - scratch.before[buyer].ledger.workByProgramme[programme]).value
    }
  }

  /// What an offset of the same text adds to the price of an offtake: `10000 + mb(obligation,1500)`
  /// bp.
  func offsetMarkup(_ clause: Int, seller: Int, buyer: Int) -> Int {
    let markups = all(.offset).compactMap { index -> Int? in
      guard clauses[index].deal == clauses[clause].deal, clauses[index].isActive,
        clauses[index].from.contains(seller), clauses[index].to.contains(buyer),
        case .offset(let terms) = clauses[index].terms
      else { return nil }
      return mb(terms.obligation, 1_500)
    }
    return 10_000 + (markups.max() ?? 0)
  }
}
