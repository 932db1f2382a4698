/// EQ24, `A`: stock against requirement; 0...10000 bp. A requirement of 0 is adequate.
package enum Adequacy: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// STK; mU.
    package var stock: Lots
    /// REQ; mU.
    package var requirement: Lots

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(stock: Lots, requirement: Lots) {
      self.stock = stock
      self.requirement = requirement
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let adequacy =
      input.requirement.value == 0
      ? 10_000 : min(10_000, rdiv(10_000 * input.stock.value, input.requirement.value))
    trace.step("adequacy", adequacy)
    return BasisPoints(adequacy)
  }
}
