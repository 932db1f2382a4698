// R7: ordered capacity arrives, unused sectors lose some, investment is taken.

extension Resolver {
  /// Growth that arrives, decay by last turn's use, then the investments of this turn.
  mutating func advanceCapacity() {
    for state in 0..<count {
      for sector in 0..<Sector.count {
        record.open(
          .capacity(state: state, sector: Sector.allCases[sector]), "EQ11", "capacity-decay")
        record.input("before", world.states[state].capacity[sector].value)
        receive(state, sector)
        decay(state, sector)
        record.close(world.states[state].capacity[sector].value)
      }
      let now = turn
      world.states[state].growing.removeAll { $0.turn <= now }
    }
    for state in 0..<count {
      for order in accepted[state] { carryOutInvestment(order, of: state) }
    }
  }

  /// Growth goes to the lines of the sector by largest remainder on their capacity.
  private mutating func receive(_ state: Int, _ sector: Int) {
    var arrived = 0
    for growth in world.states[state].growing
    where growth.turn <= turn && growth.sector.index == sector {
      arrived += growth.amount.value
    }
    guard arrived > 0 else { return }
    world.states[state].capacity[sector] += CapacityUnits(arrived)
    record.cause(.rule(.growth), arrived)
    blamePlants(state, sector)
    let lines = lineIndices(state, sector)
    guard !lines.isEmpty else { return }
    let parts = lrm(arrived, lines.map { world.lines[$0].capacity.value })
    for (line, part) in zip(lines, parts) { world.lines[line].capacity += CapacityUnits(part) }
  }

  /// Clauses whose plants are a part of what arrives now.
  private mutating func blamePlants(_ state: Int, _ sector: Int) {
    guard Record.isOn else { return }
    for index in all(.subsidiary) {
      guard case .subsidiary(let terms) = clauses[index].terms, terms.sector.index == sector else {
        continue
      }
      let work = world.deals[clauses[index].deal].clauses[clauses[index].index].built
      if work.addedFrom == turn, work.added.indices.contains(state), work.added[state] > 0 {
        blame(index, work.added[state].value)
      }
    }
  }

  /// Lines of a state in a sector that hold capacity, in order.
  func lineIndices(_ state: Int, _ sector: Int) -> [Int] {
    world.lines.indices.filter {
      world.lines[$0].state == state && !world.lines[$0].status.isStopped
        && scenario.programmes[world.lines[$0].programme].sector.index == sector
    }
  }

  /// EQ11. A sector without a line and with no more than 2000 cu does not decay.
  private mutating func decay(_ state: Int, _ sector: Int) {
    let capacity = world.states[state].capacity[sector]
    guard capacity > 0 else { return }
    let lines = lineIndices(state, sector)
    if lines.isEmpty && capacity <= 2_000 { return }
    let input = CapacityDecay.Input(
      capacity: capacity, utilisation: world.states[state].utilisation[sector])
    record.input("utilisation", input.utilisation.value)
    let loss = CapacityDecay.evaluate(input, trace: &record)
    record.formula("capacity-decay", gives: loss.value, input.arguments)
    guard loss > 0 else { return }
    world.states[state].capacity[sector] -= loss
    record.cause(.rule(.decay), -loss.value)
    fitLines(lines, within: world.states[state].capacity[sector].value)
  }

  /// Lines never hold more than the sector has: they shrink in proportion.
  mutating func fitLines(_ lines: [Int], within capacity: Int) {
    let held = lines.map { world.lines[$0].capacity.value }
    guard held.reduce(0, +) > capacity else { return }
    for (line, part) in zip(lines, lrm(capacity, held)) {
      world.lines[line].capacity = CapacityUnits(part)
    }
  }

  private mutating func carryOutInvestment(_ order: AcceptedOrder, of state: Int) {
    switch order.bound {
    case .invest(let sector, let money, let place):
      let output = CapacityGrowth.evaluate(
        CapacityGrowth.Input(
          capacity: world.states[place].capacity[sector],
          workforce: world.states[place].workforce, investment: Money(money),
          costPerThousand: scenario.parameters.capacityCost[sector]), trace: &record)
      let used = money - output.refund.value
      spend(order, of: state, clamp(used, 0, money))
      if output.growth > 0 {
        world.states[place].growing.append(
          CapacityArrival(
            sector: Sector.allCases[sector], amount: output.growth,
            turn: turn + scenario.parameters.investLag))
      }
      if used < money { note(order, of: state, .partial(used)) }
    case .trainWorkforce(let money):
      let room = 10_000 - world.states[state].workforce.value
      let gain = min(800, fdiv(money, 10), room)
      spend(order, of: state, min(money, gain * 10))
      raise(\.workforce, of: state, by: gain)
      if gain * 10 < money { note(order, of: state, .partial(gain * 10)) }
    case .stockpile(let input, let money, let isFast):
      spend(order, of: state, money)
      let price = scenario.price(of: input)?.value ?? 1
      world.states[state].supply.coming.append(
        ReserveArrival(
          input: input, lots: Lots(rdiv(money * 1_000, price)), turn: isFast ? turn : turn + 1))
    default: break
    }
  }
}
