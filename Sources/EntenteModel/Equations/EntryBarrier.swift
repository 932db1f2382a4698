/// EQ17, `EB`: how hard it is for a civil firm to work for defence; bp. Weights 25, 20, 15, 15,
/// 15, 10 for tenders, sales cycle, security compliance, commercial rights, infrastructure,
/// non-commercial environment.
package enum EntryBarrier: Equation {
  /// Weights of the six barriers; sum 100.
  package static let weights = [25, 20, 15, 15, 15, 10]

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// EB1...EB6 in that order; bp.
    package var barriers: [BasisPoints]

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(barriers: [BasisPoints]) {
      self.barriers = barriers
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    precondition(input.barriers.count == weights.count, "six barriers")
    var sum = 0
    for (weight, barrier) in zip(weights, input.barriers) { sum += weight * barrier.value }
    trace.step("sum", sum)
    let barrier = rdiv(sum, 100)
    trace.step("barrier", barrier)
    return BasisPoints(barrier)
  }
}
