// R3: payments under deals, in order of conclusion; then the institution of fusion. A state that
// cannot pay all pays down the list until its treasury is empty.

extension Resolver {
  /// Carries out what is due in R3, and the orders that belong to it.
  mutating func payDeals() {
    applySuspensions()
    applyWithholding()
    payPenalties()
    payAwards()
    payRemovals()
    for index in obligations.indices where obligations[index].isPaidInR3 { payObligation(index) }
    buildPlants()
    for index in consignments.indices { setAside(index) }
    payInstitutions()
    payByOrder()
    placeWork()
    noteExercises()
  }

  /// What a state has to pay in R3: duties, sums set aside for deliveries, penalties, awards and
  /// the institution of fusion; $k.
  func paymentsDue(by state: Int) -> Int {
    var sum = 0
    for obligation in obligations
    where obligation.debtor == state && obligation.isMoney && obligation.isPaidInR3 {
      sum += obligation.total
    }
    for consignment in consignments where consignment.buyer == state {
      sum += reserve(for: consignment)
    }
    for deal in world.deals.indices {
      sum += penalty(of: state, leaving: deal)?.amount ?? 0
    }
    for dispute in world.disputes where dispute.debtor == state { sum += awardDue(dispute) }
    return sum + institutionCost(of: state) + plantCost(of: state) + removalCost(of: state)
  }

  private mutating func payObligation(_ index: Int) {
    let duty = obligations[index]
    guard !duty.isWithheld else { return }
    let amount = min(duty.total, world.states[duty.debtor].treasury.value)
    if amount > 0 { payTowards(index, amount) }
  }

  /// Pays a part of a duty: to its creditor, into the deal's pool, or out of the game.
  mutating func payTowards(_ index: Int, _ amount: Int) {
    let duty = obligations[index]
    let deal = clauses[duty.clause].deal
    if clauses[duty.clause].kind == .jointfund {
      payIntoPool(amount, by: duty.debtor, of: deal)
    } else {
      pay(amount, from: duty.debtor, to: duty.recipient, deal: deal)
    }
    obligations[index].done += amount
    if clauses[duty.clause].kind.isPool {
      world.states[duty.debtor].ledger.poolsPaid += Money(amount)
    }
    // Upkeep in the hub is work of the hub.
    if clauses[duty.clause].kind == .sustain, let hub = duty.recipient {
      scratch.work[hub] += amount
      if let programme = clauses[duty.clause].programme {
        world.states[hub].ledger.workByProgramme[programme] += Money(amount)
      }
    }
  }

  /// Moves money from a state to another, or out of the game.
  mutating func pay(
    _ amount: Int, from debtor: Int, to recipient: Int?, deal: Int?,
    _ purpose: MoneyFlow.Purpose = .payment, order: OrderKeyword? = nil
  ) {
    world.states[debtor].treasury -= Money(amount)
    flow(debtor, -amount, purpose, deal: deal, order: order)
    if let recipient {
      world.states[recipient].treasury += Money(amount)
      flow(recipient, amount, purpose == .payment ? .receipt : purpose, deal: deal)
    } else {
      world.tally.outflow += Money(amount)
    }
    world.states[debtor].ledger.spent += Money(amount)
    if let deal { notePaid(deal, debtor, amount) }
  }

  /// Money paid under a deal counts as contribution and as commitment of this turn (EQ29).
  mutating func notePaid(_ deal: Int, _ state: Int, _ amount: Int) {
    guard let party = party(deal, state) else { return }
    world.deals[deal].contribution[party] += Money(amount)
    padShares(deal)
    world.deals[deal].paid[party] += Money(amount)
    world.states[state].ledger.committed += Money(amount)
  }

  /// Place of a state among the parties of a deal's text.
  func party(_ deal: Int, _ state: Int) -> Int? {
    let place = scratch.partyPlaces[deal * count + state]
    return place < 0 ? nil : place
  }

  /// Gives a deal its sums by party where nobody has.
  mutating func padShares(_ deal: Int) {
    let parties = world.deals[deal].text.parties.count
    if world.deals[deal].paid.count != parties {
      world.deals[deal].paid = Array(repeating: 0, count: parties)
    }
    if world.deals[deal].received.count != parties {
      world.deals[deal].received = Array(repeating: 0, count: parties)
    }
  }

  // MARK: Deliveries

