// R10, continued: stock that moves without being built.

extension Resolver {
  /// Orders about stock.
  mutating func moveStock(_ order: AcceptedOrder, of state: Int) {
    switch order.bound {
    case .upgrade(let programme, let lots): upgrade(order, of: state, programme, lots)
    case .loan(let programme, let lots, let to, let turns):
      let moved = hand(state, to, programme, lots, way: .loan)
      if moved > 0 {
        world.loans.append(
          Loan(
            lender: state, borrower: to, programme: programme, lots: Lots(moved),
            dueTurn: turn + turns, isLate: false))
      }
      useConsent(order, state, programme, to)
    case .aid(let programme, let lots, let to):
      let moved = hand(state, to, programme, lots, way: .aid)
      thank(state, to, moved)
      useConsent(order, state, programme, to)
    case .draw(let deal, let clause, let lots): draw(state, deal, clause, lots)
    case .sell(let offer):
      offerForSale(state, offer)
      noteDefiance(order)
    default: break
    }
  }

  private mutating func noteDefiance(_ order: AcceptedOrder) {
    if let act = order.defies { scratch.forbidden.append(act) }
  }

  /// An owner's consent is for one delivery; an act against a clause is noted.
  private mutating func useConsent(
    _ order: AcceptedOrder, _ state: Int, _ programme: Int, _ receiver: Int
  ) {
    noteDefiance(order)
    guard order.usesConsent,
      let place = world.consent(to: state, programme: programme, receiver: receiver)
    else { return }
    world.requests.remove(at: place)
  }

  /// Moves stock from one state to another; returns what moved.
  private mutating func hand(
    _ from: Int, _ to: Int, _ programme: Int, _ lots: Int, way: Delivery.Way
  ) -> Int {
    let stock = world.states[from].stock[programme].value
    let moved = min(lots, stock)
    guard moved > 0 else { return 0 }
    let common = rdiv(world.states[from].commonStock[programme].value * moved, stock)
    world.states[from].stock[programme] -= Lots(moved)
    world.states[from].commonStock[programme] -= Lots(common)
    receive(to, programme, moved, common: common)
    if way == .aid { noteGift(from, to, programme, moved) }
    report.deliveries.append(
      Delivery(
        from: from, to: to, programme: programme, lots: Lots(moved), paid: 0, way: way,
        deal: nil))
    return moved
  }

  private mutating func noteGift(_ from: Int, _ to: Int, _ programme: Int, _ lots: Int) {
    let worth = value(programme, lots)
    world.states[to].ledger.acquiredValue += Money(worth)
    world.states[to].ledger.receivedValue[from] += Money(worth)
    world.states[to].ledger.deliveredFrom[from * scenario.programmes.count + programme] += Lots(
      lots)
  }

  /// A gift is thanked for, more in need.
  private mutating func thank(_ giver: Int, _ receiver: Int, _ lots: Int) {
    guard lots > 0 else { return }
    let isInNeed = scratch.before[receiver].outcome.gap > 2_500
    scratch.trust[world.trustIndex(receiver, giver)].other += isInNeed ? 400 : 100
    scratch.conduct[giver] += 100
  }

  private mutating func upgrade(
    _ order: AcceptedOrder, of state: Int, _ programme: Int, _ lots: Int
  ) {
    let old =
      world.states[state].stock[programme].value
      - world.states[state].commonStock[programme].value
    let moved = scenario.parameters.smallRules.contains(.upgrade) ? min(lots, max(0, old)) : 0
    let price = mb(scenario.programmes[programme].listCost.value, 1_000)
    spend(order, of: state, min(order.cost, rdiv(moved * price, 1_000)))
    world.states[state].commonStock[programme] += Lots(moved)
    if moved < lots { note(order, of: state, .partial(moved)) }
  }

  private mutating func offerForSale(_ state: Int, _ offer: SellOffer) {
    world.states[state].offers.removeAll { $0.programme == offer.programme }
    guard offer.lots > 0 else { return }
    world.states[state].offers.append(offer)
    world.states[state].offers.sort { $0.programme < $1.programme }
  }

  // MARK: Loans

  /// Loans go back when they are due, as far as there is stock; what is missing is LATE.
  mutating func returnLoans() {
    var open: [Loan] = []
    for var loan in world.loans {
      guard loan.dueTurn <= turn else {
        open.append(loan)
        continue
      }
      let moved = hand(
        loan.borrower, loan.lender, loan.programme, loan.lots.value, way: .returned)
      loan.lots -= Lots(moved)
      guard loan.lots > 0 else { continue }
      scratch.trust[world.trustIndex(loan.lender, loan.borrower)].late += 1
      scratch.conduct[loan.borrower] -= 100
      loan.isLate = true
      open.append(loan)
    }
    world.loans = open
  }

  // MARK: Pools

