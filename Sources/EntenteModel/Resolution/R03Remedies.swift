// R3, continued: what breaks, ends or mends a deal in money.

extension Resolver {
  /// Orders `suspend-clauses` and `resume-clauses`.
  mutating func applySuspensions() {
    for state in 0..<count {
      for order in accepted[state] {
        switch order.bound {
        case .suspend(let deal, let places):
          for place in places { suspend(deal, place, by: state) }
        case .resume(let deal, let places):
          for place in places {
            world.deals[deal].clauses[place].suspendedBy.removeAll { $0 == state }
            refreshSleep(deal, place)
          }
        default: break
        }
      }
    }
  }

  private mutating func suspend(_ deal: Int, _ place: Int, by state: Int) {
    if !world.deals[deal].clauses[place].suspendedBy.contains(state) {
      world.deals[deal].clauses[place].suspendedBy.append(state)
      world.deals[deal].clauses[place].suspendedBy.sort()
    }
    refreshSleep(deal, place)
  }

  /// Recomputes whether a clause sleeps, and the deal's status, and what it means for this turn.
  mutating func refreshSleep(_ deal: Int, _ place: Int) {
    let sleeps = sleeps(deal, place)
    world.deals[deal].clauses[place].isSuspended = sleeps
    refreshStatus(deal)
    guard sleeps, let clause = clauses.firstIndex(where: { $0.deal == deal && $0.index == place })
    else { return }
    clauses[clause].isActive = false
    dropDuties(of: clause)
  }

  /// A clause that was put to sleep makes no duty this turn.
  private mutating func dropDuties(of clause: Int) {
    for index in obligations.indices where obligations[index].clause == clause {
      obligations[index].due = 0
      obligations[index].arrears = 0
      obligations[index].isPaidInR3 = false
    }
    for index in consignments.indices where consignments[index].clause == clause {
      consignments[index].due = 0
    }
  }

  /// `suspended` when all clauses that have not ended sleep by order.
  mutating func refreshStatus(_ deal: Int) {
    let standing = world.deals[deal]
    guard standing.status == .inForce || standing.status == .suspended else { return }
    let live = standing.clauses.filter { !$0.hasEnded }
    let sleeps = !live.isEmpty && live.allSatisfy { $0.isSuspended }
    if sleeps && standing.status == .inForce {
      world.deals[deal].status = .suspended
      report.deals.append(DealChange(deal: standing.id, change: .suspended))
    } else if !sleeps && standing.status == .suspended {
      world.deals[deal].status = .inForce
      report.deals.append(DealChange(deal: standing.id, change: .resumed))
    }
  }

  /// Orders `withhold`.
  mutating func applyWithholding() {
    for state in 0..<count {
      for order in accepted[state] {
        if case .withhold(let obligation) = order.bound {
          obligations[obligation].isWithheld = true
        }
      }
    }
  }

  // MARK: Leaving

  /// What a state that leaves a deal in this turn owes, and to whom.
  func penalty(of state: Int, leaving deal: Int) -> (amount: Int, to: [Int])? {
    let standing = world.deals[deal]
    let departure = standing.leaving.first { $0.state == state && $0.turn == turn }
    guard let departure, departure.isTakenOut != true, standing.text.term.penalty > 0 else {
      return nil
    }
    let others = standing.bound.filter { $0 != state }
    guard !others.isEmpty else { return nil }
    return (standing.text.term.penalty.value * (departure.isAbrupt ? 2 : 1), others)
  }

  mutating func payPenalties() {
    for deal in world.deals.indices where !world.deals[deal].leaving.isEmpty {
      for departure in world.deals[deal].leaving {
        guard let owed = penalty(of: departure.state, leaving: deal) else { continue }
        let amount = min(owed.amount, world.states[departure.state].treasury.value)
        let parts = lrm(amount, owed.to.map { _ in 1 })
        for (other, part) in zip(owed.to, parts) where part > 0 {
          pay(part, from: departure.state, to: other, deal: nil, .penalty)
        }
      }
    }
  }

