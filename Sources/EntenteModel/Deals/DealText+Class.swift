extension ClauseText {
  /// The class of the clause for `state`, before any `pilot` lowers it; nil if it does not bind the
  /// state. `crisis` is B up to a posture of 2500 bp, else C.
  package func ratificationClass(for state: StateID) -> RatificationClass? {
    guard let role = role(of: state) else { return nil }
    if kind == .crisis, let posture = integer("posture"), posture > 2500 { return .c }
    return kind.ratificationClass(for: role)
  }
}

extension DealText {
  /// The `pilot` that wraps `clause`, nil if none does.
  package func pilot(wrapping clause: ClauseID) -> ClauseText? {
    clauses.first { $0.kind == .pilot && $0.wraps.contains(clause) }
  }

  /// The class of `clause` for `state` in this text, one step lower under a `pilot`; nil if the
  /// clause does not bind the state.
  package func ratificationClass(of clause: ClauseText, for state: StateID) -> RatificationClass? {
    guard let written = clause.ratificationClass(for: state) else { return nil }
    return pilot(wrapping: clause.id) == nil ? written : written.lowered
  }

  /// The class of the deal for `state`: the highest among the clauses that bind it, A if none does.
  package func ratificationClass(for state: StateID) -> RatificationClass {
    clauses.compactMap { ratificationClass(of: $0, for: state) }.max() ?? .a
  }

  /// The formation weight cw of `clause` in this text for EQ28: half under a `pilot`.
  package func formationWeight(of clause: ClauseText) -> Int {
    let weight = clause.kind.formationWeight
    return pilot(wrapping: clause.id) == nil ? weight : rdiv(weight, 2)
  }
}
