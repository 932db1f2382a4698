/// EQ31, `COL`: how well all states did together, less 200 for each duplicated development;
/// 0...10000 bp. Weights 30, 20, 15, 15, 10, 10.
package enum CollectiveScore: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Mean SEC; bp.
    package var meanSecurity: BasisPoints
    /// Lowest SEC; bp.
    package var minSecurity: BasisPoints
    /// CONF, part of diffusion that stayed inside; bp.
    package var confinement: BasisPoints
    /// PART, workshare of the smaller; bp.
    package var participation: BasisPoints
    /// Lattice index; bp.
    package var lattice: BasisPoints
    /// DAN, delivered at need; bp.
    package var delivered: BasisPoints
    /// DUP, duplicated developments; 0 or more.
    package var duplicated: Int

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      meanSecurity: BasisPoints, minSecurity: BasisPoints, confinement: BasisPoints,
      participation: BasisPoints, lattice: BasisPoints, delivered: BasisPoints, duplicated: Int
    ) {
      self.meanSecurity = meanSecurity
      self.minSecurity = minSecurity
      self.confinement = confinement
      self.participation = participation
      self.lattice = lattice
      self.delivered = delivered
      self.duplicated = duplicated
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let sum =
      30 * input.meanSecurity.value + 20 * input.minSecurity.value
      + 15 * input.confinement.value + 15 * input.participation.value
      + 10 * input.lattice.value + 10 * input.delivered.value
    let whole = rdiv(sum, 100)
    trace.step("whole", whole)
    let score = clamp(whole - 200 * input.duplicated, 0, 10_000)
    trace.step("score", score)
    return BasisPoints(score)
  }
}
