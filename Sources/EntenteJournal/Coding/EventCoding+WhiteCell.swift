import EntenteJSON
import EntenteSession

// What happens beside the play: rare events, coded by their types under `fact`.
extension EventCoding {
  /// The stable name of a fact in the journal.
  static func kind(of fact: DeskFact) -> String {
    switch fact {
    case .ticketOpened: "ticket.opened"
    case .ticketRuled: "ticket.ruled"
    case .noteWritten: "note.written"
    case .observationMade: "observation.made"
    case .predictionMade: "prediction.made"
    case .predictionJudged: "prediction.judged"
    case .journalWritten: "journal.written"
    case .valueOverridden: "value.overridden"
    case .injectPlanned: "inject.planned"
    case .memberMoved: "member.moved"
    case .memberRemoved: "member.removed"
    case .permissionSet: "permission.set"
    case .conferenceOpened: "conference.opened"
    case .conferenceClosed: "conference.closed"
    case .surveyAnswered: "survey.answered"
    case .sessionForked: "session.forked"
    case .expectationChecked: "inject.checked"
    case .keyGiven: "key.given"
    case .ticketTaken: "ticket.taken"
    }
  }

  static func write(_ fact: DeskFact, to writer: inout JSONWriter) {
    switch fact {
    case .ticketOpened(let value): writer.coded("fact", value)
    case .ticketRuled(let value): writer.coded("fact", value)
    case .noteWritten(let value): writer.coded("fact", value)
    case .observationMade(let value): writer.coded("fact", value)
    case .predictionMade(let value): writer.coded("fact", value)
    case .predictionJudged(let value): writer.coded("fact", value)
    case .journalWritten(let value): writer.coded("fact", value)
    case .valueOverridden(let value): writer.coded("fact", value)
    case .injectPlanned(let value): writer.coded("fact", value)
    case .memberMoved(let value): writer.coded("fact", value)
    case .memberRemoved(let value): writer.coded("fact", value)
    case .permissionSet(let value): writer.coded("fact", value)
    case .conferenceOpened(let value): writer.coded("fact", value)
    case .conferenceClosed(let value): writer.coded("fact", value)
    case .surveyAnswered(let value): writer.coded("fact", value)
    case .sessionForked(let value): writer.coded("fact", value)
    case .expectationChecked(let value): writer.coded("fact", value)
    case .keyGiven(let value): writer.coded("fact", value)
    case .ticketTaken(let value): writer.coded("fact", value)
    }
  }

  static func readDesk(
    _ kind: String, _ scanner: inout JSONScanner
  ) throws(JSONError) -> DeskFact? {
    switch kind {
    case "ticket.opened": return .ticketOpened(try scanner.coded("fact", as: Ticket.self))
    case "ticket.ruled": return .ticketRuled(try scanner.coded("fact", as: Ruling.self))
    case "note.written": return .noteWritten(try scanner.coded("fact", as: Note.self))
    case "observation.made":
      return .observationMade(try scanner.coded("fact", as: Observation.self))
    case "prediction.made": return .predictionMade(try scanner.coded("fact", as: Prediction.self))
    case "prediction.judged":
      return .predictionJudged(try scanner.coded("fact", as: Judgement.self))
    case "journal.written": return .journalWritten(try scanner.coded("fact", as: JournalPage.self))
    case "value.overridden":
      return .valueOverridden(try scanner.coded("fact", as: ValueChange.self))
    case "inject.planned": return .injectPlanned(try scanner.coded("fact", as: InjectPlan.self))
    case "member.moved": return .memberMoved(try scanner.coded("fact", as: MemberMove.self))
    case "member.removed": return .memberRemoved(try scanner.coded("fact", as: MemberRemoval.self))
    case "permission.set":
      return .permissionSet(try scanner.coded("fact", as: PermissionChange.self))
    case "conference.opened":
      return .conferenceOpened(try scanner.coded("fact", as: Conference.self))
    case "conference.closed":
      return .conferenceClosed(try scanner.coded("fact", as: ConferenceEnd.self))
    case "survey.answered": return .surveyAnswered(try scanner.coded("fact", as: SurveyAnswer.self))
    case "ticket.taken": return .ticketTaken(try scanner.coded("fact", as: TicketTaken.self))
    case "key.given": return .keyGiven(try scanner.coded("fact", as: KeyGiven.self))
    case "session.forked": return .sessionForked(try scanner.coded("fact", as: Fork.self))
    case "inject.checked":
      return .expectationChecked(try scanner.coded("fact", as: ExpectationCheck.self))
    default: return nil
    }
  }
}
