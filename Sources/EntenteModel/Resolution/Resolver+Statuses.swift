// Before R1: deals come into force, expire, lose members that left at once.

extension Resolver {
  /// Statuses of deals at the start of the resolution.
  mutating func updateStatuses() {
    for deal in world.deals.indices where world.deals[deal].status != .ended {
      returnDroppedLots(deal)
      leaveAtOnce(deal)
      guard let first = world.deals[deal].activeFrom, world.deals[deal].concludedTurn != nil else {
        continue
      }
      let term = world.deals[deal].text.term
      if !term.isEvergreen && turn >= first + term.duration {
        end(deal, .expired)
        continue
      }
      endPilots(deal)
      if world.deals[deal].status == .concluded && turn >= first {
        world.deals[deal].status = .inForce
        report.deals.append(DealChange(deal: world.deals[deal].id, change: .inForce))
      }
      startClauses(deal)
    }
  }

  /// Clauses that come into effect for the first time: what happens once.
  private mutating func startClauses(_ deal: Int) {
    for index in world.deals[deal].clauses.indices {
      let standing = world.deals[deal].clauses[index]
      guard let from = standing.activeFrom, turn >= from, !standing.hasStarted, !standing.hasEnded
      else { continue }
      let text = world.deals[deal].text.clauses[index]
      switch text.kind {
      case .rdp:
        for state in standing.bound { spendCapital(state, 150) }
        world.deals[deal].clauses[index].hasStarted = true
      case .basing:
        for host in text.from.compactMap(scenario.index(of:)) { spendCapital(host, 200) }
        world.deals[deal].clauses[index].hasStarted = true
      case .excl:
        withdrawOffers(barredBy: text, bound: standing.bound)
        world.deals[deal].clauses[index].hasStarted = true
      default: break
      }
    }
  }

  /// Standing offers to states an exclusivity bars are taken back when it begins: nobody breaks his
  /// word by what he offered before he gave it.
  private mutating func withdrawOffers(barredBy text: ClauseText, bound: [Int]) {
    let dealers = Set(bound + text.states("except").compactMap(scenario.index(of:)))
    for state in bound {
      for place in world.states[state].offers.indices.reversed()
      where text.covers(scenario.programmes[world.states[state].offers[place].programme]) {
        let offered = world.states[state].offers[place].to
        let others = (0..<count).filter { $0 != state && dealers.contains($0) }
        let kept = offered.isEmpty ? others : offered.filter(dealers.contains)
        if kept.isEmpty {
          world.states[state].offers.remove(at: place)
        } else {
          world.states[state].offers[place].to = kept
        }
      }
    }
  }

  /// PC falls by `amount`, not below 0.
  mutating func spendCapital(_ state: Int, _ amount: Int) {
    let paid = min(amount, world.states[state].politicalCapital.value)
    world.states[state].politicalCapital -= BasisPoints(paid)
    scratch.capitalSpent[state] += paid
  }

  private mutating func leaveAtOnce(_ deal: Int) {
    for departure in world.deals[deal].leaving where departure.isAbrupt && departure.turn == turn {
      leave(deal, departure.state, from: turn)
    }
  }

  /// Clauses under a `pilot` end when its turns are over.
  private mutating func endPilots(_ deal: Int) {
    for (index, text) in world.deals[deal].text.clauses.enumerated() where text.kind == .pilot {
      let standing = world.deals[deal].clauses[index]
      guard !standing.hasEnded, let from = standing.activeFrom else { continue }
      guard turn >= from + (text.integer("sunset") ?? 2) else { continue }
      for wrapped in text.wraps {
        if let place = world.deals[deal].text.clauses.firstIndex(where: { $0.id == wrapped }) {
          endClause(deal, place)
        }
      }
      endClause(deal, index)
      report.deals.append(DealChange(deal: world.deals[deal].id, change: .sunset(text.id)))
      endIfEmpty(deal)
    }
  }

  /// Ends a deal: all clauses but the surviving ones.
  mutating func end(_ deal: Int, _ ending: Deal.Ending) {
    for index in world.deals[deal].clauses.indices where !survives(deal, index) {
      endClause(deal, index)
    }
    returnPool(deal)
    world.deals[deal].status = .ended
    world.deals[deal].endedTurn = turn
    world.deals[deal].ending = ending
    report.deals.append(DealChange(deal: world.deals[deal].id, change: .ended(ending)))
  }

  /// Whether a clause binds on after the end, or a leaver after leaving.
  func survives(_ deal: Int, _ index: Int) -> Bool {
    let text = world.deals[deal].text.clauses[index]
    return text.kind == .gsoia || text.kind == .reexport
      || world.deals[deal].text.term.survive.contains(text.id)
  }

