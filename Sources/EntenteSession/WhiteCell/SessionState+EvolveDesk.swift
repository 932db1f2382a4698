import EntenteModel

extension SessionState {
  /// Folds what happened beside the play.
  mutating func evolveDesk(_ fact: DeskFact) {
    switch fact {
    case .memberMoved(let move): moveMember(move)
    case .memberRemoved(let removal):
      guard let place = memberPlaces[removal.member] else { return }
      members.remove(at: place)
      memberPlaces = Dictionary(
        uniqueKeysWithValues: members.enumerated().map { ($1.id, $0) })
      vacate(removal.seat)
    case .permissionSet: hasOwnPermissions = true
    case .sessionForked(let fork):
      id = fork.id
      title = fork.title
      // People have to come in first, so a branch begins with its clock stopped.
      status = .paused
      clock.deadline = nil
      clock.remaining = fork.remaining
      clock.pausedAt = time
      clock.began = time
    case .keyGiven(let key):
      change(key.deal) { negotiation, _ in
        negotiation.keys.removeAll { $0.state == key.state }
        negotiation.keys.append(key)
      }
    default: break
    }
    var next = whiteCell
    next.evolve(fact, turn: turn, at: time)
    whiteCell = next
  }

  private mutating func moveMember(_ move: MemberMove) {
    guard let place = memberPlaces[move.member] else { return }
    members[place].seat = move.to
    vacate(move.from)
    evolveSeat(move.to, .members)
  }

  /// A seat nobody sits in any more is free; a bot's stays a bot's.
  private mutating func vacate(_ seat: SeatID) {
    guard seats[seat] == .members, !members.contains(where: { $0.seat == seat }) else { return }
    evolveSeat(seat, .nobody)
  }
}
