/// A production line of a state for a programme: `dorn-canopy`.
package struct Line: Sendable, Hashable, Codable {
  package enum Status: String, Sendable, Codable { case gated, open, idle, closed }

  package var state: Int
  package var programme: Int
  /// Capacity set aside for it.
  package var capacity: CapacityUnits
  /// Built so far, mU.
  package var cumulative: Lots
  package var status: Status
  package var gates: [Gate]
  /// Nominal rate of EQ3, mU a turn.
  package var nominal: Lots
  /// The turn it opened in, and the day credit left in it; nil while gated or from the start.
  package var openedTurn: Int?
  /// Output and unit cost of the last resolution.
  package var output: Lots
  package var unitCost: Money
  /// Opened by `licprod` in this deal; the licence premium stands on it.
  package var licence: DealID?
  package var licenceClause: ClauseID?
  /// Turns in a row below 20% use.
  package var idleTurns: Int
  /// `same`, `national` or `separate`.
  package var configuration: String
  /// `cr` of EQ9 for its gates, days a turn.
  package var credit: Days = 0
  /// Day credit left in the turn it opened in.
  package var leftover: Days = 0
  /// The turn its gates count from; the turn after conclusion or after the order.
  package var gatedFrom: Int = 1
  /// The deal whose `coprod` or `licprod` it stands by; nil for an own line, or one of the start.
  package var agreement: DealID?
  /// cu used by the output of the last resolution.
  package var used: CapacityUnits = 0
}

/// One wait before a line or a delivery works.
package struct Gate: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case ratification, disclosure, licence, contracting, tooling, test
  }
  package var kind: Kind
  package var days: Days
  package var done: Days

  package init(kind: Kind, days: Days, done: Days) {
    self.kind = kind
    self.days = days
    self.done = done
  }
}
