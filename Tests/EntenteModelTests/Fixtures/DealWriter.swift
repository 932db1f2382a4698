import EntenteModel

/// Clauses and deals for tests, with defaults from the catalogue.
enum DealWriter {
  /// A clause of a mutual kind among `states`, or of a directed kind from the first to the rest.
  static func clause(
    _ kind: ClauseKind, _ from: [StateID], _ to: [StateID] = [],
    _ given: [String: ParameterValue] = [:], conditions: [ClauseCondition] = []
  ) -> ClauseText {
    let givers = from.sorted()
    let receivers = kind.isMutual ? givers : to.sorted()
    let bound = Set(givers + receivers).sorted()
    let parameters = kind.entry.parameters.map { spec in
      Parameter(spec.name, given[spec.name] ?? spec.fallback.value(bound: bound) ?? .null)
    }
    return ClauseText(
      id: "c1", kind: kind, from: givers, to: receivers, parameters: parameters,
      conditions: conditions)
  }

  static func deal(
    _ clauses: [ClauseText], governance: DealGovernance = DealGovernance(),
    term: DealTerm = DealTerm()
  ) -> DealText {
    let parties = Set(clauses.flatMap(\.boundStates)).sorted()
    var numbered = clauses
    for index in numbered.indices { numbered[index].id = DealText.clauseID(at: index) }
    return DealText(parties: parties, clauses: numbered, governance: governance, term: term)
  }

  static func offtake(
    _ seller: StateID, _ buyers: [StateID], _ programme: String, lots: Int,
    price: ParameterValue = .word("cost")
  ) -> ClauseText {
    clause(
      .offtake, [seller], buyers,
      ["programme": .word(programme), "lots": .integer(lots * 1_000), "price": price])
  }

  static func licprod(
    _ owner: StateID, _ licensee: StateID, _ programme: String, royalty: Int = 400,
    cap: Int = 0, licence: String = "agreement"
  ) -> ClauseText {
    clause(
      .licprod, [owner], [licensee],
      [
        "programme": .word(programme), "royalty": .integer(royalty),
        "cap": .integer(cap * 1_000), "licence": .word(licence),
      ])
  }

  static func exercise(_ states: [StateID], intensity: Int) -> ClauseText {
    clause(.exercise, states, [], ["intensity": .integer(intensity)])
  }

  static func standard(
    _ states: [StateID], family: String = "c2", te: Bool = false
  ) -> ClauseText {
    clause(.standard, states, [], ["family": .word(family), "te": .flag(te)])
  }

  static func gsoia(_ states: [StateID], level: Int = 1) -> ClauseText {
    clause(.gsoia, states, [], ["level": .integer(level)])
  }

  static func coprod(
    _ states: [StateID], _ programme: String, lines: [StateID], workshare: [StateAmount]
  ) -> ClauseText {
    clause(
      .coprod, states, [],
      [
        "programme": .word(programme), "lines": .words(lines.map(\.text)),
        "workshare": .amounts(workshare),
      ])
  }
}

extension World {
  /// Signs, ratifies and concludes a deal in the turn of the world, without paying for it.
  mutating func conclude(_ text: DealText, id: DealID, scenario: Scenario) {
    let parties = text.parties.compactMap(scenario.index(of:))
    var deal = Lifecycle.signed(
      text, id: id, revision: 1, signers: parties, in: self, scenario: scenario)
    deal.ratifiers = Lifecycle.mustRatify(deal, scenario: scenario)
      .map { Joining(state: $0, turn: turn) }
    apply(Lifecycle.concluded(deal, in: self, scenario: scenario))
  }

  /// Resolves turns until `last` is done, with the orders of each turn.
  func played(
    to last: Int, scenario: Scenario, orders: (Int) -> [[Order]]
  ) -> World {
    var world = self
    while world.turn <= last {
      world = Resolution.resolve(world, orders: orders(world.turn), scenario: scenario).world
    }
    return world
  }
}
