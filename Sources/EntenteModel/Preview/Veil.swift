/// A world and an exercise as one state may know them: what it does not see stands at the middle of
/// its band, at 5000, or at something public. Previews and bots reckon with nothing else, so that
/// what a seat may not see changes no number it gets.
package struct Veil {
  /// Stands for an index nobody shows; bp.
  static let unknown = 5_000

  /// The state that looks.
  package let reader: Int
  let world: World
  let scenario: Scenario
  /// Pairs of states of which one shows the reader its figures exactly, by `infoshare deep`.
  private let open: [Bool]
  /// Programmes shared with each state under a deal in force, `[state][programme]`.
  private let shared: [[Bool]]
  /// Opaque states (SR9) the reader sees in bands and one turn late, by `infoshare deep` alone not.
  private let late: [Bool]
  /// Next turn's threat is known.
  private let seesAhead: Bool

  /// What `reader` may know of the world and the exercise.
  package init(_ reader: Int, world: World, scenario: Scenario) {
    self.reader = reader
    self.world = world
    self.scenario = scenario
    let clauses = CommittedClauses(in: world, scenario: scenario)
    let shares = clauses.of(.infoshare)
    open = scenario.states.indices.map { state in
      state == reader || scenario.parameters.fog == .none
        || shares.contains { $0.clause.flag("deep") && $0.joins(reader, state) }
    }
    late = scenario.states.indices.map { state in
      state != reader && scenario.isOpaque(state)
        && !shares.contains { $0.clause.flag("deep") && $0.joins(reader, state) }
    }
    seesAhead = shares.contains {
      $0.from.contains(reader) && $0.clause.words("topics").contains("threat")
    }
    shared = scenario.states.indices.map { state in
      scenario.programmes.map { programme in
        clauses.entries.contains {
          $0.clause.programme == programme.id && $0.bound.contains(reader)
            && $0.bound.contains(state)
        }
      }
    }
  }

  /// The exercise without what lies ahead and without others' cards and habits: the threat of the
  /// last known turn holds.
  package func veiledScenario() -> Scenario {
    let theatres = scenario.theatres.map { theatre in
      var theatre = theatre
      let known = clamp(world.turn + (seesAhead ? 1 : 0), 1, theatre.path.count)
      theatre.path = Array(theatre.path.prefix(known))
      return theatre
    }
    let states = scenario.states.enumerated().map { index, card in
      var card = card
      card.cards = []
      if index != reader { card.defaultOrders = [] }
      return card
    }
    return Scenario(
      parameters: scenario.parameters, states: states, programmes: scenario.programmes,
      theatres: theatres, pairs: scenario.pairs, lines: scenario.lines, inputs: scenario.inputs,
      outsiders: scenario.outsiders, adjacent: scenario.adjacent)
  }

  /// The world with the reader's own figures and what it may see of the others.
  package func veiledWorld() -> World {
    var veiled = world
    for state in scenario.states.indices where state != reader { veil(state, in: &veiled) }
    for one in scenario.states.indices where one != reader {
      for other in scenario.states.indices where other != reader && other != one {
        // Trust between others is theirs to know; what all know is a state's reputation.
        veiled.trust[world.trustIndex(one, other)] = world.states[other].outcome.reputation
      }
    }
    for index in veiled.lines.indices { veilLine(index, in: &veiled) }
    veilDeals(in: &veiled)
    // What two states ask each other about a design is theirs, and so is how many did.
    veiled.requests.removeAll { ![$0.asker, $0.owner].contains(reader) }
    veiled.requestsMade = veiled.requests.map(\.number).max() ?? 0
    return veiled
  }

  /// What stands in for things not seen, one sentence each, for the reader of a preview.
  package func assumptions() -> [String] {
    var sentences = [
      "Treasuries of others are not yours to see: each is taken to hold one budget.",
      "Others are taken to give no orders but those you have seen, and to pay what they owe.",
      "The threat is taken to stay as it is known to you.",
    ]
    guard open.contains(false) || late.contains(true) else { return sentences }
    switch scenario.parameters.fog {
    case .none: sentences.append("Opaque states are seen in bands, as they stood a turn ago.")
    case .bands: sentences.append("Figures of others stand at the middle of their band.")
    case .strict: sentences.append("Figures of others that you do not see stand at 50.")
    }
    return sentences
  }

  // MARK: States

  private func veil(_ state: Int, in veiled: inout World) {
    var standing = world.states[state]
    standing.treasury = standing.budget
    standing.lastBudgetOrders = []
    standing.ledger.cardRecord = []
    standing.outcome.cards = []
    standing.outcome.privateCards = 0
    if late[state], let seen = standing.seen { standing.show(seen) }
    standing.seen = nil
    if !open[state] || late[state] {
      veilFigures(of: state, in: &standing)
      veilStock(of: state, in: &standing)
    }
    veiled.states[state] = standing
  }

  private func veilFigures(of state: Int, in standing: inout StateStanding) {
    let reference = scenario.parameters.capacityReference.value
    for sector in standing.capacity.indices where !sharesSector(sector, with: state) {
      let index = middle(min(10_000, rdiv(10_000 * standing.capacity[sector].value, reference)))
      standing.capacity[sector] = CapacityUnits(rdiv(index * reference, 10_000))
    }
    for domain in standing.technology.indices {
      if !sharesDomain(domain, with: state) {
        standing.technology[domain] = middle(standing.technology[domain])
      }
      standing.civil[domain] = middle(standing.civil[domain])
    }
    standing.growing = []
    // What it has laid up nobody sees; where its inputs come from is as on its card.
    standing.supply = SupplyStanding(
      shares: Input.allCases.map { scenario.contractShares(of: $0, to: state) },
      reserves: Array(repeating: 0, count: Input.count))
    standing.firmLossTurns = 0
    standing.firms = fdiv(scenario.firmPool(civil: standing.civil), 10)
    standing.organisation = middle(standing.organisation)
    standing.workforce = middle(standing.workforce)
    standing.barriers = standing.barriers.map { middle($0) }
    standing.outcome.readiness = middle(standing.outcome.readiness)
    standing.outcome.gap = middle(standing.outcome.gap)
    standing.outcome.ownLatent = middle(standing.outcome.ownLatent)
    standing.outcome.latent = middle(standing.outcome.latent)
  }

  private func veilStock(of state: Int, in standing: inout StateStanding) {
    for programme in standing.stock.indices where !shared[state][programme] {
      let need = standing.requirement[programme].value
      let share = need == 0 ? 0 : min(10_000, rdiv(10_000 * standing.stock[programme].value, need))
      standing.stock[programme] = Lots(rdiv(need * middle(share), 10_000))
      standing.commonStock[programme] = min(
        standing.commonStock[programme], standing.stock[programme])
    }
  }

  private func sharesDomain(_ domain: Int, with state: Int) -> Bool {
    scenario.programmes.indices.contains { programme in
      shared[state][programme]
        && scenario.programmes[programme].domains.contains { $0.index == domain }
    }
  }

  private func sharesSector(_ sector: Int, with state: Int) -> Bool {
    scenario.programmes.indices.contains {
      shared[state][$0] && scenario.programmes[$0].sector.index == sector
    }
  }

  /// What a hidden bp value is taken for.
  private func middle(_ value: Int) -> Int {
    switch scenario.parameters.fog {
    // Only an opaque state is veiled where there is no fog, and that is in bands.
    case .none, .bands: clamp(fdiv(value, 1_000), 0, 9) * 1_000 + 500
    case .strict: Self.unknown
    }
  }

  private func middle(_ value: BasisPoints) -> BasisPoints { BasisPoints(middle(value.value)) }

  // MARK: Lines and deals

  private func veilLine(_ index: Int, in veiled: inout World) {
    let line = world.lines[index]
    guard !open[line.state], !shared[line.state][line.programme] else { return }
    let object = scenario.programmes[line.programme]
    let all = veiled.states[line.state].capacity[object.sector.index]
    veiled.lines[index].capacity = min(line.capacity, all)
    veiled.lines[index].cumulative = Lots(object.listQuantity * 1_000)
    veiled.lines[index].unitCost = object.listCost
    veiled.lines[index].output = 0
  }

  /// Deals the reader is no party to lose their parameters, those that are secret go.
  private func veilDeals(in veiled: inout World) {
    let hidden = world.deals.filter { isHidden($0) }
    veiled.deals.removeAll { isHidden($0) }
    for deal in hidden { forget(deal, in: &veiled) }
    for index in veiled.deals.indices {
      let deal = veiled.deals[index]
      guard !isParty(of: deal), deal.text.visibility != .public else { continue }
      for clause in deal.text.clauses.indices {
        veiled.deals[index].text.clauses[clause].parameters = Self.withoutParameters(
          deal.text.clauses[clause])
        veiled.deals[index].clauses[clause].arrears = []
        veiled.deals[index].clauses[clause].work = nil
      }
      let none = deal.text.parties.map { _ in Money(0) }
      veiled.deals[index].pool = 0
      veiled.deals[index].benefit = none
      veiled.deals[index].contribution = none
      veiled.deals[index].received = []
      veiled.deals[index].paid = []
      releaseLines(of: deal.id, in: &veiled)
    }
  }

  private func isParty(of deal: Deal) -> Bool {
    deal.text.parties.contains(scenario.states[reader].id)
  }

  /// A secret deal of others whose time has not come.
  private func isHidden(_ deal: Deal) -> Bool {
    world.hides(deal, from: reader, scenario: scenario)
  }

  /// Takes away what a hidden deal shows of itself: ties, and groups of others that rest on it.
  private func forget(_ deal: Deal, in veiled: inout World) {
    for one in deal.bound {
      for other in deal.bound where other > one {
        let pair = world.pairIndex(one, other)
        veiled.pairs[pair].depth = world.pairs[pair].openDepth ?? 0
        veiled.pairs[pair].weight = world.pairs[pair].openWeight ?? 0
      }
    }
    veiled.groups.removeAll { group in
      !group.members.contains(reader) && deal.bound.count { group.members.contains($0) } >= 2
    }
    releaseLines(of: deal.id, in: &veiled)
  }

  /// A line under a deal that is not read stands for itself: it is there to be seen.
  private func releaseLines(of deal: DealID, in veiled: inout World) {
    for line in veiled.lines.indices where veiled.lines[line].agreement == deal {
      veiled.lines[line].agreement = nil
    }
  }

  /// The clause with what holds if nothing is written.
  private static func withoutParameters(_ clause: ClauseText) -> [Parameter] {
    clause.kind.entry.parameters.map { spec in
      Parameter(spec.name, spec.fallback.value(bound: clause.boundStates) ?? .null)
    }
  }
}
