/// What happened in a resolution, in typed lists with a fixed order: states ascending, deals in
/// order of conclusion, lines by state and programme. States and programmes are indices of the
/// scenario.
package struct TurnReport: Sendable, Hashable, Codable {
  /// The turn that was resolved, from 1.
  package var turn: Int
  /// By state, in the order the orders stood.
  package var orders: [[OrderResult]]
  /// By state: whether it gave no order and did what it did last turn.
  package var usedHabit: [Bool]
  /// Duties judged, in order of deals and clauses.
  package var duties: [DutyResult] = []
  /// Deals that began, rested or ended.
  package var deals: [DealChange] = []
  /// Disputes opened and settled.
  package var disputes: [DisputeChange] = []
  /// Lots that changed hands.
  package var deliveries: [Delivery] = []
  /// What happened to lines.
  package var lines: [LineEvent] = []
  /// Meters that fired.
  package var leaks: [LeakEvent] = []
  /// Groups found, kept and lost.
  package var groups: [GroupChange] = []
  /// Tests of a crisis.
  package var crises: [CrisisTestResult] = []
  /// All money that moved, in the order it moved.
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
  /// Whether an order was carried out, and how far.
  package enum Outcome: Sendable, Hashable, Codable {
    case done
    /// Done in part; the number is what was done, in the unit of the order.
    case partial(Int)
    case dropped(DroppedOrder)
  }
  /// The order.
  package var order: Order
  /// What became of it.
  package var outcome: Outcome
}

/// Why an order was dropped, with the numbers of the refusal as text.
package struct DroppedOrder: Sendable, Hashable, Codable {
  /// Its name.
  package var name: RefusalName
  /// `have=5000` and so on.
  package var fields: [String]
  /// The sentence of the refusal, for people.
  package var sentence: String

  init(_ refusal: RuleRefusal) {
    name = refusal.name
    fields = refusal.fields.map { "\($0.name)=\($0.value)" }
    sentence = refusal.sentence
  }
}

/// How a duty of a clause was kept in the turn.
package struct DutyResult: Sendable, Hashable, Codable {
  /// How far a duty was kept; an excused one counts neither for nor against the debtor.
  package enum Status: String, Sendable, Codable {
    case met, excused, late, partial, breach
    /// A refusal after a `crisis` was triggered.
    case refused
  }
  /// The deal.
  package var deal: DealID
  /// The clause.
  package var clause: ClauseID
  /// Its kind.
  package var kind: ClauseKind
  /// Index of the state that owes.
  package var debtor: Int
  /// `Arrears.toAll` where it is owed to all other bound states.
  package var creditor: Int
  /// Where it stands.
  package var status: Status
  /// $k if `isMoney`, else mU; with arrears of earlier turns.
  package var due: Int
  /// What was paid or delivered this turn, in the unit of `due`.
  package var done: Int
  /// What stays owed.
  package var left: Int
  /// Whether amounts are $k; else mU.
  package var isMoney: Bool
}

/// A change of a deal's status.
package struct DealChange: Sendable, Hashable, Codable {
  /// What became of the deal.
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
  /// The deal.
  package var deal: DealID
  /// What changed.
  package var change: Change
}

/// A dispute opened or settled.
package struct DisputeChange: Sendable, Hashable, Codable {
  /// How far the dispute has come.
  package enum Change: String, Sendable, Codable { case opened, settled, awarded }
  /// The deal.
  package var deal: DealID
  /// The clause.
  package var clause: ClauseID
  /// Index of the state that broke its word.
  package var debtor: Int
  /// Index of the state it was broken to; `Arrears.toAll` where it was owed to all.
  package var creditor: Int
  /// How much.
  package var amount: Money
  /// What changed.
  package var change: Change
}

/// Lots that changed hands.
package struct Delivery: Sendable, Hashable, Codable {
  /// By what right lots changed hands.
  package enum Way: String, Sendable, Codable {
    case ownLine = "own-line"
    case offtake, jointfund, purchase, aid, loan, returned, pooled, drawn, replaced
  }
  /// Index of the state that gave.
  package var from: Int
  /// Index of the state that received; the same as `from` for its own line.
  package var to: Int
  /// Index of the programme.
  package var programme: Int
  /// How much; mU.
  package var lots: Lots
  /// $k paid for all of it.
  package var paid: Money
  /// By what way.
  package var way: Way
  /// The deal.
  package var deal: DealID?
}

/// What happened to a line.
package struct LineEvent: Sendable, Hashable, Codable {
  /// What happened to the line.
  package enum Event: Sendable, Hashable, Codable {
    /// Gates began: days in all.
    case planned(Days)
    case gateClosed(Gate.Kind)
    /// Opened with this much of the turn's credit left.
    case opened(Days)
    case idle
    case closed
  }
  /// Index of the state whose line it is.
  package var state: Int
  /// Index of the programme it builds.
  package var programme: Int
  /// What happened.
  package var event: Event
}

/// A leak meter that fired.
package struct LeakEvent: Sendable, Hashable, Codable {
  /// Index of the programme whose secrets leaked.
  package var programme: Int
  /// Index of the holder with the lowest security, which is blamed.
  package var blamed: Int
}

/// A group found, kept or lost.
package struct GroupChange: Sendable, Hashable, Codable {
  /// Whether the group is new, stood before, or is gone.
  package enum Change: String, Sendable, Codable { case found, kept, lost }
  /// Its name, `G1`, `G2`, …, kept as long as it stands.
  package var name: String
  /// Indices of its states, ascending.
  package var members: [Int]
  /// What changed.
  package var change: Change
  /// It exists only through secret deals: its members alone are told.
  package var isSecret: Bool?
}

/// How a state stood the test of a crisis.
package struct CrisisTestResult: Sendable, Hashable, Codable {
  /// The event of the exercise.
  package var inject: InjectID
  /// Index of the state tested.
  package var state: Int
  /// Whether it had what was needed.
  package var passed: Bool
  /// Readiness and support, and what was needed; bp.
  package var have: BasisPoints
  /// What was needed; bp.
  package var need: BasisPoints
}

/// Money that came to or left a state.
package struct MoneyFlow: Sendable, Hashable, Codable {
  /// What money came or left for.
  package enum Purpose: String, Sendable, Codable {
    case budget, payment, receipt, institution, penalty, award, settlement, order, refund, event
    case production, purchase, sale, royalty, development, inputs
    case poolReturn = "pool-return"
  }
  /// Index of the state.
  package var state: Int
  /// $k, positive when it came.
  package var amount: Money
  /// What for.
  package var purpose: Purpose
  /// The deal.
  package var deal: DealID?
  /// The order.
  package var order: OrderKeyword?
  /// Place of the order among those the state gave.
  package var place: Int?
}

/// A figure that changed, with the main causes.
package struct FigureChange: Sendable, Hashable, Codable {
  /// The figure.
  package var figure: TracedFigure
  /// The figure before the resolution, in its own unit.
  package var before: Int
  /// The figure after the resolution, in the same unit.
  package var after: Int
  /// What moved it most.
  package var causes: [ChangeCause]
}

/// One cause of a change and how much it moved the figure, in its unit.
package struct ChangeCause: Sendable, Hashable, Codable {
  /// What it was.
  package var cause: FigureCause
  /// How much of the change it made, in the unit of the figure; may be negative.
  package var amount: Int
}
