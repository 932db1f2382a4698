/// Section 2.5, `B0`: twice the square root of military expenditure, so that small teams can play
/// beside large ones; million game dollars.
package enum TurnBudget: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Military expenditure; 0 or more million dollars.
    package var expenditure: Int

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(expenditure: Int) {
      self.expenditure = expenditure
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Int {
    let root = isqrt(input.expenditure)
    trace.step("root", root)
    let budget = 2 * root
    trace.step("budget", budget)
    return budget
  }
}
