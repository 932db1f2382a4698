extension DealText {
  /// The text after `state` reserved itself against a clause: it no longer binds the state, and it
  /// falls away if fewer than two states, or nobody on one side, are left. Nil if the clause does
  /// not bind the state, or is of class C for it.
  package func reserving(_ clause: ClauseID, for state: StateID) -> DealText? {
    guard let index = clauses.firstIndex(where: { $0.id == clause }),
      let level = ratificationClass(of: clauses[index], for: state), level != .c
    else { return nil }
    var text = self
    if let rest = clauses[index].leaving(out: state) {
      text.clauses[index] = rest
    } else {
      text.clauses.remove(at: index)
      text.renumber()
    }
    return text
  }

  /// Gives the clauses their ids by place once more, and drops references to clauses that are gone.
  private mutating func renumber() {
    var names: [ClauseID: ClauseID] = [:]
    for (place, clause) in clauses.enumerated() { names[clause.id] = Self.clauseID(at: place) }
    for place in clauses.indices {
      clauses[place].id = Self.clauseID(at: place)
      let wraps = clauses[place].wraps.compactMap { names[$0]?.text }
      guard clauses[place].kind == .pilot else { continue }
      clauses[place].set("wraps", .words(wraps))
    }
    term.survive = term.survive.compactMap { names[$0] }
    // A pilot that wraps nothing any more falls away too.
    guard let empty = clauses.firstIndex(where: { $0.kind == .pilot && $0.wraps.isEmpty }) else {
      return
    }
    clauses.remove(at: empty)
    renumber()
  }
}

extension ClauseText {
  /// The clause without one of its states; nil if it cannot stand without it.
  func leaving(out state: StateID) -> ClauseText? {
    var rest = self
    rest.from.removeAll { $0 == state }
    rest.to.removeAll { $0 == state }
    guard rest.boundStates.count >= 2, !rest.from.isEmpty, !rest.to.isEmpty,
      word("hub") != state.text
    else { return nil }
    for parameter in parameters {
      guard case .amounts(let amounts) = parameter.value else { continue }
      let left = amounts.filter { $0.state != state }
      guard !left.isEmpty else { return nil }
      let isShares = kind.entry.parameter(parameter.name)?.type == .shares
      let values = isShares ? lrm(10_000, left.map(\.value)) : left.map(\.value)
      rest.set(
        parameter.name, .amounts(zip(left, values).map { StateAmount(state: $0.state, value: $1) }))
    }
    return rest
  }

  /// Gives a parameter another value.
  mutating func set(_ name: String, _ value: ParameterValue) {
    guard let place = parameters.firstIndex(where: { $0.name == name }) else { return }
    parameters[place].value = value
  }
}
