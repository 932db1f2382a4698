// R3 and R4, continued: work placed for an offset; questions about re-export and their answers,
// exchanges of technology, reasons for spending.

extension Resolver {
  /// Orders `place-work`: money to the buyers' industry, which counts towards the offset.
  mutating func placeWork() {
    for state in 0..<count {
      for order in accepted[state] {
        guard case .placeWork(let deal, let clause, let money) = order.bound else { continue }
        let amount = min(money, treasury(state))
        place(amount, from: state, deal, clause)
        if amount < money { note(order, of: state, .partial(amount)) }
      }
    }
  }

  private mutating func place(_ amount: Int, from seller: Int, _ deal: Int, _ clause: Int) {
    guard amount > 0,
      let bound = clauses.first(where: { $0.deal == deal && $0.index == clause })
    else { return }
    let buyers = bound.to.members.filter { $0 != seller }
    guard !buyers.isEmpty else { return }
    for (buyer, part) in zip(buyers, lrm(amount, buyers.map { _ in 1 })) where part > 0 {
      // The buyer's firms get it, not its treasury: it is work there.
      pay(part, from: seller, to: nil, deal: deal, order: .placeWork)
      scratch.work[buyer] += part
      if let party = party(deal, buyer) { world.deals[deal].benefit[party] += Money(part) }
      scratch.placedWork.append(
        PlacedWork(deal: deal, clause: clause, seller: seller, buyer: buyer, money: part))
    }
  }

  /// Orders of R4 that ask, answer, explain and exchange.
  mutating func applyQuestions(_ order: AcceptedOrder, of state: Int) {
    switch order.bound {
    case .askReexport(let programme, let receiver):
      guard let owner = world.programmes[programme].owner else { return }
      world.requestsMade += 1
      world.requests.append(
        ReexportRequest(
          number: world.requestsMade, asker: state, owner: owner, programme: programme,
          receiver: receiver, askedTurn: turn))
    case .answerReexport(let number, let consents):
      guard let place = world.requests.firstIndex(where: { $0.number == number }) else { return }
      world.answerRequest(at: place, consents: consents)
    case .justify: scratch.justified.insert(state)
    case .exchange(let domain, let partner, let isOn):
      exchange(state, Domain.allCases[domain], with: partner, isOn: isOn)
    default: break
    }
  }

  private mutating func exchange(
    _ state: Int, _ domain: Domain, with partner: Int, isOn: Bool
  ) {
    let known = world.states[state].exchanges.firstIndex {
      $0.domain == domain && $0.partner == partner
    }
    if !isOn {
      if let known { world.states[state].exchanges.remove(at: known) }
      return
    }
    guard known == nil else { return }
    world.states[state].exchanges.append(
      TechnologyExchange(domain: domain, partner: partner, turns: 0))
    world.states[state].exchanges.sort {
      ($0.domain.index, $0.partner) < ($1.domain.index, $1.partner)
    }
  }

  /// A question nobody answered by the end of the turn after it is a no, which costs no trust.
  mutating func closeQuestions() {
    let now = turn
    world.requests.removeAll { !$0.isGranted && $0.askedTurn < now }
  }
}
