// Work taken from a state that left a joint programme: the others pay to move it, and output is
// missing for two turns.

extension Resolver {
  /// Notes what `state` takes from the joint programmes of a deal it is about to leave. `from` is
  /// the turn in whose R3 the others pay.
  mutating func noteRemovals(_ deal: Int, _ state: Int, from: Int) {
    for index in world.deals[deal].clauses.indices {
      let standing = world.deals[deal].clauses[index]
      let text = world.deals[deal].text.clauses[index]
      guard text.kind == .coprod, !standing.hasEnded, standing.bound.contains(state),
        standing.activeFrom.map({ $0 <= turn }) ?? false
      else { continue }
      let reader = ClauseReader(
        scenario: scenario, text: text, stepped: standing.stepped,
        bound: MemberSet(standing.bound))
      if case .coprod(let terms) = reader.terms() {
        noteRemoval(world.deals[deal].id, terms, of: state, from: from)
      }
    }
  }

  private mutating func noteRemoval(
    _ deal: DealID, _ terms: CoproductionTerms, of state: Int, from: Int
  ) {
    let share = terms.workshare[state]
    let rest = terms.workshare.indices.map { $0 == state ? 0 : terms.workshare[$0] }
    guard share > 0, rest.contains(where: { $0 > 0 }) else { return }
    let cost = WorkshareRemoval.cost(
      listCost: scenario.programmes[terms.programme].listCost, share: BasisPoints(share))
    let removal = WorkshareRemoval(
      deal: deal, programme: terms.programme, share: BasisPoints(share), turn: from,
      costs: lrm(cost.value, rest).map { Money($0) })
    world.removals = (world.removals ?? []) + [removal]
  }

  /// What a state pays in R3 to move the work of states that left; $k.
  func removalCost(of state: Int) -> Int {
    (world.removals ?? []).reduce(0) { sum, removal in
      sum + (removal.turn == turn ? removal.costs[state].value : 0)
    }
  }

  /// Pays it, as far as there is money.
  mutating func payRemovals() {
    for removal in world.removals ?? [] where removal.turn == turn {
      let deal = world.deals.firstIndex { $0.id == removal.deal }
      for (state, cost) in removal.costs.enumerated() {
        let amount = min(cost.value, world.states[state].treasury.value)
        if amount > 0 { pay(amount, from: state, to: nil, deal: deal) }
      }
    }
  }

  /// What a line can build once the share of states that left is missing; mU.
  func withoutRemovedWork(_ output: Int, _ line: Int) -> Int {
    var left = output
    for removal in world.removals ?? []
    where removal.programme == world.lines[line].programme && removal.turn <= turn
      && turn < removal.turn + WorkshareRemoval.turns
      && isLine(world.lines[line].state, of: removal)
    {
      left = mb(left, 10_000 - removal.share.value)
    }
    return left
  }

  private func isLine(_ state: Int, of removal: WorkshareRemoval) -> Bool {
    let handle = scenario.states[state].id
    let programme = scenario.programmes[removal.programme].id
    return world.deals.first { $0.id == removal.deal }?.text.clauses.contains {
      $0.kind == .coprod && $0.programme == programme && $0.states("lines").contains(handle)
    } ?? false
  }

  /// Removals whose turns are over.
  mutating func endRemovals() {
    guard let removals = world.removals else { return }
    let left = removals.filter { turn + 1 < $0.turn + WorkshareRemoval.turns }
    world.removals = left.isEmpty ? nil : left
  }
}
