/// EQ31, `COST`: savings against stand-alone prices around 5000; bp. Nothing bought scores 5000.
package enum CostScore: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// BASE, the same units priced alone; $k.
    package var baseline: Money
    /// ACT, money paid for them; $k.
    package var actual: Money

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(baseline: Money, actual: Money) {
      self.baseline = baseline
      self.actual = actual
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let baseline = input.baseline.value
    guard baseline > 0 else {
      trace.step("score", 5_000)
      return 5_000
    }
    let saving = rdiv((baseline - input.actual.value) * 10_000, baseline)
    trace.step("saving", saving)
    let score = clamp(5_000 + saving, 0, 10_000)
    trace.step("score", score)
    return BasisPoints(score)
  }
}
