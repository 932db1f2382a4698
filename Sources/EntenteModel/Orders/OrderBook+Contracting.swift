// Checks of orders about the way a contract takes, and who builds.
extension OrderBook {
  /// $k from which a contract by other transaction needs political cover.
  private static let fastFrom = 100_000

  mutating func judgeRoute(_ order: Order) throws(RuleRefusal) -> Asked {
    let line = try line(order)
    guard let via = word(order, "via").flatMap(ContractingRoute.init(rawValue:)) else {
      throw unknown("via", word(order, "via"))
    }
    try checkOpen(.contracting, of: line)
    let asked = Asked(bound: .route(line: line, via: via))
    if via == world.lines[line].route { return asked }
    switch via {
    case .far: return asked
    case .agency:
      try checkAgency(world.lines[line].programme)
      return asked
    case .ota: return try judgeFastRoute(line)
    }
  }

  /// Another transaction: vetted parties, a prototype that won, and capital for a large one.
  private mutating func judgeFastRoute(_ line: Int) throws(RuleRefusal) -> Asked {
    let standing = world.lines[line]
    if !isListed(scenario.programmes[standing.programme].sector) {
      try checkVetted(parties(of: standing))
    }
    let tokens = self.standing.tokens - promisedTokens
    if tokens < 1 {
      throw RuleRefusal(
        .otaNotAllowed,
        [.init("reason", "token"), .init("have", max(0, tokens)), .init("need", 1)],
        "Production by ota needs a prototype that won in an accelerator.")
    }
    promisedTokens += 1
    let card = scenario.programmes[standing.programme]
    // What a turn of the line is worth at list price is the size of the contract.
    let value = rdiv(standing.nominal.value * card.listCost.value, 1_000)
    return Asked(bound: .route(line: line, via: .ota), capital: try fastCapital(for: value))
  }

  /// PC that a contract of this value by other transaction costs: 200 over 100000 $k.
  func fastCapital(for value: Int) throws(RuleRefusal) -> Int {
    guard value > Self.fastFrom else { return 0 }
    if capital < 200 {
      throw RuleRefusal(
        .otaNotAllowed, [.init("reason", "capital"), .init("have", capital), .init("need", 200)],
        "A contract by ota of more than 100m costs 200 political capital.")
    }
    return 200
  }

  /// Every party has SEC 6000, or one accelerator in force joins them all.
  func checkVetted(_ parties: [Int]) throws(RuleRefusal) {
    let isTeam = clauses.contains { clause in
      clause.isActive && clause.kind == .accel && parties.allSatisfy(clause.bound.contains)
    }
    if isTeam { return }
    for party in parties where world.states[party].security < 6_000 {
      throw RuleRefusal(
        .otaNotAllowed,
        [
          .init("reason", "security"), .init("have", world.states[party].security.value),
          .init("need", 6_000), .init("state", scenario.states[party].id.text),
        ], "An ota needs security of 60 from everybody, or an accel in force between them.")
    }
  }

  /// The state may use another transaction as one listed by `ntib` for the sector.
  private func isListed(_ sector: Sector) -> Bool {
    clauses.contains { clause in
      guard clause.isActive, clause.kind == .ntib, clause.bound.contains(state) else {
        return false
      }
      let sectors = world.deals[clause.deal].text.clauses[clause.index].words("sectors")
      return sectors.isEmpty || sectors.contains(sector.rawValue)
    }
  }

  /// The state of a line, and all who are bound by the clause it stands by.
  private func parties(of line: Line) -> [Int] {
    var parties = MemberSet([line.state])
    for clause in clauses
    where clause.isAgreed && world.deals[clause.deal].id == line.agreement
      && clause.programme == line.programme && clause.bound.contains(line.state)
    {
      for member in clause.bound { parties.insert(member) }
    }
    return parties.members
  }

