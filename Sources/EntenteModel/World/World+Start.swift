extension World {
  /// The world at the start of turn 1: treasuries as on the cards, the first budget comes in R2.
  package static func start(_ scenario: Scenario) -> World {
    var world = World(
      turn: 1, states: scenario.states.indices.map { standing($0, scenario) },
      pairs: scenario.pairs.map { pair($0) }, trust: trust(scenario),
      threat: scenario.theatres.map { $0.path(at: 1) },
      adversary: scenario.parameters.adversary, cohesion: scenario.parameters.cohesion,
      programmes: scenario.programmes.map { programme($0) }, lines: [], deals: [], disputes: [],
      effects: [], groups: [], groupsNamed: 0, lattice: 0, hub: 0, collective: 0,
      tally: Tally(
        deliveredAtNeed: 0, needed: 0, confinedGain: 0, leakedGain: 0, duplications: []))
    world.tally.inflow = Money(world.states.reduce(0) { $0 + $1.treasury.value })
    for line in scenario.lines { world.place(world.line(line, scenario)) }
    world.deals = scenario.preSigned.enumerated().map { number, text in
      world.preSigned(text, number: number + 1, scenario)
    }
    world.judgeStart(scenario)
    return world
  }

  /// The same as `start(_:)`.
  package init(scenario: Scenario) { self = World.start(scenario) }

  private static func standing(_ index: Int, _ scenario: Scenario) -> StateStanding {
    let card = scenario.states[index]
    var ledger = ledger(card, scenario)
    for line in scenario.lines where line.state == index {
      ledger.everHadLine[line.programme] = true
    }
    var standing = StateStanding(
      treasury: card.treasury, budget: card.budget, capacity: card.capacity, growing: [],
      fatigue: Array(repeating: card.fatigue, count: Sector.count),
      // Nothing is known of use before turn 1: no sector decays in it.
      utilisation: Array(repeating: 10_000, count: Sector.count), workforce: card.workforce,
      technology: card.technology, civil: card.civil, organisation: card.organisation,
      connections: card.connections, plugAndPlay: card.plugAndPlay, barriers: card.barriers,
      firms: card.firms, posture: card.posture, maturity: card.maturity,
      contentThreshold: card.contentThreshold, exportStrictness: card.exportStrictness,
      security: card.security, politicalCapital: card.politicalCapital, politicalSpent: 0,
      ethics: card.ethics, asymmetric: card.asymmetric, stock: card.stock,
      commonStock: card.stock.map { _ in 0 }, requirement: card.requirement,
      lastBudgetOrders: card.defaultOrders, leverUsed: [], outcome: outcome(card),
      ledger: ledger)
    // A state that begins with cimic or fusion has adopted it before.
    standing.hasAdopted = card.posture != .none
    standing.supply = SupplyStanding(
      shares: Input.allCases.map { scenario.contractShares(of: $0, to: index) },
      reserves: card.reserves)
    return standing
  }

  private static func outcome(_ card: StateCard) -> Outcome {
    Outcome(
      readiness: 0, pressure: 0, support: 0, gap: 0, theatre: 0, ownLatent: 0, latent: 0,
      reputation: 0, terms: ScoreTerm.allCases.map { _ in 0 }, national: 0, conduct: 0,
      privateCards: 0, final: 0, cards: card.cards.map { _ in false })
  }

  private static func ledger(_ card: StateCard, _ scenario: Scenario) -> Ledger {
    let states = scenario.states.count
    let programmes = scenario.programmes.count
    var value = 0
    for (programme, lots) in zip(scenario.programmes, card.stock) {
      value += rdiv(lots.value * programme.listCost.value, 1_000)
    }
    var ledger = Ledger(
      domesticWork: 0, jobs: 0, exports: 0, spinOff: 0, baseline: 0, actual: 0, poolsPaid: 0,
      spent: 0, capitalIncome: 0, capitalForRatification: 0, gaps: [],
      technologyAtStart: card.technology, acquiredValue: Money(value),
      receivedValue: Array(repeating: 0, count: states),
      deliveredFrom: Array(repeating: 0, count: states * programmes),
      cardRecord: card.cards.map { _ in false })
    ledger.workByProgramme = Array(repeating: 0, count: programmes)
    ledger.everHadLine = Array(repeating: false, count: programmes)
    let reference = max(1, scenario.parameters.capacityReference.value)
    let indices = card.capacity.map { min(10_000, rdiv(10_000 * $0.value, reference)) }
    ledger.meanCapacityAtStart = BasisPoints(rdiv(indices.reduce(0, +), Sector.count))
    return ledger
  }

  private static func pair(_ start: PairStart) -> PairStanding {
    let layers = start.interoperability
    let composite = CompositeInteroperability.evaluate(
      CompositeInteroperability.Input(
        technical: layers[0], procedural: layers[1], logistic: layers[2], data: layers[3]))
    return PairStanding(
      layers: layers, affinity: start.affinity, composite: composite.composite, depth: 0,
      weight: 0, formalTreaty: start.formalTreaty)
  }

  private static func trust(_ scenario: Scenario) -> [BasisPoints] {
    let count = scenario.states.count
    var trust = [BasisPoints](repeating: 0, count: count * count)
    for one in 0..<count {
      for other in (one + 1)..<max(one + 1, count) {
        let pair = scenario.pairs[Scenario.pairIndex(one, other, of: count)]
        trust[one * count + other] = pair.trust
        trust[other * count + one] = pair.trustBack
      }
    }
    return trust
  }

  private static func programme(_ card: Programme) -> ProgrammeStanding {
    ProgrammeStanding(
      owner: card.owner, consentHolders: card.consentHolders, isDeveloped: card.isDeveloped,
      leak: 0, leakHighest: 0, leftWithoutConsent: false,
      developmentPaid: card.isDeveloped ? 0 : card.developmentCost.scaled(by: card.startProgress))
  }

  private func line(_ start: LineStart, _ scenario: Scenario) -> Line {
    let card = scenario.programmes[start.programme]
    let isOpen = start.gatedDays == 0
    let cost = UnitCost.evaluate(
      UnitCost.Input(
        listCost: card.listCost, listQuantity: card.listQuantity,
        effectiveQuantity: UnitCost.effectiveQuantity(own: start.cumulativeUnits, pooled: 0),
        slope: card.slope))
    return Line(
      state: start.state, programme: start.programme, capacity: start.capacity,
      cumulative: Lots(start.cumulativeUnits * 1_000), status: isOpen ? .open : .gated,
      gates: isOpen ? [] : [Gate(kind: .tooling, days: start.gatedDays, done: 0)],
      nominal: start.nominal, openedTurn: nil, output: 0, unitCost: cost, licence: nil,
      licenceClause: nil, idleTurns: 0, configuration: "same",
      credit: scenario.parameters.turnDays)
  }

  /// A deal that was in force before the game: its gates are through.
  private func preSigned(_ text: DealText, number: Int, _ scenario: Scenario) -> Deal {
    let none = text.parties.map { _ in Money(0) }
    let parties = text.parties.compactMap(scenario.index(of:)).sorted()
    var deal = Deal(
      id: DealID("PRE-\(number)"), revision: 1, text: text, status: .inForce, bound: parties,
      signedTurn: 0, concludedTurn: 0, activeFrom: 1, endedTurn: nil, clauses: [], leaving: [],
      pool: 0, deliveriesMet: 0, deliveriesDue: 0, dutiesMet: 0, dutiesDue: 0, benefit: none,
      contribution: none)
    deal.clauses = text.clauses.map { clause in
      var standing = ClauseStanding(
        bound: clause.boundStates.compactMap(scenario.index(of:)).sorted(), activeFrom: 1,
        isSuspended: clause.conditions.contains { $0.action == .activate }, hasEnded: false,
        hasStarted: true, gates: clause.to.map { _ in [] }, arrears: [], delivered: 0,
        turnsPaid: 0)
      standing.closedTurn = clause.to.map { _ in 0 }
      standing.leftover = clause.to.map { _ in 0 }
      standing.conditions = clause.conditions.map { _ in false }
      return standing
    }
    return deal
  }

  /// Figures before anything was played: threat, reputation, readiness, gap, latent capability.
  private mutating func judgeStart(_ scenario: Scenario) {
    let outlook = ThreatOutlook(world: self, scenario: scenario)
    threat = scenario.theatres.indices.map { theatre in
      var trace = NoTrace()
      return outlook.threat(theatre, trace: &trace)
    }
    for state in states.indices { states[state].outcome.reputation = reputation(of: state) }
    var resolver = Resolver(world: self, scenario: scenario, record: NoFigureTrace())
    resolver.judgeAtStart()
    self = resolver.world
    for state in states.indices where scenario.isOpaque(state) {
      states[state].seen = states[state].figuresToSee
    }
  }
}
