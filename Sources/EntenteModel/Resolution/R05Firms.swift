// R5, continued: civil firms come and go (EQ17), and developments of one state are paid.

extension Resolver {
  /// EB as EQ16 reads it; 0 where a run goes without barriers; bp.
  func entryBarrier(_ state: Int) -> BasisPoints {
    if scenario.parameters.theory.contains(.noBarriers) { return 0 }
    return EntryBarrier.evaluate(EntryBarrier.Input(barriers: world.states[state].barriers))
  }

  /// EQ17: the margin of firms moves their number, and those who take part add to readiness in
  /// one domain: where civil technology is furthest ahead of the state's own. Returns the domain
  /// and the gain in bp; nil where civil technology leads nowhere.
  mutating func moveFirms(_ state: Int) -> (domain: Domain, gain: Int)? {
    guard scenario.parameters.plays(.firms) else { return nil }
    let standing = world.states[state]
    var barrier = entryBarrier(state).value
    if scenario.parameters.has(.stateOwned) {
      // SR4: state-owned industry keeps others out.
      barrier = min(10_000, barrier + mb(scenario.states[state].stateOwned.value, 1_000))
    }
    let pool = scenario.firmPool(civil: standing.civil)
    let output = CivilFirms.evaluate(
      CivilFirms.Input(
        barrier: BasisPoints(barrier), subsidy: 0, pool: pool, firms: standing.firms,
        connections: standing.connections))
    // There are no more firms than the pool has, but for those that were there before.
    let firms = min(max(pool, standing.firms), output.firms)
    world.states[state].firms = firms
    world.states[state].firmLossTurns = output.margin < 0 ? standing.firmLossTurns + 1 : 0
    let ahead = scenario.parameters.domains.map { domain in
      standing.civil[domain.index].value - standing.technology[domain.index].value
    }
    guard let most = ahead.max(), most > 0, let place = ahead.firstIndex(of: most) else {
      return nil
    }
    let gain = mb(min(300, 5 * firms), standing.connections.value)
    return (scenario.parameters.domains[place], gain)
  }

  // MARK: Development

  /// Orders `start-dev` begin; then every development that runs pays its instalment from what the
  /// treasury has left after orders, or pauses.
  mutating func payDevelopments() {
    for state in 0..<count {
      for order in accepted[state] {
        guard case .startDev(let programme, let development) = order.bound else { continue }
        begin(order, programme, development)
      }
    }
    for programme in scenario.programmes.indices where !scratch.begun.contains(programme) {
      payInstalment(programme)
    }
    for programme in scenario.programmes.indices { finishDevelopment(programme) }
  }

  /// Of several that would develop the same programme in one turn the first state begins.
  private mutating func begin(
    _ order: AcceptedOrder, _ programme: Int, _ development: Development
  ) {
    let state = development.state
    guard world.programmes[programme].development == nil,
      !world.programmes[programme].isDeveloped
    else {
      spend(order, of: state, 0)
      let id = scenario.programmes[programme].id.text
      note(
        order, of: state,
        .dropped(
          DroppedOrder(
            RuleRefusal(.unknownID, [.init("id", id)], "Another state began it this turn."))))
      return
    }
    world.programmes[programme].development = development
    scratch.begun.append(programme)
    spend(order, of: state, order.cost)
    advance(programme, by: order.cost)
  }

  private mutating func payInstalment(_ programme: Int) {
    guard let development = world.programmes[programme].development else { return }
    let due = development.instalment.value
    let state = development.state
    guard due > 0, treasury(state) >= due else { return }
    pay(due, from: state, to: nil, deal: nil, .development)
    advance(programme, by: due)
  }

  private mutating func advance(_ programme: Int, by money: Int) {
    guard var development = world.programmes[programme].development else { return }
    let before = world.programmes[programme].developmentPaid.value
    let cost = scenario.programmes[programme].developmentCost.value
    record.open(.development(programme: programme), "EQ5", "development-cost")
    record.input("cost", cost)
    development.paid += Money(money)
    development.instalmentsPaid += 1
    world.programmes[programme].development = development
    let left = cost - development.before.value
    let done =
      development.before.value
      + rdiv(left * development.paid.value, max(1, development.total.value))
    // A deal may have paid for some of it at the same time.
    world.programmes[programme].developmentPaid = Money(min(cost, max(before, done)))
    scratch.developers[programme].insert(development.state)
    record.step("paid", money)
    record.cause(.partner(development.state), money)
    record.close(world.programmes[programme].developmentPaid.value)
  }

  /// Fully paid, the design belongs to the state that paid last.
  private mutating func finishDevelopment(_ programme: Int) {
    guard let development = world.programmes[programme].development,
      development.paid >= development.total
    else { return }
    world.programmes[programme].development = nil
    world.programmes[programme].isDeveloped = true
    world.programmes[programme].owner = development.state
    world.programmes[programme].consentHolders.removeAll { $0 == development.state }
    if development.isExportable { world.programmes[programme].isExportable = true }
  }
}

extension Scenario {
  /// POOL of EQ17, dual-use firms there are: ten an index point of civil technology.
  package func firmPool(civil: [BasisPoints]) -> Int {
    let levels = parameters.domains.map { civil[$0.index].value }
    return rdiv(levels.reduce(0, +), 10 * max(1, levels.count))
  }
}
