/// EQ25: what a state could build itself, `sum_d mb(omega_d, min(TR_d, ICn_d))`; bp. In each
/// domain the lower of readiness and capacity counts.
package enum OwnLatent: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// omega by domain; bp.
    package var weights: [BasisPoints]
    /// TR by domain; bp.
    package var readiness: [BasisPoints]
    /// ICn of each domain's sector; bp.
    package var capacity: [BasisPoints]

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(weights: [BasisPoints], readiness: [BasisPoints], capacity: [BasisPoints]) {
      self.weights = weights
      self.readiness = readiness
      self.capacity = capacity
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    precondition(
      input.weights.count == input.readiness.count && input.weights.count == input.capacity.count,
      "one weight, readiness and capacity a domain")
    var own = 0
    for index in input.weights.indices {
      let bound = min(input.readiness[index], input.capacity[index])
      let term = mb(input.weights[index].value, bound.value)
      trace.step("term", term)
      own += term
    }
    trace.step("own", own)
    return BasisPoints(own)
  }
}
