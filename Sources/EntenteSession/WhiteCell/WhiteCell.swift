package import EntenteModel

/// The facilitator's desk as its facts have made it.
package struct WhiteCell: Sendable {
  /// A ticket and what became of it.
  package struct Case: Sendable {
    package var ticket: Ticket
    /// When it was opened, milliseconds since the epoch.
    package var openedAt: Int
    /// The turn it was opened in; 0 in the lobby.
    package var turn: Int
    package var ruling: Ruling?
    /// When it was ruled on last, milliseconds since the epoch.
    package var ruledAt: Int?
    /// Who of the white cell has taken it on.
    package var owner: String?
    /// Whether nobody has ruled on it yet.
    package var isOpen: Bool { ruling == nil }
  }

  /// A conference that goes on, and who has spoken in it.
  package struct OpenConference: Sendable {
    package var conference: Conference
    package var spoke: [SeatID] = []
  }

  package internal(set) var cases: [Case] = []
  package internal(set) var notes: [Note] = []
  package internal(set) var observations: [Observation] = []
  /// Predictions that wait for the end of their turn.
  package internal(set) var predictions: [Prediction] = []
  package internal(set) var judgements: [Judgement] = []
  package internal(set) var journal: [JournalPage] = []
  package internal(set) var changes: [ValueChange] = []
  package internal(set) var plans: [InjectID: InjectPlan] = [:]
  package internal(set) var expectations: [ExpectationCheck] = []
  /// Permissions that differ from the role's.
  package internal(set) var permissions: [SeatID: [Permission: Bool]] = [:]
  package internal(set) var conferences: [OpenConference] = []
  /// How many conferences each state has called, for ids.
  var conferencesCalled: [StateID: Int] = [:]
  package internal(set) var survey: [SurveyAnswer] = []

  mutating func evolve(_ fact: DeskFact, turn: Int, at time: Int) {
    switch fact {
    case .ticketOpened(let ticket):
      cases.append(Case(ticket: ticket, openedAt: time, turn: turn))
    case .ticketRuled(let ruling):
      guard let place = cases.firstIndex(where: { $0.ticket.id == ruling.ticket }) else { return }
      cases[place].ruling = ruling
      cases[place].ruledAt = time
    case .ticketTaken(let taken):
      guard let place = cases.firstIndex(where: { $0.ticket.id == taken.ticket }) else { return }
      cases[place].owner = taken.owner
    case .noteWritten(let note): notes.append(note)
    case .observationMade(let observation): observations.append(observation)
    case .predictionMade(let prediction): predict(prediction)
    case .predictionJudged(let judgement):
      predictions.removeAll { $0 == judgement.prediction }
      judgements.append(judgement)
    case .journalWritten(let page): journal.append(page)
    case .valueOverridden(let change): changes.append(change)
    case .injectPlanned(let plan): plans[plan.inject] = plan
    case .expectationChecked(let check): expectations.append(check)
    case .permissionSet(let change):
      permissions[change.seat, default: [:]][change.permission] = change.isGranted
    case .conferenceOpened(let conference): open(conference)
    case .conferenceClosed(let end): conferences.removeAll { $0.conference.id == end.id }
    case .surveyAnswered(let answer):
      survey.removeAll { $0.member == answer.member && $0.question == answer.question }
      survey.append(answer)
    case .memberMoved, .memberRemoved, .sessionForked, .keyGiven: break
    }
  }

  /// Opened again with more states, it stays the same conference.
  private mutating func open(_ conference: Conference) {
    if let place = conferences.firstIndex(where: { $0.conference.id == conference.id }) {
      conferences[place].conference = conference
      return
    }
    if let state = conference.by.state { conferencesCalled[state, default: 0] += 1 }
    conferences.append(OpenConference(conference: conference))
  }

  /// The last value for a figure counts.
  private mutating func predict(_ prediction: Prediction) {
    predictions.removeAll {
      $0.state == prediction.state && $0.turn == prediction.turn && $0.figure == prediction.figure
    }
    predictions.append(prediction)
  }

  /// A pause stops the time of conferences too.
  mutating func postponeConferences(by milliseconds: Int) {
    for place in conferences.indices {
      conferences[place].conference.until = conferences[place].conference.until.map {
        $0 + milliseconds
      }
    }
  }

  /// Somebody speaks in a conference.
  mutating func speak(_ seat: SeatID, in conference: String) {
    guard let place = conferences.firstIndex(where: { $0.conference.id == conference }),
      !conferences[place].spoke.contains(seat)
    else { return }
    conferences[place].spoke.append(seat)
  }

  /// The conference of an id that goes on.
  package func conference(_ id: String) -> OpenConference? {
    conferences.first { $0.conference.id == id }
  }
}
