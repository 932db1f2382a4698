import EntenteModel

// Where a change of a deal that stands ends: adopted, refused, lapsed.
extension Deliberation {
  private enum Verdict { case waits, passes, fails }

  /// Settles the change of a deal, if its answers and ratifications are enough, or can never be.
  mutating func settleChange(of deal: DealID) {
    guard let change = state[deal]?.change, let standing = state.world.deal(deal) else { return }
    if standing.status == .ended { return close(change, .lapsed, reason: "ended") }
    if case .reservation = change.kind, standing.concludedTurn != nil {
      return close(change, .refused, reason: "concluded")
    }
    if change.isPassed {
      // A state that left since has nothing to ratify any more.
      let left = change.mustRatify.filter { who in
        change.awaitsRatification(by: who)
          && standing.bound.contains { state.scenario.states[$0].id == who }
      }
      if left.isEmpty { adopt(change, for: standing) }
      return
    }
    switch verdict(on: change, of: standing) {
    case .waits: return
    case .fails: close(change, .refused)
    case .passes: pass(change, for: standing)
    }
  }

  /// Looks at all changes again: after a resolution deals have ended and states have left.
  mutating func settleChanges() {
    for negotiation in state.negotiations where negotiation.change != nil {
      settleChange(of: negotiation.id)
    }
  }

  /// What nobody answered in time, at the end of a phase.
  mutating func lapseChanges(atEndOf phase: Phase) {
    for change in state.negotiations.compactMap(\.change) {
      if let passed = change.passedTurn {
        if phase == .ratify, state.turn >= passed + Lifecycle.ratificationTurns {
          close(change, .lapsed)
        }
        continue
      }
      guard change.answerPhase == phase else { continue }
      switch change.kind {
      // Silence at the end of the phase is a no.
      case .reservation: close(change, .refused, reason: "silence")
      case .amendment, .accession:
        if Lifecycle.offerLapses(revisionTurn: change.tabledTurn, atEndOfNegotiateOf: state.turn) {
          close(change, .lapsed)
        }
      }
    }
  }

  // MARK: Counting

  private func verdict(on change: PendingChange, of standing: Deal) -> Verdict {
    let scenario = state.scenario
    let voters = SessionState.voters(on: change, of: standing)
    let yes = change.accepted.compactMap(scenario.index(of:)).filter(voters.contains)
    let no = change.refused.compactMap(scenario.index(of:)).filter(voters.contains)
    if isEnough(yes, on: change, of: standing) { return .passes }
    let most = voters.filter { !no.contains($0) }
    return isEnough(most, on: change, of: standing) ? .waits : .fails
  }

  private func isEnough(_ yes: [Int], on change: PendingChange, of standing: Deal) -> Bool {
    let voters = SessionState.voters(on: change, of: standing)
    switch change.kind {
    case .reservation:
      let author = state.scenario.index(of: change.by)
      return voters.allSatisfy { $0 == author || yes.contains($0) }
    case .accession:
      switch standing.text.accession {
      case .open: return true
      case .majority: return 2 * yes.count > voters.count
      case .unanimity, .closed: return yes.count == voters.count
      }
    case .amendment:
      if Lifecycle.liftsPilot(of: standing, to: change.text) { return yes.count == voters.count }
      // A redline of the review turn passes by majority, also when the last yes comes a turn later.
      return Lifecycle.passes(
        amending: standing, supporters: yes, in: change.tabledTurn, scenario: state.scenario)
    }
  }

  // MARK: Outcomes

  private mutating func pass(_ change: PendingChange, for standing: Deal) {
    switch change.kind {
    case .reservation: adopt(change, for: standing)
    case .accession(let annex):
      // Answers may take a turn: the limits, the fee and the capital must hold now.
      guard let newcomer = state.scenario.index(of: change.by),
        DealRules.acceding(
          to: standing, by: newcomer, annex: annex, in: state.world, scenario: state.scenario
        ).isEmpty
      else { return close(change, .refused, reason: "unable") }
      adopt(change, for: standing)
    case .amendment:
      let scenario = state.scenario
      let must = Lifecycle.mustRatify(amending: standing, to: change.text, scenario: scenario)
      if must.isEmpty { return adopt(change, for: standing) }
      emit(
        .states(change.text.parties),
        .changePassed(
          deal: change.deal, revision: change.number, ratify: must.map { scenario.states[$0].id }))
    }
  }

