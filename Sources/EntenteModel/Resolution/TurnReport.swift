/// What happened in a resolution, in typed lists with a fixed order: states ascending, deals in order
/// of conclusion, lines by state and programme. States and programmes are indices of the scenario.
package struct TurnReport: Sendable, Hashable, Codable {
  package var turn: Int
  /// By state, in the order the orders stood.
  package var orders: [[OrderResult]]
  /// By state: whether it gave no order and did what it did last turn.
  package var usedHabit: [Bool]
  package var duties: [DutyResult] = []
  package var deals: [DealChange] = []
  package var disputes: [DisputeChange] = []
  package var deliveries: [Delivery] = []
  package var lines: [LineEvent] = []
  package var leaks: [LeakEvent] = []
  package var groups: [GroupChange] = []
  package var crises: [CrisisTestResult] = []
  package var money: [MoneyFlow] = []
  /// By state: figures that changed.
  package var figures: [[FigureChange]] = []

  init(turn: Int, states: Int) {
    self.turn = turn
    orders = Array(repeating: [], count: states)
    usedHabit = Array(repeating: false, count: states)
  }
}

/// What became of an order.
package struct OrderResult: Sendable, Hashable, Codable {
  package enum Outcome: Sendable, Hashable, Codable {
    case done
    /// Done in part; the number is what was done, in the unit of the order.
    case partial(Int)
    case dropped(DroppedOrder)
  }
  package var order: Order
  package var outcome: Outcome
}

/// Why an order was dropped, with the numbers of the refusal as text.
package struct DroppedOrder: Sendable, Hashable, Codable {
  package var name: RefusalName
  /// `have=5000` and so on.
  package var fields: [String]
  package var sentence: String

  init(_ refusal: RuleRefusal) {
    name = refusal.name
    fields = refusal.fields.map { "\($0.name)=\($0.value)" }
    sentence = refusal.sentence
  }
}

/// How a duty of a clause was kept in the turn.
package struct DutyResult: Sendable, Hashable, Codable {
  package enum Status: String, Sendable, Codable {
    case met, excused, late, partial, breach
    /// A refusal after a `crisis` was triggered.
    case refused
  }
  package var deal: DealID
  package var clause: ClauseID
  package var kind: ClauseKind
  package var debtor: Int
  /// `Arrears.toAll` where it is owed to all other bound states.
  package var creditor: Int
  package var status: Status
  /// $k if `isMoney`, else mU; with arrears of earlier turns.
  package var due: Int
  package var done: Int
  /// What stays owed.
  package var left: Int
  package var isMoney: Bool
}

/// A change of a deal's status.
package struct DealChange: Sendable, Hashable, Codable {
  package enum Change: Sendable, Hashable, Codable {
    case inForce
    case suspended
    case resumed
    case ended(Deal.Ending)
    /// A state is out, the deal goes on.
    case left(Int)
    /// Clauses under a `pilot` ended at its sunset.
    case sunset(ClauseID)
    /// Support by a `crisis` clause begins next turn.
    case triggered(ClauseID)
  }
  package var deal: DealID
  package var change: Change
}

/// A dispute opened or settled.
package struct DisputeChange: Sendable, Hashable, Codable {
  package enum Change: String, Sendable, Codable { case opened, settled, awarded }
  package var deal: DealID
  package var clause: ClauseID
  package var debtor: Int
  package var creditor: Int
  package var amount: Money
  package var change: Change
}

/// Lots that changed hands.
package struct Delivery: Sendable, Hashable, Codable {
  package enum Way: String, Sendable, Codable {
    case ownLine = "own-line"
    case offtake, jointfund, purchase, aid, loan, returned, pooled, drawn, replaced
  }
  package var from: Int
  package var to: Int
  package var programme: Int
  package var lots: Lots
  /// $k paid for all of it.
  package var paid: Money
  package var way: Way
  package var deal: DealID?
}

/// What happened to a line.
package struct LineEvent: Sendable, Hashable, Codable {
  package enum Event: Sendable, Hashable, Codable {
    /// Gates began: days in all.
    case planned(Days)
    case gateClosed(Gate.Kind)
    /// Opened with this much of the turn's credit left.
    case opened(Days)
    case idle
    case closed
  }
  package var state: Int
  package var programme: Int
  package var event: Event
}

/// A leak meter that fired.
package struct LeakEvent: Sendable, Hashable, Codable {
  package var programme: Int
  package var blamed: Int
}

/// A group found, kept or lost.
package struct GroupChange: Sendable, Hashable, Codable {
  package enum Change: String, Sendable, Codable { case found, kept, lost }
  package var name: String
  package var members: [Int]
  package var change: Change
}

/// How a state stood the test of a crisis.
package struct CrisisTestResult: Sendable, Hashable, Codable {
  package var inject: InjectID
  package var state: Int
  package var passed: Bool
  /// Readiness and support, and what was needed; bp.
  package var have: BasisPoints
  package var need: BasisPoints
}

/// Money that came to or left a state.
package struct MoneyFlow: Sendable, Hashable, Codable {
  package enum Purpose: String, Sendable, Codable {
    case budget, payment, receipt, institution, penalty, award, settlement, order, refund
    case production, purchase, sale, royalty
    case poolReturn = "pool-return"
  }
  package var state: Int
  /// $k, positive when it came.
  package var amount: Money
  package var purpose: Purpose
  package var deal: DealID?
  package var order: OrderKeyword?
  /// Place of the order among those the state gave.
  package var place: Int?
}

/// A figure that changed, with the main causes.
package struct FigureChange: Sendable, Hashable, Codable {
  package var figure: TracedFigure
  package var before: Int
  package var after: Int
  package var causes: [ChangeCause]
}

/// One cause of a change and how much it moved the figure, in its unit.
package struct ChangeCause: Sendable, Hashable, Codable {
  package var cause: FigureCause
  package var amount: Int
}
