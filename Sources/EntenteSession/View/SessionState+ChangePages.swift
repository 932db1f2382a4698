import EntenteModel

// What is to be seen and done about changes of deals that stand.
extension SessionState {
  /// The row on a change that waits, under the text of its deal.
  func addChange(_ change: PendingChange, to page: inout Page) {
    let waiting = waiting(for: change).map(\.text).joined(separator: ",")
    let accepted = change.accepted.map(\.text).joined(separator: ",")
    page.fields += [
      Page.Field("change", change.proposal.word), Page.Field("change-rev", change.number),
      Page.Field("waiting", waiting),
    ]
    var words =
      "\(change.proposal.word) by \(change.by), revision \(change.number): "
      + (change.isPassed ? "agreed, waits to be ratified by " : "waits for an answer of ") + waiting
    if !accepted.isEmpty, !change.isPassed { words += "; yes from \(accepted)" }
    page.add(
      [
        Page.Field("change", change.proposal.word), Page.Field("rev", change.number),
        Page.Field("by", change.by.text), Page.Field("accepted", accepted),
        Page.Field("refused", change.refused.map(\.text).joined(separator: ",")),
        Page.Field("waiting", waiting),
      ], words)
  }

  /// States whose answer or ratification a change waits for.
  private func waiting(for change: PendingChange) -> [StateID] {
    if change.isPassed { return change.mustRatify.filter { !change.ratified.contains($0) } }
    guard let standing = world.deal(change.deal) else { return [] }
    return Self.voters(on: change, of: standing).map { scenario.states[$0].id }
      .filter { !change.isAnswered(by: $0) && ($0 != change.by || change.kind == .amendment) }
  }

  // MARK: What can be done now

  /// What a seat can do about changes that wait.
  func changeOptions(for seat: SeatID) -> [Option] {
    guard let state = seat.state else { return [] }
    return negotiations.filter { $0.change != nil && $0.parties.contains(state) }.prefix(4)
      .flatMap { changeOptions(of: $0.id, for: seat) }
  }

  /// What a seat can do about the change of one deal.
  func changeOptions(of deal: DealID, for seat: SeatID) -> [Option] {
    guard status == .running, let state = seat.state, let negotiation = self[deal],
      let change = negotiation.change
    else { return [] }
    let difference = Option(
      what: "See what \(change.by) would change",
      line: "DIFF \(deal) \(negotiation.current.revision) \(change.number)")
    if change.awaitsRatification(by: state) {
      guard isNow(.ratify), may(seat, .ratify) else { return [difference] }
      return [difference, Option(what: "Ratify the change", line: "RATIFY \(deal)")]
    }
    if change.by == state, !change.isPassed, may(seat, .propose), isNow(.negotiate, .ratify) {
      return [difference, Option(what: "Take your change back", line: "WITHDRAW \(deal)")]
    }
    guard waiting(for: change).contains(state), !change.isPassed, isNow(change.answerPhase) else {
      return []
    }
    var options = [
      difference, Option(what: "See what it would do for you", line: "PREVIEW \(deal)"),
    ]
    if let words = signingWords(change.number, of: deal, for: seat) {
      let agrees = words.hasPrefix("Sign") ? "Agree to the change" : words
      options.append(Option(what: agrees, line: "@rev=\(change.number) SIGN \(deal)"))
    }
    if may(seat, .propose) {
      options.append(Option(what: "Refuse the change", line: "REJECT \(deal)"))
    }
    return options
  }

  /// Reservations, ways out of deals and into them: one line of each kind.
  func leavingOptions(for seat: SeatID) -> [Option] {
    guard let state = seat.state, let index = scenario.index(of: state) else { return [] }
    var options: [Option] = []
    if may(seat, .ratify) {
      options += [reservationOption(of: state, index), joiningOption(of: seat, index)]
        .compactMap(\.self)
    }
    if may(seat, .denounce),
      let deal = world.deals.first(where: { deal in
        deal.concludedTurn != nil && deal.status != .ended && deal.bound.contains(index)
          && self[deal.id] != nil && !deal.leaving.contains { $0.state == index }
      })
    {
      let notice = deal.text.term.notice
      options.append(
        Option(
          what: "Leave a deal after \(notice) turn\(notice == 1 ? "" : "s") of notice",
          line: "DENOUNCE \(deal.id)"))
    }
    return options
  }

