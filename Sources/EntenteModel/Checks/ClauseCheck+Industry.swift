// What clauses about making and buying need: coprod, licprod, offtake, jointfund, sustain,
// subsidiary.
extension ClauseCheck {
  /// Least workforce of a state that opens a line; bp.
  static var lineWorkforce: BasisPoints { 5_000 }
  /// Least capacity of the hub of a `sustain`; cu.
  static var hubCapacity: CapacityUnits { 2_000 }
  /// Turns of orders that count against the minimum quantity.
  static var quantityTurns: Int { 4 }

  mutating func judgeIndustry(_ clause: ClauseText) {
    if clause.kind == .subsidiary { return judgeSubsidiary(clause) }
    guard let programme = programme(of: clause), isTradable(clause, programme) else { return }
    if clause.kind == .sustain { return judgeSustain(clause, programme) }
    guard world.programmes[programme].isDeveloped else {
      return refuse(.notDeveloped(clause.id, programme: scenario.programmes[programme].id))
    }
    switch clause.kind {
    case .coprod: judgeCoproduction(clause, programme)
    case .licprod: judgeLicence(clause, programme)
    case .offtake: judgeOfftake(clause, programme)
    default: judgeJointFund(clause, programme)
    }
  }

  private mutating func judgeCoproduction(_ clause: ClauseText, _ programme: Int) {
    let object = scenario.programmes[programme]
    let lines = indices(clause.states("lines"))
    let holders = clause.amounts("workshare").filter { $0.value >= 1_000 }
      .compactMap { scenario.index(of: $0.state) }
    let makers = Set(lines + holders).sorted()
    for state in lines { requireLineRoom(clause, programme, in: state) }
    requireAccess(
      clause, to: makers, from: world.programmes[programme].owner,
      sensitivity: object.sensitivity, purpose: "making \(object.id) (\(words(object)))")
    requireQuantity(clause, programme, lines: lines)
    requireBuildingConsent(clause, programme, builders: lines)
    requireNoExclusivity(clause, programme, participants: indices(clause.boundStates))
    requireTrack(clause, owner: world.programmes[programme].owner, receivers: makers)
  }

  private mutating func judgeLicence(_ clause: ClauseText, _ programme: Int) {
    let object = scenario.programmes[programme]
    let licensees = indices(clause.to)
    let givers = indices(clause.from)
    guard let owner = world.programmes[programme].owner else {
      return refuse(.openDesign(clause.id, programme: object.id))
    }
    for sayer in sayers(over: programme)
    where !givers.contains(sayer) && !(sayer != owner && isParty(sayer)) {
      refuse(
        .noIPConsent(
          clause.id, programme: object.id, owner: id(sayer),
          way: "a licence comes from its owners; write \(id(sayer))>\(names(licensees)) licprod"))
    }
    for state in licensees { requireLineRoom(clause, programme, in: state) }
    requireAccess(
      clause, to: licensees, from: owner, sensitivity: object.sensitivity,
      purpose: "making \(object.id) (\(words(object)))")
    requireQuantity(clause, programme, lines: licensees)
    requireNoExclusivity(clause, programme, participants: givers + licensees)
    requireTrack(clause, owner: owner, receivers: licensees)
  }

  private mutating func judgeOfftake(_ clause: ClauseText, _ programme: Int) {
    let object = scenario.programmes[programme]
    let sellers = indices(clause.from)
    let buyers = indices(clause.to)
    for seller in sellers where !hasLine(seller, programme) {
      refuse(
        .noLine(
          clause.id, state: id(seller), programme: object.id,
          way: "buy from a state that has one, or open one by licprod or coprod in this text"))
    }
    requireSaleConsent(clause, programme, sellers: sellers, buyers: buyers)
    // Finished goods show less than their making: one step less sensitive.
    requireAccess(
      clause, to: buyers, from: world.programmes[programme].owner,
      sensitivity: object.sensitivity - 1,
      purpose: "buying \(object.id) (tested at sensitivity \(max(0, object.sensitivity - 1)))")
    requireNoExclusivity(clause, programme, participants: sellers + buyers)
    for buyer in buyers {
      let cost = FirstPayment.offtake(
        clause, of: text, to: buyer, in: world, scenario: scenario)
      requireMoney(clause, of: buyer, cost)
    }
  }

  private mutating func judgeJointFund(_ clause: ClauseText, _ programme: Int) {
    let object = scenario.programmes[programme]
    let bound = indices(clause.boundStates)
    let builders = LinePlan.builders(
      of: clause, programme: programme, bound: bound, in: world, scenario: scenario)
    let buyers = clause.amounts("contributions").filter { $0.value > 0 }
      .compactMap { scenario.index(of: $0.state) }
    if builders.isEmpty {
      let named = world.programmes[programme].owner ?? bound.first ?? 0
      refuse(
        .noLine(
          clause.id, state: id(named), programme: object.id,
          way: "name states with a line in \"lines\", or open one in this text"))
    }
    let isAnyOpen = builders.contains { line(of: $0, programme)?.status == .open }
    let need = Lots(object.minimumQuantity * 1000)
    if !isAnyOpen, let lots = clause.integer("lots"), Lots(lots) < need {
      refuse(
        .belowMinimumQuantity(clause.id, have: Lots(lots), need: need, programme: object.id))
    }
    requireSaleConsent(clause, programme, sellers: builders, buyers: buyers)
    requireAccess(
      clause, to: buyers, from: world.programmes[programme].owner,
      sensitivity: object.sensitivity - 1,
      purpose: "buying \(object.id) (tested at sensitivity \(max(0, object.sensitivity - 1)))")
    requireNoExclusivity(clause, programme, participants: bound)
  }

