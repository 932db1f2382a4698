import EntenteModel
import EntenteSession

/// A delegation of one bot, looking at its desk once: what is most pressing is done first, one
/// answer or offer at a time, since each changes what comes after it.
struct Delegation {
  /// U(now) may have fallen this far below the reservation value since the signature; bp.
  static let ratifySlack = 500

  let view: SeatView
  let doctrine: Doctrine
  let appraiser: Appraiser

  init(_ view: SeatView, doctrine: Doctrine, patience: Patience) {
    self.view = view
    self.doctrine = doctrine
    appraiser = Appraiser(view, doctrine: doctrine, patience: patience)
  }

  /// The moves to make now; empty where nothing is to be done.
  func moves() -> [BotMove] {
    let pressing = choices() + openings() + replies()
    if !pressing.isEmpty { return pressing }
    for step in [ratification, changeRatification, changeAnswer, answer, initiative, orders] {
      let moves = step()
      if !moves.isEmpty { return moves }
    }
    return []
  }

  // MARK: what needs no thought

  /// Choices of events: the engine's look ahead does not tell options apart, so the default stands.
  private func choices() -> [BotMove] {
    guard view.canNegotiate else { return [] }
    return view.choices.compactMap { choice in
      choice.options.first.map { option in
        .order(
          Order(
            .choose,
            [
              Parameter("inject", .word(choice.inject.text)), Parameter("option", .word(option)),
            ]))
      }
    }
  }

  /// Scripted offers of the exercise, once.
  private func openings() -> [BotMove] {
    guard view.canNegotiate, view.turn == 1 else { return [] }
    let left = max(0, view.proposalLimit - view.offersThisTurn)
    return view.exercise.openings.filter { opening in
      opening.from == view.state && !view.negotiations.contains { isScripted($0, opening) }
    }.prefix(left).map { .propose($0.text, to: $0.to) }
  }

  private func isScripted(_ negotiation: Negotiation, _ opening: Opening) -> Bool {
    negotiation.revisions[0].by == opening.from && negotiation.revisions[0].text == opening.text
  }

  /// Answers to people who spoke to the state, once a turn.
  private func replies() -> [BotMove] {
    guard maySpeak else { return [] }
    return view.unanswered.filter { !view.bots.contains($0) }
      .map { .say(Talk.answer(doctrine, view), to: [$0]) }
  }

  /// Whether the press rules let one state speak to another now.
  var maySpeak: Bool {
    let reach = view.exercise.press.first { $0.phase == view.phase }?.reach ?? .open
    return reach == .open && (view.canNegotiate || view.canRatify || view.canOrder)
  }

  // MARK: deals

  /// The first signed deal that waits for the state and is still worth it.
  private func ratification() -> [BotMove] {
    guard view.canRatify else { return [] }
    let waiting = view.world.deals.filter {
      $0.status == .signed
        && Lifecycle.mustRatify($0, scenario: view.scenario).contains(view.index)
    }.sorted { $0.id < $1.id }
    for deal in waiting where isWorthRatifying(deal) { return [.ratify(deal.id)] }
    return []
  }

  private func isWorthRatifying(_ deal: Deal) -> Bool {
    guard let negotiation = view.negotiation(deal.id),
      DealRules.ratifying(deal, by: view.index, in: view.world, scenario: view.scenario).isEmpty
    else { return false }
    // What the exercise scripted is kept: the state offered it to all who read the brief.
    let isOwnScript = view.exercise.openings.contains {
      $0.from == view.state && $0.text == deal.text && isScripted(negotiation, $0)
    }
    if isOwnScript { return true }
    let reservation = appraiser.reservation(
      of: negotiation.revisions[0].by, among: negotiation.parties)
    let appraisal = appraiser.appraise(deal.text, signedAs: deal.id)
    return appraisal.utility >= reservation - Self.ratifySlack
  }

  /// The answer to the first offer that waits for one, by deal id.
  private func answer() -> [BotMove] {
    guard view.canNegotiate else { return [] }
    let open = view.negotiations.filter {
      $0.isOpen && !$0.signed.contains(view.state) && !$0.declined.contains(view.state)
    }.sorted { $0.id < $1.id }
    for negotiation in open {
      if negotiation.current.by != view.state { return answer(to: negotiation) }
      // Its own text, tabled before its conditions were met: it signs once they are.
      let refusals = DealRules.signing(
        negotiation.text, signer: view.index, in: view.world, scenario: view.scenario)
      if refusals.isEmpty {
        return [.sign(negotiation.id, revision: negotiation.current.revision)]
      }
    }
    return []
  }

  private func answer(to negotiation: Negotiation) -> [BotMove] {
    let wishes = Initiative(appraiser: appraiser).wishes(in: negotiation.text)
    let bargain = Bargain(negotiation: negotiation, appraiser: appraiser, wishes: wishes)
    let deal = negotiation.id
    let others = negotiation.parties.filter { $0 != view.state }
    let move: BotMove
    let sentence: String
    switch bargain.answer() {
    case .sign(let appraisal):
      move = .sign(deal, revision: negotiation.current.revision)
      sentence = Talk.signing(appraisal)
    case .counter(let candidate, let appraisal):
      move = .counter(deal, candidate.text)
      sentence = Talk.countering(candidate, appraisal)
    case .reject(let appraisal):
      move = .reject(deal, why: Talk.cause(appraisal))
      sentence = Talk.rejecting(appraisal)
    }
    return maySpeak ? [move, .remark(sentence, to: others, about: deal)] : [move]
  }

  /// The best offer of its own.
  private func initiative() -> [BotMove] {
    guard let offer = Initiative(appraiser: appraiser).best() else { return [] }
    return [.propose(offer.text, to: offer.to)]
  }

  // MARK: orders

  private func orders() -> [BotMove] {
    var desk = OrderDesk(view, doctrine: doctrine)
    guard desk.isTime else { return [] }
    desk.fill()
    return desk.orders.map { .order($0) }
  }
}
