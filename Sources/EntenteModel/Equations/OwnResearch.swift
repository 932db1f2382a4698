/// EQ14: readiness gained by own research, bp. Diminishing returns on money, less the closer the
/// domain is to the frontier, more with a good organisation; halved where a state without a civil
/// posture repeats what its civil sector already has.
package enum OwnResearch: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Money for the domain this turn; $k.
    package var spend: Money
    /// TR; bp.
    package var readiness: BasisPoints
    /// ORG; bp.
    package var organisation: BasisPoints
    /// CT of the domain; bp.
    package var civil: BasisPoints
    /// MCFp.
    package var posture: Posture

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      spend: Money, readiness: BasisPoints, organisation: BasisPoints, civil: BasisPoints,
      posture: Posture
    ) {
      self.spend = spend
      self.readiness = readiness
      self.organisation = organisation
      self.civil = civil
      self.posture = posture
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    var effort = min(1_200, 20 * isqrt(fdiv(input.spend.value, 100)))
    trace.step("effort", effort)
    if input.posture == .none && input.civil.value > input.readiness.value + 500 {
      effort = rdiv(effort, 2)
      trace.step("duplicating", effort)
    }
    let open = mb(effort, 10_000 - input.readiness.value)
    trace.step("open", open)
    let gain = mb(open, 5_000 + rdiv(input.organisation.value, 2))
    trace.step("gain", gain)
    return BasisPoints(gain)
  }
}
