/// A production line of a state for a programme: `dorn-canopy`.
package struct Line: Sendable, Hashable, Codable {
  /// Whether a line builds: it waits for gates, runs, stands idle, or is gone.
  package enum Status: String, Sendable, Codable { case gated, open, idle, closed }

  /// Index of the state it stands in.
  package var state: Int
  /// Index of the programme it builds.
  package var programme: Int
  /// Capacity set aside for it.
  package var capacity: CapacityUnits
  /// Built so far, mU.
  package var cumulative: Lots
  /// Where it stands.
  package var status: Status
  /// Gates before it works, in order.
  package var gates: [Gate]
  /// Nominal rate of EQ3, mU a turn.
  package var nominal: Lots
  /// The turn it opened in, and the day credit left in it; nil while gated or from the start.
  package var openedTurn: Int?
  /// Output and unit cost of the last resolution.
  package var output: Lots
  /// Unit cost of the last resolution; $k a lot, 0 before any.
  package var unitCost: Money
  /// Opened by `licprod` in this deal; the licence premium stands on it.
  package var licence: DealID?
  /// The clause of that deal.
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
  /// What its contract and its builders are beyond the ordinary; nil is nothing.
  package var making: LineMaking?
}

/// What is beyond the ordinary about how a line came to be and who builds. A line of which nothing
/// is leaves it out of its record.
package struct LineMaking: Sendable, Hashable, Codable {
  /// The way its contract took.
  package var route = ContractingRoute.far
  /// Civil plants build it (`convert-civil`): sooner, and a tenth dearer for good.
  package var isCivil = false
  /// The tooling gate has begun, so that its days are settled (SR2).
  package var isTooling = false
  /// It has delivered to another state at least once (SR18).
  package var hasDelivered = false
}

extension Line {
  private var built: LineMaking {
    get { making ?? LineMaking() }
    set { making = newValue == LineMaking() ? nil : newValue }
  }

  /// The way its contract took.
  package var route: ContractingRoute {
    get { built.route }
    set { built.route = newValue }
  }

  /// Civil plants build it: sooner, and a tenth dearer for good.
  package var isCivil: Bool {
    get { built.isCivil }
    set { built.isCivil = newValue }
  }

  /// The tooling gate has begun, so that its days are settled.
  package var isTooling: Bool {
    get { built.isTooling }
    set { built.isTooling = newValue }
  }

  /// It has delivered to another state at least once.
  package var hasDelivered: Bool {
    get { built.hasDelivered }
    set { built.hasDelivered = newValue }
  }
}

/// One wait before a line or a delivery works.
package struct Gate: Sendable, Hashable, Codable {
  /// What is waited for, in the order of EQ8.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case ratification, disclosure, licence, contracting, tooling, test
  }
  /// Its kind.
  package var kind: Kind
  /// Days in all.
  package var days: Days
  /// What was done of it, in the same unit.
  package var done: Days

  package init(kind: Kind, days: Days, done: Days) {
    self.kind = kind
    self.days = days
    self.done = done
  }
}
