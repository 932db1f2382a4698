// R9: lines build what is due to others and what their state lacks, within capacity and money.

extension Resolver {
  /// Plans all lines, sets aside what buyers pay, then builds.
  mutating func produce() {
    followMoney()
    var plans = world.lines.indices.map { plan($0) }
    // Buyers first: what they owe for deliveries is theirs to pay before anybody builds for
    // himself.
    for line in plans.indices where !plans[line].consignments.isEmpty {
      fit(&plans[line], line)
      earmark(plans[line])
    }
    for line in plans.indices {
      plans[line].refill()
      fit(&plans[line], line)
      earmark(plans[line])
      build(plans[line], line)
    }
    for order in accepted.indices { returnProductionMoney(of: order) }
    settleInputs()
    tire()
  }

  // MARK: Plan

  func plan(_ line: Int) -> ProductionPlan {
    var plan = ProductionPlan(state: world.lines[line].state)
    guard world.lines[line].status == .open, isLicensed(line, needsEffect: true) else {
      return plan
    }
    plan.factor = eventFactor(line)
    let output = withoutRemovedWork(mb(capacityOutput(line), plan.factor), line)
    plan.capacity = min(output, leftUnderCap(line))
    plan.cost = costBasis(line)
    if let rate = royalty(line)?.rate {
      plan.royalty = mb(scenario.programmes[world.lines[line].programme].listCost.value, rate)
    }
    plan.consignments = consignments.indices.filter { isServed($0, by: line) }
      .sorted { (tier(of: $0), $0) < (tier(of: $1), $1) }
    plan.tiers = plan.consignments.map { tier(of: $0) }
    plan.due = plan.consignments.map { consignments[$0].due }
    if let ordered = orderedLots(line) {
      plan.limit = ordered.lots
      plan.purse = ordered.money
      plan.own = max(0, ordered.lots - plan.due.reduce(0, +))
    } else {
      // Its part of a pooled order is on its way.
      plan.own = max(0, unmetRequirement(line) - pooledForItself(plan.consignments))
    }
    plan.wanted = plan.own
    return plan
  }

  /// Whether a delivery comes from the line and nobody withholds it.
  private func isServed(_ index: Int, by line: Int) -> Bool {
    consignments[index].seller == world.lines[line].state
      && consignments[index].programme == world.lines[line].programme && !isWithheld(index)
  }

  /// What the line's state lacks once its stock has aged; mU.
  private func unmetRequirement(_ line: Int) -> Int {
    let (state, programme) = (world.lines[line].state, world.lines[line].programme)
    let stock = world.states[state].stock[programme].value
    let aged = stock - mb(stock, ageing(of: programme, in: state))
    return max(0, world.states[state].requirement[programme].value - aged)
  }

  private func pooledForItself(_ places: [Int]) -> Int {
    places.reduce(0) { sum, place in
      let item = consignments[place]
      return sum + (item.seller == item.buyer ? item.due : 0)
    }
  }

  /// EQ12, and EQ9 in the turn a line opens; mU.
  private func capacityOutput(_ line: Int) -> Int {
    let standing = world.lines[line]
    let card = scenario.programmes[standing.programme]
    let allotted = inputs(of: line)
    let surge = BasisPoints(scratch.surge[standing.state * Sector.count + card.sector.index])
    guard standing.openedTurn == turn else {
      return LineOutput.evaluate(
        LineOutput.Input(
          lineCapacity: standing.capacity, surge: surge, load: card.load, inputs: allotted)
      ).value
    }
    let whole = LineOutput.evaluate(
      LineOutput.Input(lineCapacity: standing.capacity, surge: surge, load: card.load))
    let first = GateSchedule.firstOutput(
      capacity: whole, leftover: standing.leftover, credit: credit(of: line))
    // Inputs were asked for what a part of the turn can make.
    return allotted.reduce(first) { min($0, $1) }.value
  }

