/// What a text would do, looked at some turns ahead against the same run without it.
package struct PreviewResult: Sendable {
  /// Turns looked ahead, 1 or more.
  package var horizon: Int
  /// Waits the text begins, in the order of its clauses.
  package var gates: [PreviewGates]
  /// Unit cost at the horizon of every line of the programmes the text is about.
  package var costs: [PreviewCost]
  /// By party, ascending; with fog only the reader's own.
  package var parties: [PreviewEffect]
  /// Leak meters of the programmes the text is about.
  package var leaks: [PreviewLeak]
  /// What the text makes its parties owe, turn by turn.
  package var duties: [PreviewDuty]
  package var warnings: [DealWarning]
  /// What stands against the reader's signature now.
  package var refusals: [RuleRefusal]
  /// What stands in for things the reader does not see.
  package var assumptions: [String]

  /// The effect on a state, if it is told.
  package func effect(on state: Int) -> PreviewEffect? { parties.first { $0.state == state } }
}

/// Changes at the horizon for one party, against the run without the text; bp.
package struct PreviewEffect: Hashable, Sendable {
  package var state: Int
  /// SEC LAT COST INT TECH ECON.
  package var terms: [Int]
  /// NAT.
  package var national: Int
  /// Change a turn of the highest leak meter among the programmes it owns.
  package var leak: Int
  /// Change of its largest DEP on one state.
  package var dependence: Int
  /// Its largest DEP at the horizon with the text.
  package var dependenceAfter: Int
  /// Change of its treasury; $k.
  package var treasury: Int
}

/// The leak meter of a programme: how much it rises a turn, with and without the text; bp.
package struct PreviewLeak: Hashable, Sendable {
  package var programme: Int
  package var with: Int
  package var without: Int
  /// The highest value by the horizon, with the text.
  package var highest: Int
}

/// What a party owes in a turn under the text.
package struct PreviewDuty: Hashable, Sendable {
  package var turn: Int
  package var clause: ClauseID
  package var debtor: Int
  /// Nil where it is owed to all.
  package var creditor: Int?
  /// $k if `isMoney`, else mU.
  package var amount: Int
  package var isMoney: Bool
}

/// The unit cost of a line, from the list price to what it costs; $k, each after the one before.
package struct PreviewCost: Hashable, Sendable {
  package var state: Int
  package var programme: Int
  package var list: Money
  package var learning: Money
  package var rate: Money
  package var premium: Money
  package var licence: Money
  package var surge: Money
  /// The same line without the text; nil where there would be none.
  package var without: Money?

  /// What a lot costs.
  package var total: Money { surge }
}
