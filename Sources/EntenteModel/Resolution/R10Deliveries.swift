// R10: stock ages, lots change hands.

extension Resolver {
  /// Decay, own lots, deliveries with their payments, royalties, pools, loans, gifts, upgrades.
  mutating func deliver() {
    ageStock()
    takeOwnLots()
    for index in consignments.indices { settle(index) }
    notePurchases()
    payRoyalties()
    settleLinePromises()
    settleOffsets()
    settleRatings()
    notePlantMargins()
    fillPools()
    for state in 0..<count {
      for order in accepted[state] { moveStock(order, of: state) }
    }
    returnLoans()
    replaceDrawn()
  }

  /// `STK - mb(STK,200)`, half of it under `sustain`.
  private mutating func ageStock() {
    for state in 0..<count {
      for programme in scenario.programmes.indices {
        let rate = ageing(of: programme, in: state)
        let stock = world.states[state].stock[programme].value
        let common = world.states[state].commonStock[programme].value
        world.states[state].stock[programme] = Lots(stock - mb(stock, rate))
        world.states[state].commonStock[programme] = Lots(
          min(common - mb(common, rate), stock - mb(stock, rate)))
      }
    }
  }

  /// What stock loses in a turn; bp.
  func ageing(of programme: Int, in state: Int) -> Int {
    let rate = isSustained(state, programme) ? 100 : 200
    let standing = world.states[state]
    // SR7: fusion keeps things up at less cost.
    let lasts =
      scenario.parameters.has(.mcfLifecycle) && standing.posture == .mcf
      && standing.maturity >= 5_000
    return lasts ? mb(rate, 9_500) : rate
  }

  private func isSustained(_ state: Int, _ programme: Int) -> Bool {
    all(.sustain).contains { index in
      clauses[index].isActive && clauses[index].bound.contains(state)
        && clauses[index].programme == programme
    }
  }

  /// Adds lots to a state's stock; lots of the common configuration count as common.
  mutating func receive(
    _ state: Int, _ programme: Int, _ lots: Int, common: Int
  ) {
    world.states[state].stock[programme] += Lots(lots)
    world.states[state].commonStock[programme] += Lots(min(common, lots))
  }

  /// Lots that states built for themselves.
  private mutating func takeOwnLots() {
    let programmes = scenario.programmes.count
    for line in world.lines.indices {
      let (state, programme) = (world.lines[line].state, world.lines[line].programme)
      let lots = scratch.builtOwn[state * programmes + programme]
      guard lots > 0 else { continue }
      let paid = rdiv(lots * world.lines[line].unitCost.value, 1_000)
      receive(state, programme, lots, common: isCommon(line) ? lots : 0)
      noteReceived(state, from: state, programme, lots, paid: paid)
      report.deliveries.append(
        Delivery(
          from: state, to: state, programme: programme, lots: Lots(lots), paid: Money(paid),
          way: .ownLine, deal: nil))
    }
  }

  private func isCommon(_ line: Int) -> Bool { world.lines[line].configuration == "same" }

  // MARK: Deliveries

  /// Lots against money: the buyer pays the price, production takes its cost, the seller keeps or
  /// bears the difference.
  private mutating func settle(_ index: Int) {
    let item = consignments[index]
    // What stood aside for it comes back before it is paid from: a lower price leaves money over.
    world.states[item.buyer].treasury += Money(item.earmark)
    world.states[item.seller].treasury += Money(item.support)
    consignments[index].earmark = 0
    consignments[index].support = 0
    let price = item.unitCost == 0 ? 0 : unitPrice(index, cost: item.unitCost)
    let payment = rdiv(item.lots * price, 1_000)
    let cost = rdiv(item.lots * item.unitCost, 1_000)
    if item.lots > 0 {
      exchange(item, payment: payment, cost: cost)
      consignments[index].paid = payment
    }
    noteDuties(index, price: price)
  }

  private mutating func exchange(_ item: Consignment, payment: Int, cost: Int) {
    let deal = item.clause.map { clauses[$0].deal }
    world.states[item.buyer].treasury -= Money(payment)
    world.states[item.seller].treasury += Money(payment - cost)
    world.tally.outflow += Money(cost)
    flow(item.buyer, -payment, .purchase, deal: deal)
    flow(item.seller, payment, .sale, deal: deal)
    flow(item.seller, -cost, .production, deal: deal)
    world.states[item.buyer].ledger.spent += Money(payment)
    // What a state builds for its own part of a pooled order is no export.
    if item.seller != item.buyer { world.states[item.seller].ledger.exports += Money(payment) }
    noteJointDelivery(item, payment: payment)
    if let deal { notePaid(deal, item.buyer, payment) }
    let line = world.lineIndex(item.seller, item.programme)
    let common = line.map { isCommon($0) } ?? false
    receive(item.buyer, item.programme, item.lots, common: common ? item.lots : 0)
    noteReceived(item.buyer, from: item.seller, item.programme, item.lots, paid: payment)
    if let deal { noteBenefit(deal, item, work: cost) }
    if let line { noteFirstDelivery(line) }
    report.deliveries.append(
      Delivery(
        from: item.seller, to: item.buyer, programme: item.programme, lots: Lots(item.lots),
        paid: Money(payment), way: item.way, deal: deal.map { world.deals[$0].id }))
  }

