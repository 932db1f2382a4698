import EntenteModel

/// A first text of a doctrine: who is cast for it, and its clauses. The first clause is the point
/// of the text; of the others only those in the menu of the exercise are written.
struct Template: Sendable {
  var role: CastingRole
  var clauses: [ClausePattern]

  init(_ role: CastingRole, _ clauses: ClausePattern...) {
    precondition(!clauses.isEmpty, "a text has a clause")
    self.role = role
    self.clauses = clauses
  }

  /// The terms that a cast makes of it, as people write them.
  func terms(_ cast: Cast, allowing isAllowed: (ClauseKind) -> Bool) -> String? {
    guard isAllowed(clauses[0].kind) else { return nil }
    return clauses.filter { isAllowed($0.kind) }.map { $0.filled(cast) }.joined(separator: "; ")
  }
}

/// A clause with places for names and numbers, in braces.
struct ClausePattern: Sendable {
  var kind: ClauseKind
  var terms: String

  init(_ kind: ClauseKind, _ terms: String) {
    self.kind = kind
    self.terms = terms
  }

  /// The clause with what the cast puts in its places; a place it does not know stays as it is.
  func filled(_ cast: Cast) -> String {
    terms.split(separator: "{", omittingEmptySubsequences: false).enumerated()
      .map { place, part in
        guard place > 0, let end = part.firstIndex(of: "}") else { return String(part) }
        let name = String(part[..<end])
        return (cast.values[name] ?? "{\(name)}") + part[part.index(after: end)...]
      }.joined()
  }
}

/// Who or what a template is filled with.
enum CastingRole: Sendable {
  /// A state without a line that could build one's own design: trust, then capacity.
  case licensee
  /// The state with the largest gap that lacks what one's own line makes.
  case neediest
  /// All states trusted with at least so many bp.
  case trusted(Int)
  /// The owner of a design one could build and lacks.
  case licensor
  /// The state that lacks most of a programme that either of the two owns; both build.
  case coproducer
  /// The state with the highest unmet requirement of what one's own line makes.
  case buyer
  case largestBudget
  /// The best researcher for a programme that waits for development.
  case codeveloper
  /// The state with the highest latent strength beside one's own, to fund firms with.
  case researcher
  /// The state one trusts most.
  case friend
  /// A state whose line makes what closes most of one's gap for the money.
  case supplier
  /// The state with the highest readiness.
  case ready
}

/// The parties of a text beside oneself, and what stands in its places.
struct Cast: Sendable {
  var partners: [StateID]
  var values: [String: String]
}
