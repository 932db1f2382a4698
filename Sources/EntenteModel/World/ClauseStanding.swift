/// What a clause does now.
package struct ClauseStanding: Sendable, Hashable, Codable {
  /// States the clause binds now, ascending.
  package var bound: [Int]
  /// First turn of effect; nil while that is not settled.
  package var activeFrom: Int?
  /// Sleeps by order, condition or sunset.
  package var isSuspended: Bool
  /// Whether it is over for good; an ended clause never wakes.
  package var hasEnded: Bool
  /// Once-only effects were given (trust of an exercise, PC of basing).
  package var hasStarted: Bool
  /// Gates of a delivery or of flow, one list a receiving state, in the order of `to`.
  package var gates: [[Gate]]
  /// What is still owed from earlier turns, one entry a debtor and creditor.
  package var arrears: [Arrears]
  /// Lots delivered or built under the clause so far (caps), mU.
  package var delivered: Lots
  /// Turns paid so far (side payments).
  package var turnsPaid: Int
  /// States that ordered it to sleep.
  package var suspendedBy: [Int] = []
  /// Truth of each condition at the last test; `activate` keeps its first truth.
  package var conditions: [Bool] = []
  /// Integer parameters a condition has stepped.
  package var stepped: [SteppedParameter] = []
  /// Turn in which the gates of each receiver closed, in the order of `to`.
  package var closedTurn: [Int?] = []
  /// Day credit left in that turn.
  package var leftover: [Days] = []
  /// Duties that were breached once, as `debtor * 100 + creditor + 1`.
  package var breached: [Int] = []
  /// Lots each state has in the pool, and has drawn from it and not put back, by state of the
  /// scenario (`stockpool`); empty for others.
  package var pooled: [Lots] = []
  /// Lots drawn and not put back; mU.
  package var drawn: [Lots] = []
  /// Last turn a triggered `crisis` runs in.
  package var crisisUntil: Int?
  /// What it has built up; nil for most clauses.
  package var work: ClauseWork?
}

/// An integer parameter as a condition set it.
package struct SteppedParameter: Sendable, Hashable, Codable {
  /// Name of the parameter, as in the terms.
  package var name: String
  /// What stands in place of the number in the text, in the same unit.
  package var value: Int
}

/// A shortfall carried to the next turn.
package struct Arrears: Sendable, Hashable, Codable {
  /// What `creditor` says where a duty is owed to all other bound states.
  package static let toAll = -1

  /// Index of the state that owes.
  package var debtor: Int
  /// `toAll` where it is owed to all other bound states.
  package var creditor: Int
  /// mU or $k by the clause.
  package var amount: Int
  /// Whether `amount` is $k; else mU.
  package var isMoney: Bool
  /// It stood once already after a partial payment.
  package var wasPartial: Bool
}

/// A breach that waits for a remedy.
package struct Dispute: Sendable, Hashable, Codable {
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
  /// The turn of the breach.
  package var openedTurn: Int
  /// Whether it was settled or awarded; it stays on record.
  package var isSettled: Bool
  /// States that were harmed: the creditor, or all other bound states.
  package var victims: [Int] = []
  /// What an arbiter's award takes instead of the rule, if a facilitator ruled.
  package var award: Money?
}
