// R9, continued: what lines build, who pays for it, and what it does to them.

extension Resolver {
  /// Builds what was planned: output, unit cost, money of own lots.
  mutating func build(_ plan: ProductionPlan, _ line: Int) {
    let (state, programme) = (world.lines[line].state, world.lines[line].programme)
    let output = plan.output
    let load = scenario.programmes[programme].load.value
    record.open(.output(state: state, programme: programme), "EQ12", "line-output")
    record.input("lineCapacity", world.lines[line].capacity.value)
    record.input("load", load)
    record.step("capacity", plan.capacity)
    record.step("due", plan.due.reduce(0, +))
    record.step("ownStock", plan.own)
    if let scarcest = inputs(of: line).min() { record.step("inputs", scarcest.value) }
    traceOutput(plan, line)
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
    let basis = plan.cost
    let own = max(0, fdiv(world.lines[line].cumulative.value, 1_000))
    record.input("listPrice", basis.listCost.value)
    record.input("listQuantity", basis.listQuantity)
    record.input("ownQuantity", own)
    record.input("partnerQuantity", max(0, basis.effectiveQuantity - own))
    let cost = basis.price(output: output, trace: &record)
    record.formula(
      "unit-cost", gives: cost,
      basis.arguments(
        own: own, rate: basis.rate(output: output)))
    record.formula(
      "rate-factor", gives: basis.rate(output: output).value,
      [
        ("fixedShare", .of(basis.fixedShare)), ("nominal", .of(basis.nominal)),
        ("actual", .int(output)),
      ])
    record.close(cost)
    return cost
  }

  /// The formula of EQ12, and the deals the line builds for.
  private mutating func traceOutput(_ plan: ProductionPlan, _ line: Int) {
    guard Record.isOn else { return }
    let arguments = outputArguments(line)
    record.formula("line-output", gives: plan.capacity, arguments)
    for index in plan.consignments {
      if let clause = consignments[index].clause { blame(clause, 0) }
    }
    for order in accepted[plan.state] {
      switch order.bound {
      case .produce(line, _), .setCapacity(line, _):
        record.cause(.order(state: plan.state, place: order.place), 0)
      case .surge(scenario.programmes[world.lines[line].programme].sector.index, _):
        record.cause(.order(state: plan.state, place: order.place), 0)
      default: break
      }
    }
  }

  /// EQ12 for a line, without what an event leaves of it.
  private func outputArguments(_ line: Int) -> CalcArguments {
    let (state, programme) = (world.lines[line].state, world.lines[line].programme)
    let sector = scenario.programmes[programme].sector.index
    return [
      ("lineCapacity", .of(world.lines[line].capacity)),
      ("surge", .int(scratch.surge[state * Sector.count + sector])),
      ("load", .of(scenario.programmes[programme].load)), ("inputs", .of(inputs(of: line))),
    ]
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
      consignments[index].unitCost = lotCost(index, cost: cost)
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
  mutating func returnProductionMoney(of state: Int) {
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

  /// What a turn of surge adds to FAT: less where industry is the state's (SR4); bp.
  private func surgeFatigue(_ state: Int) -> Int {
    guard scenario.parameters.has(.stateOwned) else { return 3_000 }
    return mb(3_000, 10_000 - mb(scenario.states[state].stateOwned.value, 3_000))
  }

  /// FAT rises where a sector surged and falls elsewhere.
  mutating func tire() {
    for state in 0..<count {
      for sector in 0..<Sector.count {
        let surged = scratch.surge[state * Sector.count + sector] > 0
        let fatigue = world.states[state].fatigue[sector].value
        world.states[state].fatigue[sector] = BasisPoints(
          clamp(fatigue + (surged ? surgeFatigue(state) : -2_000), 0, 10_000))
      }
    }
  }
}
