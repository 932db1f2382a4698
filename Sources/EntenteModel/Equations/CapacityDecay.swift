/// EQ11: capacity lost in a turn by a sector that works below 40%; cu.
package enum CapacityDecay: Equation {
  /// Use below which a sector decays.
  package static let threshold: BasisPoints = 4_000
  /// Use below which a line idles, and the turns after which it closes.
  package static let idleThreshold: BasisPoints = 2_000
  /// Turns below `idleThreshold` in a row after which a line closes.
  package static let idleTurnsMax = 4

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// IC; cu.
    package var capacity: CapacityUnits
    /// UT; bp.
    package var utilisation: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(capacity: CapacityUnits, utilisation: BasisPoints) {
      self.capacity = capacity
      self.utilisation = utilisation
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> CapacityUnits {
    let loss = input.utilisation < threshold ? mb(input.capacity.value, 300) : 0
    trace.step("loss", loss)
    return CapacityUnits(loss)
  }
}
