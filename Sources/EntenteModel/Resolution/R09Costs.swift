// R9, continued: what the unit cost of a line depends on, and what its output counts for.

extension Resolver {
  /// EQ2's inputs for a line; all from the start of the step.
  func costBasis(_ line: Int) -> CostBasis {
    let standing = world.lines[line]
    let card = scenario.programmes[standing.programme]
    var basis = CostBasis()
    basis.listCost = card.listCost
    basis.listQuantity = card.listQuantity
    basis.effectiveQuantity = UnitCost.effectiveQuantity(
      own: fdiv(standing.cumulative.value, 1_000), pooled: pooledQuantity(line))
    basis.slope = card.slope
    basis.fixedShare = card.fixedShare
    basis.nominal = standing.nominal
    basis.collaboration = collaborationPremium(line)
    if standing.licence != nil {
      basis.licence = LicencePremium.evaluate(
        LicencePremium.Input(
          base: scenario.parameters.licenceBase,
          unit: 1 + fdiv(standing.cumulative.value, 1_000)))
    }
    if scratch.surge[standing.state * Sector.count + card.sector.index] > 0 {
      basis.surge = UnitCost.surge
    }
    if standing.isCivil { basis.plant = 11_000 }
    return basis
  }

  /// Units of lines joined to this one by a coprod, licprod or jointfund in force, by commonality.
  private func pooledQuantity(_ line: Int) -> Int {
    var same = 0
    var national = 0
    for other in world.lines.indices where other != line {
      guard world.lines[other].programme == world.lines[line].programme, arePooled(line, other)
      else { continue }
      let units = fdiv(world.lines[other].cumulative.value, 1_000)
      switch commonality(world.lines[line], world.lines[other]) {
      case UnitCost.sameConfiguration: same += units
      case UnitCost.nationalVariant: national += units
      default: break
      }
    }
    return UnitCost.pooled(same, commonality: UnitCost.sameConfiguration)
      + UnitCost.pooled(national, commonality: UnitCost.nationalVariant)
  }

  private func arePooled(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (world.lines[one].state, world.lines[other].state)
    return [ClauseKind.coprod, .licprod, .jointfund].contains { kind in
      all(kind).contains { index in
        guard clauses[index].isActive,
          clauses[index].programme == world.lines[one].programme
        else { return false }
        return clauses[index].bound.contains(first) && clauses[index].bound.contains(second)
          || ordersJointly(index, first, second)
      }
    }
  }

  /// The lower of two lines' commonality.
  private func commonality(_ one: Line, _ other: Line) -> BasisPoints {
    min(Self.commonality(one.configuration), Self.commonality(other.configuration))
  }

  private static func commonality(_ configuration: String) -> BasisPoints {
    switch configuration {
    case "same": UnitCost.sameConfiguration
    case "national": UnitCost.nationalVariant
    default: UnitCost.separateConfiguration
    }
  }

  /// CP of EQ4 on a line bound by a coprod in force, the largest if several.
  func collaborationPremium(_ line: Int) -> BasisPoints {
    var largest: BasisPoints = 10_000
    for index in all(.coprod) where clauses[index].isActive {
      guard case .coprod(let terms) = clauses[index].terms,
        terms.programme == world.lines[line].programme,
        terms.lines.contains(world.lines[line].state)
      else { continue }
      largest = max(largest, premium(clauses[index], terms))
    }
    return largest
  }

  private func premium(_ clause: BoundClause, _ terms: CoproductionTerms) -> BasisPoints {
    let holders = Array(terms.holders)
    guard !holders.isEmpty else { return 10_000 }
    let card = scenario.programmes[terms.programme]
    let efficient = EfficientWorkshare.evaluate(
      EfficientWorkshare.Input(
        capacity: holders.map { world.states[$0].capacity[card.sector.index] },
        readiness: holders.map { meanReadiness($0, card.domains) }))
    let lines = world.lines.count {
      $0.programme == terms.programme && !$0.status.isStopped
    }
    return CollaborationPremium.evaluate(
      CollaborationPremium.Input(
        workshare: holders.map { BasisPoints(terms.workshare[$0]) }, efficient: efficient,
        lines: max(1, lines),
        governance: governance(clause.deal, programme: terms.programme))
    ).premium
  }

  private func meanReadiness(_ state: Int, _ domains: [Domain]) -> BasisPoints {
    guard !domains.isEmpty else { return 10_000 }
    let sum = domains.reduce(0) { $0 + world.states[state].technology[$1.index].value }
    return BasisPoints(rdiv(sum, domains.count))
  }

  /// Money value of work, by workshare where a coprod in force binds the line.
  mutating func noteWork(_ line: Int, money: Int) {
    let (state, programme) = (world.lines[line].state, world.lines[line].programme)
    let coprod = all(.coprod).first { index in
      guard clauses[index].isActive, case .coprod(let terms) = clauses[index].terms else {
        return false
      }
      return terms.programme == programme && terms.lines.contains(state)
    }.map { clauses[$0] }
    guard let coprod, case .coprod(let terms) = coprod.terms, !terms.holders.isEmpty else {
      addWork(state, programme, money)
      return
    }
    let holders = Array(terms.holders)
    for (holder, part) in zip(holders, lrm(money, holders.map { terms.workshare[$0] })) {
      addWork(holder, programme, part)
      if let party = party(coprod.deal, holder) {
        world.deals[coprod.deal].benefit[party] += Money(part)
      }
    }
  }

  private mutating func addWork(_ state: Int, _ programme: Int, _ money: Int) {
    scratch.work[state] += money
    world.states[state].ledger.workByProgramme[programme] += Money(money)
  }

  /// Lots built under a licence count towards its cap.
  mutating func noteBuilt(_ line: Int, _ output: Int) {
    guard let clause = licenceClause(of: line) else { return }
    world.deals[clauses[clause].deal].clauses[clauses[clause].index].delivered += Lots(output)
  }

  /// The royalty on what was built falls due at delivery: `mb(value, royalty)` to the owners.
  mutating func payRoyaltyLater(_ line: Int, _ output: Int) {
    guard let royalty = royalty(line) else { return }
    let programme = world.lines[line].programme
    let value = rdiv(output * scenario.programmes[programme].listCost.value, 1_000)
    let due = mb(value, royalty.rate)
    let owners = Array(clauses[royalty.clause].from)
    // By share of the design, where it was developed together.
    let shares = world.programmes[programme].shares
    for (owner, part) in zip(owners, lrm(due, owners.map { shares?[$0].value ?? 1 })) {
      let duty = obligations.firstIndex {
        $0.clause == royalty.clause && $0.debtor == world.lines[line].state
          && $0.creditor == owner
      }
      if let duty { obligations[duty].due += part }
    }
  }
}
