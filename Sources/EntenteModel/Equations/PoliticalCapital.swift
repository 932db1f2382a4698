/// EQ23, `PC`: political capital after a turn; 0...10000 bp.
package enum PoliticalCapital: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// PC before; bp.
    package var capital: BasisPoints
    /// Value of work at home this turn; $k.
    package var domesticWork: Money
    /// TH of the most exposed theatre; bp.
    package var threat: BasisPoints
    /// What was spent this turn; bp.
    package var spent: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(capital: BasisPoints, domesticWork: Money, threat: BasisPoints, spent: BasisPoints)
    {
      self.capital = capital
      self.domesticWork = domesticWork
      self.threat = threat
      self.spent = spent
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let income = income(domesticWork: input.domesticWork, threat: input.threat)
    trace.step("income", income.value)
    let capital = clamp(input.capital.value + income.value - input.spent.value, 0, 10_000)
    trace.step("capital", capital)
    return BasisPoints(capital)
  }

  /// What a turn brings: 150, up to 300 for work at home, up to 200 for the threat; bp.
  package static func income(domesticWork: Money, threat: BasisPoints) -> BasisPoints {
    BasisPoints(150 + min(300, fdiv(domesticWork.value, 5_000)) + mb(200, threat.value))
  }
}
