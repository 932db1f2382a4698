import EntenteModel

extension SessionState {
  /// Who plays: one line a state, then the people.
  package func whoPage() -> Page {
    var page = Page()
    for card in scenario.states {
      let people = members.filter { $0.seat.state == card.id }
      let who =
        doctrine(of: card.id).map { "a bot (\($0))" }
        ?? (people.isEmpty
          ? "nobody yet"
          : people.map { "\($0.name) (\($0.seat.role))" }.joined(separator: ", "))
      page.add(
        [
          Page.Field("state", card.id.text), Page.Field("members", people.count),
          Page.Field("bot", doctrine(of: card.id) == nil ? "no" : "yes"),
        ], "\(card.label) (\(card.id)): \(who)")
    }
    addOnlookers(to: &page)
    page.fields = [Page.Field("members", members.count)]
    page.text = "\(members.count) people, \(scenario.states.count) states."
    return page
  }

  /// The facilitator's board: every seat, who holds it, what it has done this turn.
  package func boardPage(present: Set<MemberID>) -> Page {
    var page = Page()
    for (index, card) in scenario.states.enumerated() {
      let desk = desks[index]
      for role in exercise.roles {
        let seat = SeatID(state: card.id, role: role.name)
        let people = members.filter { $0.seat == seat }
        if people.isEmpty && !(role.name == exercise.roles[0].name) { continue }
        let here = people.count { present.contains($0.id) }
        let ready = desk.ready.contains(seat)
        page.add(
          [
            Page.Field("seat", seat.text), Page.Field("members", people.count),
            Page.Field("here", here), Page.Field("ready", ready ? "yes" : "no"),
            Page.Field("offers", desk.offersThisTurn), Page.Field("orders", desk.orders.count),
          ],
          boardLine(seat, people: people, here: here, desk: desk, state: card.id))
      }
    }
    addOnlookers(to: &page, present: present)
    page.fields = [
      Page.Field("status", status.rawValue), Page.Field("turn", turn),
      Page.Field("phase", phase.rawValue), Page.Field("members", members.count),
      Page.Field("here", members.count { present.contains($0.id) }),
    ]
    page.text = "\(status.rawValue), turn \(turn), \(phase.rawValue)."
    return page
  }

  private func boardLine(
    _ seat: SeatID, people: [Member], here: Int, desk: Desk, state: StateID
  ) -> String {
    let names = people.map(\.name).joined(separator: ", ")
    let who =
      doctrine(of: state).map { "bot (\($0))" }
      ?? (names.isEmpty ? "EMPTY" : "\(names), \(here) here")
    let ready = desk.ready.contains(seat) ? ", ready" : ""
    return "\(Shown.padded(seat.text, 18)) \(who): \(desk.offersThisTurn) offers, "
      + "\(desk.orders.count) orders\(ready)"
  }

  /// What everybody reads, or what the seat's team reads.
  package func briefPage(public isPublic: Bool, for seat: SeatID) throws(Refusal) -> Page {
    let text: String
    if isPublic || seat == .facilitator {
      text = exercise.publicBrief
    } else {
      guard let index = seat.state.flatMap(scenario.index(of:)) else { throw .notAMember }
      text = exercise.briefs.indices.contains(index) ? exercise.briefs[index] : ""
    }
    var page = Page()
    // Narrow enough that no line is broken a second time over a raw connection.
    for line in Wrapping.lines(ofMarkdown: text, width: 80) { page.add([], line) }
    if !isPublic, let index = seat.state.flatMap(scenario.index(of:)) {
      for (card, held) in zip(scenario.states[index].cards, cardTruth(of: index)) {
        page.add(
          [Page.Field("points", card.points), Page.Field("now", held ? "true" : "false")],
          "Card worth \(Shown.index(BasisPoints(card.points))): "
            + "\(card.condition.words(in: scenario)) (\(held ? "true" : "not yet true") now)")
      }
    }
    page.text = isPublic ? "BRIEF me reads your own." : "BRIEF public reads the common one."
    return page
  }

  private func cardTruth(of index: Int) -> [Bool] {
    let truth = world.states[index].outcome.cards
    let cards = scenario.states[index].cards
    return truth.count == cards.count ? truth : cards.map { _ in false }
  }

  /// The programmes of the exercise: public facts only.
  package func programmesPage() -> Page {
    var page = Page()
    for (index, programme) in scenario.programmes.enumerated() {
      let owner = programme.owner.map { scenario.states[$0].id.text } ?? "open"
      let lines = world.lines.filter { $0.programme == index }
        .map { "\(scenario.states[$0.state].id) (\($0.status.rawValue))" }
      page.add(
        [
          Page.Field("programme", programme.id.text),
          Page.Field("sector", programme.sector.rawValue),
          Page.Field("sensitivity", programme.sensitivity), Page.Field("owner", owner),
          Page.Field("list-cost", programme.listCost.value),
        ],
        "\(programme.id): \(programme.label), sector \(programme.sector.rawValue), owner \(owner), "
          + "list \(Shown.money(programme.listCost)); lines: "
          + (lines.isEmpty ? "none" : lines.joined(separator: ", ")))
    }
    page.text = "\(scenario.programmes.count) programmes."
    return page
  }

  /// The orders of the seat's state this turn.
  package func ordersPage(for seat: SeatID) throws(Refusal) -> Page {
    if seat == .facilitator { return allOrdersPage() }
    guard let index = seat.state.flatMap(scenario.index(of:)) else { throw .notAMember }
    var page = Page()
    for entry in desks[index].orders {
      page.add(
        [
          Page.Field("order", entry.id), Page.Field("keyword", entry.order.keyword.rawValue),
          Page.Field("by", entry.by),
        ], "\(entry.id) \(OrderLanguage.print(entry.order)) (by \(entry.by))")
    }
    page.fields = [Page.Field("count", desks[index].orders.count)]
    page.text =
      desks[index].orders.isEmpty
      ? "No orders this turn: last turn's budget is ordered again. HELP ORDER lists them."
      : "CANCEL id takes one back."
    return page
  }

  /// The orders of all states, for those who see them all.
  private func allOrdersPage() -> Page {
    var page = Page()
    for (desk, card) in zip(desks, scenario.states) {
      for entry in desk.orders {
        page.add(
          [
            Page.Field("state", card.id.text), Page.Field("order", entry.id),
            Page.Field("keyword", entry.order.keyword.rawValue), Page.Field("by", entry.by),
          ], "\(card.id) \(entry.id) \(OrderLanguage.print(entry.order)) (by \(entry.by))")
      }
    }
    page.fields = [Page.Field("count", page.lines.count)]
    page.text = page.lines.isEmpty ? "No state has given an order this turn." : "Orders so far."
    return page
  }
}