  /// The joint agency is open: by the exercise, or by a pooled order of the programme in force or
  /// on its way.
  private func checkAgency(_ programme: Int) throws(RuleRefusal) {
    if scenario.parameters.agencyOpen { return }
    let handle = scenario.states[state].id
    let isJoined = world.deals.contains { deal in
      guard deal.status != .ended else { return false }
      return zip(deal.text.clauses, deal.clauses).contains { text, standing in
        text.kind == .jointfund && !standing.hasEnded && text.binds(handle)
          && text.programme == scenario.programmes[programme].id
      }
    }
    if isJoined { return }
    throw RuleRefusal(
      .prerequisiteMissing, [own, .init("need", "jointfund")],
      "The agency contracts only for a jointfund of this programme.")
  }

  /// A gate of a line has not begun; a line without that gate is past it.
  func checkOpen(_ kind: Gate.Kind, of line: Int) throws(RuleRefusal) {
    let standing = world.lines[line]
    let gate = standing.gates.first { $0.kind == kind }
    if standing.status == .gated, let gate, gate.done == 0 { return }
    throw RuleRefusal(
      .gateAlreadyPassed, [.init("gate", kind.rawValue)],
      "The \(kind.rawValue) of this line has begun; it can no longer be changed.")
  }

  func judgePlacedWork(_ order: Order) throws(RuleRefusal) -> Asked {
    let deal = try deal(order)
    let money = try amount(order, "money")
    let offset = clauses.first {
      $0.deal == deal && $0.kind == .offset && $0.isAgreed && $0.from.contains(state)
    }
    guard let offset else {
      throw RuleRefusal(
        .notAParty, [.init("deal", world.deals[deal].id.text)],
        "You owe no offset in this deal.")
    }
    return Asked(
      bound: .placeWork(deal: deal, clause: offset.index, money: money), cost: money)
  }

  // MARK: Civil plants

  func judgeConversion(_ order: Order) throws(RuleRefusal) -> Asked {
    let line = try line(order)
    let sector = scenario.programmes[world.lines[line].programme].sector
    guard sector == .mun || sector == .uas else {
      throw RuleRefusal(
        .unknownID, [.init("id", sector.rawValue)],
        "Civil plants can build munitions and uncrewed systems only.")
    }
    if world.lines[line].isCivil {
      throw RuleRefusal(
        .gateAlreadyPassed, [.init("gate", Gate.Kind.tooling.rawValue)],
        "Civil plants build this line already.")
    }
    try checkOpen(.tooling, of: line)
    let isLed = flag(order, "lead")
    if scenario.parameters.has(.roleLadder) { try checkRole(isLed: isLed) }
    return Asked(bound: .convertCivil(line: line, isLed: isLed))
  }

  /// SR6: the highest part civil firms may play in a state.
  private func checkRole(isLed: Bool) throws(RuleRefusal) {
    let hasFramework = standing.frameworkFrom.map { $0 <= turn } ?? false
    let role = CivilRole.highest(
      posture: standing.posture, maturity: standing.maturity, hasFramework: hasFramework)
    let need = isLed ? CivilRole.lead : .subcontractor
    if role >= need { return }
    throw RuleRefusal(
      .prerequisiteMissing, [own, .init("have", role.name), .init("need", need.name)],
      isLed
        ? "A civil firm may lead under posture mcf with maturity 60 and a framework."
        : "Civil firms may take part under posture cimic or mcf.")
  }
}

/// SR6: what civil firms may be in defence, in ascending order.
enum CivilRole: Int, Comparable {
  case supplier, subcontractor, partner, lead

  static func < (one: CivilRole, other: CivilRole) -> Bool { one.rawValue < other.rawValue }

  /// The highest role a state allows.
  static func highest(posture: Posture, maturity: BasisPoints, hasFramework: Bool) -> CivilRole {
    switch posture {
    case .none: .supplier
    case .cimic: .subcontractor
    case .mcf: maturity >= 6_000 && hasFramework ? .lead : .partner
    }
  }

  /// The word for people.
  var name: String {
    switch self {
    case .supplier: "supplier"
    case .subcontractor: "subcontractor"
    case .partner: "partner"
    case .lead: "lead"
    }
  }
}
