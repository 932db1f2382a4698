/// One entry of a doctrine's row of orders. Shares are bp of the budget of a turn.
enum OrderHabit: Sendable {
  /// Research, the share divided equally over the domains of the exercise's programmes.
  case research(share: Int)
  /// Research in the domain it is best in.
  case researchBest(share: Int)
  /// Capacity in the sector with most capacity.
  case invest(share: Int)
  /// Capacity up to the growth a turn allows, where orders are unmet, else in the largest sector.
  case investToLimit
  case readiness(share: Int, fromTurn: Int)
  case asym(share: Int)
  /// Protection of secrets in turn 1, if a programme it lacks asks for more security than it has.
  case securityUpgrade
  /// Once in the game, not before a turn and not below a level of political capital.
  case relaxExport(fromTurn: Int, capital: Int)
  /// Extra shifts while more is ordered from a line than it made and its people are not too tired.
  case surge(level: Int, fatigueBelow: Int)
  /// Civil-military fusion, from a level of political capital on.
  case fusionPosture(capital: Int)
  /// The highest barriers, so many a turn.
  case reform(count: Int)
  /// The law on civil technology, in turn 1.
  case framework
}