  // MARK: Disputes

  /// What an arbiter awards in this R3; 0 if none is due.
  func awardDue(_ dispute: Dispute) -> Int {
    guard !dispute.isSettled, turn == dispute.openedTurn + 2,
      let deal = world.deals.first(where: { $0.id == dispute.deal }),
      deal.text.governance.disputes == .arbiter
    else { return 0 }
    if let award = dispute.award { return award.value }
    let penalty = deal.text.term.penalty.value
    return min(dispute.amount.value, penalty == 0 ? 10_000 : penalty)
  }

  /// Awards fall due one after another: largest loss first, then state order.
  mutating func payAwards() {
    let due = world.disputes.indices.filter { awardDue(world.disputes[$0]) > 0 }
      .sorted {
        (world.disputes[$1].amount.value, world.disputes[$0].debtor, $0)
          < (world.disputes[$0].amount.value, world.disputes[$1].debtor, $1)
      }
    for index in due {
      let dispute = world.disputes[index]
      let amount = min(awardDue(dispute), world.states[dispute.debtor].treasury.value)
      share(amount, from: dispute.debtor, among: dispute.victims, .award)
      settle(index, .awarded, amount: amount)
    }
  }

  private mutating func share(
    _ amount: Int, from debtor: Int, among victims: [Int], _ purpose: MoneyFlow.Purpose
  ) {
    guard amount > 0, !victims.isEmpty else { return }
    for (victim, part) in zip(victims, lrm(amount, victims.map { _ in 1 })) where part > 0 {
      pay(part, from: debtor, to: victim, deal: nil, purpose)
    }
  }

  private mutating func settle(
    _ index: Int, _ change: DisputeChange.Change, amount: Int
  ) {
    world.disputes[index].isSettled = true
    world.tally.disputesSettled += 1
    let dispute = world.disputes[index]
    report.disputes.append(
      DisputeChange(
        deal: dispute.deal, clause: dispute.clause, debtor: dispute.debtor,
        creditor: dispute.creditor, amount: Money(amount), change: change))
  }

  /// Orders `pay`: first an open dispute of the clause, then what stands as owed.
  mutating func payByOrder() {
    for state in 0..<count {
      for order in accepted[state] {
        guard case .pay(let deal, let clause, let money) = order.bound else { continue }
        var left = min(money, world.states[state].treasury.value)
        left -= payDisputes(state, deal, clause, money: left)
        left -= payArrears(state, deal, clause, money: left)
        if left == money { note(order, of: state, .partial(0)) }
      }
    }
  }

  private mutating func payDisputes(
    _ state: Int, _ deal: Int, _ clause: Int, money: Int
  ) -> Int {
    let id = world.deals[deal].text.clauses[clause].id
    var left = money
    for index in world.disputes.indices {
      let dispute = world.disputes[index]
      guard dispute.deal == world.deals[deal].id, dispute.clause == id, !dispute.isSettled,
        dispute.debtor == state, left > 0
      else { continue }
      let amount = min(left, dispute.amount.value)
      share(amount, from: state, among: dispute.victims, .settlement)
      left -= amount
      world.disputes[index].amount -= Money(amount)
      guard world.disputes[index].amount == 0 else { continue }
      settle(index, .settled, amount: amount)
      for victim in dispute.victims {
        scratch.trust[world.trustIndex(victim, state)].other += 1_000
      }
    }
    return money - left
  }

  private mutating func payArrears(
    _ state: Int, _ deal: Int, _ clause: Int, money: Int
  ) -> Int {
    var left = money
    for index in obligations.indices where left > 0 {
      let duty = obligations[index]
      let place = clauses[duty.clause]
      guard duty.debtor == state, duty.isMoney, place.deal == deal, place.index == clause else {
        continue
      }
      let amount = min(left, duty.total - duty.done)
      guard amount > 0 else { continue }
      payTowards(index, amount)
      left -= amount
    }
    return money - left
  }
}
