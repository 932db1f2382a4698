import EntenteModel

// The resolution of a turn, told to those who may know.
extension Deliberation {
  /// Resolves the turn: the new world, then what everybody may learn of it.
  mutating func resolve() {
    let before = state.world
    let orders = state.standingOrders
    let result = Resolution.resolve(
      before, orders: orders, choices: state.standingChoices, scenario: state.scenario)
    let entries = state.desks.map(\.orders)
    emit(.nobody, .worldSet(result.world))
    tell(result.report.orders, entries: entries)
    tell(result.report.duties)
    tell(result.report.deals)
    tell(result.report.disputes)
    tell(result.report.groups)
    report(result.report)
    judgePredictions(ofTurn: before.turn)
    if before.turn >= state.scenario.parameters.turns { tellScores() }
  }

  private func handle(_ index: Int) -> StateID { state.scenario.states[index].id }

  private mutating func tell(_ results: [[OrderResult]], entries: [[OrderEntry]]) {
    for (index, results) in results.enumerated() {
      for (place, result) in results.enumerated() {
        let entry = entries[index].indices.contains(place) ? entries[index][place] : nil
        emit(
          audience(of: result.order, by: index), .orderResolved(outcome(of: result, entry, index)))
      }
    }
  }

  private func outcome(
    of result: OrderResult, _ entry: OrderEntry?, _ index: Int
  ) -> OrderOutcome {
    let id = entry?.order == result.order ? entry?.id ?? "habit" : "habit"
    switch result.outcome {
    case .done:
      return OrderOutcome(
        state: handle(index), id: id, order: result.order, outcome: "done", refusal: nil, text: "")
    case .partial(let amount):
      return OrderOutcome(
        state: handle(index), id: id, order: result.order, outcome: "partial", refusal: nil,
        text: "Done for \(shown(amount, of: result.order)); the rest came back.")
    case .dropped(let dropped):
      return OrderOutcome(
        state: handle(index), id: id, order: result.order, outcome: "dropped",
        refusal: dropped.name.rawValue, text: dropped.sentence)
    }
  }

  private func shown(_ amount: Int, of order: Order) -> String {
    order["money"] != nil ? Shown.money(Money(amount)) : Shown.lots(Lots(amount)) + " lots"
  }

  /// Orders are their owner's; policy is public law once it is made, and so are visible acts.
  private func audience(of order: Order, by index: Int) -> Audience {
    let isPublic =
      switch order.keyword {
      case .deploy, .aid: true
      case .withhold: false
      default: OrderCatalogue.entry(order.keyword).group == .policy
      }
    return isPublic ? .everybody : .states([handle(index)])
  }

  private mutating func tell(_ duties: [DutyResult]) {
    for duty in duties where duty.due > 0 || duty.status != .met {
      guard let deal = state.world.deal(duty.deal) else { continue }
      let isBreach = duty.status == .breach || duty.status == .refused
      let parties: Audience = .states(deal.text.parties)
      let audience = isBreach ? state.audience(of: deal.text) : parties
      let creditor = duty.creditor == Arrears.toAll ? nil : duty.creditor
      emit(
        audience,
        .dutyRecorded(
          DutyNotice(
            status: isBreach ? "breached" : duty.status.rawValue, deal: duty.deal,
            clause: duty.clause, keyword: duty.kind.rawValue, debtor: handle(duty.debtor),
            creditor: creditor.map(handle), due: isBreach ? 0 : duty.due,
            done: isBreach ? 0 : duty.done, isMoney: duty.isMoney)))
    }
  }

  private mutating func tell(_ changes: [DealChange]) {
    for change in changes {
      guard let deal = state.world.deal(change.deal) else { continue }
      let notice =
        switch change.change {
        case .inForce: deal.notice("in-force")
        case .suspended: deal.notice("suspended")
        case .resumed: deal.notice("resumed")
        case .ended(let ending): deal.notice("ended", reason: ending.rawValue)
        case .left(let who): deal.notice("left", reason: handle(who).text)
        case .sunset(let clause): deal.notice("sunset", reason: clause.text)
        case .triggered(let clause): deal.notice("triggered", reason: clause.text)
        }
      emit(state.audience(of: deal.text), .dealChanged(notice))
    }
  }

  private mutating func tell(_ disputes: [DisputeChange]) {
    for dispute in disputes {
      guard let deal = state.world.deal(dispute.deal) else { continue }
      let notice = DisputeNotice(
        deal: dispute.deal, clause: dispute.clause, debtor: handle(dispute.debtor),
        creditor: dispute.creditor == Arrears.toAll ? nil : handle(dispute.creditor),
        amount: dispute.amount)
      emit(
        .states(deal.text.parties),
        dispute.change == .opened ? .disputeOpened(notice) : .disputeSettled(notice))
    }
  }

  private mutating func tell(_ groups: [GroupChange]) {
    for change in groups where change.change != .kept {
      let isHidden = state.scenario.parameters.fog == .strict || change.isSecret == true
      let audience: Audience =
        isHidden ? .states(change.members.map(handle)) : .everybody
      guard change.change == .found,
        let group = state.world.groups.first(where: { $0.name == change.name })
      else {
        if change.change == .lost {
          emit(audience, .groupLost(name: change.name, members: change.members.map(handle)))
        }
        continue
      }
      emit(
        audience,
        .groupFound(
          GroupNotice(
            name: group.name, members: group.members.map(handle), quadrant: group.quadrant,
            labels: group.labels, formation: group.formation, management: group.management,
            salience: group.salience)))
    }
  }

  private mutating func tellScores() {
    for (index, standing) in state.world.states.enumerated() {
      emit(
        .everybody,
        .scoreFinal(
          ScoreNotice(
            state: handle(index), national: standing.outcome.national,
            privateCards: standing.outcome.privateCards, conduct: standing.outcome.conduct,
            final: standing.outcome.final, collective: state.world.collective)))
    }
  }
}
