package import EntenteModel

/// Something that happened in a session, and who may see it.
package struct Event: Hashable, Sendable {
  package var audience: Audience
  package var fact: Fact
  package init(_ audience: Audience, _ fact: Fact) {
    self.audience = audience
    self.fact = fact
  }
}

/// What happened. Folding these in order gives the session's state; nothing else does. Large facts
/// stand behind a reference, so that the common ones are cheap to copy and to keep.
package enum Fact: Hashable, Sendable {
  // The session
  case sessionCreated(SessionCreated)
  case sessionStarted
  /// `remaining`: milliseconds the phase still had; nil where it has no clock. `until`: when play
  /// goes on by itself; nil where the facilitator ends the pause.
  case sessionPaused(why: String, remaining: Int?, until: Int? = nil)
  /// The new deadline, milliseconds since the epoch; nil where the phase has no clock.
  case sessionResumed(deadline: Int?)
  case sessionClosed(reason: String)
  // People
  case memberJoined(member: MemberID, seat: SeatID, name: String)
  case seatAssigned(seat: SeatID, holder: SeatHolder)
  case codeIssued(seat: SeatID, uses: Int, seconds: Int)
  /// So many codes of a seat open nothing any more.
  case codeRevoked(seat: SeatID, codes: Int)
  // The clock
  case turnStarted(turn: Int, of: Int)
  case phaseStarted(phase: Phase, deadline: Int?)
  case phaseExtended(deadline: Int, seconds: Int)
  case readySet(SeatID)
  case readyCleared(SeatID)
  // Press
  case messageSent(MessageSent)
  case communiqueIssued(state: StateID, by: SeatID, text: String)
  // Dealing
  indirect case offerTabled(OfferRevision)
  indirect case offerCountered(OfferRevision)
  case offerSigned(deal: DealID, revision: Int, by: StateID)
  case offerRefused(deal: DealID, by: StateID?, reason: String, why: String)
  /// A change of a deal's status that its readers may know: signed, concluded, in-force, ended, …
  indirect case dealChanged(DealNotice)
  case dealRatified(deal: DealID, by: StateID, cost: BasisPoints)
  /// The deal as the rules see it after a signature, ratification or conclusion; seen by nobody.
  indirect case dealStanding(DealStanding)
  // Deals that stand
  indirect case changeTabled(ChangeProposal)
  case changeAnswered(ChangeAnswer)
  /// The parties' rule was met; the text waits for the ratifications of `states`.
  case changePassed(deal: DealID, revision: Int, ratify: [StateID])
  case changeRatified(deal: DealID, revision: Int, by: StateID, cost: BasisPoints)
  /// `adopted`, or why not: `refused`, `withdrawn`, `lapsed`.
  case changeSettled(deal: DealID, revision: Int, outcome: ChangeOutcome, reason: String?)
  /// What a state outside a deal hears of its wish to join it: nil is that it was told to the
  /// parties.
  case accessionNoted(deal: DealID, by: StateID, outcome: ChangeOutcome?, reason: String?)
  /// `until`: the last turn in which the state is bound; nil if it is out at once.
  case dealDenounced(deal: DealID, by: StateID, until: Int?)
  indirect case dutyRecorded(DutyNotice)
  indirect case disputeOpened(DisputeNotice)
  indirect case disputeSettled(DisputeNotice)
  // Orders
  case orderEntered(OrderEntry)
  case orderCancelled(state: StateID, id: String)
  indirect case orderResolved(OrderOutcome)
  // Events of the exercise
  case injectFired(InjectNotice)
  case choiceMade(inject: InjectID, state: StateID, option: String)
  // Resolution
  /// The world after a resolution, or after inject effects at the start of a turn; seen by nobody.
  indirect case worldSet(World)
  /// One line of a state's (or the public) report on a turn.
  indirect case turnResolved(ReportLine)
  indirect case groupFound(GroupNotice)
  case groupLost(name: String, members: [StateID])
  indirect case scoreFinal(ScoreNotice)
  // Beside the play
  indirect case desk(DeskFact)
}

/// What a session is a session of.
package struct SessionCreated: Hashable, Sendable {
  /// The id of the session, unique in its store.
  package var id: String
  /// The id of the exercise, for example `first-accord`.
  package var exercise: String
  /// What people call the session.
  package var title: String
  /// Name of the format: `class`, `ttx`, `course`, `solo`.
  package var format: String
  package init(id: String, exercise: String, title: String, format: String) {
    self.id = id
    self.exercise = exercise
    self.title = title
    self.format = format
  }
}

/// Who holds a seat.
package enum SeatHolder: Hashable, Sendable {
  case nobody
  case members
  /// A bot plays the whole state by this doctrine.
  case bot(doctrine: String)
}

