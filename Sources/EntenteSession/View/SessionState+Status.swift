import EntenteModel

extension SessionState {
  /// Where the session stands and what the holder of `seat` can do now, each with a line that can
  /// be typed. `time` is now, milliseconds since the epoch.
  package func statusPage(for seat: SeatID, at time: Int) -> Page {
    var page = Page()
    page.fields = [
      Page.Field("session", id), Page.Field("status", status.rawValue), Page.Field("turn", turn),
      Page.Field("of", scenario.parameters.turns), Page.Field("phase", phase.rawValue),
      Page.Field("seat", seat.text),
    ]
    if let deadline = clock.deadline {
      page.fields.append(Page.Field("deadline", Timestamp.text(deadline)))
      page.fields.append(Page.Field("left", max(0, (deadline - time) / 1000)))
    }
    page.text = headline(at: time)
    if let index = seat.state.flatMap(scenario.index(of:)) { addStanding(of: index, to: &page) }
    addLessons(for: seat, to: &page)
    for option in options(for: seat) {
      page.add([Page.Field("type", option.line)], "\(option.what): \(option.line)")
    }
    return page
  }

  /// Which idea the events showed that this seat has read: those of the turn in its review, all of
  /// them once the session is over.
  private func addLessons(for seat: SeatID, to page: inout Page) {
    guard status == .closed || phase == .review else { return }
    var told: Set<InjectID> = []
    for fired in fired where status == .closed || fired.turn == turn {
      guard let inject = inject(fired.inject), !inject.lesson.isEmpty,
        inject.isPublic || seat == .facilitator || seat.state.map(fired.to.contains) == true,
        told.insert(inject.id).inserted
      else { continue }
      page.add(
        [Page.Field("inject", inject.id.text)], "\"\(inject.title)\" showed: \(inject.lesson)")
    }
  }

  func headline(at time: Int) -> String {
    switch status {
    case .none, .lobby: return "In the lobby: \(members.count) here. The facilitator types START."
    case .closed: return "The session is closed. SCORE, GROUPS and HISTORY stay open."
    case .paused:
      return "Paused in turn \(turn), \(phase)"
        + (clock.resumesAt.map { "; on in \(Shown.duration(milliseconds: $0 - time))." } ?? ".")
    case .running:
      let end =
        clock.deadline.map { "\(Shown.duration(milliseconds: $0 - time)) left" }
        ?? (exercise.phases.advance == .ready ? "no clock: READY ends it" : "no clock")
      return "Turn \(turn) of \(scenario.parameters.turns), \(phase): \(end)."
    }
  }

  private func addStanding(of index: Int, to page: inout Page) {
    let standing = world.states[index]
    let outcome = standing.outcome
    page.add(
      [
        Page.Field("treasury", standing.treasury.value),
        Page.Field("budget", standing.budget.value),
        Page.Field("pc", standing.politicalCapital.value), Page.Field("gap", outcome.gap.value),
        Page.Field("rdy", outcome.readiness.value),
      ],
      "\(scenario.states[index].label): treasury \(Shown.money(standing.treasury)) and "
        + "\(Shown.money(standing.budget)) this turn, political capital "
        + "\(Shown.index(standing.politicalCapital)), gap \(Shown.index(outcome.gap)), readiness "
        + "\(Shown.index(outcome.readiness))")
  }

  /// One thing a seat can do, in words and as a line to type.
  package struct Option: Sendable, Hashable {
    /// What the line does, in a few words.
    package var what: String
    /// A line that can be typed as it stands.
    package var line: String
  }

  /// What a seat can do now, most pressing first.
  package func options(for seat: SeatID) -> [Option] {
    if seat == .facilitator { return facilitatorOptions }
    guard status == .running, let state = seat.state, let index = scenario.index(of: state) else {
      return status == .closed
        ? [Option(what: "See the scores", line: "SCORE")]
        : [Option(what: "Read your brief while you wait", line: "BRIEF")]
    }
    var options = pendingChoices(of: state)
    if isNow(.negotiate) { options += offerOptions(of: state, index: index, seat: seat) }
    options += changeOptions(for: seat)
    if isNow(.ratify) { options += ratifyOptions(of: state, index: index) }
    if isNow(.negotiate), may(seat, .propose) {
      options += proposalOptions(of: state, index: index)
    }
    if isNow(.negotiate, .ratify, .orders) { options += orderOptions(of: index, seat: seat) }
    if isNow(.ratify) { options += leavingOptions(for: seat) }
    options.append(Option(what: "Take a figure apart", line: "WHY gap"))
    if may(seat, .ready), !desks[index].ready.contains(seat) {
      options.append(
        Option(
          what: exercise.phases.advance == .ready ? "End the phase" : "Show that you are ready",
          line: "READY"))
    }
    return options
  }