  /// Sets money aside for a delivery: what is due at the last unit cost.
  private mutating func setAside(_ index: Int) {
    let consignment = consignments[index]
    if let duty = consignment.moneyDuty, obligations[duty].isWithheld { return }
    let amount = min(reserve(for: consignment), world.states[consignment.buyer].treasury.value)
    world.states[consignment.buyer].treasury -= Money(amount)
    consignments[index].earmark = amount
  }

  /// What a buyer sets aside: nothing while the seller's line cannot deliver this turn.
  func reserve(for consignment: Consignment) -> Int {
    guard let line = world.lineIndex(consignment.seller, consignment.programme),
      canProduce(line)
    else { return 0 }
    let price = mb(lastPrice(consignment, line: line), consignment.markup)
    return cdiv(consignment.due * price, 1_000)
  }

  /// Whether a line is open, or opens in this resolution.
  func canProduce(_ line: Int) -> Bool {
    switch world.lines[line].status {
    case .open: true
    case .gated:
      turn >= world.lines[line].gatedFrom
        && GateClock.remaining(world.lines[line].gates) < credit(of: line)
    case .idle, .closed: false
    }
  }

  /// `cr` of a line's gates, days a turn.
  func credit(of line: Int) -> Days {
    let credit = world.lines[line].credit
    let days = credit > 0 ? credit : scenario.parameters.turnDays
    guard let deal = world.lines[line].agreement else { return days }
    return Days(mb(days.value, world.pace(of: deal)))
  }

  /// $k a lot as known before production.
  private func lastPrice(_ consignment: Consignment, line: Int) -> Int {
    switch consignment.price {
    case .list: scenario.programmes[consignment.programme].listCost.value
    case .money(let sum): sum.value
    case .cost: expectedCost(line)
    }
  }

  /// The last unit cost of a line; before its first output that of EQ2 at the nominal rate; $k.
  private func expectedCost(_ line: Int) -> Int {
    let cost = world.lines[line].unitCost.value
    return cost > 0 ? cost : costBasis(line).priceAtNominalRate
  }

  // MARK: Institution of fusion

  /// `max(3000, fdiv(B0,40))` $k while the posture is mcf.
  func institutionCost(of state: Int) -> Int {
    guard world.states[state].posture == .mcf else { return 0 }
    let cost = max(3_000, fdiv(world.states[state].budget.value, 40))
    // A closed regime has its firms at hand (SR14).
    return regime(of: state) == .closed ? mb(cost, 7_500) : cost
  }

  private mutating func payInstitutions() {
    for state in 0..<count {
      let cost = institutionCost(of: state)
      guard cost > 0, world.states[state].treasury.value >= cost else { continue }
      pay(cost, from: state, to: nil, deal: nil, .institution)
      scratch.institutionPaid.insert(state)
    }
  }

  // MARK: Exercises

  /// An exercise counts for a pair of which both sides paid.
  private mutating func noteExercises() {
    for clause in clauses.indices where clauses[clause].isActive {
      guard case .exercise(let intensity) = clauses[clause].terms else { continue }
      let paid = paidInFull(clause)
      for one in paid {
        for other in paid where other > one {
          let pair = world.pairIndex(one, other)
          scratch.exercised[pair] = max(scratch.exercised[pair], intensity)
        }
      }
      startExercise(clause, paid)
    }
  }

  /// Trust +100 in each ordered pair, once a deal, in the first turn it is held.
  private mutating func startExercise(_ clause: Int, _ paid: MemberSet) {
    let (deal, index) = (clauses[clause].deal, clauses[clause].index)
    guard !world.deals[deal].clauses[index].hasStarted, paid.count >= 2 else { return }
    world.deals[deal].clauses[index].hasStarted = true
    let isFirst = !world.deals[deal].clauses.indices.contains {
      $0 != index && world.deals[deal].text.clauses[$0].kind == .exercise
        && world.deals[deal].clauses[$0].hasStarted
    }
    guard isFirst else { return }
    for one in paid {
      for other in paid where other != one {
        scratch.trust[world.trustIndex(one, other)].other += 100
      }
    }
  }

  /// Bound states that paid all they owed under a clause this turn.
  func paidInFull(_ clause: Int) -> MemberSet {
    var paid = clauses[clause].bound
    for obligation in obligations
    where obligation.clause == clause && obligation.isMoney && obligation.done < obligation.total {
      paid.remove(obligation.debtor)
    }
    return paid
  }
}

extension ClauseKind {
  /// Money paid under it goes into something all bound states hold together.
  var isPool: Bool { self == .standard || self == .accel || self == .jointfund }
}
