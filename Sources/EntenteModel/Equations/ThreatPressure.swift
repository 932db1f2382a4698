/// EQ26, `TH`: threat pressure of a theatre; 1500...10000 bp. The exercise's path and its events,
/// raised by the adversary's technology, lowered by the most salient group there.
package enum ThreatPressure: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Value of the path this turn; bp.
    package var path: BasisPoints
    /// Sum of running events; bp, may be negative.
    package var inject: BasisPoints
    /// Mean ADV; bp.
    package var adversary: BasisPoints
    /// Highest salience of a group in the theatre, of last turn; bp.
    package var salience: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      path: BasisPoints, inject: BasisPoints, adversary: BasisPoints, salience: BasisPoints
    ) {
      self.path = path
      self.inject = inject
      self.adversary = adversary
      self.salience = salience
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let pushed = mb(600, input.adversary.value)
    trace.step("adversary", pushed)
    let deterred = mb(800, input.salience.value)
    trace.step("deterred", deterred)
    let threat = clamp(
      input.path.value + input.inject.value + pushed - deterred, 1_500, 10_000)
    trace.step("threat", threat)
    return BasisPoints(threat)
  }
}
