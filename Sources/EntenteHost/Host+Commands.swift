import EntenteJournal
import EntenteModel
import EntenteSession
import EntenteWire

// Commands: decided once, written once, answered when durable.
extension Host {
  /// Lines that stand before an `OK` and are made anew for a retry: warnings, secrets.
  struct Extra {
    var before: [ServerLine] = []
    /// Fields that are never stored, such as a token.
    var secret: [WireField] = []
    /// What the answer to a retry waits for: rows that go with its secrets.
    var ticket = 0
  }

  /// Runs a command of a call and answers it. `fields` are those of the `OK` beside `v`, told from
  /// the state after the command. False where it was done before and answered from the record.
  @discardableResult
  func command(
    _ command: Command, _ call: Call, in session: LiveSession, by actor: Actor? = nil,
    fields: (SessionState) -> [WireField] = { _ in [] },
    text: (SessionState) -> String? = { _ in nil },
    extra: Extra = Extra(), rows: (inout JournalBatch) -> Void = { _ in }
  ) throws(WireError) -> Bool {
    guard let actor = actor ?? call.connection.actor else { throw Self.notLoggedIn }
    let request = Self.request(of: call)
    if try answerAgain(call, request, in: session, by: actor, extra: extra) { return false }
    var answer: ServerLine?
    let ticket: Int
    do throws(Refusal) {
      ticket = try perform(
        command, by: actor, in: session, request: request,
        reply: { v in
          let line = ServerLine(
            .ok(verb: call.verb), [WireField("v", v)] + fields(session.state),
            text: text(session.state))
          answer = line
          return ServerLinePrinter.record(of: line)
        }, with: rows)
    } catch {
      throw WireError(error)
    }
    guard let answer else { preconditionFailure("a command that was performed has an answer") }
    reply(answer, call, extra: extra, after: ticket)
    afterCommand(in: session, by: actor)
    return true
  }

  /// Answers a retry from the record. False when the key is new.
  private func answerAgain(
    _ call: Call, _ request: LiveSession.Request, in session: LiveSession, by actor: Actor,
    extra: Extra
  ) throws(WireError) -> Bool {
    guard let key = request.key, let known = try keyed(key, by: actor, in: session) else {
      return false
    }
    guard known.digest == request.digest else {
      throw WireError(
        .keyReused, [WireField("key", key)],
        "The key \(key) was used for another request. A new request takes a new key.")
    }
    guard var line = try? ServerLineParser.parse(known.reply) else {
      throw WireError(.internal, [], "The recorded answer cannot be read.")
    }
    line.isDuplicate = true
    reply(
      line, call, extra: Extra(secret: extra.secret),
      after: max(extra.ticket, readingTicket(in: session)))
    return true
  }

  /// What an actor's key was used for before and what was answered.
  func keyed(
    _ key: String, by actor: Actor, in session: LiveSession
  ) throws(WireError) -> LiveSession.KeyedReply? {
    guard let sequence = session.sequence(of: key, by: actor) else { return nil }
    if let answer = session.pendingAnswer(in: sequence) { return answer }
    let entry = try? store.entries(of: session.id, after: sequence - 1, limit: 1).first
    guard let entry, entry.sequence == sequence else {
      throw WireError(.internal, [], "The recorded answer cannot be read; try again.")
    }
    return LiveSession.KeyedReply(digest: entry.digest, reply: entry.reply)
  }

  func reply(_ line: ServerLine, _ call: Call, extra: Extra, after ticket: Int) {
    var bytes: [UInt8] = []
    for before in extra.before { call.append(before, to: &bytes) }
    var line = line
    line.fields += extra.secret
    call.append(line, to: &bytes)
    send(bytes, to: call.connection, after: ticket, id: call.request.tags.id)
  }

  /// What the journal keeps of a request.
  static func request(of call: Call) -> LiveSession.Request {
    let text = call.request.substance(body: call.body)
    return LiveSession.Request(key: call.request.tags.key, text: text)
  }

  /// What follows a command: bots answer, the clock is set.
  func afterCommand(in session: LiveSession, by actor: Actor) {
    playBots(in: session, after: actor)
    setClock(for: session)
    keepSnapshot(of: session)
  }
}