  private mutating func judgeSustain(_ clause: ClauseText, _ programme: Int) {
    guard let hub = clause.state("hub").flatMap(scenario.index(of:)) else { return }
    let object = scenario.programmes[programme]
    let have = world.states[hub].capacity[object.sector.index]
    if have < Self.hubCapacity {
      refuse(
        .capacityTooLow(
          clause.id, state: id(hub), sector: object.sector, have: have, need: Self.hubCapacity,
          what: "in all"), .fogged(hub))
    }
    if !hasLine(hub, programme), world.states[hub].stock[programme] == 0 {
      refuse(
        .noLine(
          clause.id, state: id(hub), programme: object.id,
          way: "a hub needs a line or stock of it; name another hub"), .fogged(hub))
    }
  }

  private mutating func judgeSubsidiary(_ clause: ClauseText) {
    let limit = clause.word("mitigation") == "proxy" ? 4 : 3
    let built = programmesBuilt(by: indices(clause.to), sector: clause.word("sector"))
    if let worst = built.max(by: {
      (scenario.programmes[$0].sensitivity, $1) < (scenario.programmes[$1].sensitivity, $0)
    }), scenario.programmes[worst].sensitivity > limit {
      refuse(
        .mitigationTooWeak(
          clause.id, have: limit, need: scenario.programmes[worst].sensitivity,
          programme: scenario.programmes[worst].id, mitigation: clause.word("mitigation") ?? "ssa"))
    }
    for owner in indices(clause.from) {
      requireMoney(clause, of: owner, Money(clause.integer("invest") ?? 0))
    }
  }

  /// Programmes of a sector for which the states have a line or get one by the text.
  private func programmesBuilt(by states: [Int], sector: String?) -> [Int] {
    scenario.programmes.indices.filter { programme in
      scenario.programmes[programme].sector.rawValue == sector
        && states.contains { hasLine($0, programme) }
    }
  }

  // MARK: lines

  func line(of state: Int, _ programme: Int) -> Line? {
    world.lines.first { $0.state == state && $0.programme == programme }
  }

  /// True if the state has a gated or open line, or gets one by the text.
  func hasLine(_ state: Int, _ programme: Int) -> Bool {
    if let line = line(of: state, programme), line.isPlannedOrOpen { return true }
    return text.clauses.contains { clause in
      clause.programme == scenario.programmes[programme].id
        && LinePlan.builders(of: clause).contains(id(state))
    }
  }

  /// E221-E223 for a new line; a line that is gated or open already is brought along.
  private mutating func requireLineRoom(_ clause: ClauseText, _ programme: Int, in state: Int) {
    if let line = line(of: state, programme), line.isPlannedOrOpen { return }
    let object = scenario.programmes[programme]
    let standing = world.states[state]
    let all = standing.capacity[object.sector.index]
    let slot = state * Sector.count + object.sector.index
    let free =
      all - LinePlan.promisedCapacity(of: state, object.sector, in: world, scenario: scenario)
      - promisedCapacity[slot]
    let need = LinePlan.capacity(
      rate: clause.integer("rate").map { Lots($0) }, programme: object, all: all)
    if all < object.minimumCapacity {
      refuse(
        .capacityTooLow(
          clause.id, state: id(state), sector: object.sector, have: all,
          need: object.minimumCapacity, what: "in all"), .fogged(state))
    } else if max(0, free) < need {
      refuse(
        .capacityTooLow(
          clause.id, state: id(state), sector: object.sector, have: max(0, free), need: need,
          what: "not yet promised"), .fogged(state))
    }
    promisedCapacity[slot] = promisedCapacity[slot] + need
    if standing.workforce < Self.lineWorkforce {
      refuse(
        .workforceTooLow(
          clause.id, state: id(state), have: standing.workforce, need: Self.lineWorkforce),
        .fogged(state))
    }
    if standing.organisation < object.minimumOrganisation {
      refuse(
        .organisationTooLow(
          clause.id, state: id(state), have: standing.organisation,
          need: object.minimumOrganisation, programme: object.id), .fogged(state))
    }
  }

  /// E225: what is asked for over four turns against the least a new line is worth. Nothing is
  /// asked where every line is there already.
  private mutating func requireQuantity(_ clause: ClauseText, _ programme: Int, lines: [Int]) {
    guard lines.contains(where: { line(of: $0, programme)?.isPlannedOrOpen != true }) else {
      return
    }
    let object = scenario.programmes[programme]
    var have: Lots = 0
    for entry in committed.entries where entry.clause.programme == object.id {
      switch entry.clause.kind {
      case .offtake:
        have =
          have
          + Lots((entry.clause.integer("lots") ?? 0) * entry.to.count * Self.quantityTurns)
      case .jointfund:
        have = have + Lots(entry.clause.integer("lots") ?? 0) - (entry.standing?.delivered ?? 0)
      default: break
      }
    }
    for state in lines {
      let standing = world.states[state]
      have = have + max(0, standing.requirement[programme] - standing.stock[programme])
    }
    let need = Lots(object.minimumQuantity * 1000)
    guard have < need else { return }
    refuse(.belowMinimumQuantity(clause.id, have: have, need: need, programme: object.id))
  }

  private func words(_ programme: Programme) -> String { "sensitivity \(programme.sensitivity)" }

  private func names(_ states: [Int]) -> String {
    states.map { id($0).text }.joined(separator: ",")
  }
}

extension Line {
  /// True if it is gated or open, so that a deal brings it along.
  package var isPlannedOrOpen: Bool { status == .gated || status == .open }
}