  /// Lots promised to a pool move into it in the first turn of effect.
  mutating func fillPools() {
    for index in all(.stockpool) where clauses[index].isActive {
      guard case .stockpool(let programme, let lots, _) = clauses[index].terms else { continue }
      let (deal, place) = (clauses[index].deal, clauses[index].index)
      guard world.deals[deal].clauses[place].pooled.isEmpty else { continue }
      world.deals[deal].clauses[place].pooled = Array(repeating: 0, count: count)
      world.deals[deal].clauses[place].drawn = Array(repeating: 0, count: count)
      for state in clauses[index].bound {
        let moved = min(lots[state], world.states[state].stock[programme].value)
        takeFromStock(state, programme, moved)
        world.deals[deal].clauses[place].pooled[state] = Lots(moved)
        notePool(deal, state, programme, moved, .pooled)
      }
    }
  }

  private mutating func takeFromStock(_ state: Int, _ programme: Int, _ lots: Int) {
    world.states[state].stock[programme] -= Lots(lots)
    world.states[state].commonStock[programme] = min(
      world.states[state].commonStock[programme], world.states[state].stock[programme])
  }

  /// Lots leave the pool in proportion to what each has in it.
  private mutating func draw(_ state: Int, _ deal: Int, _ clause: Int, _ lots: Int) {
    guard
      case .stockpool(let programme, _, _)? = clauses.first(where: {
        $0.deal == deal && $0.index == clause
      })?.terms
    else { return }
    let pooled = world.deals[deal].clauses[clause].pooled.map(\.value)
    let moved = min(lots, pooled.reduce(0, +))
    guard moved > 0 else { return }
    for (owner, part) in lrm(moved, pooled).enumerated() {
      world.deals[deal].clauses[clause].pooled[owner] -= Lots(part)
    }
    var work = world.deals[deal].clauses[clause].built
    if work.drawn.isEmpty { work.drawn = Array(repeating: 0, count: count) }
    if world.deals[deal].clauses[clause].drawn[state] == 0 { work.drawn[state] = 0 }
    work.drawn[state] += Lots(moved)
    world.deals[deal].clauses[clause].work = work
    world.deals[deal].clauses[clause].drawn[state] += Lots(moved)
    world.states[state].stock[programme] += Lots(moved)
    notePool(deal, state, programme, moved, .drawn)
  }

  /// What was drawn earlier goes back into the pool, a quarter a turn.
  mutating func replaceDrawn() {
    for index in obligations.indices {
      let duty = obligations[index]
      let clause = clauses[duty.clause]
      guard case .stockpool(let programme, _, _) = clause.terms, !duty.isMoney,
        !duty.isWithheld
      else { continue }
      let (deal, place, state) = (clause.deal, clause.index, duty.debtor)
      let drawn = world.deals[deal].clauses[place].drawn[state].value
      let moved = min(duty.total, drawn, world.states[state].stock[programme].value)
      guard moved > 0 else { continue }
      takeFromStock(state, programme, moved)
      world.deals[deal].clauses[place].drawn[state] -= Lots(moved)
      world.deals[deal].clauses[place].pooled[state] += Lots(moved)
      notePool(deal, state, programme, moved, .replaced)
      obligations[index].done += moved
    }
  }

  // MARK: Purchases

  /// Orders `procure` become deliveries of one turn after those of deals.
  mutating func consignPurchases() {
    for state in 0..<count {
      for order in accepted[state] {
        guard case .procure(let programme, let lots, let offer) = order.bound else { continue }
        let standing = scratch.before[offer.seller].offers[offer.place]
        noteDefiance(order)
        // The money it set aside waits with the delivery.
        held[state] -= order.cost
        consignments.append(
          Consignment(
            lotsDuty: nil, moneyDuty: nil, clause: nil, seller: offer.seller, buyer: state,
            programme: programme, price: standing.price, tier: 4,
            due: min(lots, standing.lots.value), earmark: order.cost, way: .purchase))
        scratch.purchases.append(
          Purchase(order: order, buyer: state, place: consignments.count - 1))
      }
    }
    shareOffers()
  }

  /// Buyers of one offer share what is offered by what they ask.
  private mutating func shareOffers() {
    for purchase in scratch.purchases {
      let item = consignments[purchase.place]
      let rivals = scratch.purchases.map(\.place).filter {
        consignments[$0].seller == item.seller && consignments[$0].programme == item.programme
      }
      guard rivals.first == purchase.place else { continue }
      let offered =
        scratch.before[item.seller].offers
        .first { $0.programme == item.programme }?.lots.value ?? 0
      let asked = rivals.map { consignments[$0].due }
      let granted = min(offered, asked.reduce(0, +))
      for (rival, part) in zip(rivals, lrm(granted, asked)) { consignments[rival].due = part }
    }
  }

  /// Purchases got what they got: the order's result says so.
  mutating func notePurchases() {
    for purchase in scratch.purchases {
      guard case .procure(_, let lots, _) = purchase.order.bound else { continue }
      let got = consignments[purchase.place].lots
      if got < lots { note(purchase.order, of: purchase.buyer, .partial(got)) }
    }
  }
}

/// An order `procure` and the delivery it became.
struct Purchase: Sendable {
  var order: AcceptedOrder
  var buyer: Int
  var place: Int
}
