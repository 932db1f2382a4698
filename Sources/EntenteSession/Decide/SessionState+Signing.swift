import EntenteModel

// From a signature to a deal that binds.
extension SessionState {
  func decideSign(
    _ deal: DealID, revision: Int, by speaker: Speaker, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    if let change = changeToAnswer(deal, by: speaker) {
      guard revision == change.number else {
        throw .stale(what: "rev", given: revision, current: change.number)
      }
      let answer = ChangeAnswer(to: change, by: speaker.state, accepts: true, why: "")
      return try decideAnswer(answer, to: change, by: speaker, at: time, rules: rules)
    }
    try requirePhase(.negotiate, to: "sign")
    let negotiation = try offer(deal, for: speaker.state)
    if case .refused(let reason) = negotiation.status {
      throw .dealClosed(deal: deal, status: "refused, \(reason)")
    }
    let signature = try signature(of: revision, of: deal, by: speaker)
    let current = negotiation.current.revision
    guard revision == current else {
      throw .stale(what: "rev", given: revision, current: current)
    }
    if negotiation.signed.contains(speaker.state) {
      throw .already(
        what: deal.text, sentence: "\(speaker.state) has signed revision \(current) of \(deal).")
    }
    if let standing = world.deal(deal), standing.status == .ended {
      throw .dealClosed(deal: deal, status: standing.status.rawValue)
    }
    let refusals = DealRules.signing(
      negotiation.text, signer: speaker.index, in: world, scenario: scenario,
      claimed: DealRules.claimed(
        by: speaker.index, orders: desks[speaker.index].orders.map(\.order), in: world,
        scenario: scenario))
    if let first = refusals.first { throw .rule(first) }
    if signature == .firstKey { return [keyEvent(revision, of: deal, by: speaker)] }
    var deliberation = Deliberation(self, at: time, rules: rules)
    deliberation.sign(deal, revision: revision, by: speaker)
    return deliberation.events
  }

  func decideRatify(
    _ deal: DealID, by speaker: Speaker, at time: Int, rules: Rules
  ) throws(Refusal) -> [Event] {
    let negotiation = try offer(deal, for: speaker.state)
    try requirePhase(.ratify, to: "ratify")
    try require(.ratify, of: speaker)
    guard let standing = world.deal(deal) else {
      throw .notNow(
        phase: phase.rawValue, need: "signed",
        sentence: "\(deal) is not signed by all it needs; there is nothing to ratify yet.")
    }
    guard standing.status != .ended else {
      throw .dealClosed(deal: deal, status: standing.status.rawValue)
    }
    if let change = negotiation.change {
      if change.awaitsRatification(by: speaker.state) {
        return try decideRatify(change, of: standing, by: speaker, at: time, rules: rules)
      }
      if case .reservation = change.kind, change.by == speaker.state {
        throw .notNow(
          phase: phase.rawValue, need: "answers",
          sentence: "Your reservation on \(deal) waits for the others; WITHDRAW \(deal) takes it "
            + "back, and then you can ratify the text as it stands.")
      }
    }
    guard negotiation.signed.contains(speaker.state) else {
      throw .notNow(
        phase: phase.rawValue, need: "signature",
        sentence: "\(speaker.state) has not signed \(deal).")
    }
    guard Lifecycle.mustRatify(standing, scenario: scenario).contains(speaker.index) else {
      throw .already(
        what: deal.text,
        sentence: negotiation.ratified.contains(speaker.state)
          ? "\(speaker.state) has ratified \(deal)."
          : "\(deal) needs no ratification by \(speaker.state): your signature was enough.")
    }
    let refusals = DealRules.ratifying(
      standing, by: speaker.index, in: world, scenario: scenario)
    if let first = refusals.first { throw .rule(first) }
    var deliberation = Deliberation(self, at: time, rules: rules)
    deliberation.ratify(standing, by: speaker)
    return deliberation.events
  }
}

extension Deliberation {
  fileprivate mutating func sign(_ deal: DealID, revision: Int, by speaker: Speaker) {
    guard let before = state[deal] else { return }
    emit(
      .states(before.parties), .offerSigned(deal: deal, revision: revision, by: speaker.state))
    guard let negotiation = state[deal] else { return }
    if let standing = state.world.deal(deal) {
      let joined = Lifecycle.cosigned(
        standing, by: speaker.index, in: state.world, scenario: state.scenario)
      emit(.nobody, .dealStanding(DealStanding(joined)))
      return
    }
    let signers = negotiation.signed.compactMap(state.scenario.index(of:))
    guard Lifecycle.isSigned(negotiation.text, by: signers, scenario: state.scenario) else {
      return
    }
    let signed = Lifecycle.signed(
      negotiation.text, id: deal, revision: revision, signers: signers, in: state.world,
      scenario: state.scenario)
    emit(.nobody, .dealStanding(DealStanding(Conclusion(deal: signed))))
    emit(state.audience(of: signed.text), .dealChanged(signed.notice("signed")))
    if Lifecycle.isReady(signed, scenario: state.scenario) {
      conclude(Lifecycle.concluded(signed, in: state.world, scenario: state.scenario))
    }
  }

  fileprivate mutating func ratify(_ deal: Deal, by speaker: Speaker) {
    let ratified = Lifecycle.ratified(
      deal, by: speaker.index, in: state.world, scenario: state.scenario)
    var paid = state.world
    paid.apply(ratified)
    let standing = paid.states[speaker.index]
    emit(
      .states(deal.text.parties),
      .dealRatified(deal: deal.id, by: speaker.state, cost: ratified.cost))
    emit(
      .nobody,
      .dealStanding(
        DealStanding(
          ratified.conclusion,
          capital: [
            DealStanding.Capital(
              state: speaker.index, capital: standing.politicalCapital,
              spent: standing.politicalSpent,
              forRatification: standing.ledger.capitalForRatification)
          ])))
    if deal.concludedTurn == nil, ratified.conclusion.deal.concludedTurn != nil {
      announceConclusion(of: ratified.conclusion.deal)
      // A reservation that still waits has come too late.
      settleChange(of: deal.id)
    }
  }

  mutating func conclude(_ conclusion: Conclusion) {
    emit(.nobody, .dealStanding(DealStanding(conclusion)))
    announceConclusion(of: conclusion.deal)
  }

  private mutating func announceConclusion(of deal: Deal) {
    emit(state.audience(of: deal.text), .dealChanged(deal.notice("concluded")))
  }
}