  private func reservationOption(of state: StateID, _ index: Int) -> Option? {
    for negotiation in negotiations
    where negotiation.change == nil && !negotiation.reserved.contains(state) {
      guard let deal = world.deal(negotiation.id), deal.status == .signed,
        Lifecycle.mustRatify(deal, scenario: scenario).contains(index),
        let clause = deal.text.clauses.first(where: {
          deal.text.reserving($0.id, for: state).map { !$0.clauses.isEmpty } ?? false
        })
      else { continue }
      return Option(
        what: "Ask to stay out of a clause instead", line: "RESERVE \(deal.id) \(clause.id)")
    }
    return nil
  }

  private func joiningOption(of seat: SeatID, _ index: Int) -> Option? {
    // A change that waits among the parties is not to be told from its absence.
    for negotiation in negotiations
    where negotiation.change?.by != seat.state && sight(of: negotiation, by: seat) != .nothing {
      guard let deal = world.deal(negotiation.id), deal.concludedTurn != nil, deal.status != .ended,
        deal.text.accession != .closed,
        DealRules.acceding(
          to: deal, by: index, annex: nil, in: world, scenario: scenario
        ).isEmpty
      else { continue }
      return Option(what: "Join a deal of others", line: "ACCEDE \(deal.id)")
    }
    return nil
  }

  // MARK: Previews

  /// What a change that waits would do, against the text in force; nil for other revisions and for
  /// deals that are not concluded.
  func changePage(
    of negotiation: Negotiation, revision: Int, for seat: SeatID, from memory: inout PreviewMemory
  ) throws(Refusal) -> Page? {
    guard let change = negotiation.change, change.number == revision,
      let index = seat.state.flatMap(scenario.index(of:)),
      let standing = world.deal(negotiation.id), standing.concludedTurn != nil
    else { return nil }
    let baseline = memory.baseline(for: index, in: self)
    let preview: PreviewResult
    switch change.kind {
    case .accession(let annex):
      guard let newcomer = scenario.index(of: change.by) else { return nil }
      preview = Preview.acceding(to: standing, by: newcomer, annex: annex, baseline: baseline)
    case .amendment, .reservation:
      preview = Preview.amending(standing, to: change.text, baseline: baseline)
    }
    var page = page(of: preview, own: index, deal: negotiation.id)
    page.text =
      verdict(preview, own: index) + closing(of: change, isBarred: !preview.refusals.isEmpty)
    return page
  }

  /// What joining would do for a state that is no party of a deal it may read whole.
  func joiningPage(
    of deal: DealID, for seat: SeatID, from memory: inout PreviewMemory
  ) throws(Refusal) -> Page? {
    guard let state = seat.state, let index = scenario.index(of: state),
      let negotiation = self[deal], !negotiation.parties.contains(state),
      sight(of: negotiation, by: seat) == .whole, let standing = world.deal(deal),
      standing.concludedTurn != nil, standing.status != .ended
    else { return nil }
    let baseline = memory.baseline(for: index, in: self)
    let closed = DealRules.acceding(
      to: standing, by: index, annex: nil, in: world, scenario: scenario)
    if let bar = closed.first(where: { $0.name == .accessionClosed }) { throw .rule(bar) }
    let preview = Preview.acceding(to: standing, by: index, annex: nil, baseline: baseline)
    var page = page(of: preview, own: index, deal: deal)
    page.fields.insert(Page.Field("rev", negotiation.current.revision), at: 1)
    page.lines.insert(Page.Line([], TermsPrinter.print(standing.text)), at: 0)
    page.text =
      verdict(preview, own: index)
      + (preview.refusals.isEmpty ? " ACCEDE \(deal) joins it." : " You cannot join it yet.")
    return page
  }

  private func verdict(_ preview: PreviewResult, own: Int) -> String {
    let change = preview.effect(on: own)?.national ?? 0
    let start = "After \(preview.horizon) turns your national score is "
    if change == 0 { return start + "the same with this change as with the deal as it stands." }
    return start + Shown.index(BasisPoints(abs(change)))
      + " \(change > 0 ? "higher" : "lower") with this change than with the deal as it stands."
  }

  /// What the reader of a change can do about it.
  func closing(of change: PendingChange, isBarred: Bool) -> String {
    if change.isPassed { return " RATIFY \(change.deal) where it is yours to ratify." }
    return !isBarred
      ? " @rev=\(change.number) SIGN \(change.deal) agrees, REJECT \(change.deal) refuses."
      : " You cannot agree to it as things stand; REJECT \(change.deal) refuses."
  }
}
