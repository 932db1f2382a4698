/// EQ29, `F`: how closely a group is tied, the mean depth of its pairs; bp.
package enum GroupFormation: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// D of each pair; at least one.
    package var depths: [BasisPoints]

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(depths: [BasisPoints]) {
      self.depths = depths
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    precondition(!input.depths.isEmpty, "a group has a pair")
    let sum = input.depths.reduce(0) { $0 + $1.value }
    let formation = rdiv(sum, input.depths.count)
    trace.step("formation", formation)
    return BasisPoints(formation)
  }

  /// The turns from the first signature among the members to the first detection (same turn is 0).
  package static func speed(firstSignature: Int, firstDetection: Int) -> Int {
    firstDetection - firstSignature
  }
}
