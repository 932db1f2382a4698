// Checks of orders about lines.
extension OrderBook {
  mutating func judgeProgramme(_ order: Order) throws(RuleRefusal) -> Asked {
    switch order.keyword {
    case .openLine: return try judgeOpenLine(order)
    case .produce:
      let line = try line(order)
      let lots = try amount(order, "lots")
      let each = FirstPayment.lot(
        .cost, seller: state, programme: world.lines[line].programme, in: world,
        scenario: scenario)
      let cost = rdiv(lots * each.value, 1_000)
      return Asked(bound: .produce(line: line, lots: lots), cost: cost)
    case .setCapacity: return try judgeSetCapacity(order)
    case .surge: return try judgeSurge(order)
    case .closeLine: return Asked(bound: .closeLine(line: try line(order)))
    case .sell: return try judgeSell(order)
    case .procure: return try judgeProcure(order)
    case .upgrade: return try judgeUpgrade(order)
    case .loan: return try judgeLoan(order)
    case .aid: return try judgeAid(order)
    case .draw: return try judgeDraw(order)
    case .startDev: return try judgeDevelopment(order)
    case .route: return try judgeRoute(order)
    case .placeWork: return try judgePlacedWork(order)
    case .askReexport: return try judgeQuestion(order)
    default: throw notHere(order)
    }
  }

  /// Half the sector as a rate: `fdiv(mb(IC,5000)*1000, load)` mU.
  func halfRate(_ programme: Int) -> Int {
    let card = scenario.programmes[programme]
    let capacity = standing.capacity[card.sector.index].value
    return fdiv(mb(capacity, 5_000) * 1_000, card.load.value)
  }

  private mutating func judgeOpenLine(_ order: Order) throws(RuleRefusal) -> Asked {
    let programme = try programme(order)
    let card = scenario.programmes[programme]
    try checkOwnership(programme)
    if let line = world.lineIndex(state, programme), !world.lines[line].status.isStopped {
      throw RuleRefusal(
        .gateAlreadyPassed, [.init("gate", world.lines[line].status.rawValue)],
        "This line is there already.")
    }
    let rate = integer(order, "rate") ?? halfRate(programme)
    let need = max(card.minimumCapacity.value, rdiv(rate * card.load.value, 1_000))
    try checkCapacity(card.sector.index, need: need, beside: nil)
    if standing.workforce < 5_000 {
      throw RuleRefusal(
        .workforceTooLow, [own, .init("have", standing.workforce.value), .init("need", 5_000)],
        "A new line needs a workforce of 50%.")
    }
    if standing.organisation < card.minimumOrganisation {
      throw RuleRefusal(
        .organisationTooLow,
        [
          own, .init("have", standing.organisation.value),
          .init("need", card.minimumOrganisation.value),
        ], "Your organisation is too weak for this programme.")
    }
    promisedCapacity[card.sector.index] += rdiv(rate * card.load.value, 1_000)
    return Asked(bound: .openLine(programme: programme, rate: rate))
  }

  private func checkOwnership(_ programme: Int) throws(RuleRefusal) {
    let design = world.programmes[programme]
    let name = scenario.programmes[programme].id.text
    if !design.isDeveloped {
      throw RuleRefusal(
        .belowTechnology, [.init("programme", name)], "This design is not developed yet.")
    }
    guard let owner = design.owner, owner != state else { return }
    throw RuleRefusal(
      .noIPConsent,
      [.init("programme", name), .init("owner", scenario.states[owner].id.text)],
      "The design belongs to \(scenario.states[owner].label); ask for licprod or coprod.")
  }

  var own: RuleRefusal.Field { .init("state", scenario.states[state].id.text) }

  /// Free capacity of a sector, beside the line at `beside`.
  private func checkCapacity(
    _ sector: Int, need: Int, beside: Int?
  ) throws(RuleRefusal) {
    var used = promisedCapacity[sector]
    for (index, line) in world.lines.enumerated()
    where line.state == state && index != beside && line.status != .closed
      && scenario.programmes[line.programme].sector.index == sector
    {
      used += lineCapacity[index] >= 0 ? lineCapacity[index] : line.capacity.value
    }
    let free = standing.capacity[sector].value - used
    if need > free {
      throw RuleRefusal(
        .capacityTooLow,
        [
          own, .init("sector", Sector.allCases[sector].rawValue), .init("have", max(0, free)),
          .init("need", need),
        ], "This needs \(need) capacity units and \(max(0, free)) are free.")
    }
  }

  private mutating func judgeSetCapacity(_ order: Order) throws(RuleRefusal) -> Asked {
    let line = try line(order)
    let rate = try amount(order, "rate")
    let card = scenario.programmes[world.lines[line].programme]
    let capacity = rdiv(rate * card.load.value, 1_000)
    try checkCapacity(card.sector.index, need: capacity, beside: line)
    lineCapacity[line] = capacity
    return Asked(bound: .setCapacity(line: line, rate: rate))
  }

  private func judgeSurge(_ order: Order) throws(RuleRefusal) -> Asked {
    let sector = try sector(order, "sector")
    guard let level = integer(order, "level"), (500...2_500).contains(level) else {
      throw unknown("level", integer(order, "level").map(String.init))
    }
    let fatigue = standing.fatigue[sector].value
    if fatigue >= 6_000 {
      throw RuleRefusal(
        .surgeExhausted,
        [
          .init("sector", Sector.allCases[sector].rawValue), .init("have", fatigue),
          .init("limit", 6_000),
        ], "The workers of this sector need rest.")
    }
    return Asked(bound: .surge(sector: sector, level: level))
  }
}

extension Line.Status {
  /// It builds nothing and has no gates running.
  var isStopped: Bool { self == .idle || self == .closed }
}
