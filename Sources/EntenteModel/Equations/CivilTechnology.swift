/// EQ16: readiness gained from civil technology, bp. Cooperation (CIMIC) adapts what exists,
/// early and up to 70% of the civil level; fusion (MCF) goes on to the whole of it, as fast as
/// its institutions are mature, and both are held back by entry barriers.
///
/// Maturity rises by 800 in a turn whose institutions are paid, after it was used.
package enum CivilTechnology: Equation {
  /// Part of the civil level that CIMIC can reach.
  package static let ceiling: BasisPoints = 7_000
  /// Rise of MCFm in a turn that is paid for.
  package static let maturityStep: BasisPoints = 800

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// MCFp.
    package var posture: Posture
    /// TR at the start of the turn; bp.
    package var readiness: BasisPoints
    /// CT of the domain; bp.
    package var civil: BasisPoints
    /// EB of EQ17; bp.
    package var barrier: BasisPoints
    /// MCFm; bp.
    package var maturity: BasisPoints
    /// PNP; bp.
    package var plugAndPlay: BasisPoints
    /// The first turn of CIMIC: one-off of the parts that fit at once.
    package var firstAdoption: Bool
    /// The institutions of MCF are paid this turn.
    package var funded: Bool

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      posture: Posture, readiness: BasisPoints, civil: BasisPoints, barrier: BasisPoints,
      maturity: BasisPoints, plugAndPlay: BasisPoints, firstAdoption: Bool, funded: Bool
    ) {
      self.posture = posture
      self.readiness = readiness
      self.civil = civil
      self.barrier = barrier
      self.maturity = maturity
      self.plugAndPlay = plugAndPlay
      self.firstAdoption = firstAdoption
      self.funded = funded
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// Added to TR; bp.
    package var gain: BasisPoints
    /// MCFm afterwards; bp.
    package var maturity: BasisPoints
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    let entry = 10_000 - input.barrier.value
    var gain = 0
    var maturity = input.maturity.value
    switch input.posture {
    case .none:
      break
    case .cimic:
      let distance = max(0, mb(input.civil.value, ceiling.value) - input.readiness.value)
      trace.step("distance", distance)
      gain = mb(mb(distance, 2_500), entry)
      trace.step("yearly", gain)
      if input.firstAdoption {
        let once = mb(distance, input.plugAndPlay.value)
        trace.step("once", once)
        gain += once
      }
    case .mcf:
      let distance = max(0, input.civil.value - input.readiness.value)
      trace.step("distance", distance)
      let rate = mb(5_000, maturity)
      trace.step("rate", rate)
      gain = mb(mb(distance, rate), entry)
      if input.funded { maturity = min(10_000, maturity + maturityStep.value) }
    }
    trace.step("gain", gain)
    trace.step("maturity", maturity)
    return Output(gain: BasisPoints(gain), maturity: BasisPoints(maturity))
  }

  /// Spin-off under MCF: what own military research adds to CT, `mb(gain, 2000)`.
  package static func spinOff(ofResearchGain gain: BasisPoints) -> BasisPoints {
    gain.scaled(by: 2_000)
  }
}