  /// SR18: the first delivery of a line built through another transaction under a deal.
  private mutating func noteFirstDelivery(_ line: Int) {
    guard scenario.parameters.has(.softPower), !world.lines[line].hasDelivered else { return }
    world.lines[line].hasDelivered = true
    guard world.lines[line].route == .ota,
      let agreement = world.lines[line].agreement,
      let deal = world.deals.firstIndex(where: { $0.id == agreement })
    else { return }
    scratch.jointDeliveries.append(deal)
  }

  /// Value received, and work at home, are benefits of a deal (EQ29).
  private mutating func noteBenefit(_ deal: Int, _ item: Consignment, work: Int) {
    padShares(deal)
    if let buyer = party(deal, item.buyer) {
      world.deals[deal].benefit[buyer] += Money(value(item.programme, item.lots))
      world.deals[deal].received[buyer] += Money(value(item.programme, item.lots))
    }
    let isShared = all(.coprod).contains {
      clauses[$0].isActive && clauses[$0].programme == item.programme && clauses[$0].deal == deal
    }
    if !isShared, let seller = party(deal, item.seller) {
      world.deals[deal].benefit[seller] += Money(work)
    }
  }

  /// Lots x C0; $k.
  func value(_ programme: Int, _ lots: Int) -> Int {
    rdiv(lots * scenario.programmes[programme].listCost.value, 1_000)
  }

  /// The sums that scores and dependence need.
  mutating func noteReceived(
    _ state: Int, from supplier: Int, _ programme: Int, _ lots: Int, paid: Int
  ) {
    let worth = value(programme, lots)
    let place = supplier * scenario.programmes.count + programme
    world.states[state].ledger.acquiredValue += Money(worth)
    world.states[state].ledger.receivedValue[supplier] += Money(worth)
    world.states[state].ledger.deliveredFrom[place] += Lots(lots)
    world.states[state].ledger.actual += Money(paid)
    scratch.workPaid[state] += paid
    world.states[state].ledger.baseline += Money(
      rdiv(lots * standAlonePrice(state, programme), 1_000))
  }

  /// Price of a lot at the state's own learning, or the list price if it never had a line (EQ31);
  /// $k.
  private func standAlonePrice(_ state: Int, _ programme: Int) -> Int {
    let card = scenario.programmes[programme]
    guard world.states[state].ledger.everHadLine[programme],
      let line = world.lineIndex(state, programme)
    else { return card.listCost.value }
    return UnitCost.learned(
      listCost: card.listCost, listQuantity: card.listQuantity,
      quantity: max(1, fdiv(world.lines[line].cumulative.value, 1_000)), slope: card.slope
    ).value
  }

  /// What a delivery means for the two duties behind it.
  private mutating func noteDuties(_ index: Int, price: Int) {
    let item = consignments[index]
    if let lots = item.lotsDuty {
      obligations[lots].done += item.lots
      let missing = max(0, item.due - item.lots)
      obligations[lots].excused = min(missing, excusedLots(item))
    }
    if let money = item.moneyDuty {
      // The buyer owes for what the seller had ready, not for what never was there.
      let ready = obligations[money].isWithheld ? item.due : max(item.lots, item.available)
      let each = price > 0 ? price : listPrice(item)
      obligations[money].due += rdiv(ready * each, 1_000)
      obligations[money].done += item.paid
    }
  }

  private func listPrice(_ item: Consignment) -> Int {
    scenario.programmes[item.programme].listCost.value
  }

  /// Missing lots that are not the seller's fault: its gates are open still, an event cut its
  /// output, or the buyer could not or would not pay.
  private func excusedLots(_ item: Consignment) -> Int {
    if let duty = item.lotsDuty, obligations[duty].isWithheld { return 0 }
    if let duty = item.moneyDuty, obligations[duty].isWithheld { return item.due }
    guard let line = world.lineIndex(item.seller, item.programme) else { return 0 }
    if world.lines[line].status == .gated { return item.due }
    if scratch.lineFactor[line] < 10_000 { return item.due }
    return max(0, item.available - item.lots)
  }

  // MARK: Royalties

  private mutating func payRoyalties() {
    for state in 0..<count {
      world.states[state].treasury += Money(scratch.royalties[state])
      scratch.royalties[state] = 0
    }
    for index in obligations.indices where clauses[obligations[index].clause].kind == .licprod {
      let duty = obligations[index]
      guard duty.isMoney, !duty.isPaidInR3, !duty.isWithheld, let owner = duty.recipient else {
        continue
      }
      let amount = min(duty.total, world.states[duty.debtor].treasury.value)
      guard amount > 0 else { continue }
      pay(
        amount, from: duty.debtor, to: owner, deal: clauses[duty.clause].deal, .royalty)
      world.states[owner].ledger.exports += Money(amount)
      obligations[index].done += amount
    }
  }
}
