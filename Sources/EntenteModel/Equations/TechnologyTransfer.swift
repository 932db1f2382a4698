/// EQ15: readiness absorbed from one partner in a turn, bp: a part of the distance to it, as deep
/// as the agreement and as good as the organisation.
package enum TechnologyTransfer: Equation {
  /// Depth of licensed production; bp a turn.
  package static let licensedProduction: BasisPoints = 300
  /// Depth of a shallow transfer; bp a turn.
  package static let shallow: BasisPoints = 400
  /// Depth of a joint accelerator; bp a turn.
  package static let accelerator: BasisPoints = 500
  /// Depth of joint development; bp a turn.
  package static let jointDevelopment: BasisPoints = 800
  /// Depth of a deep transfer; bp a turn.
  package static let deep: BasisPoints = 1_000
  /// The depths of one state and domain together count at most this; bp a turn.
  package static let depthMax: BasisPoints = 2_000

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// TR; bp.
    package var readiness: BasisPoints
    /// TR_p; bp.
    package var partnerReadiness: BasisPoints
    /// Depth of the agreement this turn; 0...2000 bp.
    package var depth: BasisPoints
    /// ORG; bp.
    package var organisation: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      readiness: BasisPoints, partnerReadiness: BasisPoints, depth: BasisPoints,
      organisation: BasisPoints
    ) {
      self.readiness = readiness
      self.partnerReadiness = partnerReadiness
      self.depth = depth
      self.organisation = organisation
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let distance = max(0, input.partnerReadiness.value - input.readiness.value)
    trace.step("distance", distance)
    let offered = mb(distance, input.depth.value)
    trace.step("offered", offered)
    let gain = mb(offered, input.organisation.value)
    trace.step("gain", gain)
    return BasisPoints(gain)
  }
}
