/// What a clause has built up over the turns beside what is owed under it: a development, an
/// offset, a plant, an accelerator, a stock pool. Clauses that build up nothing have none.
package struct ClauseWork: Sendable, Hashable, Codable {
  /// What a development costs in all, fixed in its first turn of effect (`codev`); $k.
  package var total: Money = 0
  /// Paid into the development so far (`codev`); $k.
  package var progress: Money = 0
  /// Work placed so far, by ordered pair of seller and buyer (`offset`); $k.
  package var placed: [Money] = []
  /// Capacity a plant adds to each host, by state of the scenario (`subsidiary`); cu.
  package var added: [CapacityUnits] = []
  /// First turn in which that capacity works; 0 before it is ordered.
  package var addedFrom = 0
  /// Wins of its teams so far (`accel`).
  package var wins = 0
  /// Prototype tokens given so far (`accel`): the next goes to the state whose turn it is.
  package var tokens = 0
  /// Lots drawn since the state last owed the pool nothing, by state (`stockpool`): a quarter of
  /// it is put back a turn; mU.
  package var drawn: [Lots] = []

  package init() {}
}

extension ClauseStanding {
  /// What stands in `work`, nothing if there is none; a change makes it stand.
  var built: ClauseWork {
    get { work ?? ClauseWork() }
    set { work = newValue }
  }
}
