import EntenteModel

// Closed conversations of some states for some minutes.
extension SessionState {
  /// The longest conference, in minutes.
  package static let conferenceMinutesMax = 240

  /// When the first conference with a limit ends, milliseconds since the epoch.
  var conferenceDue: Int? { whiteCell.conferences.compactMap(\.conference.until).min() }

  func decideConference(
    _ command: DeskCommand, seat: SeatID, at time: Int
  ) throws(Refusal) -> [Event] {
    guard let state = seat.state else {
      throw .forbidden(need: "state", sentence: "Conferences are called by states.")
    }
    switch command {
    case .confer(let with, let minutes):
      return try decideCall(with, minutes: minutes, state, seat, at: time)
    case .invite(let id, let states):
      let open = try conference(id, for: state)
      try requirePress(of: seat, for: state)
      try checkStates(states, but: state)
      var wider = open.conference
      wider.states = Set(wider.states + states).sorted()
      return [Event(.states(wider.states), .desk(.conferenceOpened(wider)))]
    case .closeConference(let id):
      let open = try conference(id, for: state)
      guard open.conference.by.state == state else {
        throw .forbidden(
          need: open.conference.by.text,
          sentence: "\(open.conference.by) called \(id) and closes it; you can stop speaking.")
      }
      return [ending(of: open, reason: "closed")]
    default: preconditionFailure("not about a conference")
    }
  }

  private func decideCall(
    _ with: [StateID], minutes: Int?, _ state: StateID, _ seat: SeatID, at time: Int
  ) throws(Refusal) -> [Event] {
    guard status == .running else {
      throw .notNow(
        phase: status.rawValue, need: "running", sentence: "Conferences are called while you play.")
    }
    try requirePhase(.negotiate, to: "call a conference")
    try requirePress(of: seat, for: state)
    try checkStates(with, but: state)
    if let minutes, !(1...Self.conferenceMinutesMax).contains(minutes) {
      throw .badArgument(
        name: "minutes", value: String(minutes), allowed: "1 to \(Self.conferenceMinutesMax)")
    }
    let conference = Conference(
      id: DealNaming.conference(
        state: scenario.index(of: state) ?? 0,
        count: (whiteCell.conferencesCalled[state] ?? 0) + 1, seed: seed),
      states: Set(with + [state]).sorted(), by: seat, until: minutes.map { time + $0 * 60_000 })
    return [Event(.states(conference.states), .desk(.conferenceOpened(conference)))]
  }

  private func requirePress(of seat: SeatID, for state: StateID) throws(Refusal) {
    guard may(seat, .press) else {
      throw .forbidden(need: "press", sentence: "The seat \(seat) may not speak for \(state).")
    }
  }

  private func checkStates(_ states: [StateID], but own: StateID) throws(Refusal) {
    guard states.contains(where: { $0 != own }) else {
      throw .badArgument(name: "with", value: "", allowed: "one other state or more")
    }
    try requireKnown(states)
  }

  /// A conference that goes on and that the state is in.
  func conference(_ id: String, for state: StateID) throws(Refusal) -> WhiteCell.OpenConference {
    if let open = whiteCell.conference(id), open.conference.states.contains(state) { return open }
    let mine = whiteCell.conferences.filter { $0.conference.states.contains(state) }
    throw .noSuch(
      what: "conference", id: id, near: NearestWord.find(id, among: mine.map(\.conference.id)))
  }

  func ending(of open: WhiteCell.OpenConference, reason: String) -> Event {
    let end = ConferenceEnd(
      id: open.conference.id, states: open.conference.states, reason: reason, spoke: open.spoke)
    return Event(.states(end.states), .desk(.conferenceClosed(end)))
  }
}

extension Deliberation {
  /// Ends the conferences whose time is up, or all of them with the phase.
  mutating func endConferences(all: Bool) {
    for open in state.whiteCell.conferences {
      let isOver = open.conference.until.map { $0 <= time } ?? false
      guard all || isOver else { continue }
      let event = state.ending(of: open, reason: isOver ? "time" : "phase")
      emit(event.audience, event.fact)
    }
  }
}
