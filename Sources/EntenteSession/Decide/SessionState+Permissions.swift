import EntenteModel

extension SessionState {
  /// Whether a seat may do something for its state: its role says so, or no occupied seat of the
  /// state may and it is the first that is occupied. A bot may do everything for its state.
  package func may(_ seat: SeatID, _ permission: Permission) -> Bool {
    guard let state = seat.state.flatMap(scenario.index(of:)) else { return false }
    if doctrines[state] != nil { return true }
    if hasOwnPermissions, let set = whiteCell.permissions[seat]?[permission] { return set }
    var first: SeatID?
    var isTaken = false
    for (place, role) in exercise.roles.enumerated() {
      let other = exercise.seat(of: state, role: place)
      guard seats[other] == .members else { continue }
      if first == nil { first = other }
      guard role.permissions.contains(permission) else { continue }
      if other == seat { return true }
      isTaken = true
    }
    return !isTaken && first == seat
  }

  /// The seats of people whose `READY` a phase waits for, ascending.
  package var seatsToBeReady: [SeatID] {
    exercise.seats.filter { seat in
      members.contains { $0.seat == seat } && may(seat, .ready)
    }
  }

  func require(_ permission: Permission, of speaker: Speaker) throws(Refusal) {
    if speaker.isBot || may(speaker.seat, permission) { return }
    throw .forbidden(
      need: permission.rawValue,
      sentence: "The seat \(speaker.seat) may not \(permission.rawValue) for \(speaker.state).")
  }

  /// Whether the verbs of one of `phases` work now.
  package func isNow(_ phases: Phase...) -> Bool {
    status == .running && phases.contains { exercise.phases.covers(phase, $0) }
  }

  func requirePhase(_ wanted: Phase..., to action: String) throws(Refusal) {
    if wanted.contains(where: { exercise.phases.covers(phase, $0) }) { return }
    throw .notNow(
      phase: phase.rawValue, need: wanted.map(\.rawValue).joined(separator: ","),
      sentence: "You can \(action) in \(wanted.map(\.rawValue).joined(separator: " or ")); "
        + "this is \(phase.rawValue).")
  }
}