/// A message between seats.
package struct MessageSent: Hashable, Sendable {
  package var from: SeatID
  /// As addressed: `all`, `team`, states, seats or `facilitator`, in the order typed.
  package var to: [String]
  /// The deal or topic it is tagged with, without `#`.
  package var issue: String?
  /// May hold line feeds.
  package var text: String
  package init(from: SeatID, to: [String], issue: String?, text: String) {
    self.from = from
    self.to = to
    self.issue = issue
    self.text = text
  }
}

/// A revision of an offer, whole.
package struct OfferRevision: Hashable, Sendable {
  package var deal: DealID
  /// From 1, ascending within a deal.
  package var revision: Int
  package var by: StateID
  /// The seat that wrote it, `aster.head`.
  package var seat: String
  package var text: DealText
  /// The author's signature came with it.
  package var isSigned: Bool
  /// SHA-256 of the canonical text, lower-case hexadecimal.
  package var hash: String
  package init(
    deal: DealID, revision: Int, by: StateID, seat: String, text: DealText, isSigned: Bool,
    hash: String
  ) {
    self.deal = deal
    self.revision = revision
    self.by = by
    self.seat = seat
    self.text = text
    self.isSigned = isSigned
    self.hash = hash
  }
}

/// What those who may read about a deal learn when its status changes: no parameters.
package struct DealNotice: Hashable, Sendable {
  package var deal: DealID
  /// `signed`, `concluded`, `in-force`, `suspended`, `resumed`, `ended`.
  package var status: String
  package var parties: [StateID]
  /// Keywords of its clauses, in the order of the text.
  package var keywords: [String]
  /// Why it ended, or the state or clause the change is about; nil where the status says it all.
  package var reason: String?
  /// First turn of effect, once concluded.
  package var activeFrom: Int?
  package init(
    deal: DealID, status: String, parties: [StateID], keywords: [String], reason: String? = nil,
    activeFrom: Int? = nil
  ) {
    self.deal = deal
    self.status = status
    self.parties = parties
    self.keywords = keywords
    self.reason = reason
    self.activeFrom = activeFrom
  }
}

/// The values of the world that a step in a deal's life changed.
package struct DealStanding: Hashable, Sendable, Codable {
  /// The political capital of a state after the step.
  package struct Capital: Hashable, Sendable, Codable {
    /// Index of the state.
    package var state: Int
    package var capital: BasisPoints
    package var spent: BasisPoints
    /// PC paid for ratification so far, bp.
    package var forRatification: Int
    package init(state: Int, capital: BasisPoints, spent: BasisPoints, forRatification: Int) {
      self.state = state
      self.capital = capital
      self.spent = spent
      self.forRatification = forRatification
    }
  }

  /// The deal after the step, and the lines it opened.
  package var conclusion: Conclusion
  package var capital: [Capital]
  /// Treasuries after the step; nil where no money moved.
  package var money: [Treasury]?
  package init(_ conclusion: Conclusion, capital: [Capital] = [], money: [Treasury]? = nil) {
    self.conclusion = conclusion
    self.capital = capital
    self.money = money
  }

  /// The treasury of a state after the step.
  package struct Treasury: Hashable, Sendable, Codable {
    /// Index of the state.
    package var state: Int
    /// What it has; $k.
    package var treasury: Money
    package init(state: Int, treasury: Money) {
      self.state = state
      self.treasury = treasury
    }
  }
}

/// How a duty fared in a turn.
package struct DutyNotice: Hashable, Sendable {
  /// `met`, `excused`, `late`, `partial`, `breached`.
  package var status: String
  package var deal: DealID
  package var clause: ClauseID
  /// Keyword of the clause.
  package var keyword: String
  package var debtor: StateID
  package var creditor: StateID?
  /// What was owed this turn, arrears included; $k if `isMoney`, else mU. A breach tells 0: more
  /// than the parties hear of it.
  package var due: Int
  /// What was paid or delivered, in the unit of `due`.
  package var done: Int
  /// Whether `due` and `done` are $k; else mU.
  package var isMoney: Bool
  package init(
    status: String, deal: DealID, clause: ClauseID, keyword: String, debtor: StateID,
    creditor: StateID?, due: Int, done: Int, isMoney: Bool
  ) {
    self.status = status
    self.deal = deal
    self.clause = clause
    self.keyword = keyword
    self.debtor = debtor
    self.creditor = creditor
    self.due = due
    self.done = done
    self.isMoney = isMoney
  }
}

