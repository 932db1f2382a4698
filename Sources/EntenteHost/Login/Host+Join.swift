import EntenteJournal
import EntenteModel
import EntenteSession
import EntenteWire

extension Host {
  func join(_ call: Call) throws(WireError) {
    if let code = call.request["code"] { return try joinWithCode(code, call) }
    guard call.connection.identity != .stranger else { throw Self.notLoggedIn }
    try resume(call)
  }

  /// Takes a seat with a code: makes a member and answers its token, once.
  private func joinWithCode(_ typed: String, _ call: Call) throws(WireError) {
    let code = try knownCode(typed, from: call.connection)
    let session = try session(code.session)
    let seat = SeatID(code.seat)
    let token = Secret.token(from: environment.random(Secret.tokenBytes))
    let name = call.request["name"] ?? ""
    let request = Self.request(of: Self.withoutCode(call, seat: seat))
    let actor = Actor.newcomer(seat)
    if let key = request.key, let known = try keyed(key, by: actor, in: session) {
      return try joinAgain(call, known, request, seat: seat, in: session, token: token)
    }
    // Asked only now: who repeats the request that used the code up is not locked out by it.
    try checkOpen(code)
    let now = environment.now()
    var answer: ServerLine?
    var member: Member?
    let ticket: Int
    do throws(Refusal) {
      ticket = try perform(
        .join(seat: seat, name: name), by: actor, in: session, request: request,
        reply: { v in
          member = session.state.members.last
          let line = ServerLine(
            .ok(verb: "JOIN"),
            [
              WireField("session", session.id), WireField("seat", seat.text),
              WireField("member", member?.id.text ?? ""), WireField("v", v),
            ], text: "Keep the token; it logs you in again.")
          answer = line
          return ServerLinePrinter.record(of: line)
        })
    } catch {
      throw WireError(error)
    }
    guard let answer, let member else { preconditionFailure("a join makes a member") }
    batch.members.append(
      MemberRecord(
        session: session.id, member: member.id.text, seat: seat.text, name: name,
        secretHash: Secret.hash(of: token), createdMilliseconds: now))
    useUp(code)
    admit(call, answer, member.id, seat, in: session, token: token, after: ticket)
    afterCommand(in: session, by: .member(member.id))
  }

  /// The same key again: the same member with a new token; the old one is revoked by it.
  private func joinAgain(
    _ call: Call, _ known: LiveSession.KeyedReply, _ request: LiveSession.Request, seat: SeatID,
    in session: LiveSession, token: String
  ) throws(WireError) {
    guard known.digest == request.digest else {
      throw WireError(
        .keyReused, [WireField("key", request.key ?? "")],
        "This key was used for another request. A new request takes a new key.")
    }
    guard var line = try? ServerLineParser.parse(known.reply),
      let member = line["member"].map({ MemberID($0.description) }),
      let person = session.state.member(member)
    else { throw WireError(.internal, [], "The recorded answer cannot be read.") }
    batch.members.append(
      MemberRecord(
        session: session.id, member: member.text, seat: person.seat.text, name: person.name,
        secretHash: Secret.hash(of: token), createdMilliseconds: environment.now()))
    line.isDuplicate = true
    admit(call, line, member, person.seat, in: session, token: token, after: ticketOfBatch())
  }

  private func admit(
    _ call: Call, _ line: ServerLine, _ member: MemberID, _ seat: SeatID,
    in session: LiveSession, token: String, after ticket: Int
  ) {
    logIn(call.connection, as: .member(session: session.id, member: member, seat: seat))
    enter(call.connection, session, since: 0)
    var line = line
    line.fields.insert(WireField("token", token), at: min(3, line.fields.count))
    reply(line, call, extra: Extra(before: handoverNote(seat, in: session)), after: ticket)
  }

  /// Offers the brief of a team that has played already to who takes a seat in it.
  private func handoverNote(_ seat: SeatID, in session: LiveSession) -> [ServerLine] {
    guard session.state.turn > 0, seat.state != nil else { return [] }
    return [
      ServerLine(
        .note(name: "HANDOVER"), [WireField("turn", session.state.turn)],
        text: "Your team has played already: BRIEF handover tells what it owes and is owed.")
    ]
  }

