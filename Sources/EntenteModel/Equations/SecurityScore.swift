/// EQ31, `SEC`: 10000 less the mean gap of the last two turns; bp.
package enum SecurityScore: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// GAP of the last turn; bp.
    package var gap: BasisPoints
    /// GAP of the turn before; nil after one turn.
    package var previousGap: BasisPoints?

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(gap: BasisPoints, previousGap: BasisPoints?) {
      self.gap = gap
      self.previousGap = previousGap
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let mean = input.previousGap.map { rdiv(input.gap.value + $0.value, 2) } ?? input.gap.value
    trace.step("meanGap", mean)
    let score = clamp(10_000 - mean, 0, 10_000)
    trace.step("score", score)
    return BasisPoints(score)
  }
}
