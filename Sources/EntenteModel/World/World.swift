/// The state of the simulation between two resolutions: a value, folded from events, hashed at
/// every turn end. Arrays are indexed by the scenario's states, programmes, pairs and theatres.
package struct World: Sendable, Hashable, Codable {
  /// The turn being played; 1 at the start. After the last resolution it is T + 1.
  package var turn: Int
  /// One entry a state, in their order.
  package var states: [StateStanding]
  /// By `Scenario.pairIndex`.
  package var pairs: [PairStanding]
  /// Trust of row in column, bp; `trust[a * n + b]`. The diagonal is 0.
  package var trust: [BasisPoints]
  /// By theatre.
  package var threat: [BasisPoints]
  /// ADV by domain.
  package var adversary: [BasisPoints]
  /// NL.
  package var cohesion: BasisPoints
  /// By programme.
  package var programmes: [ProgrammeStanding]
  /// Ascending by state, then programme.
  package var lines: [Line]
  /// In order of conclusion; a deal that is only signed comes after those, in order of signing.
  package var deals: [Deal]
  /// Disputes opened and settled.
  package var disputes: [Dispute]
  /// Inject effects still running.
  package var effects: [ActiveEffect]
  /// Groups of the last resolution, with their names and measures.
  package var groups: [Group]
  /// How many groups were ever named.
  package var groupsNamed: Int
  /// Lattice and hub index of the last resolution.
  package var lattice: BasisPoints
  /// Hub index of the last resolution; bp.
  package var hub: BasisPoints
  /// COL of the last resolution.
  package var collective: BasisPoints
  /// Sums over the whole game.
  package var tally: Tally
  /// Stock lent and not yet returned, in order of lending.
  package var loans: [Loan] = []
  /// What happened to trust since the last resolution beside signatures, ratifications and
  /// withdrawals, which the deals themselves tell; used up at R13.
  package var trustShocks: [TrustShock] = []
  /// Work that was taken from states that left, while it still costs; nil is none.
  package var removals: [WorkshareRemoval]?
  /// What stands in `requests`; nil is none.
  package var questions: [ReexportRequest]?
  /// What stands in `requestsMade`; nil is none.
  package var questionsAsked: Int?
  /// The last leak there was; nil is none.
  package var lastLeak: LeakFound?
}

/// A change of trust that waits for R13 of this turn.
package struct TrustShock: Sendable, Hashable, Codable {
  /// The state whose trust changes.
  package var observer: Int
  /// The state it is trust in.
  package var subject: Int
  /// bp, may be negative.
  package var change: BasisPoints

  package init(observer: Int, subject: Int, change: BasisPoints) {
    self.observer = observer
    self.subject = subject
    self.change = change
  }
}

/// Stock that is with another state for some turns.
package struct Loan: Sendable, Hashable, Codable {
  /// Index of the state the lots belong to.
  package var lender: Int
  /// Index of the state that holds them.
  package var borrower: Int
  /// Index of the programme.
  package var programme: Int
  /// How much; mU.
  package var lots: Lots
  /// The turn in which it goes back (R10).
  package var dueTurn: Int
  /// It was due once already and less than all came back.
  package var isLate: Bool
}

/// An inject effect that runs.
package struct ActiveEffect: Sendable, Hashable, Codable {
  /// The event of the exercise.
  package var inject: InjectID
  /// The effect.
  package var effect: InjectEffect
  /// First turn it works in.
  package var fromTurn: Int
  /// Last turn it works in; nil is for good.
  package var lastTurn: Int?
  /// States addressed, by index.
  package var addressed: [Int] = []
  /// What stood before a SET or MUL, to be put back: `place` is the array index.
  package var saved: [SavedValue] = []
  /// It begins in a later turn; nil is that it has begun.
  package var isWaiting: Bool?
  /// For an effect on a deal: its shares of work when the event came; the effect works while they
  /// stand.
  package var terms: [Int]?
}

/// A value an effect replaced for a while.
package struct SavedValue: Sendable, Hashable, Codable {
  /// Index of the state whose value it is; -1 for a value of the world.
  package var state: Int
  /// Index in the array the effect changed; 0 where the value is no array.
  package var place: Int
  /// The value before the effect, in its own unit.
  package var value: Int
}

/// Sums over the whole game that collective figures need.
package struct Tally: Sendable, Hashable, Codable {
  /// DAN: stock that met requirement, and requirement, in $k, over turns.
  package var deliveredAtNeed: Int
  /// Requirement at the end of each turn, valued in $k and summed over turns.
  package var needed: Int
  /// CONF: TR gained inside by transfer, ADV gained by leaks.
  package var confinedGain: Int
  /// ADV gained by leaks, in bp summed over domains and turns.
  package var leakedGain: Int
  /// Pairs and sectors of duplicated developments counted so far.
  package var duplications: [String]
  /// Disputes opened and settled so far (EQ29 DS).
  package var disputesOpened: Int = 0
  /// Disputes settled so far.
  package var disputesSettled: Int = 0
  /// Money that ever came into the game, and that ever left it, $k: conserved with treasuries
  /// and pools.
  package var inflow: Money = 0
  /// Money that ever left; $k.
  package var outflow: Money = 0
}
