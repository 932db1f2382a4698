import EntenteJournal
import EntenteModel
import EntenteSession
import EntenteWire

// Commands of the desk, and what they mean for connections and tokens.
extension Host {
  func deskCommand(_ command: DeskCommand, _ call: Call) throws(WireError) {
    let session = try call.session()
    let member = Self.member(of: command).flatMap(session.state.member)
    // Looked up before the batch is being changed: it may stand in that batch itself.
    let row = member.flatMap { self.row(after: command, of: $0, in: session) }
    let isNew = try self.command(
      .desk(command), call, in: session, fields: { Self.fields(of: command, in: $0) },
      text: { Self.words(of: command, in: $0) },
      rows: { if let row { $0.members.append(row) } })
    guard isNew, let member else { return }
    whenDurable.append(
      (
        ticketOfBatch(),
        { [unowned self] in
          switch command {
          case .move(_, let seat): reseat(member.id, to: seat, in: session)
          case .remove: sendAway(member.id, in: session)
          default: break
          }
        }
      ))
  }

  /// The person a command is about.
  private static func member(of command: DeskCommand) -> MemberID? {
    switch command {
    case .move(let member, _), .remove(let member, _): member
    default: nil
    }
  }

  /// The member's row as it is after a command that moves or removes it.
  private func row(
    after command: DeskCommand, of member: Member, in session: LiveSession
  ) -> MemberRecord? {
    guard var row = memberRow(member.id, in: session.id) else { return nil }
    switch command {
    case .move(_, let seat): row.seat = seat.text
    case .remove: row.isRevoked = true
    default: return nil
    }
    return row
  }

  private static func fields(
    of command: DeskCommand, in state: SessionState
  ) -> [WireField] {
    switch command {
    case .ask:
      state.whiteCell.cases.last.map { [WireField("ticket", $0.ticket.id)] } ?? []
    case .confer:
      state.whiteCell.conferences.last.map { [WireField("conference", $0.conference.id)] } ?? []
    case .rule(let request):
      (state.whiteCell.cases.first { $0.ticket.id == request.ticket }?.ruling).map {
        [WireField("outcome", $0.outcome.rawValue)]
          + ($0.drawn.map { [WireField("drawn", $0)] } ?? [])
      } ?? []
    case .override:
      state.whiteCell.changes.last.map {
        [WireField("before", $0.before), WireField("after", $0.after)]
      } ?? []
    case .tell: state.fired.last.map { [WireField("inject", $0.inject.text)] } ?? []
    default: []
    }
  }

  private static func words(of command: DeskCommand, in state: SessionState) -> String {
    switch command {
    case .ask: "The facilitator has it. TICKETS shows the answer."
    case .predict: "Noted; it is compared at the end of the turn."
    case .journal: "Written."
    case .confer: "They are invited."
    case .invite: "Invited."
    case .closeConference: "Closed."
    case .take: "Yours; the team is told."
    case .rule: "Told."
    case .annotate, .observe: "Noted."
    case .override: "Changed; what it was and why stay on the record."
    case .sendInject, .tell: "Sent."
    case .plan(let plan): "\(plan.inject) is \(plan.words)."
    case .move(let member, let seat): "\(member) sits in \(seat) now."
    case .remove(let member, _): "\(member) is out; the token opens nothing any more."
    case .setBot(let state, let doctrine):
      doctrine == nil ? "The bot has left \(state)." : "A bot plays \(state)."
    case .setPermission(let change):
      "\(change.seat) \(change.isGranted ? "may" : "may not") \(change.permission.rawValue) now."
    case .answerSurvey: "Thank you."
    case .fork: "The branch is made."
    }
  }

  /// A person who was moved goes on with the events of the new seat: their numbers are others, so
  /// the client enters anew.
  private func reseat(_ member: MemberID, to seat: SeatID, in session: LiveSession) {
    for connection in audience[session.id] ?? [] {
      guard case .member(let own, member, _) = connection.identity else { continue }
      connection.identity = .member(session: own, member: member, seat: seat)
      leave(connection)
      send(
        connection.encode(
          ServerLine(
            .note(name: "SEAT_CHANGED"), [WireField("seat", seat.text)],
            text: "You sit in \(seat) now. JOIN \(session.id) goes on there; BRIEF handover brings "
              + "you up to date.")),
        to: connection, after: 0)
    }
  }

  private func sendAway(_ member: MemberID, in session: LiveSession) {
    for connection in connections.values {
      guard case .member(let own, member, _) = connection.identity,
        own == session.id || connection.session === session
      else { continue }
      close(
        connection,
        WireError(.revoked, [], "The facilitator has taken you out of the session."))
    }
  }
}
