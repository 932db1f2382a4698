extension World {
  /// A state taken out of the game: it leaves every deal before the next resolution as by notice 0,
  /// without trust or penalty, and what it still owed is forgotten. Offers it made end.
  package mutating func takeOut(_ state: Int) {
    for deal in deals.indices where deals[deal].status != .ended {
      guard deals[deal].bound.contains(state) else { continue }
      deals[deal].leaving.removeAll { $0.state == state }
      deals[deal].leaving.append(
        Departure(state: state, turn: turn, announced: 0, isAbrupt: true, isTakenOut: true))
      for clause in deals[deal].clauses.indices {
        deals[deal].clauses[clause].arrears.removeAll { $0.debtor == state }
      }
    }
    states[state].offers = []
  }
}
