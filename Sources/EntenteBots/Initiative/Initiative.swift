import EntenteModel
import EntenteSession

/// What a bot offers of its own accord: the first texts of its doctrine that are worth it to itself
/// and that it could sign.
struct Initiative {
  /// Offers of its own a bot tables in a turn, scripted ones included.
  static let offersMax = 2
  /// Turns a refused text is left alone.
  static let restTurns = 1

  /// A text with the states it goes to.
  struct Offer {
    var to: [StateID]
    var text: DealText
    var appraisal: Appraisal
  }

  let appraiser: Appraiser
  private var view: SeatView { appraiser.view }

  /// The offer that is worth most, nil where none is worth tabling now. Ties: the order of trial,
  /// then the lower handle.
  func best() -> Offer? {
    guard view.canNegotiate, view.turn < view.scenario.parameters.turns,
      view.offersThisTurn < min(Self.offersMax, view.proposalLimit)
    else { return nil }
    var best: Offer?
    for template in appraiser.doctrine.templates {
      guard let offer = offer(template) else { continue }
      if offer.appraisal.utility > best?.appraisal.utility ?? 0 { best = offer }
    }
    return best
  }

  /// The first cast of a template that nobody said no to and that is worth tabling.
  private func offer(_ template: Template) -> Offer? {
    for cast in Caster(view: view).casts(template.role) {
      guard let terms = template.terms(cast, allowing: view.exercise.vocabulary.allows),
        let text = read(terms, to: cast.partners), !isBarred(text)
      else { continue }
      let appraisal = appraiser.appraise(text)
      let reservation = appraiser.reservation(of: view.state, among: text.parties)
      if appraisal.isSignable, appraisal.utility >= reservation {
        return Offer(to: cast.partners, text: text, appraisal: appraisal)
      }
    }
    return nil
  }

  /// Clauses the doctrine would like to see in a text between these parties.
  func wishes(in text: DealText) -> [ClauseText] {
    let partners = text.parties.compactMap(view.scenario.index(of:)).filter { $0 != view.index }
    let licensed = text.clauses.first { clause in
      clause.kind == .licprod && clause.from.contains(view.state)
    }
    let programme = licensed?.programme.flatMap(view.scenario.index(of:))
    let cast = Caster(view: view).cast(partners, programme: programme)
    return appraiser.doctrine.wishes.compactMap { wish in
      // Consent to onward delivery goes with a licence.
      guard view.exercise.vocabulary.allows(wish.kind), wish.kind != .reexport || programme != nil
      else { return nil }
      return read(wish.filled(cast), to: cast.partners)?.clauses.first
    }
  }

  /// The text that terms make, if the language and the rules of form take them.
  private func read(_ terms: String, to partners: [StateID]) -> DealText? {
    var vocabulary = view.exercise.vocabulary
    vocabulary.turn = view.turn
    guard
      let text = TermsParser.parse(
        terms, sender: view.state, addressees: partners, vocabulary: vocabulary
      ).text, TermsForm.check(text, vocabulary: vocabulary).isEmpty
    else { return nil }
    return text
  }

  /// Whether the parties talk about the point of the text, have settled it, or said no lately.
  private func isBarred(_ text: DealText) -> Bool {
    let point = text.clauses[0]
    return view.negotiations.contains { negotiation in
      guard negotiation.parties == text.parties else { return false }
      if negotiation.isOpen { return true }
      guard
        negotiation.text.clauses.contains(where: {
          $0.kind == point.kind && $0.programme == point.programme
        })
      else { return false }
      if case .refused = negotiation.status {
        return negotiation.revisedTurn + Self.restTurns >= view.turn
      }
      return view.world.deal(negotiation.id)?.status != .ended
    }
  }
}
