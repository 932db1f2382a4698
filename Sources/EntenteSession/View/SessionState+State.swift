package import EntenteModel

extension SessionState {
  /// The figures of a state as a seat may see them; the treasury of others never.
  package func statePage(of index: Int, for seat: SeatID) -> Page {
    let isOwn = seat == .facilitator || isOpenToAll || seat.state == scenario.states[index].id
    let world = isOwn ? self.world : seenWorld(by: seat)
    let card = scenario.states[index]
    let standing = world.states[index]
    var page = Page()
    page.fields = [Page.Field("state", card.id.text), Page.Field("turn", turn)]
    page.text = "\(card.label). WHY takes a figure apart, for example WHY gap:\(card.id)."
    addMoney(standing, isOwn: isOwn, to: &page)
    addSecurity(of: index, standing, fogged: isFogged(isOwn), to: &page)
    if isFogged(isOwn), scenario.parameters.fog == .strict { return page }
    addIndustry(of: index, world, to: &page)
    addStock(standing, to: &page)
    addPairs(of: index, for: seat, world, to: &page)
    return page
  }

  private func isFogged(_ isOwn: Bool) -> Bool { !isOwn && scenario.parameters.fog != .none }

  /// The world as a seat may know it; the facilitator knows all of it.
  package func seenWorld(by seat: SeatID) -> World {
    guard let index = seat.state.flatMap(scenario.index(of:)) else { return world }
    return self.world(as: index)
  }

  private func addMoney(_ standing: StateStanding, isOwn: Bool, to page: inout Page) {
    var fields = [
      Page.Field("budget", standing.budget.value),
      Page.Field("pc", standing.politicalCapital.value),
      Page.Field("xc", standing.exportStrictness.value), Page.Field("sec", standing.security.value),
      Page.Field("bn", standing.contentThreshold.value),
      Page.Field("posture", standing.posture.rawValue), Page.Field("eth", standing.ethics.value),
    ]
    if isOwn { fields.insert(Page.Field("treasury", standing.treasury.value), at: 0) }
    let treasury = isOwn ? "treasury \(Shown.money(standing.treasury)), " : ""
    page.add(
      fields,
      "money:     \(treasury)budget \(Shown.money(standing.budget)) a turn")
    page.add(
      [],
      "politics:  capital \(Shown.index(standing.politicalCapital)), security rating "
        + "\(Shown.index(standing.security)), export strictness "
        + "\(Shown.index(standing.exportStrictness))")
  }

  private func addSecurity(
    of index: Int, _ standing: StateStanding, fogged: Bool, to page: inout Page
  ) {
    let outcome = standing.outcome
    if fogged, scenario.parameters.fog == .strict {
      page.add([], "figures:   not shown in this exercise")
      return
    }
    page.add(
      [
        Page.Field("gap", outcome.gap.value), Page.Field("rdy", outcome.readiness.value),
        Page.Field("pressure", outcome.pressure.value),
        Page.Field("support", outcome.support.value),
        Page.Field("lat", outcome.latent.value), Page.Field("rep", outcome.reputation.value),
      ],
      "security:  gap \(Shown.index(outcome.gap)) = pressure \(Shown.index(outcome.pressure)) less "
        + "readiness \(Shown.index(outcome.readiness)), partners \(Shown.index(outcome.support)), "
        + "asymmetric \(Shown.index(standing.asymmetric))")
    page.add(
      [Page.Field("org", standing.organisation.value)],
      "future:    latent \(Shown.index(outcome.latent)), organisation "
        + "\(Shown.index(standing.organisation)), reputation \(Shown.index(outcome.reputation))")
  }

  private func addIndustry(of index: Int, _ world: World, to page: inout Page) {
    let standing = world.states[index]
    let sectors = Sector.allCases.filter { standing.capacity[$0.index] > 0 }
    page.add(
      sectors.map { Page.Field("ic-\($0.rawValue)", standing.capacity[$0.index].value) },
      "capacity:  "
        + (sectors.isEmpty
          ? "none"
          : sectors.map { "\($0.rawValue) \(standing.capacity[$0.index])" }
            .joined(separator: ", ") + " cu a turn"))
    let domains = scenario.parameters.domains
    page.add(
      domains.map { Page.Field("tr-\($0.rawValue)", standing.technology[$0.index].value) },
      "readiness: technology "
        + domains.map { "\($0.rawValue) \(Shown.index(standing.technology[$0.index]))" }
        .joined(separator: ", "))
    for line in world.lines where line.state == index {
      let programme = scenario.programmes[line.programme].id
      let days = line.gates.reduce(0) { $0 + $1.days.value - $1.done.value }
      let status = line.status == .gated ? "gated, \(days) d of gates left" : line.status.rawValue
      page.add(
        [
          Page.Field("line", "\(scenario.states[index].id)-\(programme)"),
          Page.Field("status", line.status.rawValue), Page.Field("output", line.output.value),
          Page.Field("unit-cost", line.unitCost.value),
        ],
        "line:      \(scenario.states[index].id)-\(programme) \(status); made "
          + "\(Shown.lots(line.output)) at \(Shown.money(line.unitCost)) last turn")
    }
  }

  private func addStock(_ standing: StateStanding, to page: inout Page) {
    for (index, programme) in scenario.programmes.enumerated()
    where standing.requirement[index] > 0 || standing.stock[index] > 0 {
      page.add(
        [
          Page.Field("programme", programme.id.text),
          Page.Field("stock", standing.stock[index].value),
          Page.Field("requirement", standing.requirement[index].value),
        ],
        "stock:     \(programme.id) \(Shown.lots(standing.stock[index])) of "
          + "\(Shown.lots(standing.requirement[index])) lots needed")
    }
  }

  private func addPairs(of index: Int, for seat: SeatID, _ world: World, to page: inout Page) {
    let count = scenario.states.count
    for other in 0..<count where other != index {
      let pair = world.pairs[Scenario.pairIndex(index, other, of: count)]
      let there = world.trust[index * count + other]
      let back = world.trust[other * count + index]
      page.add(
        [
          Page.Field("with", scenario.states[other].id.text),
          Page.Field("interop", pair.composite.value), Page.Field("trust", there.value),
          Page.Field("trust-back", back.value), Page.Field("tie", pair.weight.value),
        ],
        "with \(Shown.padded(scenario.states[other].id.text, 6)): interoperability "
          + "\(Shown.index(pair.composite)), trust \(Shown.index(there)), trusted "
          + "\(Shown.index(back)), tie \(Shown.index(pair.weight))")
    }
  }
}
