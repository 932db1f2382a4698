import EntenteModel

extension SessionState {
  /// The longest name of a member, in characters: it stands in lists of 100 columns.
  package static let nameLimit = 40
  /// The most members of a session: a class of forty twice over, and observers.
  package static let memberLimit = 120
  /// The longest pause the clock can be extended by in one command: an hour.
  package static let extensionSecondsMax = 3600

  /// The longest pause that ends by itself: a week.
  package static let pauseSecondsMax = 604_800

  func decideJoin(seat: SeatID, name: String) throws(Refusal) -> [Event] {
    try requireKnown(seat)
    guard !name.isEmpty, name.count <= Self.nameLimit else {
      throw .badArgument(
        name: "name", value: name, allowed: "1 to \(Self.nameLimit) characters")
    }
    guard members.count < Self.memberLimit else {
      throw .limit(what: "members", value: members.count, limit: Self.memberLimit)
    }
    var events: [Event] = []
    if let state = seat.state, doctrine(of: state) != nil {
      let first = SeatID(state: state, role: exercise.roles[0].name)
      if first != seat {
        events.append(Event(.everybody, .seatAssigned(seat: first, holder: .nobody)))
      }
    }
    // Counted by the ids that were given, of people who have moved on too.
    let ordinal = (idsGiven[seat] ?? 0) + 1
    let member = MemberID("\(seat.text).\(ordinal)")
    events.append(Event(.everybody, .memberJoined(member: member, seat: seat, name: name)))
    return events
  }

  func decideFacilitator(
    _ command: Command, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    switch command {
    case .issueCode(let seat, let uses, let seconds):
      return try decideCode(seat: seat, uses: uses, seconds: seconds)
    case .rotateCode(let seat, let revoked, let uses, let seconds):
      let issued = try decideCode(seat: seat, uses: uses, seconds: seconds)
      return revoked > 0 ? [codesRevoked(of: seat, revoked)] + issued : issued
    case .revokeCodes(let seat, let revoked):
      try requireKnown(seat)
      guard revoked > 0 else {
        throw .already(what: "revoked", sentence: "\(seat) has no code that is open.")
      }
      return [codesRevoked(of: seat, revoked)]
    case .start(let bots): return try decideStart(bots: bots, at: time, rules: rules)
    case .advance:
      try requireRunning()
      var deliberation = Deliberation(self, at: time, rules: rules)
      deliberation.endPhase()
      guard !deliberation.events.isEmpty else {
        throw .notNow(
          phase: phase.rawValue, need: "another turn",
          sentence: "The last turn is over: CLOSE ends the session and opens everything.")
      }
      return deliberation.events
    case .pause(let why, let seconds):
      try requireRunning()
      if let seconds, !(1...Self.pauseSecondsMax).contains(seconds) {
        throw .badArgument(
          name: "max", value: String(seconds), allowed: "1 to \(Self.pauseSecondsMax) seconds")
      }
      let remaining = clock.deadline.map { max(0, $0 - time) }
      let until = seconds.map { time + $0 * 1000 }
      return [Event(.everybody, .sessionPaused(why: why, remaining: remaining, until: until))]
    case .unpause:
      guard status == .paused else {
        throw .notNow(
          phase: status.rawValue, need: "paused", sentence: "The session is not paused.")
      }
      return [Event(.everybody, .sessionResumed(deadline: clock.remaining.map { time + $0 }))]
    case .extend(let seconds): return try decideExtend(seconds)
    default: return [Event(.everybody, .sessionClosed(reason: "closed"))]
    }
  }

  private func requireRunning() throws(Refusal) {
    guard status == .running else {
      throw .notNow(
        phase: status.rawValue, need: "running",
        sentence: status == .lobby
          ? "The session has not begun: START begins it."
          : "The session is paused: UNPAUSE goes on.")
    }
  }

  private func codesRevoked(of seat: SeatID, _ codes: Int) -> Event {
    Event(.facilitator, .codeRevoked(seat: seat, codes: codes))
  }

  private func decideCode(seat: SeatID, uses: Int, seconds: Int) throws(Refusal) -> [Event] {
    try requireKnown(seat)
    return [Event(.facilitator, .codeIssued(seat: seat, uses: uses, seconds: seconds))]
  }

  private func decideStart(bots: Bool, at time: Int, rules: Rules) throws(Refusal) -> [Event] {
    guard status == .lobby else {
      throw .already(what: "start", sentence: "The session has begun: turn \(turn), \(phase).")
    }
    var deliberation = Deliberation(self, at: time, rules: rules)
    if bots {
      for card in scenario.states where !isHuman(card.id) && doctrine(of: card.id) == nil {
        let seat = SeatID(state: card.id, role: exercise.roles[0].name)
        deliberation.emit(
          .everybody, .seatAssigned(seat: seat, holder: .bot(doctrine: card.doctrine)))
      }
    }
    deliberation.emit(.everybody, .sessionStarted)
    deliberation.beginTurn(1)
    return deliberation.events
  }

  private func decideExtend(_ seconds: Int) throws(Refusal) -> [Event] {
    try requireRunning()
    guard let deadline = clock.deadline else {
      throw .notNow(
        phase: phase.rawValue, need: "a clock", sentence: "This phase has no clock to extend.")
    }
    guard seconds != 0, abs(seconds) <= Self.extensionSecondsMax else {
      throw .badArgument(
        name: "seconds", value: String(seconds),
        allowed: "1 to \(Self.extensionSecondsMax), below 0 shortens")
    }
    let later = max(time, deadline + seconds * 1000)
    return [Event(.everybody, .phaseExtended(deadline: later, seconds: seconds))]
  }
}
