// Figures counted from deals, deliveries and groups.
extension FigureReading {
  /// Clauses in force with their deals.
  private var inForce: [(deal: Deal, clause: ClauseText, standing: ClauseStanding)] {
    world.deals.filter { $0.status == .inForce }.flatMap { deal in
      zip(deal.text.clauses, deal.clauses)
        .filter { !$1.hasEnded && !$1.isSuspended && ($1.activeFrom ?? .max) <= world.turn }
        .map { (deal, $0, $1) }
    }
  }

  /// Deals in force in which a clause of that kind binds the state.
  func deals(binding state: Int, by kind: ClauseKind) -> Int {
    Set(
      inForce.filter { $0.clause.kind == kind && $0.standing.bound.contains(state) }
        .map(\.deal.id)
    ).count
  }

  /// Deals in force that the state leads: named so, or by the rule of `gov` as owner of the design.
  func deals(ledBy state: Int) -> Int {
    let handle = scenario.states[state].id
    return world.deals.count { deal in
      guard deal.status == .inForce, deal.bound.contains(state) else { return false }
      if let lead = deal.text.governance.lead { return lead == handle }
      return deal.text.clauses.contains { clause in
        guard clause.kind.isJointProgramme,
          let programme = clause.programme.flatMap(scenario.index(of:))
        else { return false }
        let holders = deal.text.workshareHolders(of: scenario.programmes[programme].id)
        return world.programmes[programme].owner == state
          && GateList.governance(
            deal, programme: programme, holders: holders, world: world, scenario: scenario)
            == .lead
      }
    }
  }

  /// Highest agreed share of work of the state for a programme.
  func workshare(of state: Int, _ programme: Int) -> Int {
    let handle = scenario.states[state].id
    let id = scenario.programmes[programme].id
    return inForce.filter {
      $0.clause.programme == id && ($0.clause.kind == .coprod || $0.clause.kind == .codev)
        && $0.standing.bound.contains(state)
    }
    .map { $0.clause.amounts($0.clause.kind == .coprod ? "workshare" : "shares").value(of: handle) }
    .max() ?? 0
  }

  /// Lots of a programme the state was ever delivered from any line; mU.
  func received(by state: Int, _ programme: Int) -> Lots {
    let delivered = world.states[state].ledger.deliveredFrom
    let programmes = scenario.programmes.count
    return scenario.states.indices.reduce(0) { sum, supplier in
      let slot = supplier * programmes + programme
      return delivered.indices.contains(slot) ? sum + delivered[slot] : sum
    }
  }

  /// Other states that delivered a lot or more.
  func suppliers(of state: Int) -> Int {
    let delivered = world.states[state].ledger.deliveredFrom
    let programmes = scenario.programmes.count
    return scenario.states.indices.count { supplier in
      guard supplier != state, delivered.count >= (supplier + 1) * programmes else { return false }
      let lots = delivered[supplier * programmes..<(supplier + 1) * programmes]
      return lots.reduce(0, +) >= 1_000
    }
  }

  /// Work of a state on a programme so far; $k.
  func work(of standing: StateStanding, _ programme: Int) -> Int {
    let work = standing.ledger.workByProgramme
    return work.indices.contains(programme) ? work[programme].value : 0
  }

  /// Breaches of the state: each opened a dispute, settled or not.
  func breaches(by state: Int) -> Int { world.disputes.count { $0.debtor == state } }

  /// The largest share of a state's stock and supply that comes from one other state; bp.
  func dependence(of state: Int) -> Int {
    (0..<scenario.supplierCount).filter { $0 != state }
      .map { world.dependence(of: state, on: $0, scenario: scenario).value }.max() ?? 0
  }

  /// FA of the largest group the state is in (higher formation first, then older); nil in none.
  func fairness(of state: Int) -> Int? {
    let own = world.groups.filter { $0.members.contains(state) }.max {
      ($0.members.count, $0.formation.value, -$0.detectedTurn)
        < ($1.members.count, $1.formation.value, -$1.detectedTurn)
    }
    guard let own else { return nil }
    let members = MemberSet(own.members)
    let deals = world.deals.indices.filter { deal in
      world.deals[deal].concludedTurn != 0
        && MemberSet(world.deals[deal].bound).intersection(members).count >= 2
    }
    var resolver = Resolver(world: world, scenario: scenario, record: NoFigureTrace())
    // It looks the parties of deals up.
    resolver.readClauses()
    return resolver.fairness(own.members, deals).value
  }

  /// Results of the teams that clauses of a kind carried so far (EQ18).
  func wins(_ kind: ClauseKind) -> Int {
    var sum = 0
    for deal in world.deals {
      for (clause, standing) in zip(deal.text.clauses, deal.clauses) where clause.kind == kind {
        sum += standing.work?.wins ?? 0
      }
    }
    return sum
  }

  /// The group with most members; of equals the one with the highest salience, then the older.
  var largestGroup: Group? {
    world.groups.max {
      ($0.members.count, $0.salience.value, -$0.detectedTurn)
        < ($1.members.count, $1.salience.value, -$1.detectedTurn)
    }
  }
}

extension ClauseKind {
  /// True for the clauses that make a joint programme, which `gov` is about.
  package var isJointProgramme: Bool {
    switch self {
    case .codev, .coprod, .licprod, .jointfund: true
    default: false
    }
  }
}
