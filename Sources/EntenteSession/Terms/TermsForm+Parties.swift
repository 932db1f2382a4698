import EntenteModel

extension TermsForm {
  // MARK: E105

  /// Clauses that say what an earlier one says: same type, same states, same object; for standards
  /// one family twice for any pair.
  static func duplicates(_ text: DealText) -> [TermsRefusal] {
    // Longer texts are refused anyway.
    let clauses = text.clauses.prefix(DealText.clauseLimit)
    return clauses.indices.compactMap { index in
      clauses[..<index].first { repeats(clauses[index], $0) }
        .map { .duplicateClause(first: $0.id, second: clauses[index].id) }
    }
  }

  private static func repeats(_ clause: ClauseText, _ earlier: ClauseText) -> Bool {
    guard clause.kind == earlier.kind, object(clause) == object(earlier) else { return false }
    if clause.kind == .standard {
      return clause.boundStates.filter(earlier.binds).count > 1
    }
    return clause.from == earlier.from && clause.to == earlier.to
  }

  private static func object(_ clause: ClauseText) -> [ParameterValue] {
    clause.kind.entry.parameters.filter(\.type.isObject).map { clause[$0.name] }
  }

  // MARK: E106

  /// States that are no party, and clauses that bind fewer than two.
  static func parties(_ text: DealText) -> [TermsRefusal] {
    var found: [TermsRefusal] = []
    if text.parties.count < 2 {
      found.append(.partyMissing(clause: nil, state: text.parties.first))
    }
    for clause in text.clauses {
      let bound = clause.boundStates
      let strangers = Set(bound + named(clause)).subtracting(text.parties).sorted()
      found += strangers.map { .partyMissing(clause: clause.id, state: $0) }
      // A directed clause that lacks a side is E107.
      if clause.kind.isMutual, bound.count < 2 {
        found.append(.partyMissing(clause: clause.id, state: bound.first))
      }
    }
    for state in leaders(text) where !text.parties.contains(state) {
      found.append(.partyMissing(clause: nil, state: state))
    }
    return found
  }

  /// The states that parameters of `clause` name where only parties may stand.
  private static func named(_ clause: ClauseText) -> [StateID] {
    clause.kind.entry.parameters.flatMap { spec -> [StateID] in
      switch spec.type {
      case .state(let scope):
        return scope == .session ? [] : clause.state(spec.name).map { [$0] } ?? []
      case .agency:
        let agency = clause.state(spec.name)
        return agency.map { $0.text == "office" ? [] : [$0] } ?? []
      case .states(let scope, _, _): return scope == .session ? [] : clause.states(spec.name)
      case .shares, .moneyEach, .lotsEach: return clause.amounts(spec.name).map(\.state)
      default: return []
      }
    }
  }

  private static func leaders(_ text: DealText) -> [StateID] {
    var states = text.governance.lead.map { [$0] } ?? []
    if case .lead(let state, _) = text.entry, !states.contains(state) { states.append(state) }
    return states
  }

  // MARK: E107

  /// Directed clauses without two different sides.
  static func directions(_ text: DealText) -> [TermsRefusal] {
    text.clauses.compactMap { clause in
      guard !clause.kind.isMutual else { return nil }
      let isDirected =
        !clause.from.isEmpty && !clause.to.isEmpty
        && !clause.from.contains(where: clause.to.contains)
      return isDirected ? nil : .directionMissing(clause: clause.id, kind: clause.kind)
    }
  }
}
