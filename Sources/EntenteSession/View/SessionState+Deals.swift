package import EntenteModel

extension SessionState {
  /// Which deals a list shows.
  package enum DealFilter: String, CaseIterable, Sendable { case open, mine, all }

  /// How much of a deal a reader may know.
  enum DealSight: Sendable { case nothing, outline, whole }

  /// What a seat may see of an offer or deal, by the one rule for live play, replay and bots.
  func sight(of negotiation: Negotiation, by seat: SeatID) -> DealSight {
    if seat == .facilitator || isOpenToAll { return .whole }
    guard let state = seat.state else { return publicSight(of: negotiation) }
    if negotiation.parties.contains(state) { return .whole }
    guard negotiation.status == .deal, let deal = world.deal(negotiation.id) else {
      return .nothing
    }
    switch deal.text.visibility {
    case .public: return .whole
    case .parties: return .outline
    case .secret:
      guard let reader = scenario.index(of: state) else { return .nothing }
      return world.hides(deal, from: reader, scenario: scenario) ? .nothing : .outline
    }
  }

  /// What everybody may see of an offer or deal: the screen of the room shows no more.
  private func publicSight(of negotiation: Negotiation) -> DealSight {
    guard negotiation.status == .deal, let deal = world.deal(negotiation.id) else {
      return .nothing
    }
    switch deal.text.visibility {
    case .public: return .whole
    case .parties: return .outline
    case .secret: return world.isSecret(deal, in: world.turn) ? .nothing : .outline
    }
  }

  /// The negotiation as a seat may read it: the drafting of others, and what they negotiate about
  /// a deal that everybody may read, is theirs.
  func shown(_ negotiation: Negotiation, to seat: SeatID) -> Negotiation {
    let isMine = seat.state.map(negotiation.parties.contains) ?? false
    if isMine || seat == .facilitator || isOpenToAll { return negotiation }
    var plain = negotiation
    plain.revisions = [negotiation.current]
    plain.dropped = []
    plain.change = nil
    return plain
  }

  /// After the end everything is open to every seat, unless the exercise keeps it closed.
  package var isOpenToAll: Bool {
    status == .closed && scenario.parameters.openAfter == .all
  }

  /// Offers and deals a seat may see, one a line.
  package func dealsPage(_ filter: DealFilter, for seat: SeatID) -> Page {
    var page = Page()
    for negotiation in negotiations.map({ shown($0, to: seat) }) {
      let sight = sight(of: negotiation, by: seat)
      if sight == .nothing { continue }
      let isMine = seat.state.map(negotiation.parties.contains) ?? false
      switch filter {
      // That a change waits is for those who read the deal whole.
      case .open where !negotiation.isOpen && (sight != .whole || negotiation.change == nil):
        continue
      case .mine where !isMine: continue
      case .all, .open, .mine: page.lines.append(row(of: negotiation, whole: sight == .whole))
      }
    }
    page.fields = [Page.Field("count", page.lines.count)]
    page.text =
      page.lines.isEmpty ? "No deals to show yet. PROPOSE makes an offer." : "SHOW id reads one."
    return page
  }

  private func row(of negotiation: Negotiation, whole: Bool) -> Page.Line {
    let status = statusWord(of: negotiation)
    let parties = negotiation.parties.map(\.text).joined(separator: ",")
    var fields = [Page.Field("deal", negotiation.id.text), Page.Field("status", status)]
    if whole { fields.append(Page.Field("rev", negotiation.current.revision)) }
    fields.append(Page.Field("parties", parties))
    let change = whole ? negotiation.change : nil
    if let change { fields.append(Page.Field("change", change.number)) }
    let note = change.map { " (\($0.proposal.word) waits: revision \($0.number))" } ?? ""
    let terms =
      whole
      ? TermsPrinter.print(negotiation.text)
      : negotiation.text.clauses.map(\.kind.rawValue).joined(separator: "; ")
    return Page.Line(fields, "\(negotiation.id) \(status), \(parties)\(note): \(terms)")
  }

  /// `draft`, `refused` or the status of the deal it became.
  package func statusWord(of negotiation: Negotiation) -> String {
    switch negotiation.status {
    case .draft: "draft"
    case .refused(let reason): "refused (\(reason))"
    case .deal: world.deal(negotiation.id)?.status.rawValue ?? "signed"
    }
  }