  /// Takes `state` out of a deal; clauses that then bind fewer than two states end. `next` is the
  /// first turn without it.
  mutating func leave(_ deal: Int, _ state: Int, from next: Int) {
    guard world.deals[deal].bound.contains(state) else { return }
    if world.deals[deal].concludedTurn == nil { return withdrawSignature(deal, state) }
    noteRemovals(deal, state, from: next)
    world.deals[deal].bound.removeAll { $0 == state }
    report.deals.append(DealChange(deal: world.deals[deal].id, change: .left(state)))
    for index in world.deals[deal].clauses.indices where !survives(deal, index) {
      world.deals[deal].clauses[index].bound.removeAll { $0 == state }
      returnPooledLots(deal, index, to: state)
      if !bindsEnough(deal, index) { endClause(deal, index) }
    }
    endIfEmpty(deal)
  }

  /// A deal that is only signed loses a signature, and ends when its entry rule is no longer met.
  private mutating func withdrawSignature(_ deal: Int, _ state: Int) {
    world.deals[deal].bound.removeAll { $0 == state }
    world.deals[deal].signers.removeAll { $0.state == state }
    world.deals[deal].ratifiers.removeAll { $0.state == state }
    report.deals.append(DealChange(deal: world.deals[deal].id, change: .left(state)))
    let signers = world.deals[deal].bound
    if !Lifecycle.isSigned(world.deals[deal].text, by: signers, scenario: scenario) {
      end(deal, .withdrawn)
    }
  }

  /// Two states, and in a directed clause one on each side.
  private func bindsEnough(_ deal: Int, _ index: Int) -> Bool {
    let text = world.deals[deal].text.clauses[index]
    let bound = world.deals[deal].clauses[index].bound
    if text.kind.isMutualClause { return bound.count >= 2 }
    let handles = bound.map { scenario.states[$0].id }
    return text.from.contains(where: handles.contains) && text.to.contains(where: handles.contains)
  }

  private mutating func endIfEmpty(_ deal: Int) {
    let isEmpty = world.deals[deal].clauses.allSatisfy { $0.hasEnded }
    if (isEmpty || world.deals[deal].bound.count < 2) && world.deals[deal].status != .ended {
      end(deal, .withdrawn)
    }
  }

  /// Ends a clause: lots and money in its pools go back.
  mutating func endClause(_ deal: Int, _ index: Int) {
    guard !world.deals[deal].clauses[index].hasEnded else { return }
    world.deals[deal].clauses[index].hasEnded = true
    for state in 0..<count { returnPooledLots(deal, index, to: state) }
  }

  /// Money in a deal's pool goes back in proportion to what was put in, equally if nothing is
  /// known.
  mutating func returnPool(_ deal: Int) {
    let pool = world.deals[deal].pool.value
    guard pool > 0 else { return }
    let parties = world.deals[deal].text.parties.compactMap(scenario.index(of:))
    let put = world.deals[deal].contribution.map(\.value)
    let parts = lrm(pool, put.count == parties.count ? put : parties.map { _ in 1 })
    for (state, part) in zip(parties, parts) where part > 0 {
      world.states[state].treasury += Money(part)
      flow(state, part, .poolReturn, deal: deal)
    }
    world.deals[deal].pool = 0
  }

  /// Lots `state` has in a stock pool go back to it.
  mutating func returnPooledLots(_ deal: Int, _ index: Int, to state: Int) {
    let standing = world.deals[deal].clauses[index]
    guard standing.pooled.indices.contains(state), standing.pooled[state] > 0 else { return }
    let text = world.deals[deal].text.clauses[index]
    guard let programme = text.programme.flatMap(scenario.index(of:)) else { return }
    world.states[state].stock[programme] += standing.pooled[state]
    world.deals[deal].clauses[index].pooled[state] = 0
    notePool(deal, state, programme, standing.pooled[state].value, .returned)
  }

  /// Lots of pools that an amendment left out go back.
  private mutating func returnDroppedLots(_ deal: Int) {
    for item in world.deals[deal].returning ?? [] {
      world.states[item.state].stock[item.programme] += item.lots
      notePool(deal, item.state, item.programme, item.lots.value, .returned)
    }
    world.deals[deal].returning = nil
  }

  /// Notes lots that went into a deal's pool, or came out of it.
  mutating func notePool(
    _ deal: Int, _ state: Int, _ programme: Int, _ lots: Int, _ way: Delivery.Way
  ) {
    guard lots > 0 else { return }
    report.deliveries.append(
      Delivery(
        from: state, to: state, programme: programme, lots: Lots(lots), paid: 0, way: way,
        deal: world.deals[deal].id))
  }

  /// Notes money that came to (`amount` above 0) or left a state.
  mutating func flow(
    _ state: Int, _ amount: Int, _ purpose: MoneyFlow.Purpose, deal: Int? = nil,
    order: OrderKeyword? = nil, place: Int? = nil
  ) {
    guard amount != 0 else { return }
    report.money.append(
      MoneyFlow(
        state: state, amount: Money(amount), purpose: purpose,
        deal: deal.map { world.deals[$0].id }, order: order, place: place))
  }
}
