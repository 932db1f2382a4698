/// EQ24, `GAP`: pressure that readiness, partners (at most 4000) and asymmetric means leave open;
/// bp.
package enum SecurityGap: Equation {
  /// Partners together count at most this.
  package static let supportMax: BasisPoints = 4_000

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// TH of the theatre; bp.
    package var threat: BasisPoints
    /// EXP of the state to it; bp.
    package var exposure: BasisPoints
    /// RDY; bp.
    package var readiness: BasisPoints
    /// Sum of the partners' contributions; bp.
    package var contributed: BasisPoints
    /// ASYM; 0...1500 bp.
    package var asymmetric: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      threat: BasisPoints, exposure: BasisPoints, readiness: BasisPoints, contributed: BasisPoints,
      asymmetric: BasisPoints
    ) {
      self.threat = threat
      self.exposure = exposure
      self.readiness = readiness
      self.contributed = contributed
      self.asymmetric = asymmetric
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// mb(TH,EXP); bp.
    package var pressure: BasisPoints
    /// Partners together, capped; bp.
    package var support: BasisPoints
    /// GAP; bp.
    package var gap: BasisPoints
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    let pressure = input.threat.scaled(by: input.exposure)
    trace.step("pressure", pressure.value)
    let support = min(supportMax, input.contributed)
    trace.step("support", support.value)
    let gap = max(0, pressure - input.readiness - support - input.asymmetric)
    trace.step("gap", gap.value)
    return Output(pressure: pressure, support: support, gap: gap)
  }
}
