import EntenteModel

// What somebody has to know who takes a seat over: what the team owes and is owed, what waits for
// it, what it has ordered. Nothing that the team does not see itself.
extension SessionState {
  /// The brief of a team that has played already.
  package func handoverPage(for seat: SeatID) throws(Refusal) -> Page {
    guard let state = seat.state, let index = scenario.index(of: state) else {
      throw .forbidden(
        need: "state", sentence: "A hand-over is of a team: BRIEF handover STATE names one.")
    }
    var page = Page()
    let standing = world.states[index]
    page.add(
      [Page.Field("state", state.text), Page.Field("treasury", standing.treasury.value)],
      "Now: turn \(turn) of \(scenario.parameters.turns), \(phase). Treasury "
        + "\(Shown.money(standing.treasury)), gap \(Shown.index(standing.outcome.gap)), national "
        + "score \(Shown.index(standing.outcome.national)).")
    addDuties(of: index, to: &page)
    addWaiting(for: seat, state, to: &page)
    addDeals(of: state, to: &page)
    addOwnDesk(of: index, seat: seat, to: &page)
    page.fields = [
      Page.Field("state", state.text), Page.Field("turn", turn),
      Page.Field("phase", phase.rawValue),
    ]
    page.text = "BRIEF me reads the team's brief and cards; STATUS says what you can do now."
    return page
  }

  /// What is owed in the turn being played and what comes new in the next, as things stand.
  private func addDuties(of index: Int, to page: inout Page) {
    let now = Duties.due(in: world, scenario: scenario)
    var later = world
    later.turn += 1
    let next = Duties.due(in: later, scenario: scenario).filter { duty in
      !now.contains { $0.deal == duty.deal && $0.clause == duty.clause }
    }
    let all = (now + next).filter { concerns($0, index) }
    let owes = all.filter { $0.debtor == index }
    let isOwed = all.filter { $0.debtor != index }
    if owes.isEmpty { page.add([], "You owe nothing this turn.") }
    for duty in owes { addDuty(duty, "You owe", to: &page) }
    for duty in isOwed { addDuty(duty, "\(scenario.states[duty.debtor].id) owes you", to: &page) }
  }

  private func concerns(_ duty: Duty, _ index: Int) -> Bool {
    if duty.debtor == index { return true }
    if let creditor = duty.creditor { return creditor == index }
    return world.deal(duty.deal)?.bound.contains(index) ?? false
  }

  private func addDuty(_ duty: Duty, _ beginning: String, to page: inout Page) {
    let amount =
      duty.isMoney ? Shown.money(Money(duty.amount)) : "\(Shown.lots(Lots(duty.amount))) lots"
    let to = duty.creditor.map { " to \(scenario.states[$0].id)" } ?? ""
    page.add(
      [
        Page.Field("duty", duty.name(in: scenario)), Page.Field("turn", duty.turn),
        Page.Field("amount", duty.amount), Page.Field("arrears", duty.arrears),
      ],
      "\(beginning) in turn \(duty.turn): \(amount)\(beginning == "You owe" ? to : ""), "
        + "\(duty.kind.rawValue) of \(duty.deal)"
        + (duty.arrears > 0 ? ", part of it late already" : ""))
  }

  private func addWaiting(for seat: SeatID, _ state: StateID, to page: inout Page) {
    for negotiation in negotiations where negotiation.parties.contains(state) {
      let id = negotiation.id
      if negotiation.isOpen {
        let own = negotiation.signed.contains(state)
        page.add(
          [Page.Field("offer", id.text), Page.Field("rev", negotiation.current.revision)],
          "Open offer \(id) of \(negotiation.current.by), \(own ? "signed" : "not signed") by you: "
            + TermsPrinter.print(negotiation.text))
      } else if let deal = world.deal(id), deal.status == .signed {
        let mine = awaitsRatification(deal, negotiation, state)
        page.add(
          [Page.Field("signed", id.text), Page.Field("ratify", mine ? "yes" : "no")],
          mine ? "To be ratified by you: RATIFY \(id)" : "Signed, waits for others: \(id)")
      }
      if let change = negotiation.change {
        page.add(
          [Page.Field("change", id.text), Page.Field("rev", change.number)],
          "A change of \(id) waits (\(change.proposal.word) by \(change.by)): DIFF \(id)")
      }
    }
    for option in options(for: seat) where option.line.hasPrefix("ORDER choose") {
      page.add([Page.Field("type", option.line)], "\(option.what): \(option.line)")
    }
  }

  private func addDeals(of state: StateID, to page: inout Page) {
    for negotiation in negotiations where negotiation.parties.contains(state) {
      guard let deal = world.deal(negotiation.id), deal.concludedTurn != nil,
        deal.status != .ended
      else { continue }
      page.add(
        [Page.Field("deal", deal.id.text), Page.Field("status", deal.status.rawValue)],
        "\(deal.id) \(deal.status.rawValue) with "
          + deal.text.parties.filter { $0 != state }.map(\.text).joined(separator: ", ")
          + ": " + TermsPrinter.print(deal.text))
    }
  }

  private func addOwnDesk(of index: Int, seat: SeatID, to page: inout Page) {
    for entry in desks[index].orders {
      page.add(
        [Page.Field("order", entry.id)],
        "Ordered this turn: \(OrderLanguage.print(entry.order)) (by \(entry.by))")
    }
    for entry in whiteCell.cases where entry.isOpen && entry.ticket.seat.state == seat.state {
      let ticket = entry.ticket
      page.add([Page.Field("ticket", ticket.id)], "Asked, no answer yet: \(ticket.text)")
    }
    for prediction in whiteCell.predictions where prediction.state == seat.state {
      page.add(
        [Page.Field("prediction", prediction.figure)],
        "Predicted for turn \(prediction.turn): \(prediction.figure)")
    }
  }
}
