/// EQ2, `c`: unit cost of a line in $k. Learning over the quantity that counts (`Qe`), then the
/// factors of rate (RF), collaboration (CP), licence (LP) and surge (SX), one after another, each
/// rounded.
package enum UnitCost: Equation {
  /// SX of a line in a surge.
  package static let surge: BasisPoints = 12_000

  /// Commonality of two lines of the same configuration.
  package static let sameConfiguration: BasisPoints = 9_000
  /// Commonality with a national variant.
  package static let nationalVariant: BasisPoints = 5_000
  /// Commonality of separate designs.
  package static let separateConfiguration: BasisPoints = 0

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// C0, list price of one unit; 0 or more $k.
    package var listCost: Money
    /// Q0, the quantity the list price is quoted at; 1 or more.
    package var listQuantity: Int
    /// Qe, see `effectiveQuantity(own:pooled:)`; 1 or more.
    package var effectiveQuantity: Int
    /// s, learning slope; 5000...10000 bp.
    package var slope: BasisPoints
    /// RF of EQ3; bp.
    package var rateFactor: BasisPoints
    /// CP of EQ4; bp.
    package var collaborationPremium: BasisPoints
    /// LP of EQ6; bp.
    package var licencePremium: BasisPoints
    /// SX, 12000 in a surge; bp.
    package var surgeFactor: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      listCost: Money, listQuantity: Int, effectiveQuantity: Int, slope: BasisPoints,
      rateFactor: BasisPoints = 10_000, collaborationPremium: BasisPoints = 10_000,
      licencePremium: BasisPoints = 10_000, surgeFactor: BasisPoints = 10_000
    ) {
      self.listCost = listCost
      self.listQuantity = listQuantity
      self.effectiveQuantity = effectiveQuantity
      self.slope = slope
      self.rateFactor = rateFactor
      self.collaborationPremium = collaborationPremium
      self.licencePremium = licencePremium
      self.surgeFactor = surgeFactor
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Money {
    var cost = learned(
      listCost: input.listCost, listQuantity: input.listQuantity,
      quantity: input.effectiveQuantity, slope: input.slope
    ).value
    trace.step("learning", cost)
    cost = scaled(cost, by: input.rateFactor)
    trace.step("rate", cost)
    cost = scaled(cost, by: input.collaborationPremium)
    trace.step("collaboration", cost)
    cost = scaled(cost, by: input.licencePremium)
    trace.step("licence", cost)
    cost = scaled(cost, by: input.surgeFactor)
    trace.step("surge", cost)
    return Money(cost)
  }

  /// Units of partner lines as they count here: `mb(Qpartners, com)`. Partners of different
  /// commonality are pooled apart and added.
  package static func pooled(_ quantity: Int, commonality: BasisPoints) -> Int {
    mb(quantity, commonality.value)
  }

  /// `Qe`, whole units that have taught this line: its own and the pooled ones, at least 1.
  package static func effectiveQuantity(own: Int, pooled: Int) -> Int { max(1, own + pooled) }

  /// List price moved along the learning curve from `Q0` to `quantity`:
  /// `rdiv(C0*lcf(q,s), lcf(Q0,s))`. Also the stand-alone price of EQ31.
  package static func learned(
    listCost: Money, listQuantity: Int, quantity: Int, slope: BasisPoints
  ) -> Money {
    let factor = LearningCurve.factor(quantity: quantity, slope: slope)
    let listFactor = LearningCurve.factor(quantity: listQuantity, slope: slope)
    return Money(rdiv(listCost.value * factor, listFactor))
  }

  /// `mb` in full width: a first unit priced off a list quantity of a million is 10^14 $k, and four
  /// factors on it pass 64 bits before the division brings it back.
  private static func scaled(_ cost: Int, by factor: BasisPoints) -> Int {
    precondition(cost >= 0 && factor.value >= 0, "costs and factors are 0 or more")
    let product = UInt(cost).multipliedFullWidth(by: UInt(factor.value))
    let (low, carry) = product.low.addingReportingOverflow(5_000)
    let rounded = (high: product.high + (carry ? 1 : 0), low: low)
    return Int(UInt(10_000).dividingFullWidth(rounded).quotient)
  }
}