  /// What events leave of a line's output; bp.
  private func eventFactor(_ line: Int) -> Int {
    var factor = 10_000
    let standing = world.lines[line]
    for active in world.effects where active.effect.path == .lineOutput {
      guard active.fromTurn <= turn, turn <= active.lastTurn ?? .max else { continue }
      let name =
        "\(scenario.states[standing.state].id)-\(scenario.programmes[standing.programme].id)"
      if active.effect.object == name { factor = mb(factor, active.effect.amount) }
    }
    return factor
  }

  /// mU a licence still allows.
  private func leftUnderCap(_ line: Int) -> Int {
    guard let clause = licenceClause(of: line), case .licprod(let terms) = clauses[clause].terms,
      terms.cap > 0
    else { return .max }
    let standing = world.deals[clauses[clause].deal].clauses[clauses[clause].index]
    return max(0, terms.cap - standing.delivered.value)
  }

  /// The licence a line was opened by, while it stands.
  func licenceClause(of line: Int) -> Int? {
    guard let licence = world.lines[line].licence else { return nil }
    return all(.licprod).first { index in
      clauses[index].isAgreed && clauses[index].to.contains(world.lines[line].state)
        && clauses[index].programme == world.lines[line].programme
        && world.deals[clauses[index].deal].id == licence
    }
  }

  /// The royalty on what a line builds, bp, and the clause it is owed under.
  func royalty(_ line: Int) -> (rate: Int, clause: Int)? {
    guard let clause = licenceClause(of: line), clauses[clause].isActive,
      case .licprod(let terms) = clauses[clause].terms, terms.royalty > 0
    else { return nil }
    return (terms.royalty, clause)
  }

  private func isWithheld(_ consignment: Int) -> Bool {
    let duties = [consignments[consignment].lotsDuty, consignments[consignment].moneyDuty]
    return duties.contains { $0.map { obligations[$0].isWithheld } ?? false }
  }

  private func orderedLots(_ line: Int) -> (lots: Int, money: Int)? {
    for order in accepted[world.lines[line].state] {
      if case .produce(line, let lots) = order.bound { return (lots, order.cost) }
    }
    return nil
  }

  // MARK: Money

  /// Cuts a plan down until everybody can pay: fewer lots make each dearer, so it is repeated until
  /// nothing changes.
  private mutating func fit(_ plan: inout ProductionPlan, _ line: Int) {
    plan.share()
    while plan.output > 0 {
      let price = plan.cost.price(output: plan.output)
      let before = plan
      for (place, index) in plan.consignments.enumerated() {
        let each = unitPrice(index, cost: lotCost(index, cost: price))
        let money = consignments[index].earmark + treasury(consignments[index].buyer)
        if each > 0 { plan.lots[place] = min(plan.lots[place], fdiv(money * 1_000, each)) }
      }
      let subsidy = plan.ownerShare { index in
        let cost = lotCost(index, cost: price)
        return (cost: cost, price: unitPrice(index, cost: cost))
      }
      let purse = plan.purse + treasury(plan.state)
      plan.cutOwn(to: purse - subsidy, price: price)
      if subsidy > purse { plan.cutLastDelivery() }
      if plan.lots == before.lots && plan.own == before.own { break }
    }
  }

  func treasury(_ state: Int) -> Int { world.states[state].treasury.value }

  /// $k a lot of a consignment when the line's unit cost is `cost`.
  func unitPrice(_ consignment: Int, cost: Int) -> Int {
    let price =
      switch consignments[consignment].price {
      case .cost: cost
      case .list: scenario.programmes[consignments[consignment].programme].listCost.value
      case .money(let sum): sum.value
      }
    return mb(price, consignments[consignment].markup)
  }

  /// Sets aside what the buyers of a plan will pay beyond what they set aside before.
  private mutating func earmark(_ plan: ProductionPlan) {
    guard plan.output > 0 else { return }
    let cost = plan.cost.price(output: plan.output)
    for (place, index) in plan.consignments.enumerated() {
      let each = unitPrice(index, cost: lotCost(index, cost: cost))
      let need = rdiv(plan.lots[place] * each, 1_000)
      let more = min(need - consignments[index].earmark, treasury(consignments[index].buyer))
      guard more > 0 else { continue }
      world.states[consignments[index].buyer].treasury -= Money(more)
      consignments[index].earmark += more
    }
  }
}
