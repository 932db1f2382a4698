/// One row of the order catalogue: all that a parser, a help text or a menu needs.
package struct OrderSpec: Sendable {
  /// The menu an order belongs to; a seat needs the permission of the same name.
  package enum Group: String, CaseIterable, Sendable {
    case budget, programme, policy, posture
  }

  /// The word people type.
  package var keyword: OrderKeyword
  /// The group it belongs to.
  package var group: Group
  /// In the order in which they are printed.
  package var parameters: [OrderParameter]
  /// Names of the parameters that are its object: a later order with the same keyword and object
  /// replaces an earlier one.
  package var object: [String]
  /// Actions of the turn's budget it takes, 0 or 1.
  package var actions: Int
  /// Allowed in every exercise, whatever its menu says.
  package var isAlwaysAllowed: Bool
  /// Turns from one use to the next; 1 is every turn.
  package var pause: Int
  /// One line for people who ask for help.
  package var summary: String
  /// A line as people type it, without the verb.
  package var example: String

  /// The parameter called `name`, if there is one.
  package func parameter(_ name: String) -> OrderParameter? {
    parameters.first { $0.name == name }
  }
}

/// A parameter of an order.
package struct OrderParameter: Sendable {
  /// What an order means that leaves the parameter out.
  package enum Fallback: Hashable, Sendable {
    case required
    /// Absent means what the summary says.
    case optional
    case value(ParameterValue)
  }

  /// The word before the `=`.
  package var name: String
  /// Its type.
  package var type: OrderParameterType
  /// What holds if it is not written.
  package var fallback: Fallback
  /// One line for people who ask for help.
  package var summary: String

  package init(
    _ name: String, _ type: OrderParameterType, _ fallback: Fallback, _ summary: String
  ) {
    self.name = name
    self.type = type
    self.fallback = fallback
    self.summary = summary
  }

  /// Whether an order without it is refused.
  package var isRequired: Bool { fallback == .required }
}

/// What may be written as the value of an order's parameter, and the `ParameterValue` it becomes.
package enum OrderParameterType: Hashable, Sendable {
  /// `.word` of a domain.
  case domain
  /// `.words`, two domains sorted.
  case domains(Int)
  /// `.word` of a sector.
  case sector
  /// `.word` of an input.
  case input
  /// `.integer` in $k.
  case money
  /// `.integer` in mU.
  case lots
  /// `.integer` in bp, in this range.
  case pct(ClosedRange<Int>)
  /// `.integer` in bp, one of these.
  case level([Int])
  /// `.integer` in this range.
  case int(ClosedRange<Int>)
  /// `.word` of another state, or of any state.
  case state
  /// `.words` of states sorted, empty for `all`.
  case statesOrAll
  /// `.word` of a state, or this word.
  case stateOr(String)
  /// `.word` of a line: `dorn-canopy`.
  case line
  /// `.word` of a programme.
  case programme
  /// `.word` of a theatre.
  case theatre
  /// `.word` of a deal: `D-7Q4K`.
  case deal
  /// `.word` of a clause: `c1`.
  case clause
  /// `.words` of clauses.
  case clauses
  /// `.word` of a duty: `D-7Q4K.c1.dorn`.
  case duty
  /// `.word`, one of these.
  case word([String])
  /// `.word` of `cost` or `list`, or `.integer` in $k.
  case price
  /// `.flag`.
  case flag
  /// `.word` of an event, of one of its options, of a request.
  case inject, option, request
}
