import EntenteJournal
import EntenteModel
import EntenteSession
import EntenteWire

// Branches: a session played again from the beginning of a turn, beside what was played.
extension Host {
  /// `FORK [turn=N]`: a branch that shares everything up to the beginning of a turn, the current
  /// one unless told. The members keep their seats and tokens; nothing of the parent changes.
  func fork(_ call: Call) throws(WireError) {
    guard let actor = call.connection.actor else { throw Self.notLoggedIn }
    let parent = try call.session()
    let request = Self.request(of: call)
    if try createdBefore(call, request, by: actor) { return }
    try checkRoomForSession()
    let turn = try call.number("turn", in: 1...1000) ?? max(1, parent.state.turn)
    if parent.isAhead {
      throw WireError(.busy, [], "The session is being saved; try again at once with the key.")
    }
    guard let sequence = parent.beginning(ofTurn: turn) else {
      throw WireError(
        .badArgument, [WireField("turn", turn), WireField("newest", parent.state.turn)],
        "Turn \(turn) has not begun in \(parent.id); there is nothing to branch from.")
    }
    let branch = try branch(of: parent, after: sequence)
    let title = call.request["title"] ?? "\(parent.state.title), again from turn \(turn)"
    sessions[branch.id] = branch
    batch.sessions.append(branch.record)
    enter(call.connection, branch, since: branch.log.count(for: .facilitator, visible: .max))
    try command(
      .desk(.fork(id: branch.id, parent: parent.id, title: title)), call, in: branch,
      fields: { _ in [WireField("session", branch.id), WireField("turn", turn)] },
      text: { _ in "You are in \(branch.id). Its members JOIN \(branch.id); UNPAUSE begins." })
    tellOfBranch(branch.id, turn: turn, in: parent)
  }

  /// The branch with what it shares, and no entry of its own yet.
  private func branch(
    of parent: LiveSession, after sequence: Int
  ) throws(WireError) -> LiveSession {
    let record = SessionRecord(
      id: freshSessionID(), packageHash: parent.record.packageHash, rulesID: parent.record.rulesID,
      seed: parent.record.seed, parent: parent.id, forkSequence: sequence,
      createdMilliseconds: environment.now(), status: "open")
    do throws(SessionFault) {
      return try Self.load(
        parent.record, as: record, from: store, exercises: exercises, rules: rules)
    } catch {
      throw WireError(.internal, [], "The branch cannot be made: \(error.sentence).")
    }
  }

  private func tellOfBranch(_ id: String, turn: Int, in parent: LiveSession) {
    let people = (audience[parent.id] ?? []).filter { $0.seat != .facilitator }
    whenDurable.append(
      (
        ticketOfBatch(),
        { [unowned self] in
          for connection in people where !connection.isClosed {
            send(
              connection.encode(
                ServerLine(
                  .note(name: "BRANCH"), [WireField("session", id), WireField("turn", turn)],
                  text: "Turn \(turn) is played again in a branch. JOIN \(id) goes there.")),
              to: connection, after: 0)
          }
        }
      ))
  }

  /// Whether a member of `origin` has a seat in `session`: it is the same, or branched from it when
  /// that person was in already. A later one of the same name is somebody else.
  func isOpen(_ session: LiveSession, to member: MemberID, of origin: String) -> Bool {
    guard session.state.member(member) != nil else { return false }
    var shared = Int.max
    var next: String? = session.id
    while let id = next {
      if id == origin { return session.joined(member).map { $0 <= shared } ?? false }
      let record =
        sessions[id]?.record
        ?? (reading { () throws(JournalError) in try store.session(id) } ?? nil)
      shared = min(shared, record?.forkSequence ?? shared)
      next = record?.parent
    }
    return false
  }
}
