import EntenteModel
import EntenteSession

// What a bot says to changes of deals that stand: yes where it is not worse off than with the text
// as it is.
extension Delegation {
  /// The answer to the first change that waits for one, by deal id.
  func changeAnswer() -> [BotMove] {
    for negotiation in waiting {
      guard let change = negotiation.change, let deal = view.world.deal(negotiation.id),
        !change.isPassed, isAsked(change, of: deal),
        change.answerPhase == .negotiate ? view.canNegotiate : view.canRatify
      else { continue }
      let appraisal = appraise(change, of: deal)
      let isWelcome = isNotWorse(appraisal, than: change, of: deal) && canRatify(change, of: deal)
      let move =
        isWelcome
        ? BotMove.sign(deal.id, revision: change.number)
        : BotMove.reject(deal.id, why: Talk.cause(appraisal))
      let sentence = isWelcome ? Talk.agreeing(appraisal) : Talk.rejecting(appraisal)
      let others = change.text.parties.filter { $0 != view.state }
      return maySpeak ? [move, .remark(sentence, to: others, about: deal.id)] : [move]
    }
    return []
  }

  /// The first change that is agreed and waits for the word of the state's parliament.
  func changeRatification() -> [BotMove] {
    guard view.canRatify else { return [] }
    for negotiation in waiting {
      guard let change = negotiation.change, let deal = view.world.deal(negotiation.id),
        change.isPassed, change.awaitsRatification(by: view.state),
        bars(change, of: deal).isEmpty,
        appraise(change, of: deal).utility >= Appraisal.nothing - Self.ratifySlack
      else { continue }
      return [.ratify(deal.id)]
    }
    return []
  }

  private var waiting: [Negotiation] {
    view.negotiations.filter { $0.change != nil }.sorted { $0.id < $1.id }
  }

  /// Whether the state's word counts and is not given: those bound, for a reservation the other
  /// signers.
  private func isAsked(_ change: PendingChange, of deal: Deal) -> Bool {
    guard !change.isAnswered(by: view.state) else { return false }
    if case .reservation = change.kind {
      return change.by != view.state && Lifecycle.signers(of: deal).contains(view.index)
    }
    return deal.bound.contains(view.index)
  }

  private func appraise(_ change: PendingChange, of deal: Deal) -> Appraisal {
    switch change.kind {
    case .reservation: return appraiser.appraise(change.text, signedAs: deal.id)
    case .amendment:
      let preview = Preview.amending(deal, to: change.text, baseline: appraiser.baseline)
      guard preview.refusals.isEmpty else { return .barred(preview.refusals) }
      return appraiser.appraise(change.text, preview, deal.id, changing: deal.text)
    case .accession(let annex):
      guard let newcomer = view.scenario.index(of: change.by) else { return .barred([]) }
      let preview = Preview.acceding(
        to: deal, by: newcomer, annex: annex, baseline: appraiser.baseline)
      return appraiser.appraise(change.text, preview, deal.id, changing: deal.text)
    }
  }

  /// A deal that is not in force yet is weighed against its own older text, others against what is.
  private func isNotWorse(
    _ appraisal: Appraisal, than change: PendingChange, of deal: Deal
  ) -> Bool {
    guard appraisal.crossed == nil, appraisal.refusals.isEmpty else { return false }
    guard case .reservation = change.kind else { return appraisal.utility >= Appraisal.nothing }
    return appraisal.utility >= appraiser.appraise(deal.text, signedAs: deal.id).utility
  }

  /// Whether the state could ratify an amendment that asks it to.
  private func canRatify(_ change: PendingChange, of deal: Deal) -> Bool {
    guard change.kind == .amendment,
      Lifecycle.mustRatify(amending: deal, to: change.text, scenario: view.scenario)
        .contains(view.index)
    else { return true }
    return bars(change, of: deal).isEmpty
  }

  private func bars(_ change: PendingChange, of deal: Deal) -> [RuleRefusal] {
    DealRules.ratifying(
      Lifecycle.draft(of: deal, with: change.text), by: view.index, in: view.world,
      scenario: view.scenario)
  }
}
