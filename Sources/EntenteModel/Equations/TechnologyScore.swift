/// EQ31, `TECH`: twice the mean gain of readiness around 5000; bp.
package enum TechnologyScore: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// TR by domain at the start; bp, at least one.
    package var start: [BasisPoints]
    /// TR by domain now; bp, as many.
    package var end: [BasisPoints]

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(start: [BasisPoints], end: [BasisPoints]) {
      self.start = start
      self.end = end
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    precondition(
      !input.start.isEmpty && input.start.count == input.end.count, "the same domains twice")
    let sum = zip(input.start, input.end).reduce(0) { $0 + $1.1.value - $1.0.value }
    let mean = rdiv(sum, input.start.count)
    trace.step("meanGain", mean)
    let score = clamp(5_000 + 2 * mean, 0, 10_000)
    trace.step("score", score)
    return BasisPoints(score)
  }
}
