import EntenteModel

extension SessionState {
  func decideSay(
    from seat: SeatID, to: [String], issue: String?, text: String
  ) throws(Refusal) -> [Event] {
    guard !text.isEmpty else {
      throw .badArgument(name: "text", value: "", allowed: "a message after the colon")
    }
    if let onlooker = seat.onlooker, onlooker.kind == .projector || to != ["facilitator"] {
      throw .forbidden(
        need: "state",
        sentence: onlooker.kind == .projector
          ? "A projector only shows." : "Who looks on speaks to the facilitator only.")
    }
    let reach = press(in: phase)
    let audience = try audience(of: to, from: seat)
    let leavesTeam = to.contains { $0 != "team" && $0 != seat.state?.text && $0 != "facilitator" }
    if leavesTeam, seat != .facilitator {
      guard reach == .open || status == .lobby else {
        throw .notNow(
          phase: phase.rawValue, need: "open press",
          sentence: "In \(phase.rawValue) you can speak to your own team and the facilitator only.")
      }
      guard may(seat, .press) || status == .lobby else {
        throw .forbidden(
          need: "press", sentence: "The seat \(seat) speaks to its own team and the facilitator.")
      }
    }
    return [
      Event(audience, .messageSent(MessageSent(from: seat, to: to, issue: issue, text: text)))
    ]
  }

  func decideCommunique(from seat: SeatID, text: String) throws(Refusal) -> [Event] {
    guard let state = seat.state else {
      throw .forbidden(need: "state", sentence: "Only a state issues a communiqué.")
    }
    try requirePhase(.negotiate, to: "issue a communiqué")
    guard may(seat, .press) else {
      throw .forbidden(need: "press", sentence: "The seat \(seat) may not speak for \(state).")
    }
    guard !text.isEmpty else {
      throw .badArgument(name: "text", value: "", allowed: "a text after the colon")
    }
    return [Event(.everybody, .communiqueIssued(state: state, by: seat, text: text))]
  }

  private func press(in phase: Phase) -> PressRule.Reach {
    exercise.press.first { $0.phase == phase }?.reach ?? .open
  }

  /// The seats or states a list of addressees names, the author's own included.
  private func audience(of to: [String], from seat: SeatID) throws(Refusal) -> Audience {
    guard !to.isEmpty else {
      throw .badArgument(name: "to", value: "", allowed: addressees)
    }
    if to.contains("all") { return .everybody }
    var states: [StateID] = []
    var named: [SeatID] = []
    for word in to {
      if word == "facilitator" { continue }
      if word == "team" {
        guard let own = seat.state else {
          throw .badArgument(name: "to", value: word, allowed: addressees)
        }
        states.append(own)
      } else if scenario.index(of: StateID(word)) != nil {
        states.append(StateID(word))
      } else if let own = seat.state, let open = whiteCell.conference(word)?.conference,
        open.states.contains(own)
      {
        states += open.states
      } else if seats[SeatID(word)] != nil {
        named.append(SeatID(word))
      } else {
        throw .noSuch(what: "addressee", id: word, near: nearestAddressee(to: word))
      }
    }
    if named.isEmpty, !states.isEmpty {
      if let own = seat.state { states.append(own) }
      return .states(Set(states).sorted())
    }
    let all = exercise.seats.filter { $0.state.map(states.contains) ?? false } + named + [seat]
    return .seats(Set(all).sorted())
  }

  private var addressees: String {
    "all, team, facilitator, a state (\(scenario.states.map(\.id.text).joined(separator: ", "))) "
      + "or a seat such as \(exercise.seats.first?.text ?? "")"
  }

  private func nearestAddressee(to word: String) -> String? {
    let words = scenario.states.map(\.id.text) + ["all", "team", "facilitator"]
    return NearestWord.find(word, among: words)
  }
}
