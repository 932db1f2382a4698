/// EQ29, `M`: how well a group is run; bp. Weights 30, 25, 20, 15, 10.
package enum GroupManagement: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// OT, gates and deliveries on time; bp.
    package var onTime: BasisPoints
    /// OH, obligations honoured; bp.
    package var honoured: BasisPoints
    /// FA; bp.
    package var fairness: BasisPoints
    /// T, mean trust inside; bp.
    package var trust: BasisPoints
    /// DS, disputes settled; bp.
    package var settled: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      onTime: BasisPoints, honoured: BasisPoints, fairness: BasisPoints, trust: BasisPoints,
      settled: BasisPoints
    ) {
      self.onTime = onTime
      self.honoured = honoured
      self.fairness = fairness
      self.trust = trust
      self.settled = settled
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let sum =
      30 * input.onTime.value + 25 * input.honoured.value + 20 * input.fairness.value
      + 15 * input.trust.value + 10 * input.settled.value
    let management = rdiv(sum, 100)
    trace.step("management", management)
    return BasisPoints(management)
  }
}
