import EntenteModel

/// What conditions can come to in a format, judged from its menus and turns alone: a condition that
/// cannot hold is of no use, whatever people do.
struct Reach {
  /// Clauses that a deal in force may have, from the menu or agreed before.
  var clauses: Set<String>
  /// The last turn.
  var turns: Int

  /// True if some play might make the test true.
  func canHold(_ test: CardCondition.Test) -> Bool {
    switch test {
    case .compare(let metric, let comparison, let threshold):
      guard let range = range(of: metric) else { return true }
      switch comparison {
      case .atLeast: return range.upperBound >= threshold
      case .atMost: return range.lowerBound <= threshold
      case .equal: return range.contains(threshold)
      }
    case .all(let tests): return tests.allSatisfy(canHold)
    case .any(let tests): return tests.contains(where: canHold)
    case .not(let inner): return canFail(inner)
    }
  }

  /// True if some play might make the test false.
  func canFail(_ test: CardCondition.Test) -> Bool {
    switch test {
    case .compare(let metric, let comparison, let threshold):
      guard let range = range(of: metric) else { return true }
      switch comparison {
      case .atLeast: return range.lowerBound < threshold
      case .atMost: return range.upperBound > threshold
      case .equal: return range != threshold...threshold
      }
    case .all(let tests): return tests.contains(where: canFail)
    case .any(let tests): return tests.allSatisfy(canFail)
    case .not(let inner): return canHold(inner)
    }
  }

  /// The clause of the test that nobody can agree on here, if there is one.
  func missingClause(in test: CardCondition.Test) -> String? {
    test.metrics.lazy.compactMap { clause(of: $0) }.first { !clauses.contains($0) }
  }

  private func range(of metric: CardMetric) -> ClosedRange<Int>? {
    let rules = MetricRule.ofCards + MetricRule.ofInjects
    guard let rule = rules.first(where: { $0.name == metric.name }) else { return nil }
    if metric.name == "turn" { return 1...turns }
    if let clause = clause(of: metric), !clauses.contains(clause) { return 0...0 }
    return rule.range
  }

  private func clause(of metric: CardMetric) -> String? {
    guard ["deals", "signed", "wins"].contains(metric.name) else { return nil }
    return metric.arguments.last
  }
}
