/// EQ3, `RF`: overhead spread over the actual rate; 8500...16000 bp, below 10000 when a line
/// makes more than planned.
package enum RateFactor: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// fx, share of fixed cost; bp.
    package var fixedShare: BasisPoints
    /// nom, agreed rate of the line; mU a turn.
    package var nominal: Lots
    /// act, output of this turn; 1 mU or more.
    package var actual: Lots

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(fixedShare: BasisPoints, nominal: Lots, actual: Lots) {
      self.fixedShare = fixedShare
      self.nominal = nominal
      self.actual = actual
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    precondition(input.actual.value >= 1, "without output there is no unit cost")
    let spread = rdiv(
      input.fixedShare.value * (input.nominal.value - input.actual.value), input.actual.value)
    trace.step("spread", spread)
    let factor = clamp(10_000 + spread, 8_500, 16_000)
    trace.step("factor", factor)
    return BasisPoints(factor)
  }
}
