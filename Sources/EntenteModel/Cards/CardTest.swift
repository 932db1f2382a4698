/// Tests of private cards and of events on the record.
package enum CardTest {
  /// Whether a test holds in `world`. A figure there is nothing to count of yet, or that names
  /// nothing here, meets no comparison.
  package static func holds(
    _ test: CardCondition.Test, world: World, scenario: Scenario
  ) -> Bool {
    holds(test) { value(of: $0, in: world, scenario: scenario) }
  }

  /// Whether a test holds, with figures from `value`; one that is nil meets no comparison.
  package static func holds(
    _ test: CardCondition.Test, value: (CardMetric) -> Int?
  ) -> Bool {
    switch test {
    case .compare(let metric, let comparison, let threshold):
      value(metric).map { comparison.holds($0, threshold) } ?? false
    case .all(let tests): tests.allSatisfy { holds($0, value: value) }
    case .any(let tests): tests.contains { holds($0, value: value) }
    case .not(let inner): !holds(inner, value: value)
    }
  }

  /// What a figure, or a metric that only events test, is now; nil where it names nothing here.
  package static func value(
    of metric: CardMetric, in world: World, scenario: Scenario
  ) -> Int? {
    if let own = InjectMetric(rawValue: metric.name) {
      return own.value(metric.arguments, in: world, scenario: scenario)
    }
    guard let name = try? FigureName(metric, in: scenario) else { return nil }
    return Figures.value(name, in: world, scenario: scenario)
  }

  /// Whether a card stands at the end of `turn` (R17), from the world then and its record: true
  /// once an `always` was ever broken, or a `by` ever met. `record` is brought up to date.
  package static func evaluate(
    _ condition: CardCondition, world: World, scenario: Scenario, at turn: Int,
    record: inout Bool
  ) -> Bool {
    let isTrue = holds(condition.test, world: world, scenario: scenario)
    switch condition.moment {
    case .end, .keep: return isTrue
    case .always:
      if !isTrue { record = true }
      return !record
    case .by(let last):
      if isTrue && turn <= last { record = true }
      return record
    }
  }

  /// Whether a card is true before anything was played: the test in the world at the start, and for
  /// a test of some state's `gap` in the world at the end of a run without deals and orders.
  package static func isTrueAtStart(
    _ condition: CardCondition, start: World, untouched: World, scenario: Scenario
  ) -> Bool {
    holds(
      condition.test, world: condition.test.usesGap ? untouched : start, scenario: scenario)
  }

  /// The world after the last turn if nobody deals and nobody orders: what cards on `gap` are
  /// judged against.
  package static func untouchedRun(from start: World, scenario: Scenario) -> World {
    var world = start
    while world.turn <= scenario.parameters.turns {
      let orders = scenario.states.map { _ in [Order(.choose, [])] }
      world =
        Resolution.resolve(
          world, orders: orders, scenario: scenario, judgesCards: false
        ).world
    }
    return world
  }

  /// What is wrong with a condition in this exercise, one sentence a fault; empty if nothing is.
  package static func faults(of condition: CardCondition, scenario: Scenario) -> [String] {
    var faults = condition.test.metrics.compactMap { metric -> String? in
      do throws(FigureNameError) {
        _ = try FigureName(metric, in: scenario)
        return nil
      } catch {
        return error.sentence
      }
    }
    if case .by(let turn) = condition.moment, !(1...scenario.parameters.turns).contains(turn) {
      faults.append("\"by turn \(turn)\" is not one of the \(scenario.parameters.turns) turns.")
    }
    return faults
  }
}

extension CardCondition.Comparison {
  /// Whether `value` stands to `threshold` as the sign says.
  package func holds(_ value: Int, _ threshold: Int) -> Bool {
    switch self {
    case .atLeast: value >= threshold
    case .atMost: value <= threshold
    case .equal: value == threshold
    }
  }
}

extension CardCondition.Test {
  /// Every figure the test reads, in the order written.
  package var metrics: [CardMetric] {
    switch self {
    case .compare(let metric, _, _): [metric]
    case .all(let tests), .any(let tests): tests.flatMap(\.metrics)
    case .not(let test): test.metrics
    }
  }

  /// The test with a state in the place of `team`.
  package func naming(_ state: StateID) -> CardCondition.Test {
    switch self {
    case .compare(var metric, let comparison, let threshold):
      metric.arguments = metric.arguments.map { $0 == Self.team ? state.text : $0 }
      return .compare(metric: metric, comparison: comparison, threshold: threshold)
    case .all(let tests): return .all(tests.map { $0.naming(state) })
    case .any(let tests): return .any(tests.map { $0.naming(state) })
    case .not(let test): return .not(test.naming(state))
    }
  }

  /// The word that stands for each state in turn.
  package static var team: String { "team" }

  /// Whether it asks each state for itself.
  package var asksTeam: Bool { metrics.contains { $0.arguments.contains(Self.team) } }

  /// True if the test reads a state's `gap`.
  package var usesGap: Bool { metrics.contains { $0.name == FigureWord.gap.rawValue } }
}
