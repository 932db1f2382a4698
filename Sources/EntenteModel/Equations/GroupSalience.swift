/// EQ29, `S`: how much a group matters; bp. Weights 35, 25, 20, 20.
package enum GroupSalience: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// CD, stock and latent capability that exist because of it; bp.
    package var capability: BasisPoints
    /// TC, part of the gap that partners close; bp.
    package var threatClosed: BasisPoints
    /// ID, mean smallest layer of the pairs; bp.
    package var weakestLayer: BasisPoints
    /// AT, share of budget and political capital committed; bp.
    package var commitment: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      capability: BasisPoints, threatClosed: BasisPoints, weakestLayer: BasisPoints,
      commitment: BasisPoints
    ) {
      self.capability = capability
      self.threatClosed = threatClosed
      self.weakestLayer = weakestLayer
      self.commitment = commitment
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let sum =
      35 * input.capability.value + 25 * input.threatClosed.value
      + 20 * input.weakestLayer.value + 20 * input.commitment.value
    let salience = rdiv(sum, 100)
    trace.step("salience", salience)
    return BasisPoints(salience)
  }
}
