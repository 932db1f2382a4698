/// EQ19, DATA: what two states can show each other; bp. Capped by a security agreement, by
/// sharing under one with trust both ways, and by 1000 above the technical layer.
package enum DataInteroperability: Equation {
  /// Trust both ways from which sharing counts.
  package static let trustForSharing: BasisPoints = 6_500

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// DATA at the start of the turn; bp.
    package var value: BasisPoints
    /// TECH of this turn, already new; bp.
    package var technical: BasisPoints
    /// A gsoia is in effect.
    package var securityAgreement: Bool
    /// An infoshare is in effect.
    package var sharing: Bool
    /// TRU of one in the other; bp.
    package var trust: BasisPoints
    /// TRU of the other in the one; bp.
    package var trustBack: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      value: BasisPoints, technical: BasisPoints, securityAgreement: Bool, sharing: Bool,
      trust: BasisPoints, trustBack: BasisPoints
    ) {
      self.value = value
      self.technical = technical
      self.securityAgreement = securityAgreement
      self.sharing = sharing
      self.trust = trust
      self.trustBack = trustBack
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let shares =
      input.securityAgreement && input.sharing
      && min(input.trust, input.trustBack) >= trustForSharing
    let agreed = shares ? 9_000 : input.securityAgreement ? 6_000 : 2_000
    trace.step("agreed", agreed)
    let cap = min(agreed, input.technical.value + 1_000)
    trace.step("cap", cap)
    let value = InteroperabilityLayer.approach(input.value.value, cap: cap, rate: 1_500)
    trace.step("value", value)
    return BasisPoints(value)
  }
}
