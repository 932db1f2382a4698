/// A clause of a standing deal, read once for a resolution: states and programmes are indices.
struct BoundClause: Sendable {
  /// Index in `World.deals`, and of the clause in its text.
  var deal: Int
  var index: Int
  var kind: ClauseKind
  /// Who gives and who receives, of those it binds now; both are `bound` for a mutual clause.
  var from: MemberSet
  var to: MemberSet
  var bound: MemberSet
  /// Has effect, and makes duties, in this resolution.
  var isActive: Bool
  /// Concluded and not ended: lines stand by it, gates run.
  var isAgreed: Bool
  var terms: ClauseTerms
  /// How it stands in EQ28; nil if it does not count.
  var tie: Tie?

  struct Tie: Sendable {
    var weight: BasisPoints
    var remaining: Int?
    var status: TieDepth.Status
    /// Bit of its family.
    var family: UInt8
  }

  /// True if the clause joins the two states: both bound, and in a directed clause one giving to
  /// the other.
  func joins(_ one: Int, _ other: Int) -> Bool {
    if kind.isMutualClause { return bound.contains(one) && bound.contains(other) }
    return from.contains(one) && to.contains(other) || from.contains(other) && to.contains(one)
  }
}

extension ClauseKind {
  /// `isMutual` without a look into the catalogue: the resolution asks it for every pair.
  var isMutualClause: Bool {
    switch self {
    case .offtake, .licprod, .transfer, .basing, .subsidiary, .offset, .sidepay, .reexport: false
    default: true
    }
  }
}
