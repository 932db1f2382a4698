/// What the last resolution made of a state; bp.
package struct Outcome: Sendable, Hashable, Codable {
  /// RDY; bp.
  package var readiness: BasisPoints
  /// Threat times exposure; bp.
  package var pressure: BasisPoints
  /// What partners add; bp.
  package var support: BasisPoints
  /// GAP; bp.
  package var gap: BasisPoints
  /// Index of the theatre that presses most.
  package var theatre: Int
  /// Own part of LAT; bp.
  package var ownLatent: BasisPoints
  /// LAT; bp.
  package var latent: BasisPoints
  /// REP, mean of others' trust.
  package var reputation: BasisPoints
  /// SEC LAT COST INT TECH ECON (EQ31).
  package var terms: [BasisPoints]
  /// NAT; bp.
  package var national: BasisPoints
  /// Conduct so far, -3000...500.
  package var conduct: Int
  /// Points of the private cards, 0...2000.
  package var privateCards: Int
  /// FINAL; bp.
  package var final: BasisPoints
  /// Truth of the private cards, in order.
  package var cards: [Bool]
}

/// Running sums of a state that scores and metrics need.
package struct Ledger: Sendable, Hashable, Codable {
  /// Domestic work of the last turn and of the whole game, $k (JOBS).
  package var domesticWork: Money
  /// JOBS, work at home over the game; $k.
  package var jobs: Money
  /// EXPORTS; $k.
  package var exports: Money
  /// SPIN; $k.
  package var spinOff: Money
  /// BASE and ACT of EQ31, $k.
  package var baseline: Money
  /// ACT; $k.
  package var actual: Money
  /// Money spent so far, by purpose needed later: pools and joint funds.
  package var poolsPaid: Money
  /// Money spent so far; $k.
  package var spent: Money
  /// What stands in `budgets`; nil before the first.
  package var budgetsReceived: Money?
  /// PC income so far and PC paid for ratification so far.
  package var capitalIncome: Int
  /// PC paid for ratification so far, bp.
  package var capitalForRatification: Int
  /// GAP at the end of each turn so far.
  package var gaps: [BasisPoints]
  /// TR by domain at the start.
  package var technologyAtStart: [BasisPoints]
  /// Value of stock held at the start plus lots ever received or built, $k (DEP's divisor).
  package var acquiredValue: Money
  /// Value received from lines in each state, by state, $k (DEP).
  package var receivedValue: [Money]
  /// Lots delivered to this state, by supplier state and programme: `[supplier * programmes + p]`.
  /// An own line counts under the state itself.
  package var deliveredFrom: [Lots]
  /// Cards that were ever false under `always`, or met under `by`.
  package var cardRecord: [Bool]
  /// Domestic work of the game by programme, $k.
  package var workByProgramme: [Money] = []
  /// Money paid and value given under deals in the last turn, $k (EQ29 AT).
  package var committed: Money = 0
  /// Whether the state ever had a line of the programme, by programme (BASE of EQ31).
  package var everHadLine: [Bool] = []
  /// TR at the start is `technologyAtStart`; ICn over the sectors at the start, mean (SR21).
  package var meanCapacityAtStart: BasisPoints = 0
  /// What it paid for lots in the last turn, at home and abroad; nil where no event asks; $k.
  package var workPaid: Money?
}

extension Ledger {
  /// Budgets received so far; $k.
  package var budgets: Money {
    get { budgetsReceived ?? 0 }
    set { budgetsReceived = newValue }
  }
}
