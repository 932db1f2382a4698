/// EQ22, `TRU`: trust of one state in another after a turn; bp. It drifts by a fiftieth towards a
/// baseline that shared values set, then all events of the turn are added, then one clamp. Shocks
/// after Snyder's logic of abandonment and Kinne 2018.
package enum Trust: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// TRU at the start of the turn; bp.
    package var trust: BasisPoints
    /// VAL of the pair; bp.
    package var affinity: BasisPoints
    /// What happened.
    package var events: TrustEvents

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(trust: BasisPoints, affinity: BasisPoints, events: TrustEvents) {
      self.trust = trust
      self.affinity = affinity
      self.events = events
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    let baseline = 3_000 + mb(4_000, input.affinity.value)
    trace.step("baseline", baseline)
    let drifted = input.trust.value + mb(baseline - input.trust.value, 200)
    trace.step("drifted", drifted)
    let change = input.events.change
    trace.step("events", change)
    let trust = clamp(drifted + change, 0, 10_000)
    trace.step("trust", trust)
    return BasisPoints(trust)
  }
}
