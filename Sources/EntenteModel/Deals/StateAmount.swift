/// A number that belongs to a state: a share, a sum, a quantity.
package struct StateAmount: Hashable, Sendable, Codable {
  /// The state whose number it is.
  package var state: StateID
  /// bp, $k or mU.
  package var value: Int

  /// `value` of `state`.
  package init(state: StateID, value: Int) {
    self.state = state
    self.value = value
  }

  /// 10000 bp shared equally among `states` (sorted, at least one), the rest to the lower states.
  package static func equalShares(_ states: [StateID]) -> [StateAmount] {
    zip(states, lrm(10_000, Array(repeating: 1, count: states.count)))
      .map { StateAmount(state: $0, value: $1) }
  }
}

extension [StateAmount] {
  /// The number of `state`, 0 if it is not named.
  package func value(of state: StateID) -> Int { first { $0.state == state }?.value ?? 0 }

  /// The sum over all states; it stops at the largest integer instead of overflowing.
  package var total: Int {
    reduce(0) { sum, amount in
      let (next, overflow) = sum.addingReportingOverflow(amount.value)
      return overflow ? .max : next
    }
  }
}
