package import EntenteModel

/// What happens beside the play: the facilitator's desk, and what people write down.
package enum DeskFact: Hashable, Sendable {
  case ticketOpened(Ticket)
  case ticketRuled(Ruling)
  case noteWritten(Note)
  case observationMade(Observation)
  case predictionMade(Prediction)
  case predictionJudged(Judgement)
  case journalWritten(JournalPage)
  case valueOverridden(ValueChange)
  case injectPlanned(InjectPlan)
  case memberMoved(MemberMove)
  case memberRemoved(MemberRemoval)
  case permissionSet(PermissionChange)
  case conferenceOpened(Conference)
  case conferenceClosed(ConferenceEnd)
  case surveyAnswered(SurveyAnswer)
  case sessionForked(Fork)
  case expectationChecked(ExpectationCheck)
  case keyGiven(KeyGiven)
  case ticketTaken(TicketTaken)
}

/// Somebody of the white cell takes a ticket on.
package struct TicketTaken: Hashable, Sendable, Codable {
  /// The id of the ticket.
  package var ticket: String
  /// Who has it now, as people call them.
  package var owner: String
}

/// One of the two keys a state signs with, where the exercise asks for two.
package struct KeyGiven: Hashable, Sendable, Codable {
  package var deal: DealID
  /// The revision it is given to; a new one asks for new keys.
  package var revision: Int
  package var state: StateID
  /// The seat that gave it, by SIGN or by writing the text.
  package var seat: SeatID
}

/// The beginning of a branch: everything before it is shared with the session it came from.
package struct Fork: Hashable, Sendable, Codable {
  /// The id of the branch.
  package var id: String
  /// The session it branched from.
  package var parent: String
  /// The turn it begins with.
  package var turn: Int
  /// What people call the branch.
  package var title: String
  /// What the phase has left when play goes on, in milliseconds; nil where it has no clock.
  package var remaining: Int?
}

/// A private remark of the white cell.
package struct Note: Hashable, Sendable, Codable {
  /// What it is about: a ticket, `event 12`, or nothing in particular.
  package var about: String
  /// What was written, as typed.
  package var text: String
  /// The evaluator who wrote it; nil for the facilitator.
  package var by: MemberID?
}

/// What an evaluator saw: an objective, how well it was met, and where on the record.
package struct Observation: Hashable, Sendable, Codable {
  /// Performed without challenges, with some, with major ones, or unable to be performed.
  package enum Rating: String, Sendable, Codable, CaseIterable {
    case performed = "P"
    case some = "S"
    case major = "M"
    case unable = "U"
  }

  /// Short name of the objective.
  package var objective: String
  package var rating: Rating
  /// The event it rests on, by the facilitator's number; nil where there is none.
  package var event: Int?
  /// What was written, as typed.
  package var text: String
  /// The evaluator who saw it; nil for the facilitator.
  package var by: MemberID?
  package init(objective: String, rating: Rating, event: Int?, text: String) {
    self.objective = objective
    self.rating = rating
    self.event = event
    self.text = text
  }
}

/// What a state says a figure will be at the end of a turn.
package struct Prediction: Hashable, Sendable, Codable {
  package var state: StateID
  /// The figure by its full name, `gap:aster`.
  package var figure: String
  /// In the figure's unit.
  package var value: Int
  /// The turn at whose end it is compared.
  package var turn: Int
}

/// How a prediction turned out.
package struct Judgement: Hashable, Sendable, Codable {
  package var prediction: Prediction
  /// What the figure was, in its unit.
  package var actual: Int
  /// Accuracy, 0...10000 bp.
  package var accuracy: BasisPoints
}

/// A page of a team's journal.
package struct JournalPage: Hashable, Sendable, Codable {
  package var seat: SeatID
  /// What was written, as typed.
  package var text: String
}

/// A figure the facilitator put right, with what it was and why.
package struct ValueChange: Hashable, Sendable, Codable {
  /// The figure by its full name, `treasury:aster`.
  package var figure: String
  /// What it was, in its unit.
  package var before: Int
  /// What it is now, in its unit.
  package var after: Int
  /// The reason given; may be empty for a person put out, never for a figure.
  package var why: String
  /// The state it belongs to; nil for figures of the world.
  package var state: StateID?
}

/// What the facilitator decided about an event of the exercise before it came.
package struct InjectPlan: Hashable, Sendable, Codable {
  /// When it comes now.
  package enum Time: String, Sendable, Codable {
    /// When the facilitator sends it.
    case held
    /// Never.
    case skipped
    /// At the start of a turn.
    case turn
  }

  package var inject: InjectID
  package var time: Time
  /// The turn, where it waits for one.
  package var turn: Int?
  package init(inject: InjectID, time: Time, turn: Int?) {
    self.inject = inject
    self.time = time
    self.turn = turn
  }
}

/// A person who went to another seat.
package struct MemberMove: Hashable, Sendable, Codable {
  package var member: MemberID
  package var from: SeatID
  package var to: SeatID
}

/// A person who was put out.
package struct MemberRemoval: Hashable, Sendable, Codable {
  package var member: MemberID
  package var seat: SeatID
  /// The reason given; may be empty for a person put out, never for a figure.
  package var why: String
}

/// A permission given to a seat or taken from it, whatever its role says.
package struct PermissionChange: Hashable, Sendable, Codable {
  package var seat: SeatID
  package var permission: Permission
  /// True where it was given, false where it was taken.
  package var isGranted: Bool
  package init(seat: SeatID, permission: Permission, isGranted: Bool) {
    self.seat = seat
    self.permission = permission
    self.isGranted = isGranted
  }
}

/// A closed conversation of some states for some minutes.
package struct Conference: Hashable, Sendable, Codable {
  /// `c-7q4k`: tells nobody how many others there were.
  package var id: String
  /// Who is in it, ascending.
  package var states: [StateID]
  package var by: SeatID
  /// When it ends, milliseconds since the epoch; nil where somebody ends it.
  package var until: Int?
}

/// The end of a conference, with who spoke in it.
package struct ConferenceEnd: Hashable, Sendable, Codable {
  /// The id of the conference.
  package var id: String
  package var states: [StateID]
  /// `time`, `closed`, or `phase` where the phase ended it.
  package var reason: String
  /// Seats that spoke, in order of their first word.
  package var spoke: [SeatID]
}

/// An answer to a question of the survey; the last one counts.
package struct SurveyAnswer: Hashable, Sendable, Codable {
  package var member: MemberID
  /// The number of the question, from 1.
  package var question: Int
  /// What was written, as typed.
  package var text: String
}
