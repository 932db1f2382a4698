/// EQ26, `ADV`: adversary technology in a domain after a turn; bp. It grows by itself, faster in
/// a close bloc, and by leaks.
package enum AdversaryTechnology: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// ADV before; bp.
    package var level: BasisPoints
    /// NL; bp.
    package var cohesion: BasisPoints
    /// Sum of leaks of the turn; bp.
    package var leaks: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(level: BasisPoints, cohesion: BasisPoints, leaks: BasisPoints) {
      self.level = level
      self.cohesion = cohesion
      self.leaks = leaks
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let growth = 120 + mb(80, input.cohesion.value)
    trace.step("growth", growth)
    let level = clamp(input.level.value + growth + input.leaks.value, 0, 10_000)
    trace.step("level", level)
    return BasisPoints(level)
  }
}
