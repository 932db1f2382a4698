package import EntenteModel

/// Who may see an event. One rule serves live play, resume, replay, export and bots. The
/// facilitator sees everything but facts.
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
    case .facilitator: return seat == .facilitator
    case .states(let states):
      if seat == .facilitator { return true }
      return seat.state.map(states.contains) ?? false
    case .seats(let seats): return seat == .facilitator || seats.contains(seat)
    }
  }
}
