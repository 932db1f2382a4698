/// EQ5, `DEVF`: collaborative development costs `sqrt(n)` times as much, scaled by governance
/// (Hartley's square-root rule), and each partner pays its share.
package enum DevelopmentCost: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// DEV, cost of developing alone; $k.
    package var cost: Money
    /// n; 1 or more.
    package var partners: Int
    /// Who decides; sets gd.
    package var governance: Governance
    /// The paying partner's share; bp.
    package var share: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(cost: Money, partners: Int, governance: Governance, share: BasisPoints) {
      self.cost = cost
      self.partners = partners
      self.governance = governance
      self.share = share
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// DEVF; bp, from 10000.
    package var factor: BasisPoints
    /// The whole programme; $k.
    package var total: Money
    /// What this partner pays; $k.
    package var payment: Money
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    let factor = factor(partners: input.partners, governance: input.governance)
    trace.step("factor", factor.value)
    let total = input.cost.scaled(by: factor)
    trace.step("total", total.value)
    let payment = total.scaled(by: input.share)
    trace.step("payment", payment.value)
    return Output(factor: factor, total: total, payment: payment)
  }

  /// `DEVF` alone, for `partners` (1 or more).
  package static func factor(partners: Int, governance: Governance) -> BasisPoints {
    precondition(partners >= 1, "somebody develops")
    let root = isqrt(partners * 100_000_000)
    return BasisPoints(10_000 + mb(root - 10_000, governance.developmentDrag.value))
  }

  /// A development fails before it costs anything when the partners' best readiness in the domain
  /// is below the project's threshold.
  package static func isFeasible(bestReadiness: BasisPoints, threshold: BasisPoints) -> Bool {
    bestReadiness >= threshold
  }
}