  mutating func ratify(
    _ change: PendingChange, of standing: Deal, by index: Int, cost: BasisPoints
  ) {
    let who = state.scenario.states[index].id
    emit(
      .states(change.text.parties),
      .changeRatified(deal: change.deal, revision: change.number, by: who, cost: cost))
    var next = standing
    Lifecycle.note(cost, paidBy: index, in: &next, scenario: state.scenario)
    emit(
      .nobody,
      .dealStanding(
        DealStanding(Conclusion(deal: next), capital: [capital(of: index, after: cost)])))
    settleChange(of: change.deal)
  }

  private mutating func adopt(_ change: PendingChange, for standing: Deal) {
    switch change.kind {
    case .amendment: amend(standing, by: change)
    case .reservation: reserve(standing, by: change)
    case .accession(let annex):
      guard let newcomer = state.scenario.index(of: change.by) else { return }
      join(standing, by: newcomer, annex: annex, change)
    }
  }

  private mutating func amend(_ standing: Deal, by change: PendingChange) {
    let next = Lifecycle.amended(
      standing, to: change.text, revision: change.number, in: state.world,
      scenario: state.scenario)
    close(change, .adopted)
    emit(.nobody, .dealStanding(DealStanding(next)))
    emit(state.audience(of: change.text), .dealChanged(next.deal.notice("amended")))
  }

  private mutating func reserve(_ standing: Deal, by change: PendingChange) {
    let next = Lifecycle.reserved(standing, to: change.text, revision: change.number)
    close(change, .adopted)
    emit(.nobody, .dealStanding(DealStanding(Conclusion(deal: next))))
    emit(state.audience(of: change.text), .dealChanged(next.notice("amended")))
    // Without the clause the law of the state may ask for nothing more.
    if Lifecycle.isReady(next, scenario: state.scenario) {
      conclude(Lifecycle.concluded(next, in: state.world, scenario: state.scenario))
    }
  }

  private mutating func join(
    _ standing: Deal, by index: Int, annex: String?, _ change: PendingChange
  ) {
    let scenario = state.scenario
    var next = Lifecycle.acceded(
      standing, by: index, annex: annex, in: state.world, scenario: scenario)
    // What the parties agreed to is the text they read, whatever moved in the meantime.
    next.deal.text = change.text
    next.deal.revision = change.number
    var capital: [DealStanding.Capital] = []
    if Lifecycle.ratificationClass(of: next.deal, for: index, scenario: scenario) != .a {
      let cost = Lifecycle.ratificationCost(
        of: next.deal, for: index, in: state.world, scenario: scenario)
      capital = [self.capital(of: index, after: cost)]
      Lifecycle.note(cost, paidBy: index, in: &next.deal, scenario: scenario)
      emit(
        .states(change.text.parties),
        .changeRatified(deal: change.deal, revision: change.number, by: change.by, cost: cost))
    }
    let money = fee(of: standing, from: index)
    close(change, .adopted)
    emit(.nobody, .dealStanding(DealStanding(next, capital: capital, money: money)))
    let notice = next.deal.notice("joined", reason: change.by.text)
    emit(state.audience(of: change.text), .dealChanged(notice))
  }

  /// The treasuries after a newcomer paid the fee of an open deal; nil where there is none.
  private func fee(of standing: Deal, from index: Int) -> [DealStanding.Treasury]? {
    guard case .open(_, _, let written) = standing.text.accession else { return nil }
    let fee = state.world.accessionFee(written, for: index)
    guard fee > 0 else { return nil }
    var paid = state.world
    paid.payAccessionFee(fee, by: index, to: standing.bound)
    return (standing.bound + [index]).sorted().map {
      DealStanding.Treasury(state: $0, treasury: paid.states[$0].treasury)
    }
  }

  private func capital(of index: Int, after cost: BasisPoints) -> DealStanding.Capital {
    let standing = state.world.states[index]
    return DealStanding.Capital(
      state: index, capital: standing.politicalCapital - cost,
      spent: standing.politicalSpent + cost,
      forRatification: standing.ledger.capitalForRatification + cost.value)
  }

  /// Ends a change with a word to those who heard of it.
  mutating func close(
    _ change: PendingChange, _ outcome: ChangeOutcome, reason: String? = nil
  ) {
    emit(
      change.audience,
      .changeSettled(
        deal: change.deal, revision: change.number, outcome: outcome, reason: reason))
    guard let newcomer = change.newcomer else { return }
    emit(
      .states([newcomer]),
      .accessionNoted(deal: change.deal, by: newcomer, outcome: outcome, reason: reason))
  }
}
