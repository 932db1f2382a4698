/// EQ24: what one partner adds to a state's readiness; bp. The partner's readiness counts as far
/// as it is postured, interoperable and trusted.
package enum PartnerContribution: Equation {
  /// Posture of a partner without an arrangement.
  package static let nominalPosture: BasisPoints = 500

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// RDY_p; bp.
    package var readiness: BasisPoints
    /// Part of it that is there for the state; 500 without an arrangement; bp.
    package var posture: BasisPoints
    /// C of the pair; bp.
    package var composite: BasisPoints
    /// TRU of the state in the partner; bp.
    package var trust: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      readiness: BasisPoints, posture: BasisPoints, composite: BasisPoints, trust: BasisPoints
    ) {
      self.readiness = readiness
      self.posture = posture
      self.composite = composite
      self.trust = trust
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let postured = mb(input.readiness.value, input.posture.value)
    trace.step("postured", postured)
    let usable = mb(postured, input.composite.value)
    trace.step("usable", usable)
    let contribution = mb(usable, input.trust.value)
    trace.step("contribution", contribution)
    return BasisPoints(contribution)
  }
}
