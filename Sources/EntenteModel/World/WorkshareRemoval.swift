/// A state with workshare that left a joint programme: the others pay to move its work, and the
/// lines of the programme lose its share of output for two turns.
package struct WorkshareRemoval: Sendable, Hashable, Codable {
  /// Turns for which the output is missing.
  package static let turns = 2
  /// Units whose list price the removal costs, times the share of the leaver.
  package static let units = 85

  /// The deal the work was held under.
  package var deal: DealID
  /// Index of the programme.
  package var programme: Int
  /// Share of the work the leaver held; bp.
  package var share: BasisPoints
  /// The turn in whose R3 the others pay, and the first of the turns with less output.
  package var turn: Int
  /// What each state pays, by state of the scenario; $k.
  package var costs: [Money]

  /// `mb(mb(85*C0,10000), share)`: what moving the work costs in all.
  package static func cost(listCost: Money, share: BasisPoints) -> Money {
    Money(mb(mb(units * listCost.value, 10_000), share.value))
  }
}
