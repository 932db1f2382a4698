/// EQ29, `FA`: how far what members get follows what they give; bp.
package enum GroupFairness: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Share of each member in what the group gives; sum 10000 bp.
    package var benefit: [BasisPoints]
    /// Share of each member in what it costs; sum 10000 bp.
    package var contribution: [BasisPoints]

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(benefit: [BasisPoints], contribution: [BasisPoints]) {
      self.benefit = benefit
      self.contribution = contribution
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    precondition(input.benefit.count == input.contribution.count, "both shares of each member")
    var distance = 0
    for (benefit, contribution) in zip(input.benefit, input.contribution) {
      distance += abs(benefit.value - contribution.value)
    }
    trace.step("distance", distance)
    let fairness = max(0, 10_000 - distance)
    trace.step("fairness", fairness)
    return BasisPoints(fairness)
  }
}
