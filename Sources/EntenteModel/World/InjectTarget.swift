/// A rule that finds the states an event is for when it comes.
package enum InjectTarget: Sendable, Hashable {
  /// Every state for which the event's condition holds.
  case each
  /// The state with most of a figure, the first of equals; of those for which it holds.
  case largest(String)
  /// The state with least of a figure, the first of equals; of those for which it holds.
  case smallest(String)
  /// The state that owns a design.
  case owner(ProgrammeID)
  /// The states bound by the deal with such a clause that is in dispute, else by the first.
  case parties(ClauseKind)
  /// The other parties of the deal in which such a clause was broken last.
  case others([ClauseKind])
  /// States that know how to make what leaked last.
  case holders
  /// States exposed to a theatre of these types, all where there is none.
  case exposed([ThreatType])
}

extension Inject {
  /// Every condition the event and its effects test.
  var tests: [CardCondition.Test] {
    var tests = (effects + options.flatMap(\.effects)).compactMap(\.condition)
    if case .metric(let test) = trigger { tests.append(test) }
    return tests
  }

  /// The condition on which it comes, if there is one.
  private var condition: CardCondition.Test? {
    if case .metric(let test) = trigger { return test }
    return nil
  }

  /// Whom it is for in `world`, ascending; empty is all, nil is that it does not come: its
  /// condition holds for nobody, or its rule finds nobody.
  /// `holds` tells whether a condition does, of a state where it asks each for itself.
  package func addressees(
    in world: World, scenario: Scenario, holds: (CardCondition.Test, StateID?) -> Bool
  ) -> [StateID]? {
    let fitting = scenario.states.indices.filter { state in
      guard let condition, condition.asksTeam else { return true }
      return holds(condition, scenario.states[state].id)
    }
    if let condition, !condition.asksTeam, !holds(condition, nil) { return nil }
    guard !fitting.isEmpty else { return nil }
    guard let target else {
      let named = to.compactMap(scenario.index(of:)).filter(fitting.contains)
      if condition?.asksTeam != true { return to }
      let found = to.isEmpty ? fitting : named
      return found.isEmpty ? nil : found.map { scenario.states[$0].id }
    }
    let found = target.states(in: world, among: fitting, scenario: scenario)
    return found.isEmpty ? nil : found.map { scenario.states[$0].id }
  }
}

extension InjectTarget {
  fileprivate func states(in world: World, among fitting: [Int], scenario: Scenario) -> [Int] {
    switch self {
    case .each: return fitting
    case .largest(let word):
      let values = values(of: word, fitting, world, scenario)
      return values.max { ($0.value, $1.state) < ($1.value, $0.state) }.map { [$0.state] } ?? []
    case .smallest(let word):
      let values = values(of: word, fitting, world, scenario)
      return values.min { ($0.value, $0.state) < ($1.value, $1.state) }.map { [$0.state] } ?? []
    case .owner(let programme):
      let owner = scenario.index(of: programme).flatMap { world.programmes[$0].owner }
      return owner.map { [$0] }?.filter(fitting.contains) ?? []
    case .parties(let kind):
      let bound = world.dealInDispute(over: kind, scenario: scenario)?.bound ?? []
      return bound.filter(fitting.contains)
    case .others(let kinds):
      guard let dispute = world.lastBreach(of: kinds.map(\.rawValue)),
        let deal = world.deals.first(where: { $0.id == dispute.deal })
      else { return [] }
      return deal.bound.filter { $0 != dispute.debtor && fitting.contains($0) }
    case .holders:
      guard let leak = world.lastLeak else { return [] }
      var resolver = Resolver(world: world, scenario: scenario, record: NoFigureTrace())
      resolver.readClauses()
      return resolver.holders(of: leak.programme).filter(fitting.contains)
    case .exposed(let types):
      let theatres = scenario.theatres.indices.filter {
        types.contains(scenario.theatres[$0].type)
      }
      let found = fitting.filter { state in
        theatres.contains { scenario.states[state].exposure[$0] > 0 }
      }
      return found.isEmpty ? fitting : found
    }
  }

  private func values(
    of word: String, _ states: [Int], _ world: World, _ scenario: Scenario
  ) -> [(state: Int, value: Int)] {
    states.compactMap { state in
      let metric = CardMetric(name: word, arguments: [scenario.states[state].id.text])
      guard let name = try? FigureName(metric, in: scenario),
        let value = Figures.value(name, in: world, scenario: scenario)
      else { return nil }
      return (state, value)
    }
  }
}
