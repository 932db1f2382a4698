/// EQ21, `LEAK`: how close a programme is to leaking; grows with holders, sensitivity and fusion,
/// less with security. Fires at 10000 and falls back to 2000.
package enum LeakMeter: Equation {
  /// The meter fires when it reaches this.
  package static let firesAt: BasisPoints = 10_000
  /// Where the meter stands after it fired.
  package static let fallsTo: BasisPoints = 2_000
  /// What a leak adds to ADV of the domain.
  package static let adversaryGain: BasisPoints = 600
  /// What a leak does to the others' trust in the holder with the least security.
  package static let blame: BasisPoints = -800
  /// Political capital a leak costs that holder.
  package static let blameCapital: BasisPoints = 500

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// LEAK before; 0...9999 bp.
    package var meter: BasisPoints
    /// States that hold know-how; 1 or more.
    package var holders: Int
    /// 0...4.
    package var sensitivity: Int
    /// Mean SEC of the holders; bp.
    package var meanSecurity: BasisPoints
    /// Mean MCFm of holders with posture MCF; bp.
    package var meanMaturity: BasisPoints
    /// Added by small rules; bp.
    package var extra: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      meter: BasisPoints, holders: Int, sensitivity: Int, meanSecurity: BasisPoints,
      meanMaturity: BasisPoints, extra: BasisPoints = 0
    ) {
      self.meter = meter
      self.holders = holders
      self.sensitivity = sensitivity
      self.meanSecurity = meanSecurity
      self.meanMaturity = meanMaturity
      self.extra = extra
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// What the turn added, small rules included; bp.
    package var increment: BasisPoints
    /// LEAK afterwards; bp.
    package var meter: BasisPoints
    /// It reached 10000.
    package var fired: Bool
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    let exposure =
      120 * (input.holders - 1) * input.sensitivity
      + mb(600, input.meanMaturity.value)
    trace.step("exposure", exposure)
    let guarded = mb(exposure, 10_000 - mb(input.meanSecurity.value, 8_000))
    trace.step("guarded", guarded)
    let increment = guarded + input.extra.value
    trace.step("increment", increment)
    let raised = input.meter.value + increment
    let fired = raised >= firesAt.value
    let meter = fired ? fallsTo.value : raised
    trace.step("meter", meter)
    return Output(
      increment: BasisPoints(increment), meter: BasisPoints(meter), fired: fired)
  }
}
