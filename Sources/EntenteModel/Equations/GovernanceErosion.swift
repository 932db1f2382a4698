/// EQ27, `ETH`: erosion of civil control; bp. Fusion in artificial intelligence or data without a
/// framework raises it by 150 (75 with one), loose human control by 100, a closed regime by 50;
/// without any cause it falls by 50.
package enum GovernanceErosion: Equation {
  /// Growth of a closed regime a turn.
  package static let closedRegime: BasisPoints = 50
  /// Growth of a hybrid regime a turn.
  package static let hybridRegime: BasisPoints = 20
  /// Above this the meter costs political capital and values.
  package static let threshold: BasisPoints = 5_000
  /// Political capital a meter above the threshold costs a turn.
  package static let capitalLoss: BasisPoints = 200

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// ETH before; bp.
    package var meter: BasisPoints
    /// Posture MCF with AI or DAT in play.
    package var fusion: Bool
    /// A framework is in effect.
    package var framework: Bool
    /// Human control is loose.
    package var looseControl: Bool
    /// Growth of the regime's kind; bp.
    package var regimeGrowth: BasisPoints
    /// Human control is strict: causes add nothing this turn.
    package var strictControl: Bool

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      meter: BasisPoints, fusion: Bool, framework: Bool, looseControl: Bool,
      regimeGrowth: BasisPoints = 0, strictControl: Bool = false
    ) {
      self.meter = meter
      self.fusion = fusion
      self.framework = framework
      self.looseControl = looseControl
      self.regimeGrowth = regimeGrowth
      self.strictControl = strictControl
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    var growth = input.regimeGrowth.value
    if input.fusion { growth += input.framework ? 75 : 150 }
    if input.looseControl { growth += 100 }
    trace.step("growth", growth)
    let change = growth == 0 ? -50 : input.strictControl ? 0 : growth
    trace.step("change", change)
    let meter = clamp(input.meter.value + change, 0, 10_000)
    trace.step("meter", meter)
    return BasisPoints(meter)
  }
}
