/// EQ19, TECH: what equipment can exchange; bp. Capped by a common standard and by the share of
/// common equipment. Layers after LISI and PAID.
package enum TechnicalInteroperability: Equation {
  /// Part of the distance to the cap gained in a turn.
  package static let nominalRate: BasisPoints = 2_000

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// TECH at the start of the turn; bp.
    package var value: BasisPoints
    /// A standard is in effect for the pair.
    package var standard: Bool
    /// Common-equipment share of the pair; bp.
    package var commonEquipment: BasisPoints
    /// Part of the distance gained; bp.
    package var rate: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      value: BasisPoints, standard: Bool, commonEquipment: BasisPoints,
      rate: BasisPoints = TechnicalInteroperability.nominalRate
    ) {
      self.value = value
      self.standard = standard
      self.commonEquipment = commonEquipment
      self.rate = rate
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let cap = (input.standard ? 7_000 : 2_000) + mb(3_000, input.commonEquipment.value)
    trace.step("cap", cap)
    let value = InteroperabilityLayer.approach(
      input.value.value, cap: cap, rate: input.rate.value)
    trace.step("value", value)
    return BasisPoints(value)
  }
}
