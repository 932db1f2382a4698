/// EQ7: the price at which a domestic-content rule weighs a foreign offer; the lowest evaluated
/// price wins.
package enum BuyNational: Equation {
  /// Political capital that taking another than the lowest evaluated offer costs; bp.
  package static let overrideCost: BasisPoints = 400

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Offered price; $k.
    package var price: Money
    /// Domestic content of the offer; bp.
    package var content: BasisPoints
    /// BNt, content that counts as domestic; bp.
    package var threshold: BasisPoints
    /// BNp, addition for a foreign offer; bp.
    package var penalty: BasisPoints
    /// A reciprocal procurement or domestic-source status waives the rule.
    package var waived: Bool

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      price: Money, content: BasisPoints, threshold: BasisPoints, penalty: BasisPoints, waived: Bool
    ) {
      self.price = price
      self.content = content
      self.threshold = threshold
      self.penalty = penalty
      self.waived = waived
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Money {
    let isDomestic = input.waived || input.content >= input.threshold
    let factor = isDomestic ? 10_000 : 10_000 + input.penalty.value
    trace.step("factor", factor)
    let evaluated = mb(input.price.value, factor)
    trace.step("evaluated", evaluated)
    return Money(evaluated)
  }
}
