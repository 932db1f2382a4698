package import EntenteModel

/// A session as its events have made it: a value. `decide` reads it, `evolve` changes it, nothing
/// else does.
package struct SessionState: Sendable {
  /// How far a session has come; `none` before its first event.
  package enum Status: String, Sendable { case none, lobby, running, paused, closed }

  package let exercise: Exercise
  /// What chance is keyed by; the same seed and commands give the same session.
  package let seed: Int
  /// The id of the session; empty before its first event.
  package internal(set) var id = ""
  /// What people call it; empty before its first event.
  package internal(set) var title = ""
  /// Whether it waits in the lobby, runs, is paused or is over.
  package internal(set) var status = Status.none
  /// Turn being played, from 1; 0 in the lobby.
  package internal(set) var turn = 0
  /// The phase being played; `report` in the lobby.
  package internal(set) var phase = Phase.report
  /// When the phase ends, and what was left of it at a pause.
  package internal(set) var clock = PhaseClock()
  package internal(set) var seats: [SeatID: SeatHolder]
  /// The doctrine of the bot that plays a state, by state index: asked with every command.
  var doctrines: [String?]
  package internal(set) var members: [Member] = []
  /// How many members were made in a seat: no id is given twice.
  var idsGiven: [SeatID: Int] = [:]
  /// Where a member stands in `members`: looked up with every command.
  var memberPlaces: [MemberID: Int] = [:]
  /// By state index.
  package internal(set) var desks: [Desk]
  /// Offers and deals, in the order in which they were first tabled.
  package internal(set) var negotiations: [Negotiation] = []
  /// Where a deal stands in `negotiations`.
  package internal(set) var places: [DealID: Int] = [:]
  /// The world as the last resolution and the deals since have made it.
  package internal(set) var world: World {
    _read { yield worldBox.value }
    set {
      worldBox.value = newValue
      worldVersion += 1
    }
  }
  /// Counts the changes of the world, so that what was reckoned from it is known to be stale.
  package private(set) var worldVersion = 0
  private var worldBox: Box<World>
  /// The world before the last resolution, and the orders it resolved, for `WHY`.
  package internal(set) var lastResolved: Resolved? {
    get { resolvedBox?.value }
    set { resolvedBox = newValue.map { Box($0) } }
  }
  private var resolvedBox: Box<Resolved>?
  /// Injects that have fired, in order, and the choices made on them.
  package internal(set) var fired: [FiredInject] = []
  /// The facilitator's desk.
  package internal(set) var whiteCell: WhiteCell {
    _read { yield whiteCellBox.value }
    set { whiteCellBox.value = newValue }
  }
  private var whiteCellBox = Box(WhiteCell())
  /// Whether any permission differs from its role's: asked with every command.
  var hasOwnPermissions = false
  /// Time of the last entry, milliseconds since the epoch.
  package internal(set) var time = 0

  /// The session before its first event: no turn, nobody in the seats, the world at its start.
  package init(exercise: Exercise, seed: Int) {
    self.exercise = exercise
    self.seed = seed
    seats = Dictionary(uniqueKeysWithValues: exercise.seats.map { ($0, .nobody) })
    desks = exercise.scenario.states.map { _ in Desk() }
    doctrines = exercise.scenario.states.map { _ in nil }
    let world = World(scenario: exercise.scenario)
    worldBox = Box(world)
    // Deals of before the game are read, changed and left like those made in it.
    negotiations = world.deals.map { Negotiation(standing: $0) }
    places = Dictionary(uniqueKeysWithValues: world.deals.enumerated().map { ($1.id, $0) })
  }

  /// The scenario of the exercise.
  package var scenario: Scenario { exercise.scenario }

  /// The negotiation of a deal.
  package subscript(deal: DealID) -> Negotiation? { places[deal].map { negotiations[$0] } }

  /// The member of that id.
  package func member(_ id: MemberID) -> Member? { memberPlaces[id].map { members[$0] } }

  /// Whether any person sits for the state.
  package func isHuman(_ state: StateID) -> Bool {
    members.contains { $0.seat.state == state }
  }

  /// The doctrine of the bot that plays the state, if one does.
  package func doctrine(of state: StateID) -> String? {
    scenario.index(of: state).flatMap { doctrines[$0] }
  }

  /// Whether any state is played by a bot.
  package var hasBots: Bool { doctrines.contains { $0 != nil } }

  /// The seat an actor speaks from; nil for the clock.
  package func seat(of actor: Actor) -> SeatID? {
    switch actor {
    case .member(let id): member(id)?.seat
    case .bot(let state): SeatID(state: state, role: exercise.roles[0].name)
    case .facilitator: .facilitator
    case .newcomer(let seat): seat
    case .clock: nil
    }
  }
}

