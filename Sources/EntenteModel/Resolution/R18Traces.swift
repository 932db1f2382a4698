// R18, continued: figures that are sums of what happened, told to the trace when the books are
// closed.

extension Resolver {
  /// Tells how treasuries, stocks, offices, reputation and conduct came about.
  mutating func traceSums() {
    guard Record.isOn else { return }
    for state in 0..<count {
      traceTreasury(state)
      for programme in scenario.programmes.indices { traceStock(state, programme) }
      let (before, after) = (scratch.before[state], world.states[state])
      trace(.organisation(state), before.organisation.value, after.organisation.value)
      trace(.security(state), before.security.value, after.security.value)
      trace(
        .reputation(state), before.outcome.reputation.value, after.outcome.reputation.value)
      trace(.conduct(state), before.outcome.conduct, after.outcome.conduct)
      for domain in scenario.parameters.domains {
        trace(
          .civil(state: state, domain: domain), before.civil[domain.index].value,
          after.civil[domain.index].value)
      }
    }
  }

  private mutating func trace(
    _ figure: TracedFigure, _ before: Int, _ after: Int, _ causes: [ChangeCause] = []
  ) {
    record.open(figure, "", "")
    record.input("before", before)
    for cause in causes where cause.amount != 0 { record.cause(cause.cause, cause.amount) }
    for cause in orderCauses(of: figure) { record.cause(cause, 0) }
    record.close(after)
  }

  private mutating func traceTreasury(_ state: Int) {
    trace(
      .treasury(state), scratch.before[state].treasury.value, world.states[state].treasury.value,
      treasuryCauses(state))
  }

  /// Stock is read as a share of what is required.
  private mutating func traceStock(_ state: Int, _ programme: Int) {
    let (before, after) = (scratch.before[state], world.states[state])
    record.open(.stock(state: state, programme: programme), "EQ24", "adequacy")
    record.input("stock", after.stock[programme].value)
    record.input("requirement", after.requirement[programme].value)
    record.step("stockBefore", before.stock[programme].value)
    for cause in stockCauses(state, programme) where cause.amount != 0 {
      record.cause(cause.cause, cause.amount)
    }
    let input = Adequacy.Input(
      stock: after.stock[programme], requirement: after.requirement[programme])
    let adequacy = Adequacy.evaluate(input, trace: &record)
    record.formula("adequacy", gives: adequacy.value, input.arguments)
    record.close(adequacy.value)
  }

  /// Orders that moved a figure by their nature.
  private func orderCauses(of figure: TracedFigure) -> [FigureCause] {
    switch figure {
    case .organisation(let state): orders(of: state, [.reorganise, .practiceReform])
    case .security(let state): orders(of: state, [.securityUpgrade])
    case .conduct(let state): orders(of: state, [.aid])
    case .civil(let state, _): orders(of: state, [.coordinate])
    default: []
    }
  }

  private func orders(of state: Int, _ keywords: [OrderKeyword]) -> [FigureCause] {
    accepted[state].filter { keywords.contains($0.order.keyword) }
      .map { .order(state: state, place: $0.place) }
  }
}
