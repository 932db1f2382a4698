// R18: the books are closed and the next turn begins.

extension Resolver {
  /// Use of capacity, effects that end, states that leave, new lines, what changed.
  mutating func closeTurn() {
    noteUse()
    openOwnLines()
    for deal in world.deals.indices where world.deals[deal].status != .ended {
      for departure in world.deals[deal].leaving
      where !departure.isAbrupt && departure.turn == turn {
        leave(deal, departure.state)
      }
    }
    endEffects()
    for state in 0..<count {
      precondition(held[state] == 0, "money held for orders is spent or given back")
    }
    reportFigures()
    world.turn = turn + 1
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
    report.figures = (0..<count).map { changes(of: $0) }
  }

  private func changes(of state: Int) -> [FigureChange] {
    let before = scratch.before[state]
    let after = world.states[state]
    var changes: [FigureChange] = []
    func add(_ figure: TracedFigure, _ old: Int, _ new: Int, _ causes: [ChangeCause] = []) {
      guard old != new else { return }
      let main = causes.filter { $0.amount != 0 }
      changes.append(FigureChange(figure: figure, before: old, after: new, causes: main))
    }
    let gapCauses = gapCauses(before.outcome, after)
    add(.gap(state), before.outcome.gap.value, after.outcome.gap.value, gapCauses)
    add(
      .readiness(state), before.outcome.readiness.value, after.outcome.readiness.value,
      [ChangeCause(cause: .rule(.readiness), amount: scratch.bought[state])])
    add(.latent(state), before.outcome.latent.value, after.outcome.latent.value)
    add(
      .treasury(state), before.treasury.value, after.treasury.value, treasuryCauses(state))
    add(
      .politicalCapital(state), before.politicalCapital.value, after.politicalCapital.value,
      [ChangeCause(cause: .rule(.income), amount: -scratch.capitalSpent[state])])
    add(.organisation(state), before.organisation.value, after.organisation.value)
    add(.security(state), before.security.value, after.security.value)
    for domain in scenario.parameters.domains {
      add(
        .technology(state: state, domain: domain), before.technology[domain.index].value,
        after.technology[domain.index].value)
    }
    for sector in Sector.allCases {
      add(
        .capacity(state: state, sector: sector), before.capacity[sector.index].value,
        after.capacity[sector.index].value)
    }
    for programme in scenario.programmes.indices {
      add(
        .stock(state: state, programme: programme), before.stock[programme].value,
        after.stock[programme].value, stockCauses(state, programme))
    }
    add(.national(state), before.outcome.national.value, after.outcome.national.value)
    return changes
  }

  /// What the gap's parts did: pressure, own readiness, partners, cheap means.
  private func gapCauses(_ before: Outcome, _ after: StateStanding) -> [ChangeCause] {
    [
      ChangeCause(
        cause: .rule(.pressure), amount: after.outcome.pressure.value - before.pressure.value),
      ChangeCause(
        cause: .rule(.readiness), amount: before.readiness.value - after.outcome.readiness.value),
      ChangeCause(
        cause: .rule(.deterrence), amount: before.support.value - after.outcome.support.value),
    ]
  }

  /// Money by deal and by kind of order, in the order it first moved.
  private func treasuryCauses(_ state: Int) -> [ChangeCause] {
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
    case .order: return .order(state: flow.state, place: flow.place ?? 0)
    case .production: return .rule(.production)
    case .purchase, .sale: return .rule(.procurement)
    case .royalty: return .rule(.royalty)
    case .payment, .receipt, .refund, .poolReturn: return .rule(.refund)
    }
  }

  /// Lots by deal and way, and what aged.
  private func stockCauses(_ state: Int, _ programme: Int) -> [ChangeCause] {
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
    causes.append(ChangeCause(cause: .rule(.decay), amount: -mb(stock, 200)))
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
