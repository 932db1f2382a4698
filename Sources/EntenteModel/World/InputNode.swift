/// A supply node of EQ13 in an exercise: how much of an input there is in a turn, and where it
/// comes from. Inputs without a node are plentiful.
package struct InputNode: Sendable, Hashable {
  /// Which input.
  package var input: Input
  /// Supply of a turn with all suppliers at work; mU.
  package var supply: Lots
  /// Share of each supplier of the scenario, sum 10000; states first, then those outside.
  package var shares: [BasisPoints]

  package init(input: Input, supply: Lots, shares: [BasisPoints]) {
    self.input = input
    self.supply = supply
    self.shares = shares
  }
}

extension Input {
  /// Position in arrays by input.
  package var index: Int {
    switch self {
    case .seeker: 0
    case .chips: 1
    case .motor: 2
    case .energetics: 3
    case .materials: 4
    case .platform: 5
    }
  }

  /// crit of EQ13; bp.
  package var criticality: BasisPoints {
    switch self {
    case .seeker: 4_000
    case .chips: 3_000
    case .motor, .energetics: 2_500
    case .materials: 2_000
    case .platform: 1_500
    }
  }
}
