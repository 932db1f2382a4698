/// EQ4, `e`: the workshare that follows ability, `lrm(10000, IC*TR)`; one entry a partner, sum
/// 10000 bp.
package enum EfficientWorkshare: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// IC of each partner in the programme's sector; cu.
    package var capacity: [CapacityUnits]
    /// TR of each partner in the programme's domain; bp, as many as `capacity`.
    package var readiness: [BasisPoints]

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(capacity: [CapacityUnits], readiness: [BasisPoints]) {
      self.capacity = capacity
      self.readiness = readiness
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> [BasisPoints] {
    precondition(input.capacity.count == input.readiness.count, "a readiness for each capacity")
    let shares = lrm(
      10_000, zip(input.capacity, input.readiness).map { $0.value * $1.value })
    for share in shares { trace.step("share", share) }
    return shares.map { BasisPoints($0) }
  }
}
