// R9: lines build what is due to others and what their state lacks, within capacity and money.

extension Resolver {
  /// Plans all lines, sets aside what buyers pay, then builds.
  mutating func produce() {
    var plans = world.lines.indices.map { plan($0) }
    // Buyers first: what they owe for deliveries is theirs to pay before anybody builds for himself.
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
    tire()
  }

  // MARK: Plan

  private func plan(_ line: Int) -> ProductionPlan {
    var plan = ProductionPlan(state: world.lines[line].state)
    guard world.lines[line].status == .open, isLicensed(line, needsEffect: true) else {
      return plan
    }
    plan.capacity = capacityOutput(line)
    plan.factor = eventFactor(line)
    plan.capacity = mb(plan.capacity, plan.factor)
    plan.capacity = min(plan.capacity, leftUnderCap(line))
    plan.cost = costBasis(line)
    plan.royalty =
      royalty(line).map {
        mb(scenario.programmes[world.lines[line].programme].listCost.value, $0.rate)
      } ?? 0
    for index in consignments.indices
    where consignments[index].seller == world.lines[line].state
      && consignments[index].programme == world.lines[line].programme
    {
      guard !isWithheld(index) else { continue }
      plan.consignments.append(index)
    }
    plan.consignments.sort { (consignments[$0].tier, $0) < (consignments[$1].tier, $1) }
    plan.due = plan.consignments.map { consignments[$0].due }
    plan.tiers = plan.consignments.map { consignments[$0].tier }
    let due = plan.due.reduce(0, +)
    if let ordered = orderedLots(line) {
      plan.limit = ordered.lots
      plan.purse = ordered.money
      plan.own = max(0, ordered.lots - due)
    } else {
      plan.own = unmetRequirement(line)
    }
    plan.wanted = plan.own
    return plan
  }

  /// What the line's state lacks once its stock has aged; mU.
  private func unmetRequirement(_ line: Int) -> Int {
    let (state, programme) = (world.lines[line].state, world.lines[line].programme)
    let stock = world.states[state].stock[programme].value
    let aged = stock - mb(stock, ageing(of: programme, in: state))
    return max(0, world.states[state].requirement[programme].value - aged)
  }