  private func useUp(_ code: JoinCodeRecord) {
    guard let left = code.usesLeft else { return }
    var used = code
    used.usesLeft = left - 1
    codes[code.secretHash] = used
    batch.joinCodes.append(used)
  }

  /// Goes on in a session: everything after `since`, then live.
  private func resume(_ call: Call) throws(WireError) {
    let id: String
    switch call.connection.identity {
    case .member(let own, _, _): id = call.word(0) ?? own
    default:
      id = try call.requireWord(0, "a session")
    }
    let (session, seat) = try place(in: id, for: call.connection)
    let newest = session.log.count(for: seat, visible: session.visible)
    let since = try call.number("since", in: 0...Int(Int32.max)) ?? 0
    guard since <= newest else {
      throw WireError(
        .badArgument, [WireField("since", since), WireField("v", newest)],
        "You have seen \(since) events, but there are \(newest); JOIN without since= begins anew.")
    }
    if case .member(let own, let member, _) = call.connection.identity {
      if call.connection.session === session {
        session.left(member, at: call.connection.cursor, time: environment.now())
      }
      session.returned(member, since: since)
      call.connection.identity = .member(session: own, member: member, seat: seat)
    }
    enter(call.connection, session, since: since)
    call.ok(
      [WireField("session", id), WireField("seat", seat.text), WireField("v", newest)]
        + (seat == .facilitator ? Self.seating(of: session.state.exercise) : []),
      "\(session.state.title): STATUS tells where you are.", from: self)
    call.connection.pump()
  }

  /// The session of an id and the seat somebody has in it now. A token opens the session it was
  /// made in and every branch of it.
  private func place(
    in id: String, for connection: HostConnection
  ) throws(WireError) -> (LiveSession, SeatID) {
    switch connection.identity {
    case .stranger: throw Self.notLoggedIn
    case .facilitator: return (try session(id), .facilitator)
    case .member(let own, let member, _):
      let session: LiveSession
      do {
        session = try self.session(id)
      } catch {
        // Of a damaged session its own people may hear what became of it.
        throw id == own && error.code == .quarantined
          ? error : WireError(noSuch: "session", id, near: own)
      }
      guard let seat = session.state.member(member)?.seat, isOpen(session, to: member, of: own)
      else {
        shelve(session)
        throw id == own ? Self.notLoggedIn : WireError(noSuch: "session", id, near: own)
      }
      return (session, seat)
    }
  }

  func enter(_ connection: HostConnection, _ session: LiveSession, since: Int) {
    leave(connection)
    connection.session = session
    connection.cursor = since
    if case .member(_, let member, _) = connection.identity {
      session.entered(member, time: environment.now())
    }
    audience[session.id, default: []].append(connection)
  }

  func leave(_ connection: HostConnection) {
    guard let session = connection.session else { return }
    if case .member(_, let member, _) = connection.identity {
      session.left(member, at: connection.cursor, time: environment.now())
    }
    connection.session = nil
    audience[session.id]?.removeAll { $0 === connection }
    shelve(session)
  }

  /// The sessions a connection may enter.
  func listPage(for connection: HostConnection) -> Page {
    var page = Page()
    for id in shelved.union(sessions.keys).sorted() {
      if case .member(let own, let member, _) = connection.identity, own != id,
        !(sessions[id].map { isOpen($0, to: member, of: own) } ?? false)
      {
        continue
      }
      guard let session = sessions[id] else {
        page.lines.append(
          Page.Line(
            [Page.Field("session", id), Page.Field("status", Self.closedStatus)],
            "\(id): over; JOIN \(id) opens its record"))
        continue
      }
      let state = session.state
      page.lines.append(
        Page.Line(
          [
            Page.Field("session", id), Page.Field("exercise", state.exercise.id),
            Page.Field("status", state.status.rawValue), Page.Field("turn", state.turn),
            Page.Field("members", state.members.count),
          ], "\(id): \(state.title), \(state.status.rawValue), turn \(state.turn)"))
    }
    page.fields = [Page.Field("count", page.lines.count)]
    page.text =
      page.lines.isEmpty ? "No sessions. CREATE first-accord makes one." : "JOIN id enters."
    return page
  }
}
