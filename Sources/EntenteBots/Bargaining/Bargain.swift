import EntenteModel
import EntenteSession

/// One negotiation as a bot sees it: whether to sign what is on the table, to ask for one change,
/// or to say no.
struct Bargain {
  /// Redlines a bot answers with in one negotiation; then it says yes or no.
  static let countersMax = 1

  /// What a bot makes of an offer.
  enum Answer {
    case sign(Appraisal)
    case counter(Candidate, Appraisal)
    case reject(Appraisal)
  }

  let negotiation: Negotiation
  let appraiser: Appraiser
  /// Clauses the doctrine would like to see added.
  let wishes: [ClauseText]

  private var own: StateID { appraiser.view.state }

  /// The answer to the revision on the table, which is another state's.
  func answer() -> Answer {
    let offer = appraiser.appraise(negotiation.text)
    let reservation = appraiser.reservation(
      of: negotiation.revisions[0].by, among: negotiation.parties)
    let candidates = mayCounter ? appraised(above: reservation) : []
    let worth = candidates.map(\.1.utility) + (offer.isSignable ? [offer.utility] : [])
    let path = path(best: max(reservation, worth.max() ?? 0), reservation, offer)
    let texts = seen
    let least =
      candidates.isEmpty || isLate ? reservation : path.target(after: texts, ahead: 1)
    if offer.isSignable, offer.utility >= least { return .sign(offer) }
    let target = path.target(after: texts)
    let kept = candidates.filter { $0.1.utility >= target }
    guard let nearest = kept.min(by: { $0.0.isNearer(than: $1.0) }) else {
      return .reject(offer)
    }
    return .counter(nearest.0, nearest.1)
  }

  /// Whether a redline of its own is left.
  private var mayCounter: Bool {
    let counters = negotiation.revisions.dropFirst().count { $0.by == own }
    return counters < Self.countersMax
      && negotiation.revisions.count < SessionState.revisionLimit
  }

  /// In the last turns a bot takes what is better than nothing.
  private var isLate: Bool {
    appraiser.view.turn >= appraiser.scenario.parameters.turns - 1
  }

  private func path(best: Int, _ reservation: Int, _ offer: Appraisal) -> ConcessionPath {
    ConcessionPath(
      best: best, reservation: reservation,
      exponent: appraiser.doctrine.exponent(balance: offer.balance),
      alpha: appraiser.doctrine.alpha, turn: appraiser.view.turn,
      turns: appraiser.scenario.parameters.turns)
  }

  /// The texts of the other side, with the rounds they came in.
  private var seen: [ConcessionPath.Seen] {
    negotiation.revisions.enumerated().filter { $1.by != own }.map { round, revision in
      ConcessionPath.Seen(
        round: round, utility: appraiser.appraise(revision.text).utility)
    }
  }

  /// Redlines the bot could sign itself and that are better than nothing.
  private func appraised(above reservation: Int) -> [(Candidate, Appraisal)] {
    var vocabulary = appraiser.view.exercise.vocabulary
    vocabulary.turn = appraiser.view.turn
    return RedlineGrid(text: negotiation.text, own: own, wishes: wishes).candidates()
      .filter { TermsForm.check($0.text, vocabulary: vocabulary).isEmpty }
      .map { ($0, appraiser.appraise($0.text)) }
      .filter { $0.1.isSignable && $0.1.utility >= reservation }
  }
}
