import EntenteModel

extension SessionState {
  /// What a command makes happen, or why it does not. Pure: the same command on the same state at
  /// the same time gives the same events. Nothing changes here; fold the events with `evolve`.
  package func decide(
    _ command: Command, by actor: Actor, at occasion: Occasion, rules: Rules
  ) throws(Refusal) -> [Event] {
    let time = max(occasion.time, self.time)
    if case .createSession(let created) = command {
      guard status == .none else {
        throw .already(what: created.id, sentence: "The session \(created.id) exists already.")
      }
      return [Event(.everybody, .sessionCreated(created))]
    }
    guard status != .none else { throw .noSuch(what: "session", id: id, near: nil) }
    guard status != .closed || command.isForAfterwards else {
      throw .notNow(
        phase: "closed", need: "open",
        sentence: "The session is closed; its record can be read and replayed.")
    }
    if case .tick = command { return try tick(at: time, rules: rules) }
    guard let seat = seat(of: actor) else { throw .notAMember }
    switch command {
    case .issueCode, .rotateCode, .revokeCodes, .start, .advance, .pause, .unpause, .extend, .close:
      guard seat == .facilitator else {
        throw .forbidden(
          need: "facilitator", sentence: "Only the facilitator can do this.")
      }
      return try decideFacilitator(command, at: time, rules: rules)
    case .join(let seat, let name): return try decideJoin(seat: seat, name: name)
    case .say(let to, let issue, let text):
      return try decideSay(from: seat, to: to, issue: issue, text: text)
    case .communique(let text): return try decideCommunique(from: seat, text: text)
    case .desk(let command):
      return try decideDesk(command, by: actor, seat: seat, at: time, rules: rules)
    default:
      guard let state = seat.state, let index = scenario.index(of: state) else {
        throw .forbidden(need: "state", sentence: "Only a seat of a state can do this.")
      }
      let desk = Speaker(seat: seat, state: state, index: index, isBot: actor.isBot)
      return try decideForState(command, by: desk, at: time, rules: rules)
    }
  }

  private func decideForState(
    _ command: Command, by speaker: Speaker, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    guard status == .running else {
      throw .notNow(
        phase: status.rawValue, need: "running",
        sentence: status == .lobby
          ? "The session has not begun; the facilitator starts it."
          : "The session is paused until the facilitator says UNPAUSE.")
    }
    switch command {
    case .ready: return try decideReady(by: speaker, at: time, rules: rules)
    case .unready: return try decideUnready(by: speaker)
    case .propose(let text): return try decidePropose(text, by: speaker, rules: rules)
    case .counter(let deal, let text):
      return try decideCounter(deal, text, by: speaker, at: time, rules: rules)
    case .sign(let deal, let revision):
      return try decideSign(deal, revision: revision, by: speaker, at: time, rules: rules)
    case .reject(let deal, let why):
      return try decideReject(deal, why: why, by: speaker, at: time, rules: rules)
    case .withdraw(let deal):
      return try decideWithdraw(deal, by: speaker, at: time, rules: rules)
    case .ratify(let deal):
      return try decideRatify(deal, by: speaker, at: time, rules: rules)
    case .reserve(let deal, let clause):
      return try decideReserve(deal, clause, by: speaker, at: time, rules: rules)
    case .denounce(let deal, let now):
      return try decideDenounce(deal, now: now, by: speaker, at: time, rules: rules)
    case .accede(let deal, let annex):
      return try decideAccede(to: deal, annex: annex, by: speaker, at: time, rules: rules)
    case .order(let order): return try decideOrder(order, by: speaker)
    case .cancel(let id): return try decideCancel(id, by: speaker)
    case .createSession, .issueCode, .rotateCode, .revokeCodes, .start, .advance, .pause, .unpause,
      .extend, .close, .join, .say, .communique, .desk, .tick:
      preconditionFailure("decided before")
    }
  }
}

/// Who speaks for a state in a command.
struct Speaker {
  var seat: SeatID
  var state: StateID
  var index: Int
  var isBot: Bool
}

extension Command {
  /// Whether it is done with a session that is over: playing it again, answering the survey.
  fileprivate var isForAfterwards: Bool {
    switch self {
    case .desk(.fork), .desk(.answerSurvey): true
    default: false
    }
  }
}

extension Actor {
  /// The person of the session who acts; nil for everybody else.
  var person: MemberID? { if case .member(let member) = self { member } else { nil } }

  /// Whether a bot acts.
  package var isBot: Bool { if case .bot = self { true } else { false } }
}
