/// EQ19, LOG: how far two states can supply each other; bp. Capped by agreement and by 2000 above
/// the technical layer.
package enum LogisticInteroperability: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// LOG at the start of the turn; bp.
    package var value: BasisPoints
    /// TECH of this turn, already new; bp.
    package var technical: BasisPoints
    /// What is in effect.
    package var agreement: LogisticAgreement

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(value: BasisPoints, technical: BasisPoints, agreement: LogisticAgreement) {
      self.value = value
      self.technical = technical
      self.agreement = agreement
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let cap = min(input.agreement.cap, input.technical.value + 2_000)
    trace.step("cap", cap)
    let value = InteroperabilityLayer.approach(input.value.value, cap: cap, rate: 1_500)
    trace.step("value", value)
    return BasisPoints(value)
  }
}
