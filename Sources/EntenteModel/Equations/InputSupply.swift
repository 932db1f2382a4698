/// EQ13, `supply_j`: what reaches the game of an input in a turn, mU: each supplier's share of
/// the base at its status (10000 normal, 5000 restricted, 0 cut), and what is released from
/// stock.
package enum InputSupply: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Supply of a turn with all suppliers at work; mU.
    package var base: Lots
    /// Share of each supplier; sum 10000 bp.
    package var shares: [BasisPoints]
    /// Status of each supplier; bp.
    package var statuses: [BasisPoints]
    /// From stock; mU.
    package var release: Lots

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(base: Lots, shares: [BasisPoints], statuses: [BasisPoints], release: Lots = 0) {
      self.base = base
      self.shares = shares
      self.statuses = statuses
      self.release = release
    }
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Lots {
    precondition(input.shares.count == input.statuses.count, "a status for each share")
    var supply = input.release.value
    for (share, status) in zip(input.shares, input.statuses) {
      let delivered = mb(mb(input.base.value, share.value), status.value)
      trace.step("delivered", delivered)
      supply += delivered
    }
    trace.step("supply", supply)
    return Lots(supply)
  }
}
