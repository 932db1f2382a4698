// R13, continued: conditions of clauses are tested.

extension Resolver {
  /// Tests the conditions of every clause in or past its first turn of effect.
  mutating func testConditions() {
    for clause in clauses where clause.isAgreed {
      let (deal, index) = (clause.deal, clause.index)
      let conditions = world.deals[deal].text.clauses[index].conditions
      guard !conditions.isEmpty || clause.kind == .exempt,
        (world.deals[deal].clauses[index].activeFrom ?? .max) <= turn
      else { continue }
      if world.deals[deal].clauses[index].conditions.count != conditions.count {
        world.deals[deal].clauses[index].conditions = conditions.map { _ in false }
      }
      for (place, condition) in conditions.enumerated() {
        test(condition, place, deal, index)
      }
      refreshSleepAfterTest(deal, index)
    }
  }

  private mutating func test(
    _ condition: ClauseCondition, _ place: Int, _ deal: Int, _ index: Int
  ) {
    guard let value = metric(condition.metric) else { return }
    let holds = condition.holds(at: value)
    let before = world.deals[deal].clauses[index].conditions[place]
    switch condition.action {
    case .activate:
      // From when it first holds.
      world.deals[deal].clauses[index].conditions[place] = before || holds
    case .suspend:
      world.deals[deal].clauses[index].conditions[place] = holds
    case .step(let parameter, let value):
      guard holds, !before else { return }
      world.deals[deal].clauses[index].conditions[place] = true
      world.deals[deal].clauses[index].stepped.append(
        SteppedParameter(name: parameter, value: value))
    }
  }

  /// Whether the clause sleeps from the next turn on.
  private mutating func refreshSleepAfterTest(_ deal: Int, _ index: Int) {
    world.deals[deal].clauses[index].isSuspended = sleeps(deal, index)
    refreshStatus(deal)
  }

  /// A figure a condition names, as it stands now; nil if it names nothing here.
  private func metric(_ name: String) -> Int? {
    let parts = name.split(separator: ":").map(String.init)
    func state(_ place: Int) -> Int? {
      parts.indices.contains(place) ? scenario.index(of: StateID(parts[place])) : nil
    }
    func programme(_ place: Int) -> Int? {
      parts.indices.contains(place) ? scenario.index(of: ProgrammeID(parts[place])) : nil
    }
    switch parts.first {
    case "turn": return turn
    case "th":
      let theatre = parts.count == 2 ? scenario.index(of: TheatreID(parts[1])) : nil
      return theatre.map { world.threat[$0].value }
    case "gap": return state(1).map { world.states[$0].outcome.gap.value }
    case "rdy": return state(1).map { world.states[$0].outcome.readiness.value }
    case "leak": return programme(1).map { world.programmes[$0].leak.value }
    case "trust":
      guard let one = state(1), let other = state(2), one != other else { return nil }
      return world.trust(of: one, in: other).value
    case "stock":
      guard let state = state(1), let programme = programme(2) else { return nil }
      return adequacy(state, programme)
    default: return nil
    }
  }

  /// Stock against requirement; bp.
  private func adequacy(_ state: Int, _ programme: Int) -> Int {
    Adequacy.evaluate(
      Adequacy.Input(
        stock: world.states[state].stock[programme],
        requirement: world.states[state].requirement[programme])
    ).value
  }
}
