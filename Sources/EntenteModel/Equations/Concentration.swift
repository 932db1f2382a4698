/// EQ13, `HHI`: Herfindahl index over the suppliers a state does not trust (TRU below 6500);
/// 0...10000 bp.
package enum Concentration: Equation {
  /// Trust from which a supplier does not count.
  package static let trustedFrom: BasisPoints = 6_500

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Share of each supplier; sum 10000 bp.
    package var shares: [BasisPoints]
    /// Whether each supplier is trusted.
    package var trusted: [Bool]

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(shares: [BasisPoints], trusted: [Bool]) {
      self.shares = shares
      self.trusted = trusted
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> BasisPoints {
    precondition(input.shares.count == input.trusted.count, "a trust mark for each share")
    var squares = 0
    for (share, trusted) in zip(input.shares, input.trusted) where !trusted {
      squares += share.value * share.value
    }
    trace.step("squares", squares)
    let concentration = rdiv(squares, 10_000)
    trace.step("concentration", concentration)
    return BasisPoints(concentration)
  }
}
