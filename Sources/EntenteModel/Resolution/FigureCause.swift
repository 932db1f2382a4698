/// What moved a figure in a turn.
package enum FigureCause: Hashable, Sendable, Codable {
  /// A clause of a deal.
  case clause(DealID, ClauseID)
  /// A deal as a whole.
  case deal(DealID)
  /// Orders of one kind.
  case ordered(OrderKeyword)
  /// An order of a state: its place among the orders the state gave.
  case order(state: Int, place: Int)
  /// An event of the exercise.
  case inject(InjectID)
  /// A partner state.
  case partner(Int)
  /// A line of production.
  case line(state: Int, programme: Int)
  /// A rule that works by itself.
  case rule(Rule)

  /// Rules that move figures without anybody's doing this turn.
  package enum Rule: String, Sendable, Codable {
    case budget, upkeep, decay, drift, growth, path, adversary, production, deterrence, income
    case research, civilTechnology, readiness, pressure, asymmetric, penalty, award, refund
    case procurement, royalty, workshare, leak, learning, inputs, development, firms
  }
}