/// A person in a seat.
package struct Member: Sendable, Hashable {
  package var id: MemberID
  package var seat: SeatID
  /// The name the person gave.
  package var name: String
}

/// The clock of the phase being played.
package struct PhaseClock: Sendable, Hashable {
  /// When the phase ends, milliseconds since the epoch; nil where `READY` or the facilitator ends
  /// it.
  package var deadline: Int?
  /// What was left when it was paused, milliseconds.
  package var remaining: Int?
  /// When the pause began, milliseconds since the epoch.
  package var pausedAt: Int?
  /// When the pause ends by itself, milliseconds since the epoch.
  package var resumesAt: Int?
  /// When the phase began (or, after a pause, would have begun), milliseconds.
  package var began = 0
  package init() {}
}

/// What a delegation has on its desk in a turn.
package struct Desk: Sendable {
  package var orders: [OrderEntry] = []
  /// How many orders were entered this turn, for ids.
  package var ordersEntered = 0
  package var ready: [SeatID] = []
  /// Offers first tabled by the state, in the game and in this turn.
  package var offersTabled = 0
  /// Offers first tabled by the state in this turn.
  package var offersThisTurn = 0
  /// States that spoke to this one this turn, and those it has spoken to apart from remarks tagged
  /// with a deal; in order.
  package var spokenToBy: [StateID] = []
  package var spokeTo: [StateID] = []
  /// Messages it sent to others so far.
  package var messagesSent = 0
  /// The last turn in which it wrote to each state, by state index; empty before its first message.
  var lastWroteTo: [Int] = []
  /// The hint that follows a first `READY` without an offer was given.
  package var wasHinted = false
  package init() {}
}

/// An offer with its revisions, and the deal it became.
package struct Negotiation: Sendable {
  /// Whether an offer may still be signed.
  package enum Status: Sendable, Hashable {
    case draft
    /// A reason: rejected, withdrawn, lapsed.
    case refused(String)
    /// Past signing; the world's deal says where it stands.
    case deal
  }

  package var id: DealID
  package var revisions: [OfferRevision]
  /// States that signed the current revision, ascending.
  package var signed: [StateID]
  /// States that said no to the current revision while others may still make it a deal.
  package var declined: [StateID] = []
  /// States that ratified the deal, ascending.
  package var ratified: [StateID]
  package var status: Status
  /// The turn of the first revision.
  package var tabledTurn: Int
  /// Turn of the last revision; an offer lapses at the end of the next turn's negotiation.
  package var revisedTurn: Int
  /// Turn of the last signature; nil while it is no deal.
  package var signedTurn: Int?
  /// The change of the deal that waits for answers or ratifications; one at a time.
  package var change: PendingChange?
  /// Texts of changes that came to nothing, in the order of their numbers.
  package var dropped: [OfferRevision] = []
  /// States that made their reservation on the deal, ascending.
  package var reserved: [StateID] = []
  /// Keys given by one of two seats, the last of each state.
  package var keys: [KeyGiven] = []

  /// The revision on the table.
  package var current: OfferRevision {
    guard let last = revisions.last else { preconditionFailure("an offer has a revision") }
    return last
  }
  /// The terms of the revision on the table.
  package var text: DealText { current.text }
  /// States the revision on the table names, ascending.
  package var parties: [StateID] { current.text.parties }
  /// Whether a state tabled, revised or signed it in the game.
  package func hasHand(of state: StateID) -> Bool {
    tabledTurn > 0 && (signed.contains(state) || revisions.contains { $0.by == state })
  }
  /// The same without the keys of others: what a state has half signed is its own affair.
  func seen(by state: StateID) -> Negotiation {
    if keys.isEmpty { return self }
    var seen = self
    seen.keys.removeAll { $0.state != state }
    return seen
  }
  /// Whether it may still be signed, countered or refused.
  package var isOpen: Bool { status == .draft }
}

/// An inject that fired.
package struct FiredInject: Sendable {
  package var inject: InjectID
  /// The turn it fired in.
  package var turn: Int
  package var to: [StateID]
  /// What each state chose, by state.
  package var choices: [(state: StateID, option: String)]
}

/// What `WHY` resolves again.
package struct Resolved: Sendable {
  package var before: World
  package var orders: [[Order]]
  package var choices: [ChoiceMade]
}
