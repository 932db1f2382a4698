package import EntenteModel

// What the white cell and the teams read of the desk.
extension SessionState {
  /// The tickets a seat may read: its team's, or all. Open ones first, oldest first.
  package func ticketsPage(for seat: SeatID, at now: Int) -> Page {
    let cases = whiteCell.cases.filter {
      seat == .facilitator || $0.ticket.seat.state == seat.state
    }
    var page = Page()
    for ticket in cases.filter(\.isOpen) + cases.filter({ !$0.isOpen }) {
      add(ticket, at: now, to: &page)
    }
    page.fields = [
      Page.Field("tickets", cases.count), Page.Field("open", cases.count { $0.isOpen }),
    ]
    page.text =
      cases.isEmpty
      ? "No tickets. ASK :your question opens one."
      : seat == .facilitator
        ? "RULE ticket :answer closes one." : "The facilitator answers those that are open."
    return page
  }

  private func add(_ entry: WhiteCell.Case, at now: Int, to page: inout Page) {
    let ticket = entry.ticket
    let age = max(0, now - entry.openedAt) / 1000
    let status = entry.ruling?.outcome.rawValue ?? (entry.owner == nil ? "open" : "taken")
    page.add(
      [
        Page.Field("ticket", ticket.id), Page.Field("kind", ticket.kind.rawValue),
        Page.Field("seat", ticket.seat.text), Page.Field("status", status),
        Page.Field("age", age), Page.Field("turn", entry.turn),
      ] + (entry.owner.map { [Page.Field("owner", $0)] } ?? []),
      "\(ticket.id) \(ticket.kind.rawValue) of \(ticket.seat), \(status)"
        + (entry.owner.map { " by \($0)" } ?? "")
        + (entry.isOpen ? " for \(Self.age(age))" : "") + ": \(ticket.text)"
        + (entry.ruling.map { " -> \($0.text)" } ?? ""))
  }

  /// `3 min`, `2 h 5 min`: an age for people.
  private static func age(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min" }
    return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }

  /// The facilitator's queue: open tickets, then the events that are to come.
  package func queuePage(at now: Int) -> Page {
    var page = Page()
    let open = whiteCell.cases.filter(\.isOpen)
    for ticket in open {
      add(ticket, at: now, to: &page)
      for note in whiteCell.notes where note.about == ticket.ticket.id {
        page.add([Page.Field("note", note.about)], "   note: \(note.text)")
      }
    }
    let coming = scenario.injects.filter { !hasFired($0.id) && !isMissed($0) }
    for inject in coming {
      let when = time(of: inject)
      page.add(
        [
          Page.Field("inject", inject.id.text), Page.Field("kind", inject.kind.rawValue),
          Page.Field("when", when),
        ],
        "\(inject.id) (\(inject.title)): \(when), to "
          + (inject.to.isEmpty ? "all" : inject.to.map(\.text).joined(separator: ", ")))
    }
    addExpectations(to: &page)
    let oldest = open.map { max(0, now - $0.openedAt) / 1000 }.max() ?? 0
    page.fields = [
      Page.Field("open", open.count), Page.Field("oldest", oldest),
      Page.Field("injects", coming.count),
    ]
    page.text = "Tickets that wait: \(open.count). Events to come: \(coming.count)."
    return page
  }

  /// An event for teams without an offer whose turn is over: there is nobody left it could be for.
  private func isMissed(_ inject: Inject) -> Bool {
    guard case .noOffer(let turn, _) = inject.trigger, whiteCell.plans[inject.id] == nil else {
      return false
    }
    return turn < self.turn
  }

  /// How the white cell keeps up: tickets by kind, how long they waited, what waits unanswered.
  package func deskFigures(at now: Int) -> Page {
    var page = Page()
    let cases = whiteCell.cases
    for kind in Ticket.Kind.allCases {
      let all = cases.filter { $0.ticket.kind == kind }
      let waits = all.filter(\.isOpen).map { max(0, now - $0.openedAt) / 1000 }
      let waited = all.compactMap { entry in
        entry.ruledAt.map { max(0, $0 - entry.openedAt) / 1000 }
      }.sorted()
      let median = waited.isEmpty ? 0 : waited[waited.count / 2]
      page.add(
        [
          Page.Field("kind", kind.rawValue), Page.Field("tickets", all.count),
          Page.Field("open", waits.count), Page.Field("oldest", waits.max() ?? 0),
          Page.Field("median", median), Page.Field("longest", waited.last ?? 0),
        ],
        "\(Shown.padded(kind.rawValue, 8)) \(all.count) tickets, \(waits.count) open"
          + (waits.max().map { " (oldest \(Self.age($0)))" } ?? "")
          + (waited.isEmpty
            ? "" : ", answered after \(Self.age(median)), at most \(Self.age(waited.last ?? 0))"))
    }
    page.fields = [
      Page.Field("tickets", cases.count), Page.Field("open", cases.count { $0.isOpen }),
      Page.Field("rulings", cases.count { !$0.isOpen }),
      Page.Field("corrections", whiteCell.changes.count),
      Page.Field("notes", whiteCell.notes.count),
    ]
    page.text =
      "\(cases.count) tickets, \(whiteCell.changes.count) corrections, "
      + "\(whiteCell.notes.count) notes so far."
    return page
  }

  private func time(of inject: Inject) -> String {
    if let plan = whiteCell.plans[inject.id] { return plan.words }
    switch inject.trigger {
    case .turn(let turn): return turn > self.turn ? "turn \(turn)" : "by hand"
    case .noOffer(let turn, let seconds):
      return "turn \(turn), \(seconds) s into negotiate, to teams without an offer"
    case .metric: return "when its condition holds"
    case .manual: return "by hand"
    }
  }

  /// The questions of the survey, with the answers this member gave; the facilitator reads all.
  package func surveyPage(for actor: Actor?) -> Page {
    var page = Page()
    for (place, question) in exercise.survey.enumerated() {
      let answers = whiteCell.survey.filter { $0.question == place + 1 }
      page.add([Page.Field("question", place + 1)], "\(place + 1). \(question)")
      switch actor {
      case .member(let own)?:
        for answer in answers where answer.member == own { page.add([], "   \(answer.text)") }
      default:
        for answer in answers {
          page.add(
            [Page.Field("member", answer.member.text)], "   \(answer.member): \(answer.text)")
        }
      }
    }
    page.fields = [Page.Field("questions", exercise.survey.count)]
    page.text =
      exercise.survey.isEmpty
      ? "This exercise has no survey." : "SURVEY 1 :your answer answers the first question."
    return page
  }

  /// Mean accuracy of a state's predictions so far, bp; nil where none was judged.
  package func predictionAccuracy(of state: StateID) -> BasisPoints? {
    let own = whiteCell.judgements.filter { $0.prediction.state == state }
    guard !own.isEmpty else { return nil }
    return BasisPoints(rdiv(own.reduce(0) { $0 + $1.accuracy.value }, own.count))
  }
}
