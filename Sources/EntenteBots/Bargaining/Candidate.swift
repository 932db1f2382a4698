import EntenteModel
import EntenteSession

/// A text a bot could table in answer to another: one redline away from it.
struct Candidate {
  /// What a clause added or dropped counts as, in grid steps.
  static let clauseSteps = 5

  var text: DealText
  /// Grid steps from the other side's text.
  var steps: Int
  /// The redline in words that stand after "with": `royalty=6%`, `gsoia added`.
  var change: String

  /// Whether it stands before another that is worth the same: nearer to the other side's text, then
  /// bytewise smaller.
  func isNearer(than other: Candidate) -> Bool {
    if steps != other.steps { return steps < other.steps }
    return CanonicalDeal.json(text).lexicographicallyPrecedes(CanonicalDeal.json(other.text))
  }
}
