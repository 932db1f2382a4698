import EntenteModel

// Who sits where, and what a seat may do.
extension SessionState {
  func person(_ id: MemberID) throws(Refusal) -> Member {
    if let member = member(id) { return member }
    throw .noSuch(
      what: "member", id: id.text,
      near: NearestWord.find(id.text, among: members.map(\.id.text)))
  }

  func decideMove(_ id: MemberID, to seat: SeatID) throws(Refusal) -> [Event] {
    let member = try person(id)
    try requireKnown(seat)
    guard member.seat != seat else {
      throw .already(what: id.text, sentence: "\(member.name) sits in \(seat).")
    }
    var events: [Event] = []
    // A person in any seat of a state takes it from the bot, as by joining.
    if let state = seat.state.flatMap(scenario.index(of:)), doctrines[state] != nil {
      let first = exercise.seat(of: state, role: 0)
      if first != seat {
        events.append(Event(.everybody, .seatAssigned(seat: first, holder: .nobody)))
      }
    }
    let move = MemberMove(member: id, from: member.seat, to: seat)
    return events + [Event(.everybody, .desk(.memberMoved(move)))]
  }

  func decideBot(_ state: StateID, _ doctrine: String?) throws(Refusal) -> [Event] {
    try requireKnown([state])
    guard let index = scenario.index(of: state) else { preconditionFailure("known above") }
    let seat = exercise.seat(of: index, role: 0)
    guard let doctrine else {
      guard doctrines[index] != nil else {
        throw .already(what: state.text, sentence: "No bot plays \(state).")
      }
      let holder: SeatHolder = members.contains { $0.seat == seat } ? .members : .nobody
      return [Event(.everybody, .seatAssigned(seat: seat, holder: holder))]
    }
    guard doctrines[index] != doctrine else {
      throw .already(what: state.text, sentence: "A bot (\(doctrine)) plays \(state) already.")
    }
    return [Event(.everybody, .seatAssigned(seat: seat, holder: .bot(doctrine: doctrine)))]
  }

  func decidePermission(_ change: PermissionChange) throws(Refusal) -> [Event] {
    try requireKnown(change.seat)
    guard change.seat.state != nil else {
      throw .badArgument(
        name: "seat", value: change.seat.text,
        allowed: "a seat of a state; who looks on does nothing for one")
    }
    let known = whiteCell.permissions[change.seat]?[change.permission]
    guard known != change.isGranted else {
      throw .already(
        what: change.permission.rawValue,
        sentence: "\(change.seat) \(change.isGranted ? "may" : "may not") "
          + "\(change.permission.rawValue) already.")
    }
    let audience: Audience = change.seat.state.map { .states([$0]) } ?? .facilitator
    return [Event(audience, .desk(.permissionSet(change)))]
  }

  /// Refuses the first state that is none of the exercise.
  func requireKnown(_ states: [StateID]) throws(Refusal) {
    for state in states where scenario.index(of: state) == nil {
      throw .noSuch(
        what: "state", id: state.text,
        near: NearestWord.find(state.text, among: scenario.states.map(\.id.text)))
    }
  }

  /// Refuses a seat that is none of the exercise.
  func requireKnown(_ seat: SeatID) throws(Refusal) {
    if let onlooker = seat.onlooker {
      if let team = onlooker.team { try requireKnown([team]) }
      return
    }
    guard seats[seat] == nil else { return }
    let known = exercise.seats.map(\.text) + Onlooker.Kind.allCases.map(\.rawValue)
    throw .noSuch(what: "seat", id: seat.text, near: NearestWord.find(seat.text, among: known))
  }
}
