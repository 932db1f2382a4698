import EntenteModel

/// How much a bot asks for in a negotiation as time passes: part of it follows the clock, the rest
/// answers what the other side gave.
struct ConcessionPath {
  /// Rounds of a negotiation; afterwards a bot only says yes or no.
  static let rounds = 8
  /// The most it gives for one concession of the other side; bp.
  static let answerMax = 1_500
  /// What one missing concession in a row counts as; bp.
  static let forgiven = 500

  /// A text of the other side: the round it came in, and its U for the bot.
  struct Seen {
    var round: Int
    var utility: Int
  }

  /// Umax and RV; bp, RV at most Umax.
  var best: Int
  var reservation: Int
  var exponent: ConcessionTarget.Exponent
  /// Per cent of the target that follow time.
  var alpha: Int
  /// The turn played, and the last.
  var turn: Int
  var turns: Int

  /// What it asks for after having seen `texts`, oldest first; `ahead` rounds later. Bp.
  func target(after texts: [Seen], ahead: Int = 0) -> Int {
    var last = best
    var misses = 0
    for (place, text) in texts.enumerated() {
      let rise = place == 0 ? 0 : text.utility - texts[place - 1].utility
      misses = place == 0 || rise > 0 ? 0 : misses + 1
      let given = misses == 1 ? Self.forgiven : clamp(rise, 0, Self.answerMax)
      let answer = last - mb(best - reservation, given)
      let isLatest = place == texts.count - 1
      let timed = timeTarget(round: text.round + (isLatest ? ahead : 0))
      last = max(reservation, rdiv(alpha * timed + (100 - alpha) * answer, 100))
    }
    return last
  }

  /// The part that follows time.
  func timeTarget(round: Int) -> Int {
    let progress = max(
      ConcessionTarget.progress(round: round, rounds: Self.rounds).value,
      rdiv(10_000 * (turn - 1), turns))
    return ConcessionTarget.evaluate(
      ConcessionTarget.Input(
        best: BasisPoints(best), reservation: BasisPoints(reservation),
        progress: BasisPoints(progress), exponent: exponent)
    ).value
  }
}
