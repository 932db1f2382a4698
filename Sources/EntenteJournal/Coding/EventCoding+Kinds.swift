import EntenteJSON
import EntenteModel
import EntenteSession

extension EventCoding {
  /// The stable name of a fact in the journal.
  static func kind(of fact: Fact) -> String {
    switch fact {
    case .sessionCreated: "session.created"
    case .sessionStarted: "session.started"
    case .sessionPaused: "session.paused"
    case .sessionResumed: "session.resumed"
    case .sessionClosed: "session.closed"
    case .memberJoined: "member.joined"
    case .seatAssigned: "seat.assigned"
    case .codeIssued: "code.issued"
    case .codeRevoked: "code.revoked"
    case .turnStarted: "turn.started"
    case .phaseStarted: "phase.started"
    case .phaseExtended: "phase.extended"
    case .readySet: "ready.set"
    case .readyCleared: "ready.cleared"
    case .messageSent: "message.sent"
    case .communiqueIssued: "communique.issued"
    case .offerTabled: "offer.tabled"
    case .offerCountered: "offer.countered"
    case .offerSigned: "offer.signed"
    case .offerRefused: "offer.refused"
    case .dealChanged: "deal.changed"
    case .dealRatified: "deal.ratified"
    case .dealStanding: "deal.standing"
    case .changeTabled: "change.tabled"
    case .changeAnswered: "change.answered"
    case .changePassed: "change.passed"
    case .changeRatified: "change.ratified"
    case .changeSettled: "change.settled"
    case .accessionNoted: "accession.noted"
    case .dealDenounced: "deal.denounced"
    case .dutyRecorded: "duty.recorded"
    case .disputeOpened: "dispute.opened"
    case .disputeSettled: "dispute.settled"
    case .orderEntered: "order.entered"
    case .orderCancelled: "order.cancelled"
    case .orderResolved: "order.resolved"
    case .injectFired: "inject.fired"
    case .choiceMade: "choice.made"
    case .worldSet: "world.set"
    case .turnResolved: "turn.resolved"
    case .groupFound: "group.found"
    case .groupLost: "group.lost"
    case .scoreFinal: "score.final"
    case .desk(let fact): kind(of: fact)
    }
  }

  /// Writes the members of a fact, keys ascending.
  static func write(_ fact: Fact, to writer: inout JSONWriter) {
    switch fact {
    case .messageSent(let message): write(message, to: &writer)
    case .orderEntered(let entry): write(entry, to: &writer)
    case .orderCancelled(let state, let id):
      writer.member("id", id)
      writer.member("state", state.text)
    case .orderResolved(let outcome): write(outcome, to: &writer)
    case .sessionCreated, .sessionStarted, .sessionPaused, .sessionResumed, .sessionClosed,
      .memberJoined, .seatAssigned, .codeIssued, .codeRevoked:
      writePeople(fact, to: &writer)
    case .turnStarted, .phaseStarted, .phaseExtended, .readySet, .readyCleared:
      writeClock(fact, to: &writer)
    case .communiqueIssued, .offerTabled, .offerCountered, .offerSigned, .offerRefused,
      .dealChanged, .dealRatified, .dealStanding, .dutyRecorded, .disputeOpened, .disputeSettled:
      writeDealing(fact, to: &writer)
    case .changeTabled, .changeAnswered, .changePassed, .changeRatified, .changeSettled,
      .accessionNoted, .dealDenounced:
      writeChange(fact, to: &writer)
    case .injectFired, .choiceMade, .worldSet, .turnResolved, .groupFound, .groupLost,
      .scoreFinal:
      writeTurn(fact, to: &writer)
    case .desk(let fact): write(fact, to: &writer)
    }
  }

  /// Reads the members of a fact of the kind, in the order in which they were written.
  static func read(_ kind: String, _ scanner: inout JSONScanner) throws(JSONError) -> Fact {
    switch kind {
    case "message.sent": return .messageSent(try readMessage(&scanner))
    case "order.entered": return .orderEntered(try readOrderEntry(&scanner))
    case "order.cancelled":
      let id = try scanner.text("id")
      return .orderCancelled(state: StateID(try scanner.text("state")), id: id)
    case "order.resolved": return .orderResolved(try readOrderOutcome(&scanner))
    default: break
    }
    if let fact = try readPeople(kind, &scanner) { return fact }
    if let fact = try readClock(kind, &scanner) { return fact }
    if let fact = try readDealing(kind, &scanner) { return fact }
    if let fact = try readChanges(kind, &scanner) { return fact }
    if let fact = try readTurn(kind, &scanner) { return fact }
    if let fact = try readDesk(kind, &scanner) { return .desk(fact) }
    throw JSONError(
      offset: scanner.offset,
      reason: .shape(path: kind, problem: "is no event that this program knows"))
  }
}
