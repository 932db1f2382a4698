/// EQ23: political capital a ratification costs; bp. Threat makes it cheaper, and so do common
/// partners (triadic closure, Kinne 2018).
package enum RatificationCost: Equation {
  /// Political capital that must be left after paying.
  package static let reserve: BasisPoints = 500

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Class of the deal for the state.
    package var ratificationClass: RatificationClass
    /// TH of its most exposed theatre; bp.
    package var threat: BasisPoints
    /// States bound with it and with another party; 0 or more.
    package var commonPartners: Int

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(ratificationClass: RatificationClass, threat: BasisPoints, commonPartners: Int) {
      self.ratificationClass = ratificationClass
      self.threat = threat
      self.commonPartners = commonPartners
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let base: Int
    switch input.ratificationClass {
    case .a: base = 0
    case .b: base = 600
    case .c: base = 1_800
    }
    trace.step("base", base)
    let factor =
      10_000 - mb(3_000, input.threat.value) - min(1_500, 500 * input.commonPartners)
    trace.step("factor", factor)
    let cost = mb(base, factor)
    trace.step("cost", cost)
    return BasisPoints(cost)
  }
}
