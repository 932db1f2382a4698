/// EQ13, `FRG`: concentrations weighted with how critical each input is, `sum_j mb(crit_j,
/// HHI_j)`; bp, above 10000 where the criticalities sum to more.
package enum Fragility: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// crit of each input; bp.
    package var criticality: [BasisPoints]
    /// HHI of each input; bp.
    package var concentration: [BasisPoints]

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(criticality: [BasisPoints], concentration: [BasisPoints]) {
      self.criticality = criticality
      self.concentration = concentration
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    precondition(input.criticality.count == input.concentration.count, "one index an input")
    var fragility = 0
    for (criticality, concentration) in zip(input.criticality, input.concentration) {
      let term = mb(criticality.value, concentration.value)
      trace.step("term", term)
      fragility += term
    }
    trace.step("fragility", fragility)
    return BasisPoints(fragility)
  }
}
