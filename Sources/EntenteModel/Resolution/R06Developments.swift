// Programmes developed together (`codev`): what each pays (EQ5), when the design is done and whose
// it is, and developments that run twice (SR20).

extension Resolver {
  /// What a development costs in all: fixed in its first turn of effect, because partners that join
  /// or leave later share what was agreed. What was paid for the programme before counts in
  /// proportion.
  private mutating func beginDevelopment(_ clause: Int, _ terms: DevelopmentTerms) {
    let (deal, index) = (clauses[clause].deal, clauses[clause].index)
    guard world.deals[deal].clauses[index].work == nil else { return }
    let card = scenario.programmes[terms.programme]
    let cost = DevelopmentCost.evaluate(
      DevelopmentCost.Input(
        cost: card.developmentCost, partners: max(1, clauses[clause].bound.count),
        governance: governance(deal, programme: terms.programme), share: 10_000))
    let total = terms.isExportable ? cost.total.scaled(by: 11_000) : cost.total
    var work = ClauseWork()
    work.total = total
    work.progress = Money(
      rdiv(
        total.value * world.programmes[terms.programme].developmentPaid.value,
        max(1, card.developmentCost.value)))
    world.deals[deal].clauses[index].work = work
  }

  /// What each participant owes this turn: `mb(rdiv(total,turns), share)`, and in the turn that
  /// finishes the work its part of what is left, so that rounding keeps nobody waiting. What a
  /// breach cancelled is called again.
  mutating func instalments(_ clause: Int, _ terms: DevelopmentTerms) -> [Int] {
    beginDevelopment(clause, terms)
    let none = [Int](repeating: 0, count: count)
    guard !world.programmes[terms.programme].isDeveloped else { return none }
    let standing = world.deals[clauses[clause].deal].clauses[clauses[clause].index]
    let owed = standing.arrears.reduce(0) { $0 + ($1.isMoney ? $1.amount : 0) }
    let left = standing.built.total.value - standing.built.progress.value - owed
    guard left > 0 else { return none }
    let pace = world.pace(of: world.deals[clauses[clause].deal].id)
    let each = mb(rdiv(standing.built.total.value, terms.turns), pace)
    // Rounding loses at most half a thousand a turn for the whole and for each participant.
    guard left - each > terms.turns * (clauses[clause].bound.count + 1) else {
      return lrm(left, terms.shares)
    }
    return terms.shares.map { mb(each, $0) }
  }

  /// Instalments of the turn are counted; a development that is paid gives its design.
  mutating func advanceDevelopments() {
    for clause in all(.codev) {
      guard case .codev(let terms) = clauses[clause].terms else { continue }
      var paid = 0
      for duty in obligations where duty.clause == clause && duty.done > 0 {
        paid += duty.done
        scratch.developers[terms.programme].insert(duty.debtor)
      }
      if paid > 0 { count(paid, for: clause, terms) }
    }
    countDuplications()
  }

  private mutating func count(_ paid: Int, for clause: Int, _ terms: DevelopmentTerms) {
    let (deal, index) = (clauses[clause].deal, clauses[clause].index)
    world.deals[deal].clauses[index].built.progress += Money(paid)
    let work = world.deals[deal].clauses[index].built
    let cost = scenario.programmes[terms.programme].developmentCost
    // In terms of developing alone, which is how a former participant may go on.
    let done = Money(rdiv(cost.value * work.progress.value, max(1, work.total.value)))
    world.programmes[terms.programme].developmentPaid = max(
      world.programmes[terms.programme].developmentPaid, min(cost, done))
    guard work.progress >= work.total, !world.programmes[terms.programme].isDeveloped else {
      return
    }
    finish(terms)
  }

  /// The largest share owns the design, the lower state of equals; every other share of at least
  /// 1000 bp has a say.
  private mutating func finish(_ terms: DevelopmentTerms) {
    let programme = terms.programme
    let largest = terms.shares.max() ?? 0
    let owner = terms.shares.firstIndex(of: largest)
    world.programmes[programme].isDeveloped = true
    world.programmes[programme].owner = owner
    world.programmes[programme].consentHolders = terms.shares.indices.filter {
      $0 != owner && terms.shares[$0] >= 1_000
    }
    world.programmes[programme].isExportable = terms.isExportable
    world.programmes[programme].shares = terms.shares.map { BasisPoints($0) }
  }

  // MARK: SR20

  /// SR20: two states that develop in one sector and are not joined there; once a pair and sector
  /// over the whole game.
  private mutating func countDuplications() {
    for sector in Sector.allCases {
      let states = developers(in: sector).members
      for (place, one) in states.enumerated() {
        for other in states[(place + 1)...] where !developTogether(one, other, sector) {
          let name = "\(scenario.states[one].id)-\(scenario.states[other].id)-\(sector.rawValue)"
          if !world.tally.duplications.contains(name) { world.tally.duplications.append(name) }
        }
      }
    }
  }

  private func developers(in sector: Sector) -> MemberSet {
    var found = MemberSet.none
    for (programme, card) in scenario.programmes.enumerated() where card.sector == sector {
      found = found.union(scratch.developers[programme])
    }
    return found
  }

  private func developTogether(_ one: Int, _ other: Int, _ sector: Sector) -> Bool {
    (all(.codev) + all(.coprod)).contains { index in
      guard clauses[index].isActive, clauses[index].joins(one, other),
        let programme = clauses[index].programme
      else { return false }
      return scenario.programmes[programme].sector == sector
    }
  }
}
