/// EQ31, `ECON`: work at home, exports and spin-off against the reference of the state; bp.
package enum EconomyScore: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// JOBS, domestic work of the game; $k.
    package var jobs: Money
    /// EXPORTS; $k.
    package var exports: Money
    /// SPIN; $k.
    package var spinOff: Money
    /// ECONREF; 1 $k or more.
    package var reference: Money

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(jobs: Money, exports: Money, spinOff: Money, reference: Money) {
      self.jobs = jobs
      self.exports = exports
      self.spinOff = spinOff
      self.reference = reference
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    precondition(input.reference.value > 0, "a reference above 0")
    let sum = input.jobs.value + input.exports.value + input.spinOff.value
    trace.step("sum", sum)
    let score = clamp(rdiv(10_000 * sum, input.reference.value), 0, 10_000)
    trace.step("score", score)
    return BasisPoints(score)
  }
}
