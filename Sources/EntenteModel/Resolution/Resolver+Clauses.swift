// Reading the clauses of all standing deals once for the resolution.

extension Resolver {
  /// Fills `clauses`.
  mutating func readClauses() {
    clauses.removeAll(keepingCapacity: true)
    for kind in byKind.indices { byKind[kind].removeAll() }
    for deal in world.deals.indices {
      for index in world.deals[deal].clauses.indices {
        guard let clause = read(deal, index) else { continue }
        byKind[clause.kind.rank].append(clauses.count)
        clauses.append(clause)
      }
    }
    scratch.governance.removeAll()
    scratch.unpaid = Array(repeating: .none, count: clauses.count)
    applyPilots()
    readGovernance()
    readParties()
  }

  /// The clause at `index` of a deal; nil if it is over and owes nothing any more.
  private func read(_ deal: Int, _ index: Int) -> BoundClause? {
    let standing = world.deals[deal].clauses[index]
    let endedNow = world.deals[deal].endedTurn == turn || !standing.arrears.isEmpty
    if standing.hasEnded && !endedNow { return nil }
    let text = world.deals[deal].text.clauses[index]
    if scenario.parameters.disables(text.kind) { return nil }
    let bound = boundStates(deal, index)
    let from = MemberSet(text.from.compactMap(scenario.index(of:))).intersection(bound)
    let to = MemberSet(text.to.compactMap(scenario.index(of:))).intersection(bound)
    let status = world.deals[deal].status
    let isAgreed =
      !standing.hasEnded && world.deals[deal].concludedTurn != nil
      && (status != .ended || survives(deal, index))
    let isActive =
      isAgreed && !standing.isSuspended && status != .concluded
      && (standing.activeFrom ?? .max) <= turn && bound.count >= 2
    let reader = ClauseReader(
      scenario: scenario, text: text, stepped: standing.stepped, bound: bound)
    return BoundClause(
      deal: deal, index: index, kind: text.kind, from: from, to: to, bound: bound,
      isActive: isActive, isAgreed: isAgreed, terms: reader.terms(), tie: tie(deal, index))
  }

  /// Who a clause binds now; a deal only signed binds its signers for EQ28.
  private func boundStates(_ deal: Int, _ index: Int) -> MemberSet {
    let standing = world.deals[deal].clauses[index]
    if !standing.bound.isEmpty { return MemberSet(standing.bound) }
    let text = world.deals[deal].text.clauses[index]
    let named = MemberSet((text.from + text.to).compactMap(scenario.index(of:)))
    return named.intersection(MemberSet(world.deals[deal].bound))
  }

  /// What the clause counts in EQ28, before a `pilot` halves it.
  private func tie(_ deal: Int, _ index: Int) -> BoundClause.Tie? {
    guard !world.deals[deal].clauses[index].hasEnded, let status = tieStatus(deal) else {
      return nil
    }
    let kind = world.deals[deal].text.clauses[index].kind
    return BoundClause.Tie(
      weight: BasisPoints(ClauseWeights.weight(kind)), remaining: remainingTurns(deal),
      status: world.deals[deal].clauses[index].isSuspended ? .suspended : status,
      family: ClauseWeights.familyBit(kind))
  }

  /// How a deal counts in EQ28; nil if it does not.
  private func tieStatus(_ deal: Int) -> TieDepth.Status? {
    if world.deals[deal].concludedTurn == 0 && !scenario.parameters.countPreSigned { return nil }
    switch world.deals[deal].status {
    case .ended: return nil
    case .inForce: return .inForce
    case .suspended: return .suspended
    case .signed, .concluded: return .signed
    }
  }

  private mutating func readParties() {
    scratch.partyPlaces = Array(repeating: -1, count: world.deals.count * count)
    for deal in world.deals.indices {
      for (place, party) in world.deals[deal].text.parties.enumerated() {
        if let state = scenario.index(of: party) {
          scratch.partyPlaces[deal * count + state] = place
        }
      }
    }
  }

  /// Written `gov` headers: clauses of the catalogue that bind all of a deal's states.
  private mutating func readGovernance() {
    for deal in world.deals.indices {
      guard let status = tieStatus(deal),
        world.deals[deal].text.governance != DealGovernance()
      else { continue }
      scratch.governance.append(
        GovernanceTie(
          deal: deal, bound: MemberSet(world.deals[deal].bound),
          tie: BoundClause.Tie(
            weight: BasisPoints(ClauseWeights.weight(.gov)),
            remaining: remainingTurns(deal), status: status,
            family: ClauseWeights.familyBit(.gov))))
    }
  }

  /// Turns left with the current one as written; nil for evergreen.
  private func remainingTurns(_ deal: Int) -> Int? {
    let duration = world.deals[deal].text.term.duration
    if duration == 0 { return nil }
    guard let first = world.deals[deal].activeFrom else { return duration }
    return min(duration, max(0, first + duration - turn))
  }

  /// A `pilot` halves the weight of what it wraps, and gives it its own end.
  private mutating func applyPilots() {
    for pilot in all(.pilot) {
      guard case .pilot(let wraps, let sunset) = clauses[pilot].terms else { continue }
      let deal = clauses[pilot].deal
      let from = world.deals[deal].clauses[clauses[pilot].index].activeFrom
      let left = from.map { max(0, $0 + sunset - turn) } ?? sunset
      for place in clauses.indices
      where clauses[place].deal == deal && wraps.contains(clauses[place].index) {
        guard let tie = clauses[place].tie else { continue }
        clauses[place].tie?.weight = BasisPoints(rdiv(tie.weight.value, 2))
        clauses[place].tie?.remaining = min(tie.remaining ?? left, left)
      }
      clauses[pilot].tie = nil
    }
  }

  /// Places of all clauses of a kind, in order.
  func all(_ kind: ClauseKind) -> [Int] { byKind[kind.rank] }

  /// Whether an active clause of `kind` joins the two states.
  func isActive(_ kind: ClauseKind, _ one: Int, _ other: Int) -> Bool {
    all(kind).contains { clauses[$0].isActive && clauses[$0].joins(one, other) }
  }

  /// The text of a clause.
  func text(_ clause: BoundClause) -> ClauseText {
    world.deals[clause.deal].text.clauses[clause.index]
  }

  /// The governance that EQ4, EQ5 and EQ9 read for `programme` in a deal.
  func governance(_ deal: Int, programme: Int) -> Governance {
    GateList.governance(
      world.deals[deal], programme: programme,
      holders: world.deals[deal].text.workshareHolders(of: scenario.programmes[programme].id),
      world: world, scenario: scenario)
  }
}

/// Weights and families of clauses by rank, read once from the catalogue.
enum ClauseWeights {
  private static let table: [(weight: Int, family: UInt8)] = ClauseKind.allCases.map { kind in
    let entry = kind.entry
    let bit = entry.family.flatMap { family in
      ClauseFamily.allCases.firstIndex(of: family).map { UInt8(1 << $0) }
    }
    return (entry.formationWeight, bit ?? 0)
  }

  /// cw; bp.
  static func weight(_ kind: ClauseKind) -> Int { table[kind.rank].weight }

  /// The bit of its family; 0 for `pilot`.
  static func familyBit(_ kind: ClauseKind) -> UInt8 { table[kind.rank].family }
}
