/// EQ1, `lcf(q,s)`: cost of the unit after a cumulative quantity, in millionths of the first
/// unit.
///
/// Exact at powers of two, where each doubling multiplies by the slope; a chord between them, at
/// most 1.7% too high at 85%. Slopes of defence programmes: Hogan et al. 2020.
package enum LearningCurve: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// q, cumulative units; 1 or more.
    package var quantity: Int
    /// s, cost left after a doubling; 5000...10000 bp.
    package var slope: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(quantity: Int, slope: BasisPoints) {
      self.quantity = quantity
      self.slope = slope
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Int {
    precondition(input.quantity >= 1, "a cumulative quantity starts at 1")
    var atPower = 1_000_000
    var power = 1
    while power * 2 <= input.quantity {
      atPower = rdiv(atPower * input.slope.value, 10_000)
      power *= 2
    }
    let atNextPower = rdiv(atPower * input.slope.value, 10_000)
    let factor = atPower - rdiv((atPower - atNextPower) * (input.quantity - power), power)
    trace.step("power", power)
    trace.step("atPower", atPower)
    trace.step("atNextPower", atNextPower)
    trace.step("factor", factor)
    return factor
  }

  /// The factor in millionths, without steps.
  package static func factor(quantity: Int, slope: BasisPoints) -> Int {
    evaluate(Input(quantity: quantity, slope: slope))
  }
}
