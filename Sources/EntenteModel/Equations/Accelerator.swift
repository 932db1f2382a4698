/// EQ18: a joint accelerator. Each 400 $k carries a team, a fifth of the teams reach a usable
/// result (DIANA: 100 000 euro grants and up to 300 000 more), and each member absorbs by its own
/// organisation.
package enum Accelerator: Equation {
  /// What the equation reads.
  package struct Input: Sendable, Hashable {
    /// Money of all members this turn; $k.
    package var pool: Money
    /// TR of the member in the domain; bp.
    package var readiness: BasisPoints
    /// ORG of the member; bp.
    package var organisation: BasisPoints

    /// Takes each value as it stands; ranges are the caller's promise.
    package init(pool: Money, readiness: BasisPoints, organisation: BasisPoints) {
      self.pool = pool
      self.readiness = readiness
      self.organisation = organisation
    }
  }

  /// What the equation gives.
  package struct Output: Sendable, Hashable {
    /// Teams carried.
    package var teams: Int
    /// Teams with a usable result.
    package var wins: Int
    /// Added to TR; bp.
    package var gain: BasisPoints
    /// Prototypes that may go on through another transaction.
    package var tokens: Int
    /// Taken off EB1 and EB2; bp.
    package var barrierRelief: BasisPoints
  }

  /// The result, with every step told to `trace`.
  package static func evaluate(_ input: Input, trace: inout some Trace) -> Output {
    let teams = fdiv(input.pool.value, 400)
    trace.step("teams", teams)
    let wins = fdiv(teams * 2_000, 10_000)
    trace.step("wins", wins)
    let effort = min(600, 25 * wins)
    trace.step("effort", effort)
    let open = mb(effort, 10_000 - input.readiness.value)
    trace.step("open", open)
    let gain = mb(open, input.organisation.value)
    trace.step("gain", gain)
    let tokens = fdiv(wins, 5)
    trace.step("tokens", tokens)
    return Output(
      teams: teams, wins: wins, gain: BasisPoints(gain), tokens: tokens,
      barrierRelief: BasisPoints(30 * tokens))
  }
}
