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
    let reader = isOwn ? nil : seat.state.flatMap(scenario.index(of:))
    let glass = FigureGlass(
      reader: reader, world: self.world, scenario: scenario, subject: index)
    addMoney(standing, isOwn: isOwn, to: &page)
    addSecurity(standing, glass, to: &page)
    if reader != nil, scenario.parameters.fog == .strict {
      page.add([], "figures:   others are not shown in this exercise")
    }
    addIndustry(of: index, world, glass, to: &page)
    addStock(standing, glass, to: &page)
    if isOwn { addInputs(of: index, to: &page) }
    addPairs(of: index, for: seat, world, to: &page)
    return page
  }

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
    _ standing: StateStanding, _ glass: FigureGlass, to page: inout Page
  ) {
    let outcome = standing.outcome
    func text(_ word: String, _ value: BasisPoints) -> String {
      glass.text(glass.sight(word), value)
    }
    let figures = [
      ("gap", outcome.gap), ("rdy", outcome.readiness), ("pressure", outcome.pressure),
      ("support", outcome.support), ("lat", outcome.latent), ("rep", outcome.reputation),
    ]
    page.add(
      figures.flatMap { glass.field($0.0, glass.sight($0.0), $0.1) },
      "security:  gap \(text("gap", outcome.gap)) = pressure "
        + "\(text("pressure", outcome.pressure)) less readiness "
        + "\(text("rdy", outcome.readiness)), partners \(text("support", outcome.support)), "
        + "asymmetric \(text("rdy", standing.asymmetric))")
    page.add(
      glass.field("org", glass.sight("org"), standing.organisation),
      "future:    latent \(text("lat", outcome.latent)), organisation "
        + "\(text("org", standing.organisation)), reputation \(text("rep", outcome.reputation))")
  }

  private func addIndustry(
    of index: Int, _ world: World, _ glass: FigureGlass, to page: inout Page
  ) {
    let standing = world.states[index]
    let sectors = Sector.allCases.filter { standing.capacity[$0.index] > 0 }
    let capacities = sectors.map { sector in
      let amount = standing.capacity[sector.index]
      let sight = glass.sight("ic", sector.rawValue)
      let isExact = sight == .exact
      return (
        isExact
          ? [Page.Field("ic-\(sector.rawValue)", amount.value)]
          : glass.field("ic-\(sector.rawValue)", sight, glass.index(amount)),
        "\(sector.rawValue) "
          + (isExact ? "\(amount) cu" : glass.text(sight, glass.index(amount)))
      )
    }
    page.add(
      capacities.flatMap(\.0),
      "capacity:  "
        + (sectors.isEmpty ? "none" : capacities.map(\.1).joined(separator: ", ") + " a turn"))
    let domains = scenario.parameters.domains.map { domain in
      (domain.rawValue, glass.sight("tr", domain.rawValue), standing.technology[domain.index])
    }
    page.add(
      domains.flatMap { glass.field("tr-\($0.0)", $0.1, $0.2) },
      "readiness: technology "
        + domains.map { "\($0.0) \(glass.text($0.1, $0.2))" }.joined(separator: ", "))
    for line in world.lines where line.state == index { addLine(line, glass, to: &page) }
  }

  private func addLine(_ line: Line, _ glass: FigureGlass, to page: inout Page) {
    let programme = scenario.programmes[line.programme].id
    let name = "\(scenario.states[line.state].id)-\(programme)"
    let fields = [Page.Field("line", name), Page.Field("status", line.status.rawValue)]
    // That a line is there everybody knows; what it makes only those who share it.
    guard glass.lineSight("output", programme: programme) == .exact else {
      page.add(fields, "line:      \(name) \(line.status.rawValue)")
      return
    }
    let days = line.gates.reduce(0) { $0 + $1.days.value - $1.done.value }
    let status = line.status == .gated ? "gated, \(days) d of gates left" : line.status.rawValue
    page.add(
      fields + [
        Page.Field("output", line.output.value), Page.Field("unit-cost", line.unitCost.value),
      ],
      "line:      \(name) \(status); made \(Shown.lots(line.output)) at "
        + "\(Shown.money(line.unitCost)) last turn")
  }

  private func addStock(_ standing: StateStanding, _ glass: FigureGlass, to page: inout Page) {
    for (index, programme) in scenario.programmes.enumerated()
    where standing.requirement[index] > 0 || standing.stock[index] > 0 {
      let need = standing.requirement[index]
      let sight = glass.sight("stock", programme.id.text)
      let fields = [Page.Field("programme", programme.id.text)]
      if sight == .exact {
        page.add(
          fields + [
            Page.Field("stock", standing.stock[index].value),
            Page.Field("requirement", need.value),
          ],
          "stock:     \(programme.id) \(Shown.lots(standing.stock[index])) of "
            + "\(Shown.lots(need)) lots needed")
      } else if sight == .band {
        let share = Adequacy.evaluate(
          Adequacy.Input(stock: standing.stock[index], requirement: need))
        page.add(
          fields + [
            Page.Field("stock", Figures.band(share.value)),
            Page.Field("requirement", need.value),
          ],
          "stock:     \(programme.id) \(Figures.band(share.value))% of \(Shown.lots(need)) lots "
            + "needed")
      }
    }
  }

  /// Scarce inputs: what is laid up, and how concentrated the suppliers are.
  private func addInputs(of index: Int, to page: inout Page) {
    let supply = world.states[index].supply
    for input in Input.allCases {
      let reserve = supply.reserves[input.index]
      guard scenario.node(input) != nil || reserve > 0 else { continue }
      let shares = supply.shares[input.index]
      let from = shares.indices.filter { shares[$0] > 0 }
        .map { "\(scenario.supplierName($0)) \(Shown.index(shares[$0]))" }
        .joined(separator: ", ")
      let concentration = world.concentration(of: index, in: input, scenario: scenario)
      page.add(
        [
          Page.Field("input", input.rawValue), Page.Field("reserve", reserve.value),
          Page.Field("hhi", concentration.value),
        ],
        "input:     \(input.rawValue) \(Shown.lots(reserve)) lots laid up"
          + (from.isEmpty ? "" : "; from \(from)")
          + "; concentration \(Shown.index(concentration))")
    }
    guard Input.allCases.contains(where: { scenario.node($0) != nil }) else { return }
    let fragility = world.fragility(of: index, scenario: scenario)
    page.add(
      [Page.Field("frg", fragility.value)], "supply:    fragility \(Shown.index(fragility))")
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