  /// One deal: its text, who signed and ratified, what it does now. `revision` picks an older text.
  package func showPage(
    _ deal: DealID, revision: Int?, for seat: SeatID
  ) throws(Refusal) -> Page {
    guard let whole = self[deal], sight(of: whole, by: seat) != .nothing else {
      let known = negotiations.filter { sight(of: $0, by: seat) != .nothing }.map(\.id.text)
      throw .noSuch(what: "deal", id: deal.text, near: NearestWord.find(deal.text, among: known))
    }
    let negotiation = shown(whole, to: seat)
    var page = Page()
    page.fields = [
      Page.Field("deal", deal.text), Page.Field("status", statusWord(of: negotiation)),
      Page.Field("parties", negotiation.parties.map(\.text).joined(separator: ",")),
    ]
    guard sight(of: negotiation, by: seat) == .whole else {
      page.text = "Between others: " + row(of: negotiation, whole: false).text
      return page
    }
    let wanted = revision ?? negotiation.current.revision
    guard let shown = negotiation.revision(wanted) else {
      throw .noSuch(
        what: "revision", id: String(wanted), near: String(negotiation.newest.revision))
    }
    addText(of: shown, negotiation, to: &page)
    addKeys(of: negotiation, for: seat, to: &page)
    if let standing = world.deal(deal) { addStanding(of: standing, to: &page) }
    if let change = negotiation.change { addChange(change, to: &page) }
    for option in changeOptions(of: deal, for: seat) {
      page.add([Page.Field("type", option.line)], "\(option.what): \(option.line)")
    }
    return page
  }

  private func addText(
    of shown: OfferRevision, _ negotiation: Negotiation, to page: inout Page
  ) {
    page.fields += [
      Page.Field("rev", shown.revision), Page.Field("by", shown.by.text),
    ]
    if !shown.hash.isEmpty { page.fields.append(Page.Field("hash", shown.hash)) }
    page.fields += [
      Page.Field("signed", negotiation.signed.map(\.text).joined(separator: ",")),
      Page.Field("ratified", negotiation.ratified.map(\.text).joined(separator: ",")),
      Page.Field("terms", TermsPrinter.print(shown.text)),
    ]
    for clause in shown.text.clauses {
      page.add(
        [Page.Field("clause", clause.id.text), Page.Field("type", clause.kind.rawValue)],
        "\(clause.id) \(TermsPrinter.print(clause, of: shown.text))")
    }
    let signed = negotiation.signed.map(\.text).joined(separator: ", ")
    if negotiation.tabledTurn == 0, shown.revision == 1 {
      page.text = "In force before the game; between \(signed)."
      return
    }
    let place =
      shown == negotiation.current
      ? "" : negotiation.revisions.contains(shown) ? ", replaced since" : ", not in force"
    page.text =
      "Revision \(shown.revision) by \(shown.by)\(place); "
      + (place.isEmpty ? "signed by " : "the deal is signed by ")
      + (signed.isEmpty ? "nobody" : signed) + "."
  }

  private func addStanding(of deal: Deal, to page: inout Page) {
    if let active = deal.activeFrom { page.fields.append(Page.Field("active-from", active)) }
    for departure in deal.leaving where deal.bound.contains(departure.state) {
      let who = scenario.states[departure.state].id
      page.add(
        [Page.Field("leaving", who.text), Page.Field("until", departure.turn)],
        departure.isAbrupt
          ? "\(who) leaves before turn \(departure.turn) is resolved"
          : "\(who) leaves after turn \(departure.turn)")
    }
    for (clause, standing) in zip(deal.text.clauses, deal.clauses) {
      for arrears in standing.arrears where arrears.amount > 0 {
        let amount =
          arrears.isMoney ? Shown.money(Money(arrears.amount)) : Shown.lots(Lots(arrears.amount))
        page.add(
          [Page.Field("clause", clause.id.text), Page.Field("arrears", arrears.amount)],
          "\(clause.id) \(scenario.states[arrears.debtor].id) still owes \(amount) to "
            + (arrears.creditor == Arrears.toAll
              ? "all other parties" : scenario.states[arrears.creditor].id.text))
      }
    }
  }
}
