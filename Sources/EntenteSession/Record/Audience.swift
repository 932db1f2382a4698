package import EntenteModel

/// Who may see an event. One rule serves live play, resume, replay, export and bots. The
/// facilitator and evaluators see everything but facts; an observer sees what the teams see, or one
/// team; the projector what everybody sees. That somebody sees it later is no part of the rule.
package enum Audience: Hashable, Sendable {
  /// A fact nobody sees whole, such as the world after a resolution.
  case nobody
  case everybody
  case facilitator
  /// All seats of these states, ascending.
  case states([StateID])
  /// These seats, ascending.
  case seats([SeatID])

  /// Whether the holder of `seat` sees the event.
  package func includes(_ seat: SeatID) -> Bool {
    switch self {
    case .nobody: return false
    case .everybody: return true
    case .facilitator: return seat.isOfWhiteCell
    case .states(let states):
      if let state = seat.state { return states.contains(state) }
      return seat.isOfWhiteCell || isForTeams(states, seat.onlooker)
    case .seats(let seats):
      if seats.contains(seat) || seat.isOfWhiteCell { return true }
      guard let onlooker = seat.onlooker else { return false }
      return isForTeams(seats.compactMap(\.state), onlooker)
    }
  }

  /// Whether an observer looks on with one of these teams. A message of one seat to the
  /// facilitator has a team too: the sender's.
  private func isForTeams(_ states: [StateID], _ onlooker: Onlooker?) -> Bool {
    guard let onlooker, onlooker.kind == .observer else { return false }
    return onlooker.team.map(states.contains) ?? !states.isEmpty
  }
}