/// A breach that waits for a remedy, or found one.
package struct DisputeNotice: Hashable, Sendable {
  package var deal: DealID
  package var clause: ClauseID
  package var debtor: StateID
  /// The state it was broken to; nil where it was owed to all other parties.
  package var creditor: StateID?
  package var amount: Money
  package init(
    deal: DealID, clause: ClauseID, debtor: StateID, creditor: StateID?, amount: Money
  ) {
    self.deal = deal
    self.clause = clause
    self.debtor = debtor
    self.creditor = creditor
    self.amount = amount
  }
}

/// An order of a state, secret until it is resolved.
package struct OrderEntry: Hashable, Sendable {
  package var state: StateID
  /// `o1`, `o2`, … of the state and turn.
  package var id: String
  package var order: Order
  /// The seat that gave it, `aster.treasury`.
  package var by: String
  /// The order of the same keyword and object that this one takes the place of.
  package var replaces: String?
  package init(state: StateID, id: String, order: Order, by: String, replaces: String?) {
    self.state = state
    self.id = id
    self.order = order
    self.by = by
    self.replaces = replaces
  }
}

/// What became of an order.
package struct OrderOutcome: Hashable, Sendable {
  package var state: StateID
  /// Its id among the orders of the turn, `o1`; `habit` where the state gave none.
  package var id: String
  package var order: Order
  /// `done`, `partial`, `dropped`.
  package var outcome: String
  /// Refusal name when dropped.
  package var refusal: String?
  /// One sentence about what was not done; empty when all was.
  package var text: String
  package init(
    state: StateID, id: String, order: Order, outcome: String, refusal: String?, text: String
  ) {
    self.state = state
    self.id = id
    self.order = order
    self.outcome = outcome
    self.refusal = refusal
    self.text = text
  }
}

/// An event of the exercise as it reaches people.
package struct InjectNotice: Hashable, Sendable {
  package var inject: InjectID
  /// The turn it comes in, from 1.
  package var turn: Int
  /// A few words, shown above the text.
  package var title: String
  /// The persona it comes from.
  package var from: String
  /// What those who may see it read, Markdown.
  package var text: String
  /// Names of the options, the default first; empty where there is nothing to choose.
  package var options: [String]
  /// The states that may answer, where more can read it; nil is all who read it.
  package var to: [StateID]?
  package init(
    inject: InjectID, turn: Int, title: String, from: String, text: String, options: [String],
    to: [StateID]? = nil
  ) {
    self.to = to
    self.inject = inject
    self.turn = turn
    self.title = title
    self.from = from
    self.text = text
    self.options = options
  }
}

/// One line of the report on a turn: a figure and what moved it, or plain news.
package struct ReportLine: Hashable, Sendable {
  /// The turn reported on, from 1.
  package var turn: Int
  /// Place in the report, from 1, and how many lines it has.
  package var part: Int
  /// How many lines the report has for its reader.
  package var of: Int
  /// Name of the figure for `WHY`; nil for plain news.
  package var figure: String?
  /// The figure before the resolution, in its own unit; nil for plain news.
  package var before: Int?
  /// The figure after the resolution, in the same unit; nil for plain news.
  package var after: Int?
  /// The line for people, one sentence.
  package var text: String
  package init(
    turn: Int, part: Int, of: Int, figure: String? = nil, before: Int? = nil, after: Int? = nil,
    text: String
  ) {
    self.turn = turn
    self.part = part
    self.of = of
    self.figure = figure
    self.before = before
    self.after = after
    self.text = text
  }
}

/// A group found in the network of deals.
package struct GroupNotice: Hashable, Sendable {
  /// Its name, `G1`, `G2`, …, kept as long as it stands.
  package var name: String
  package var members: [StateID]
  /// Word of the quadrant it stands in (EQ30), such as `integrated-arsenal`.
  package var quadrant: String
  /// Words for what else it is, in a fixed order; may be empty.
  package var labels: [String]
  package var formation: BasisPoints
  package var management: BasisPoints
  package var salience: BasisPoints
  package init(
    name: String, members: [StateID], quadrant: String, labels: [String], formation: BasisPoints,
    management: BasisPoints, salience: BasisPoints
  ) {
    self.name = name
    self.members = members
    self.quadrant = quadrant
    self.labels = labels
    self.formation = formation
    self.management = management
    self.salience = salience
  }
}

/// A state's score at the end.
package struct ScoreNotice: Hashable, Sendable {
  package var state: StateID
  package var national: BasisPoints
  /// Points of the private cards, 0...2000.
  package var privateCards: Int
  /// Points for conduct, -3000...500.
  package var conduct: Int
  package var final: BasisPoints
  package var collective: BasisPoints
  package init(
    state: StateID, national: BasisPoints, privateCards: Int, conduct: Int, final: BasisPoints,
    collective: BasisPoints
  ) {
    self.state = state
    self.national = national
    self.privateCards = privateCards
    self.conduct = conduct
    self.final = final
    self.collective = collective
  }
}
