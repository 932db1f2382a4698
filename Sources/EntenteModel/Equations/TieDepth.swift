/// EQ28, `D` and `w`: depth of the tie between two states from the clauses that bind both, and
/// its weight with the trust they have in each other; bp. Formal treaties stay out on purpose.
package enum TieDepth: Equation {
  /// Where a clause stands for this equation.
  package enum Status: String, CaseIterable, Sendable {
    case inForce = "in-force"
    case signed, suspended

    /// How much of the clause counts; bp.
    package var factor: Int {
      switch self {
      case .inForce: 10_000
      case .signed: 5_000
      case .suspended: 0
      }
    }
  }

  /// A clause that binds both states.
  package struct Clause: Sendable, Hashable {
    /// cw, formation weight of its kind; bp.
    package var weight: BasisPoints
    /// Turns left with the current one; nil is evergreen.
    package var remaining: Int?
    /// Where it stands.
    package var status: Status

    /// Takes each value as it stands.
    package init(weight: BasisPoints, remaining: Int?, status: Status) {
      self.weight = weight
      self.remaining = remaining
      self.status = status
    }

    /// What the time left is worth: an eighth a turn, whole from eight turns; bp.
    var duration: Int { remaining.map { min(10_000, 1_250 * $0) } ?? 10_000 }
  }

  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Clauses that bind both.
    package var clauses: [Clause]
    /// TRU of one in the other; bp.
    package var trust: BasisPoints
    /// TRU of the other in the one; bp.
    package var trustBack: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(clauses: [Clause], trust: BasisPoints, trustBack: BasisPoints) {
      self.clauses = clauses
      self.trust = trust
      self.trustBack = trustBack
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// D; bp.
    package var depth: BasisPoints
    /// w; bp.
    package var weight: BasisPoints
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    var sum = 0
    for clause in input.clauses {
      let term = mb(mb(clause.weight.value, clause.duration), clause.status.factor)
      trace.step("clause", term)
      sum += term
    }
    let depth = min(10_000, sum)
    trace.step("depth", depth)
    let weight = weight(
      depth: BasisPoints(depth), trust: input.trust, trustBack: input.trustBack)
    trace.step("weight", weight.value)
    return Output(depth: BasisPoints(depth), weight: weight)
  }

  /// `w = mb(D, rdiv(TRU_ab + TRU_ba, 2))`.
  package static func weight(
    depth: BasisPoints, trust: BasisPoints, trustBack: BasisPoints
  ) -> BasisPoints {
    depth.scaled(by: BasisPoints(rdiv(trust.value + trustBack.value, 2)))
  }
}
