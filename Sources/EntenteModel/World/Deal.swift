/// A deal that is signed, and what its clauses do now.
package struct Deal: Sendable, Hashable, Codable {
  /// How far a deal has come.
  package enum Status: String, Sendable, Codable {
    case signed, concluded
    case inForce = "in-force"
    case suspended, ended
  }

  /// Its id.
  package var id: DealID
  /// The revision that was signed, from 1.
  package var revision: Int
  /// What was signed.
  package var text: DealText
  /// Where it stands.
  package var status: Status
  /// States bound now (signed, and ratified where that is needed), ascending.
  package var bound: [Int]
  /// Turn of the last signature; 0 for a deal in force from the start.
  package var signedTurn: Int
  /// Turn in which all that is needed was ratified; 0 from the start, nil while it waits.
  package var concludedTurn: Int?
  /// First turn of effect over all clauses.
  package var activeFrom: Int?
  /// Turn in which it ended; nil while it has not.
  package var endedTurn: Int?
  /// One entry a clause of the text, in order.
  package var clauses: [ClauseStanding]
  /// States leaving after notice: the turn at whose end they are out.
  package var leaving: [Departure]
  /// Money in the deal's pools, $k.
  package var pool: Money
  /// Delivery duties met, due; all duties met, due (EQ29 OT, OH).
  package var deliveriesMet: Int
  /// Delivery duties that fell due so far, excused ones left out.
  package var deliveriesDue: Int
  /// Duties of every kind that were met so far.
  package var dutiesMet: Int
  /// Duties of every kind that fell due so far, excused ones left out.
  package var dutiesDue: Int
  /// By party of the text, $k: benefit and contribution of EQ29.
  package var benefit: [Money]
  /// What each party gave; $k.
  package var contribution: [Money]
  /// Who signed the revision that stands, and in which turn; empty reads as all bound states in
  /// `signedTurn`.
  package var signers: [Joining] = []
  /// Who ratified it (class B and C), and in which turn; empty reads as the bound states of such a
  /// class in `concludedTurn`.
  package var ratifiers: [Joining] = []
  /// By party of the text: value of lots received under it so far; money paid under it in the last
  /// resolution; political capital paid for ratifying it. Empty reads as zeros.
  package var received: [Money] = []
  /// Money paid.
  package var paid: [Money] = []
  /// Political capital paid for ratifying it, by party of the text; bp.
  package var capitalPaid: [Int] = []
  /// Why it ended.
  package var ending: Ending?
  /// The turn from which a leak in one of its programmes tells everybody of a secret deal.
  package var revealedFrom: Int?
  /// Lots of pools that an amendment left out, on their way back to their owners; nil is none.
  package var returning: [ReturningLots]?

  /// Why a deal is over: its time was up, it was given up, or it was not ratified in time.
  package enum Ending: String, Sendable, Codable {
    case expired, withdrawn, lapsed
  }
}

/// Lots that leave a common pool for good.
package struct ReturningLots: Sendable, Hashable, Codable {
  /// Index of the state they belong to.
  package var state: Int
  /// Index of the programme.
  package var programme: Int
  /// How much; mU.
  package var lots: Lots
}

/// A state and the turn in which it signed or ratified.
package struct Joining: Sendable, Hashable, Codable {
  /// Index of the state.
  package var state: Int
  /// The turn of its signature or ratification.
  package var turn: Int
  package init(state: Int, turn: Int) {
    self.state = state
    self.turn = turn
  }
}

/// A state on its way out of a deal.
package struct Departure: Sendable, Hashable, Codable {
  /// Index of the state that leaves.
  package var state: Int
  /// The turn at whose end it is out.
  package var turn: Int
  /// The turn in which it was announced; trust falls at R13 of it.
  package var announced: Int = 0
  /// Left at once, without notice: out before the resolution of `turn`, trust -1200, penalty twice.
  package var isAbrupt = false
  /// Taken out of the game by the facilitator: no trust falls and no penalty is due.
  package var isTakenOut: Bool?
}
