/// EQ17, `NF`: whether civil firms come or go with their margin, and what their number adds to
/// readiness.
package enum CivilFirms: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// EB; bp.
    package var barrier: BasisPoints
    /// Added to the margin; bp.
    package var subsidy: BasisPoints
    /// POOL, dual-use firms there are.
    package var pool: Int
    /// NF, firms that take part.
    package var firms: Int
    /// CONN, density of the innovation network; bp.
    package var connections: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(
      barrier: BasisPoints, subsidy: BasisPoints, pool: Int, firms: Int, connections: BasisPoints
    ) {
      self.barrier = barrier
      self.subsidy = subsidy
      self.pool = pool
      self.firms = firms
      self.connections = connections
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// mg; negative makes firms leave.
    package var margin: BasisPoints
    /// NF afterwards; never below 0.
    package var firms: Int
    /// Added to TR a turn; bp.
    package var bonus: BasisPoints
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    let margin = 1_500 - mb(input.barrier.value, 3_000) + input.subsidy.value
    trace.step("margin", margin)
    let change = fdiv(input.pool * margin, 40_000)
    trace.step("change", change)
    let firms = max(0, input.firms + change)
    trace.step("firms", firms)
    let bonus = mb(min(300, 5 * firms), input.connections.value)
    trace.step("bonus", bonus)
    return Output(margin: BasisPoints(margin), firms: firms, bonus: BasisPoints(bonus))
  }
}
