/// EQ24, `RDY`: readiness against a type of threat; bp. Adequacy by sector, weighted with the row
/// of the threat matrix, between half and whole as procedures allow.
package enum Readiness: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// A_k by sector; bp.
    package var adequacy: [BasisPoints]
    /// w_k by sector; bp.
    package var weights: [BasisPoints]
    /// Mean PROC over the state's pairs; bp.
    package var procedural: BasisPoints
    /// TR in CYB, which a hybrid threat counts beside the sectors; bp.
    package var cyber: BasisPoints
    /// Its weight; the weights sum to 10000 bp.
    package var cyberWeight: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      adequacy: [BasisPoints], weights: [BasisPoints], procedural: BasisPoints,
      cyber: BasisPoints = 0, cyberWeight: BasisPoints = 0
    ) {
      self.adequacy = adequacy
      self.weights = weights
      self.procedural = procedural
      self.cyber = cyber
      self.cyberWeight = cyberWeight
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    precondition(input.adequacy.count == input.weights.count, "a weight for each adequacy")
    var means = rdiv(input.cyber.value * input.cyberWeight.value, 10_000)
    for (adequacy, weight) in zip(input.adequacy, input.weights) {
      let term = rdiv(adequacy.value * weight.value, 10_000)
      trace.step("term", term)
      means += term
    }
    trace.step("means", means)
    let readiness = mb(means, 5_000 + rdiv(input.procedural.value, 2))
    trace.step("readiness", readiness)
    return BasisPoints(readiness)
  }
}
