package import EntenteModel

extension SessionState {
  /// What an offer would mean for the seat's state; `revision` picks an older text.
  package func previewPage(
    of deal: DealID, revision: Int?, for seat: SeatID
  ) throws(Refusal) -> Page {
    var memory = PreviewMemory()
    return try previewPage(of: deal, revision: revision, for: seat, from: &memory)
  }

  /// The same with the runs of earlier looks ahead at hand.
  package func previewPage(
    of deal: DealID, revision: Int?, for seat: SeatID, from memory: inout PreviewMemory
  ) throws(Refusal) -> Page {
    guard let state = seat.state else {
      throw .forbidden(need: "state", sentence: "A preview is for a state; take a seat first.")
    }
    if let page = try joiningPage(of: deal, for: seat, from: &memory) { return page }
    let negotiation = try offer(deal, for: state)
    let wanted = revision ?? negotiation.newest.revision
    guard let shown = negotiation.revision(wanted) else {
      throw .noSuch(
        what: "revision", id: String(wanted), near: String(negotiation.newest.revision))
    }
    var page: Page
    if let change = try changePage(
      of: negotiation, revision: wanted, for: seat, from: &memory)
    {
      page = change
    } else {
      page = try previewPage(of: shown.text, deal: deal, for: seat, from: &memory)
      if let change = negotiation.change, change.number == wanted {
        page.text += closing(of: change, isBarred: false)
      }
    }
    page.fields.insert(Page.Field("rev", wanted), at: 1)
    page.lines.insert(Page.Line([], TermsPrinter.print(shown.text)), at: 0)
    return page
  }

  /// What a text would mean for the seat's state: days, money, scores, what stands against it.
  package func previewPage(
    of text: DealText, deal: DealID?, for seat: SeatID
  ) throws(Refusal) -> Page {
    var memory = PreviewMemory()
    return try previewPage(of: text, deal: deal, for: seat, from: &memory)
  }

  /// The same with the runs of earlier looks ahead at hand.
  package func previewPage(
    of text: DealText, deal: DealID?, for seat: SeatID, from memory: inout PreviewMemory
  ) throws(Refusal) -> Page {
    guard let index = seat.state.flatMap(scenario.index(of:)) else { throw .notAMember }
    var vocabulary = exercise.vocabulary
    vocabulary.turn = turn
    if let form = TermsForm.check(text, vocabulary: vocabulary).first {
      throw .rule(RuleRefusal(form))
    }
    let signed = deal.flatMap { world.deal($0) }?.id
    let preview = Preview.of(
      text, replacing: signed, baseline: memory.baseline(for: index, in: self))
    var page = page(of: preview, own: index, deal: deal)
    page.text = summary(preview, own: index, deal: deal)
    return page
  }

  /// The rows of a look ahead, for a state of it.
  func page(of preview: PreviewResult, own index: Int, deal: DealID?) -> Page {
    var page = Page(fields: [Page.Field("deal", deal?.text ?? "draft")])
    page.fields.append(Page.Field("horizon", preview.horizon))
    addGates(preview, to: &page)
    addCosts(preview, to: &page)
    addEffects(preview, own: index, to: &page)
    addPurpose(preview, own: index, to: &page)
    addDuties(preview, own: index, to: &page)
    addObstacles(preview, to: &page)
    return page
  }

  /// The orders a state knows of: its own.
  func knownOrders(to index: Int) -> [[Order]] {
    desks.indices.map { $0 == index ? desks[$0].orders.map(\.order) : [] }
  }

  private func addGates(_ preview: PreviewResult, to page: inout Page) {
    for wait in preview.gates {
      let gates = wait.gates.filter { $0.days > 0 }
        .map { "\($0.kind.rawValue) \($0.days)" }.joined(separator: " + ")
      page.add(
        [
          Page.Field("clause", wait.clause.text), Page.Field("days", wait.days.value),
          Page.Field("first-turn", wait.firstTurn), Page.Field("leftover", wait.leftover.value),
        ],
        "wait  \(wait.title(in: scenario)): \(wait.days) days (\(gates)), works from turn "
          + "\(wait.firstTurn)")
    }
  }