  /// Whether nothing is left but to talk about it.
  private var isPlayedOut: Bool {
    phase == .review && clock.deadline == nil && turn >= scenario.parameters.turns
      && world.turn > turn
  }

  private var facilitatorOptions: [Option] {
    switch status {
    case .none, .lobby:
      [
        Option(what: "See who is in", line: "BOARD"),
        Option(
          what: "Make a code for a seat", line: "CODE \(exercise.seats.first?.text ?? "seat")"),
        Option(what: "Begin, bots in the empty seats", line: "START"),
      ]
    case .running:
      [
        Option(what: "See who is in", line: "BOARD"),
        Option(what: "See what waits for you", line: "QUEUE"),
        isPlayedOut
          ? Option(what: "End the session, and open everything", line: "CLOSE")
          : Option(what: "End the phase", line: "ADVANCE"),
        Option(what: "Stop the clock", line: "PAUSE :why"),
        Option(what: "Add a minute", line: "EXTEND 60"),
      ]
    case .paused: [Option(what: "Go on", line: "UNPAUSE")]
    case .closed: [Option(what: "See the scores", line: "SCORE")]
    }
  }

  private func pendingChoices(of state: StateID) -> [Option] {
    guard isNow(.negotiate) else { return [] }
    return fired.filter { $0.turn == turn && $0.to.contains(state) }.compactMap { fired in
      guard let inject = inject(fired.inject), let option = inject.options.first,
        !fired.choices.contains(where: { $0.state == state })
      else { return nil }
      let names = options(of: inject, for: [state]).joined(separator: " or ")
      return Option(
        what: "Answer \"\(inject.title)\" (\(names))",
        line: "ORDER choose inject=\(inject.id) option=\(option.name)")
    }
  }

  private func offerOptions(of state: StateID, index: Int, seat: SeatID) -> [Option] {
    negotiations.filter { $0.isOpen && $0.parties.contains(state) && !$0.signed.contains(state) }
      .prefix(4).flatMap { offer -> [Option] in
        let from = offer.current.by
        let read = Option(what: "Read the offer of \(from)", line: "PREVIEW \(offer.id)")
        let revision = offer.current.revision
        guard let words = signingWords(revision, of: offer.id, for: seat) else { return [read] }
        return [read, Option(what: words, line: "@rev=\(revision) SIGN \(offer.id)")]
      }
  }

  private func ratifyOptions(of state: StateID, index: Int) -> [Option] {
    world.deals.filter { deal in
      deal.status == .signed && self[deal.id].map { awaitsRatification(deal, $0, state) } ?? false
    }.map { Option(what: "Ratify what you signed", line: "RATIFY \($0.id)") }
  }

  /// Whether a signed deal waits for the ratification of a state.
  func awaitsRatification(_ deal: Deal, _ negotiation: Negotiation, _ state: StateID) -> Bool {
    negotiation.signed.contains(state) && !negotiation.ratified.contains(state)
      && deal.text.ratificationClass(for: state) != .a
  }

  private func proposalOptions(of state: StateID, index: Int) -> [Option] {
    guard desks[index].offersThisTurn < proposalLimit(of: index),
      scenario.parameters.clauses.contains(.exercise),
      let partner = scenario.states.first(where: { $0.id != state })?.id
    else { return [] }
    return [
      Option(
        what: "Offer a deal", line: "PROPOSE \(partner) : exercise intensity=1; dialogue")
    ]
  }

  private func orderOptions(of index: Int, seat: SeatID) -> [Option] {
    guard may(seat, .budget), desks[index].orders.isEmpty,
      let domain = scenario.parameters.domains.first
    else { return [] }
    return [
      Option(
        what: "Order something in secret", line: "ORDER fund-rd domain=\(domain.rawValue) money=9m")
    ]
  }
}
