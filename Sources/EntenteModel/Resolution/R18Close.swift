// R18: the books are closed and the next turn begins.

extension Resolver {
  /// Use of capacity, effects that end, states that leave, new lines, what changed.
  mutating func closeTurn() {
    noteUse()
    openOwnLines()
    for deal in world.deals.indices where world.deals[deal].status != .ended {
      for departure in world.deals[deal].leaving
      where !departure.isAbrupt && departure.turn == turn {
        leave(deal, departure.state, from: turn + 1)
      }
    }
    endEffects()
    endRemovals()
    closeQuestions()
    for state in 0..<count where scenario.isOpaque(state) {
      world.states[state].seen = scratch.before[state].figuresToSee
    }
    for state in 0..<count {
      precondition(held[state] == 0, "money held for orders is spent or given back")
    }
    reportFigures()
    traceSums()
    world.turn = turn + 1
    world.beginWaiting(scenario)
  }

  /// UT: cu used by this turn's output over IC.
  private mutating func noteUse() {
    for state in 0..<count {
      var used = [Int](repeating: 0, count: Sector.count)
      for line in world.lines where line.state == state {
        used[scenario.programmes[line.programme].sector.index] += line.used.value
      }
      for sector in 0..<Sector.count {
        let capacity = world.states[state].capacity[sector].value
        world.states[state].utilisation[sector] = BasisPoints(
          capacity == 0 ? 0 : min(10_000, rdiv(10_000 * used[sector], capacity)))
      }
    }
  }

  // MARK: Report

  /// Figures of every state that changed, with what moved them most.
  private mutating func reportFigures() {
    for state in 0..<count {
      var list = FigureChanges(state: state)
      compareOutcome(state, &list)
      compareOffices(state, &list)
      compareHoldings(state, &list)
      report.figures.append(list.changes)
    }
  }

  private func compareOutcome(_ state: Int, _ list: inout FigureChanges) {
    let before = scratch.before[state].outcome
    let after = world.states[state].outcome
    list.add(.gap(state), before.gap.value, after.gap.value) {
      [
        ChangeCause(
          cause: .rule(.pressure), amount: after.pressure.value - before.pressure.value),
        ChangeCause(
          cause: .rule(.readiness), amount: before.readiness.value - after.readiness.value),
        ChangeCause(
          cause: .rule(.deterrence), amount: before.support.value - after.support.value),
      ]
    }
    list.add(.readiness(state), before.readiness.value, after.readiness.value) {
      [ChangeCause(cause: .rule(.readiness), amount: scratch.bought[state])]
    }
    list.add(.latent(state), before.latent.value, after.latent.value)
    list.add(.national(state), before.national.value, after.national.value)
  }

  private func compareOffices(_ state: Int, _ list: inout FigureChanges) {
    list.add(
      .politicalCapital(state), scratch.before[state].politicalCapital.value,
      world.states[state].politicalCapital.value
    ) { [ChangeCause(cause: .rule(.income), amount: -scratch.capitalSpent[state])] }
    list.add(
      .organisation(state), scratch.before[state].organisation.value,
      world.states[state].organisation.value)
    list.add(
      .security(state), scratch.before[state].security.value,
      world.states[state].security.value)
    for domain in scenario.parameters.domains {
      list.add(
        .technology(state: state, domain: domain),
        scratch.before[state].technology[domain.index].value,
        world.states[state].technology[domain.index].value)
    }
  }

  private func compareHoldings(_ state: Int, _ list: inout FigureChanges) {
    list.add(
      .treasury(state), scratch.before[state].treasury.value, world.states[state].treasury.value
    ) { treasuryCauses(state) }
    for sector in Sector.allCases {
      list.add(
        .capacity(state: state, sector: sector),
        scratch.before[state].capacity[sector.index].value,
        world.states[state].capacity[sector.index].value)
    }
    for programme in scenario.programmes.indices {
      list.add(
        .stock(state: state, programme: programme),
        scratch.before[state].stock[programme].value,
        world.states[state].stock[programme].value
      ) { stockCauses(state, programme) }
    }
  }

  /// Money by deal and by kind of order, in the order it first moved.
  func treasuryCauses(_ state: Int) -> [ChangeCause] {
    var causes: [ChangeCause] = []
    for flow in report.money where flow.state == state {
      let cause = Self.cause(of: flow)
      if let place = causes.firstIndex(where: { $0.cause == cause }) {
        causes[place].amount += flow.amount.value
      } else {
        causes.append(ChangeCause(cause: cause, amount: flow.amount.value))
      }
    }
    return causes
  }

  private static func cause(of flow: MoneyFlow) -> FigureCause {
    if let deal = flow.deal { return .deal(deal) }
    switch flow.purpose {
    case .budget: return .rule(.budget)
    case .institution: return .rule(.upkeep)
    case .penalty: return .rule(.penalty)
    case .award, .settlement: return .rule(.award)
    case .event: return .ordered(.choose)
    case .order: return .order(state: flow.state, place: flow.place ?? 0)
    case .production: return .rule(.production)
    case .purchase, .sale: return .rule(.procurement)
    case .royalty: return .rule(.royalty)
    case .development: return .rule(.development)
    case .inputs: return .rule(.inputs)
    case .payment, .receipt, .refund, .poolReturn: return .rule(.refund)
    }
  }

  /// Lots by deal and way, and what aged.
  func stockCauses(_ state: Int, _ programme: Int) -> [ChangeCause] {
    var causes: [ChangeCause] = []
    for delivery in report.deliveries where delivery.programme == programme {
      let sign = sign(of: delivery, for: state)
      if sign == 0 { continue }
      let cause: FigureCause =
        delivery.deal.map { .deal($0) }
        ?? (delivery.from == state ? .rule(.production) : .partner(delivery.from))
      causes.append(ChangeCause(cause: cause, amount: sign * delivery.lots.value))
    }
    let stock = scratch.before[state].stock[programme].value
    causes.append(
      ChangeCause(cause: .rule(.decay), amount: -mb(stock, ageing(of: programme, in: state))))
    return causes
  }
}

extension Resolver {
  /// Whether a delivery added to a state's stock (1), took from it (-1), or neither (0).
  private func sign(of delivery: Delivery, for state: Int) -> Int {
    if delivery.way.goesIntoPool { return delivery.from == state ? -1 : 0 }
    if delivery.to == state { return 1 }
    return delivery.from == state && !delivery.way.leavesOutput ? -1 : 0
  }
}

/// The figures of a state that changed.
private struct FigureChanges {
  let state: Int
  var changes: [FigureChange] = []

  /// Adds a figure if it changed; causes are looked for only then.
  mutating func add(
    _ figure: TracedFigure, _ before: Int, _ after: Int,
    causes: () -> [ChangeCause] = { [] }
  ) {
    guard before != after else { return }
    changes.append(
      FigureChange(
        figure: figure, before: before, after: after,
        causes: causes().filter { $0.amount != 0 }))
  }
}

extension Delivery.Way {
  /// From stock into a common pool.
  var goesIntoPool: Bool { self == .pooled || self == .replaced }

  /// The lots came from a line and were never in the sender's stock.
  var leavesOutput: Bool {
    switch self {
    case .offtake, .jointfund, .purchase: true
    case .ownLine, .aid, .loan, .returned, .pooled, .drawn, .replaced: false
    }
  }
}