  private func addCosts(_ preview: PreviewResult, to page: inout Page) {
    for cost in preview.costs {
      let line = "\(scenario.states[cost.state].id)-\(scenario.programmes[cost.programme].id)"
      let without = cost.without.map { ", without this deal \(Shown.money($0))" } ?? ""
      page.add(
        [
          Page.Field("line", line), Page.Field("unit-cost", cost.total.value),
          Page.Field("list", cost.list.value), Page.Field("learning", cost.learning.value),
          Page.Field("rate", cost.rate.value), Page.Field("premium", cost.premium.value),
          Page.Field("licence", cost.licence.value),
        ],
        "cost  a lot from \(line) costs \(Shown.money(cost.total))\(without) (list "
          + "\(Shown.money(cost.list)), learning \(Shown.money(cost.learning)), rate "
          + "\(Shown.money(cost.rate)), premium \(Shown.money(cost.premium)), licence "
          + "\(Shown.money(cost.licence)))")
    }
  }

  private func addEffects(_ preview: PreviewResult, own: Int, to page: inout Page) {
    let names = ["sec", "lat", "cost", "int", "tech", "econ"]
    for effect in preview.parties {
      let terms = zip(names, effect.terms).filter { $1 != 0 }
        .map { "\($0) \(signed($1))" }.joined(separator: ", ")
      let who = effect.state == own ? "you" : scenario.states[effect.state].id.text
      page.add(
        [
          Page.Field("state", scenario.states[effect.state].id.text),
          Page.Field("nat", effect.national), Page.Field("treasury", effect.treasury),
          Page.Field("leak", effect.leak), Page.Field("dependence", effect.dependence),
        ] + zip(names, effect.terms).map { Page.Field($0, $1) },
        "change \(who): national score \(signed(effect.national))"
          + (terms.isEmpty ? "" : " (\(terms))")
          + (effect.treasury == 0
            ? ""
            : ", money \(effect.treasury > 0 ? "+" : "")\(Shown.money(Money(effect.treasury)))"))
    }
  }

  func signed(_ value: Int) -> String {
    (value > 0 ? "+" : "") + Shown.index(BasisPoints(value))
  }

  private func addDuties(_ preview: PreviewResult, own: Int, to page: inout Page) {
    for duty in preview.duties where duty.debtor == own {
      let what =
        duty.isMoney ? Shown.money(Money(duty.amount)) : "\(Shown.lots(Lots(duty.amount))) lots"
      let to = duty.creditor.map { " to \(scenario.states[$0].id)" } ?? ""
      page.add(
        [
          Page.Field("turn", duty.turn), Page.Field("clause", duty.clause.text),
          Page.Field("amount", duty.amount),
        ], "owe   turn \(duty.turn), \(duty.clause): \(what)\(to)")
    }
  }

  private func addObstacles(_ preview: PreviewResult, to page: inout Page) {
    for refusal in preview.refusals {
      page.add(
        [Page.Field("refusal", refusal.name.rawValue)], "bar   \(refusal.sentence)")
    }
    for warning in preview.warnings {
      page.add([Page.Field("warning", warning.name.rawValue)], "warn  \(warning.sentence)")
    }
    for assumption in preview.assumptions { page.add([], "note  \(assumption)") }
  }

  private func summary(_ preview: PreviewResult, own: Int, deal: DealID?) -> String {
    let change = preview.effect(on: own)?.national ?? 0
    let start = "After \(preview.horizon) turns your national score is "
    let verdict =
      change == 0
      ? start + "the same with this deal as without it."
      : start + Shown.index(BasisPoints(abs(change)))
        + " \(change > 0 ? "higher" : "lower") with this deal than without it."
    guard let deal, let negotiation = self[deal], negotiation.isOpen else { return verdict }
    return preview.refusals.isEmpty
      ? verdict + " @rev=\(negotiation.current.revision) SIGN \(deal) signs it."
      : verdict + " You cannot sign it yet."
  }
}
