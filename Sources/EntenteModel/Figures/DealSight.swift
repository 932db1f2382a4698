// What secret deals show to those who are no party to them.

extension World {
  /// Whether a deal is hidden from a state: it is secret until a later turn, the state is no party,
  /// no leak in one of its programmes has told of it, and no party shares deeply with the state.
  package func hides(_ deal: Deal, from reader: Int, scenario: Scenario) -> Bool {
    guard isSecret(deal, in: turn),
      !deal.text.parties.contains(scenario.states[reader].id)
    else { return false }
    let parties = deal.text.parties.compactMap(scenario.index(of:))
    return !CommittedClauses(in: self, scenario: scenario).of(.infoshare).contains { entry in
      // It is told from the turn after the first one of effect.
      entry.clause.flag("deep") && (entry.standing?.activeFrom ?? .max) < turn
        && parties.contains { $0 != reader && entry.joins($0, reader) }
    }
  }

  /// Whether a deal is secret in a turn, but for states that somebody tells of it.
  package func isSecret(_ deal: Deal, in turn: Int) -> Bool {
    guard case .secret(let until) = deal.text.visibility else { return false }
    return turn < until && turn < deal.revealedFrom ?? .max
  }

  /// Groups found at the end of the last turn as a state sees them (nil is everything): with fog
  /// `strict` those it is in, and never one of others that exists only through secret deals.
  package func groups(shownTo reader: Int?, scenario: Scenario) -> [Group] {
    groups.filter { isShown($0, to: reader, scenario: scenario) }
  }

  /// Whether a state may see a group.
  package func isShown(_ group: Group, to reader: Int?, scenario: Scenario) -> Bool {
    guard let reader, !group.members.contains(reader) else { return true }
    return scenario.parameters.fog != .strict && group.isSecret != true
  }

  /// Depth and weight of the tie of two states as a third one sees it: without secret deals. The
  /// two themselves, and nil, see all of it.
  package func tie(
    _ one: Int, _ other: Int, shownTo reader: Int?
  ) -> (depth: BasisPoints, weight: BasisPoints) {
    let pair = pairs[pairIndex(one, other)]
    guard let reader, reader != one, reader != other else { return (pair.depth, pair.weight) }
    return (pair.openDepth ?? pair.depth, pair.openWeight ?? pair.weight)
  }
}
