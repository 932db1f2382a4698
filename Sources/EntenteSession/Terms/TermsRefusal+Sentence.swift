import EntenteModel

extension TermsRefusal {
  /// One sentence a player can act on.
  package var sentence: String {
    switch self {
    case .sharesNotWhole(let clause, let sum, let need, let state?):
      "In \(clause) \(state) has \(pct(sum)), and the floor gives it \(pct(need))."
    case .sharesNotWhole(let clause, let sum, let need, nil):
      "The shares of \(clause) sum to \(pct(sum)), not \(pct(need))."
    case .badDuration("duration", let value, let min, let max):
      "A deal lasts \(min) to \(max) turns or is evergreen, not \(value)."
    case .badDuration("review", let value, let min, let max):
      "The review must be inside the deal, in turn \(min) to \(max), not \(value)."
    case .badDuration(let field, let value, let min, let max):
      "The \(field) is \(min) to \(max) turns, not \(value)."
    case .tooManyClauses(let clause?, let count, let limit):
      "The pilot \(clause) wraps \(count) clauses; \(limit) is the most."
    case .tooManyClauses(nil, let count, let limit):
      "The text has \(count) clauses; \(limit) is the most."
    case .unknownID(let clause, let id, let near):
      "\"\(id)\" does not fit in \(clause?.text ?? "term")."
        + (near.map { " Did you mean \"\($0)\"?" } ?? "")
    case .duplicateClause(let first, let second):
      "\(second) says the same as \(first); leave one out."
    case .partyMissing(let clause, let state): missing(clause, state)
    case .directionMissing(_, let kind): direction(kind)
    case .offsetWithoutSale(_, let seller, let buyer):
      "An offset needs a sale: add \(seller)>\(buyer) offtake."
    case .governanceWithoutProgramme:
      "gov needs something made together: codev, coprod, licprod or jointfund."
    case .poolTooSmall(let clause, let have, let need):
      "\(clause) pools \(money(have)) a turn; it needs \(money(need))."
    case .clauseNotHere(_, let kind): "This exercise has no \(kind.rawValue)."
    }
  }

  private func missing(_ clause: ClauseID?, _ state: StateID?) -> String {
    guard let state else { return "\(clause?.text ?? "The text") binds nobody; name two states." }
    let place = clause.map { "in \($0)" } ?? "in the headers"
    return "\(state) stands \(place) and is no party, or has nobody beside it."
  }

  private func direction(_ kind: ClauseKind) -> String {
    guard case .directed(let giver, let receivers) = kind.entry.direction else {
      return "\(kind.rawValue) needs two sides."
    }
    return "Write \(giver)>\(receivers) \(kind.rawValue): it goes from one state to others."
  }

  private func pct(_ value: Int) -> String { TypedNumber.printed(pct: value) }

  private func money(_ value: Money) -> String { TypedNumber.printed(money: value.value) }
}