  /// EQ12, and EQ9 in the turn a line opens; mU.
  private func capacityOutput(_ line: Int) -> Int {
    let standing = world.lines[line]
    let card = scenario.programmes[standing.programme]
    let output = LineOutput.evaluate(
      LineOutput.Input(
        lineCapacity: standing.capacity,
        surge: BasisPoints(scratch.surge[standing.state * Sector.count + card.sector.index]),
        load: card.load, inputs: inputs(of: line)))
    guard standing.openedTurn == turn else { return output.value }
    return GateSchedule.firstOutput(
      capacity: output, leftover: standing.leftover, credit: credit(of: line)
    ).value
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
    return clauses.firstIndex { clause in
      clause.isAgreed && clause.kind == .licprod && world.deals[clause.deal].id == licence
        && clause.programme == world.lines[line].programme
        && clause.to.contains(world.lines[line].state)
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
        let each = unitPrice(index, cost: price)
        let money = consignments[index].earmark + treasury(consignments[index].buyer)
        if each > 0 { plan.lots[place] = min(plan.lots[place], fdiv(money * 1_000, each)) }
      }
      let subsidy = plan.ownerShare(price: price) { unitPrice($0, cost: price) }
      let purse = plan.purse + treasury(plan.state)
      plan.cutOwn(to: purse - subsidy, price: price)
      if subsidy > purse { plan.cutLastDelivery() }
      if plan.lots == before.lots && plan.own == before.own { break }
    }
  }

  private func treasury(_ state: Int) -> Int { world.states[state].treasury.value }

  /// $k a lot of a consignment when the line's unit cost is `cost`.
  func unitPrice(_ consignment: Int, cost: Int) -> Int {
    switch consignments[consignment].price {
    case .cost: cost
    case .list: scenario.programmes[consignments[consignment].programme].listCost.value
    case .money(let sum): sum.value
    }
  }

  /// Sets aside what the buyers of a plan will pay beyond what they set aside before.
  private mutating func earmark(_ plan: ProductionPlan) {
    guard plan.output > 0 else { return }
    let cost = plan.cost.price(output: plan.output)
    for (place, index) in plan.consignments.enumerated() {
      let need = rdiv(plan.lots[place] * unitPrice(index, cost: cost), 1_000)
      let more = min(need - consignments[index].earmark, treasury(consignments[index].buyer))
      guard more > 0 else { continue }
      world.states[consignments[index].buyer].treasury -= Money(more)
      consignments[index].earmark += more
    }
  }

  // MARK: Building

  private mutating func build(_ plan: ProductionPlan, _ line: Int) {
    let (state, programme) = (world.lines[line].state, world.lines[line].programme)
    let output = plan.output
    let load = scenario.programmes[programme].load.value
    record.open(.output(state: state, programme: programme), "EQ12", "line-output")
    record.input("lineCapacity", world.lines[line].capacity.value)
    record.input("load", load)
    record.step("capacity", plan.capacity)
    record.step("due", plan.due.reduce(0, +))
    record.step("own", plan.own)
    record.close(output)
    world.lines[line].output = Lots(output)
    world.lines[line].used = CapacityUnits(
      rdiv(output * load, 1_000))
    noteIdle(line)
    scratch.lineFactor.append(plan.factor)
    guard output > 0 else { return }
    let cost = traceCost(plan, line, output: output)
    world.lines[line].unitCost = Money(cost)
    world.lines[line].cumulative += Lots(output)
    commit(plan, line, cost: cost)
  }

  /// EQ2 once more, with its steps told.
  private mutating func traceCost(_ plan: ProductionPlan, _ line: Int, output: Int) -> Int {
    let (state, programme) = (world.lines[line].state, world.lines[line].programme)
    record.open(.unitCost(state: state, programme: programme), "EQ2", "unit-cost")
    let cost = plan.cost.price(output: output, trace: &record)
    record.close(cost)
    return cost
  }

  /// Own lots are paid and stand ready; deliveries know how many lots they get.
  private mutating func commit(_ plan: ProductionPlan, _ line: Int, cost: Int) {
    let (state, programme) = (plan.state, world.lines[line].programme)
    let money = rdiv(plan.own * cost, 1_000)
    if money > 0 {
      takeProductionMoney(state, line, money)
      flow(state, -money, .production)
      world.tally.outflow += Money(money)
      world.states[state].ledger.spent += Money(money)
    }
    scratch.builtOwn[state * scenario.programmes.count + programme] += plan.own
    for (place, index) in plan.consignments.enumerated() {
      consignments[index].lots = plan.lots[place]
      consignments[index].available = plan.available[place]
      consignments[index].unitCost = cost
      setAsideSupport(index, line)
    }
    setAsideRoyalty(plan, line)
    noteWork(line, money: rdiv(plan.output * cost, 1_000))
    noteBuilt(line, plan.output)
    payRoyaltyLater(line, plan.output)
  }

  /// What a price is below cost the owner has to bring to the delivery.
  private mutating func setAsideSupport(_ index: Int, _ line: Int) {
    let item = consignments[index]
    let payment = rdiv(item.lots * unitPrice(index, cost: item.unitCost), 1_000)
    let support = max(0, rdiv(item.lots * item.unitCost, 1_000) - payment)
    takeProductionMoney(item.seller, line, support)
    consignments[index].support = support
  }

  /// What the design's owner will get, as far as it is there.
  private mutating func setAsideRoyalty(_ plan: ProductionPlan, _ line: Int) {
    let purse = accepted[plan.state].reduce(0) { sum, order in
      if case .produce(line, _) = order.bound { return sum + order.cost }
      return sum
    }
    let amount = min(
      rdiv(plan.output * plan.royalty, 1_000), max(0, purse + treasury(plan.state)))
    takeProductionMoney(plan.state, line, amount)
    scratch.royalties[plan.state] += amount
  }

  /// Own production is paid from what its order set aside, then from the treasury.
  private mutating func takeProductionMoney(_ state: Int, _ line: Int, _ money: Int) {
    var left = money
    for place in accepted[state].indices {
      guard case .produce(line, _) = accepted[state][place].bound else { continue }
      let part = min(left, accepted[state][place].cost)
      accepted[state][place].cost -= part
      held[state] -= part
      left -= part
    }
    world.states[state].treasury -= Money(left)
  }

  /// What production orders did not use goes back.
  private mutating func returnProductionMoney(of state: Int) {
    for place in accepted[state].indices {
      guard case .produce = accepted[state][place].bound else { continue }
      held[state] -= accepted[state][place].cost
      world.states[state].treasury += Money(accepted[state][place].cost)
      accepted[state][place].cost = 0
    }
  }

  /// Lines below a fifth of their capacity idle; after four turns in a row they close.
  private mutating func noteIdle(_ line: Int) {
    guard world.lines[line].status == .open else { return }
    let use = rdiv(
      10_000 * world.lines[line].used.value, max(1, world.lines[line].capacity.value))
    if use >= CapacityDecay.idleThreshold.value {
      world.lines[line].idleTurns = 0
      return
    }
    world.lines[line].idleTurns += 1
    guard world.lines[line].idleTurns >= CapacityDecay.idleTurnsMax else { return }
    world.lines[line].status = .closed
    report.lines.append(
      LineEvent(
        state: world.lines[line].state, programme: world.lines[line].programme, event: .closed))
  }

  /// FAT rises where a sector surged and falls elsewhere.
  private mutating func tire() {
    for state in 0..<count {
      for sector in 0..<Sector.count {
        let surged = scratch.surge[state * Sector.count + sector] > 0
        let fatigue = world.states[state].fatigue[sector].value
        world.states[state].fatigue[sector] = BasisPoints(
          clamp(fatigue + (surged ? 3_000 : -2_000), 0, 10_000))
      }
    }
  }
}
