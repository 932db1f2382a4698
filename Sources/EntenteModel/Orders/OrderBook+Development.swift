// Checks of orders that lay up inputs and develop programmes.
extension OrderBook {
  func judgeStockpile(_ order: Order) throws(RuleRefusal) -> Asked {
    guard scenario.parameters.plays(.inputs) else { throw notHere(order) }
    guard let input = word(order, "input").flatMap(Input.init(rawValue:)),
      scenario.price(of: input) != nil
    else { throw unknown("input", word(order, "input")) }
    let money = try amount(order, "money")
    let isFast = word(order, "via") == ContractingRoute.ota.rawValue
    if isFast { try checkVetted([state]) }
    return Asked(
      bound: .stockpile(input: input, money: money, isFast: isFast), cost: money,
      capital: isFast ? try fastCapital(for: money) : 0)
  }

  func judgeDevelopment(_ order: Order) throws(RuleRefusal) -> Asked {
    let programme = try programme(order)
    let card = scenario.programmes[programme]
    let standing = world.programmes[programme]
    if standing.isDeveloped || card.developmentCost == 0 || standing.development != nil {
      throw RuleRefusal(
        .unknownID, [.init("id", card.id.text)],
        standing.development == nil
          ? "\(card.label) is developed; there is nothing left to start."
          : "\(card.label) is being developed already.")
    }
    try checkReadiness(card)
    let turns = integer(order, "turns") ?? 4
    guard (2...12).contains(turns) else { throw unknown("turns", String(turns)) }
    let development = development(programme, turns: turns, isExportable: flag(order, "exportable"))
    return Asked(
      bound: .startDev(programme: programme, development), cost: development.instalment.value)
  }

  /// What is left to develop, in equal instalments; dearer where it is made for export, cheaper
  /// where civil technology carries half of it (SR10).
  private func development(
    _ programme: Int, turns: Int, isExportable: Bool
  ) -> Development {
    let card = scenario.programmes[programme]
    let done = min(world.programmes[programme].developmentPaid, card.developmentCost)
    var total = card.developmentCost - done
    if isExportable { total = total.scaled(by: 11_000) }
    if scenario.adaptsCivil(programme, posture: standing.posture) {
      total = total.scaled(by: 6_000)
    }
    return Development(
      state: state, total: max(1, total), paid: 0, instalments: turns, instalmentsPaid: 0,
      before: done, isExportable: isExportable)
  }

  /// E224: the readiness the programme needs in each of its domains, and in AI and AUT where it
  /// acts by itself (SR13).
  private func checkReadiness(_ card: Programme) throws(RuleRefusal) {
    for domain in card.domains {
      try checkReadiness(domain, need: card.developmentThreshold)
    }
    guard card.highAutonomy, scenario.parameters.has(.autonomyGate) else { return }
    for domain in [Domain.ai, .aut] { try checkReadiness(domain, need: 6_500) }
  }

  private func checkReadiness(_ domain: Domain, need: BasisPoints) throws(RuleRefusal) {
    let have = standing.technology[domain.index]
    if have < need { throw belowTechnology(domain, have: have, need: need) }
  }

  func belowTechnology(
    _ domain: Domain, have: BasisPoints, need: BasisPoints
  ) -> RuleRefusal {
    RuleRefusal(
      .belowTechnology,
      [.init("domain", domain.rawValue), .init("have", have.value), .init("need", need.value)],
      "Technology in \(domain.rawValue) is \(have); \(need) is needed.")
  }
}

extension Scenario {
  /// SR10: half or more of the programme is civil technology, and the state takes it in.
  func adaptsCivil(_ programme: Int, posture: Posture) -> Bool {
    parameters.has(.civilAdaptation) && posture != .none
      && programmes[programme].civilShare >= 5_000
  }

  /// Base days of TOOL for a state of that posture: at most 360 under SR10.
  func toolingDays(of programme: Int, posture: Posture) -> Days {
    let days = programmes[programme].toolingDays
    return adaptsCivil(programme, posture: posture) ? min(360, days) : days
  }
}
