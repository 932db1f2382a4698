/// EQ6, `LP`: what a licensed line costs beyond the original, falling with its own units on an
/// 80% slope; around 10000 bp, below where `lam0` is negative.
///
/// The range of `lam0` keeps the counter-evidence: Japan's licensed F-104 was cheaper (RAND
/// R-450), its PAC-3 much dearer (Japan Times 2005).
package enum LicencePremium: Equation {
  /// Learning slope of a licensee.
  package static let slope: BasisPoints = 8_000

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// lam0, premium of the first unit; -1000...10000 bp.
    package var base: BasisPoints
    /// q = 1 + cumulative units of the licensed line; 1 or more.
    package var unit: Int

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(base: BasisPoints, unit: Int) {
      self.base = base
      self.unit = unit
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let learning = rdiv(LearningCurve.factor(quantity: input.unit, slope: slope), 100)
    trace.step("learning", learning)
    let premium = 10_000 + mb(input.base.value, learning)
    trace.step("premium", premium)
    return BasisPoints(premium)
  }
}
