package import EntenteModel

/// Why a text that can be read cannot be tabled: the refusals of form, with their numbers.
package enum TermsRefusal: Hashable, Sendable {
  /// E101: the shares of a clause sum to `sum`; or `state` has `sum` where the floor is `need`. bp.
  case sharesNotWhole(clause: ClauseID, sum: Int, need: Int, state: StateID?)
  /// E102: `duration`, `notice` or `review` is outside `min...max`.
  case badDuration(field: String, value: Int, min: Int, max: Int)
  /// E103: too many clauses in the deal (`clause` nil) or under a `pilot`.
  case tooManyClauses(clause: ClauseID?, count: Int, limit: Int)
  /// E104: `id` exists and does not fit; `clause` is nil for `term`.
  case unknownID(clause: ClauseID?, id: String, near: String?)
  /// E105: the second clause repeats the first.
  case duplicateClause(first: ClauseID, second: ClauseID)
  /// E106: `state` is no party, or alone in its clause; nil if nobody is bound. `clause` is nil for
  /// headers.
  case partyMissing(clause: ClauseID?, state: StateID?)
  /// E107: a directed clause without two different sides.
  case directionMissing(clause: ClauseID, kind: ClauseKind)
  /// E235: an offset without an offtake between the same two states.
  case offsetWithoutSale(clause: ClauseID, seller: StateID, buyer: StateID)
  /// E237: `gov` where nothing is made together.
  case governanceWithoutProgramme
  /// E302: a fund or pool under its least sum. $k.
  case poolTooSmall(clause: ClauseID, have: Money, need: Money)
  /// E331: the menu of the exercise has no such clause.
  case clauseNotHere(clause: ClauseID, kind: ClauseKind)

  /// The code of the rules, `E101`.
  package var code: String { label.code }

  /// The stable name, `shares-not-whole`.
  package var name: String { label.name }

  private var label: (code: String, name: String) {
    switch self {
    case .sharesNotWhole: ("E101", "shares-not-whole")
    case .badDuration: ("E102", "bad-duration")
    case .tooManyClauses: ("E103", "too-many-clauses")
    case .unknownID: ("E104", "unknown-id")
    case .duplicateClause: ("E105", "duplicate-clause")
    case .partyMissing: ("E106", "party-missing")
    case .directionMissing: ("E107", "direction-missing")
    case .offsetWithoutSale: ("E235", "offset-without-sale")
    case .governanceWithoutProgramme: ("E237", "governance-without-programme")
    case .poolTooSmall: ("E302", "pool-too-small")
    case .clauseNotHere: ("E331", "clause-not-here")
    }
  }

  /// The clause it is about, nil where it is about the whole text.
  package var clause: ClauseID? {
    switch self {
    case .sharesNotWhole(let clause, _, _, _), .directionMissing(let clause, _),
      .offsetWithoutSale(let clause, _, _), .poolTooSmall(let clause, _, _),
      .clauseNotHere(let clause, _), .duplicateClause(_, let clause):
      clause
    case .tooManyClauses(let clause, _, _), .unknownID(let clause, _, _),
      .partyMissing(let clause, _):
      clause
    case .badDuration, .governanceWithoutProgramme: nil
    }
  }

  /// What it carries, as keys and values of a reply, in the order of the rules.
  package var numbers: [(key: String, value: String)] {
    switch self {
    case .sharesNotWhole(_, let sum, let need, let state):
      [("sum", "\(sum)"), ("need", "\(need)")] + (state.map { [("state", $0.text)] } ?? [])
    case .badDuration(_, let value, let min, let max):
      [("value", "\(value)"), ("min", "\(min)"), ("max", "\(max)")]
    case .tooManyClauses(_, let count, let limit): [("count", "\(count)"), ("limit", "\(limit)")]
    case .unknownID(_, let id, let near): [("id", id)] + (near.map { [("near", $0)] } ?? [])
    case .duplicateClause(let first, let second):
      [("first", first.text), ("second", second.text)]
    case .partyMissing(_, let state): state.map { [("state", $0.text)] } ?? []
    case .directionMissing(_, let kind), .clauseNotHere(_, let kind): [("type", kind.rawValue)]
    case .offsetWithoutSale(_, let seller, let buyer):
      [("seller", seller.text), ("buyer", buyer.text)]
    case .governanceWithoutProgramme: []
    case .poolTooSmall(_, let have, let need):
      [("have", "\(have.value)"), ("need", "\(need.value)")]
    }
  }
}
