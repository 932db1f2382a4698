/// A condition on a clause, tested at R13 of every turn from its first turn of effect.
package struct ClauseCondition: Hashable, Sendable, Codable {
  /// How the metric is compared.
  package enum Comparison: String, Sendable, Codable {
    case atLeast = ">="
    case atMost = "<="
  }

  /// What happens to the clause.
  package enum Action: Hashable, Sendable, Codable {
    /// The clause sleeps until the test first holds.
    case activate
    /// The clause sleeps while the test holds.
    case suspend
    /// The parameter takes the value `to` from the next turn, once.
    case step(parameter: String, to: Int)
  }

  /// `turn`, `th:THEATRE`, `gap:STATE`, `trust:A:B`, `leak:PROGRAMME`, `stock:STATE:PROGRAMME` or
  /// `rdy:STATE`.
  package var metric: String
  /// At least, or at most, the threshold.
  package var comparison: Comparison
  /// bp, or a turn for the metric `turn`.
  package var threshold: Int
  /// What happens when the test holds.
  package var action: Action

  /// A condition as written.
  package init(metric: String, comparison: Comparison, threshold: Int, action: Action) {
    self.metric = metric
    self.comparison = comparison
    self.threshold = threshold
    self.action = action
  }

  /// Whether the test holds at `value`, which is in the unit of the threshold.
  package func holds(at value: Int) -> Bool {
    comparison == .atLeast ? value >= threshold : value <= threshold
  }
}
