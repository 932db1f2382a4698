// R17, continued: the six terms, national and collective scores (EQ31).

extension Resolver {
  /// Scores of all states at the end of the turn, then of all together.
  mutating func scoreStates() {
    tallyStock()
    for state in 0..<count {
      scoreTerms(state)
      judgeCards(state)
      scoreNation(state)
    }
    scoreCollective()
  }

  private mutating func scoreTerms(_ state: Int) {
    record.open(.score(state: state, term: .sec), "EQ31", "")
    let security = security(state)
    world.states[state].outcome.terms[ScoreTerm.sec.index] = security
    record.close(security.value)
    setTerm(.lat, state, "latentCapability", world.states[state].outcome.latent)
    record.open(.score(state: state, term: .cost), "EQ31", "cost-score")
    let ledger = world.states[state].ledger
    let bought = CostScore.Input(baseline: ledger.baseline, actual: ledger.actual)
    record.input("standAlonePrice", bought.baseline.value)
    record.input("actual", bought.actual.value)
    let cost = CostScore.evaluate(bought, trace: &record)
    record.formula("cost-score", gives: cost.value, bought.arguments)
    world.states[state].outcome.terms[ScoreTerm.cost.index] = cost
    record.close(cost.value)
    setTerm(.int, state, "groupInteroperability", BasisPoints(interoperability(state)))
    scoreTechnology(state)
    record.open(.score(state: state, term: .econ), "EQ31", "")
    record.input("jobs", ledger.jobs.value)
    record.input("exports", ledger.exports.value)
    record.input("spinOff", ledger.spinOff.value)
    let reference = scenario.states[state].economyReference.value
    record.input("reference", reference)
    let economy = EconomyScore.evaluate(
      EconomyScore.Input(
        jobs: ledger.jobs, exports: ledger.exports, spinOff: ledger.spinOff,
        reference: scenario.states[state].economyReference), trace: &record)
    world.states[state].outcome.terms[ScoreTerm.econ.index] = economy
    record.close(economy.value)
  }

  /// A term that is another figure as it stands.
  private mutating func setTerm(
    _ term: ScoreTerm, _ state: Int, _ name: StaticString, _ value: BasisPoints
  ) {
    record.open(.score(state: state, term: term), "EQ31", "")
    record.input(name, value.value)
    world.states[state].outcome.terms[term.index] = value
    record.close(value.value)
  }

  private mutating func security(_ state: Int) -> BasisPoints {
    let gaps = world.states[state].ledger.gaps
    record.input("gap", (gaps.last ?? world.states[state].outcome.gap).value)
    if gaps.count >= 2 { record.input("gapBefore", gaps[gaps.count - 2].value) }
    return SecurityScore.evaluate(
      SecurityScore.Input(
        gap: gaps.last ?? world.states[state].outcome.gap,
        previousGap: gaps.count >= 2 ? gaps[gaps.count - 2] : nil), trace: &record)
  }

  private mutating func scoreTechnology(_ state: Int) {
    record.open(.score(state: state, term: .tech), "EQ31", "")
    let domains = scenario.parameters.domains
    let start = world.states[state].ledger.technologyAtStart
    let technology = TechnologyScore.evaluate(
      TechnologyScore.Input(
        start: domains.map { start[$0.index] },
        end: domains.map { world.states[state].technology[$0.index] }), trace: &record)
    world.states[state].outcome.terms[ScoreTerm.tech.index] = technology
    record.close(technology.value)
  }

  /// INT: mean composite inside the state's largest group; in none half its best pair.
  private func interoperability(_ state: Int) -> Int {
    let own = world.groups.filter { $0.members.contains(state) }.max {
      ($0.members.count, $0.formation.value, -age($0))
        < ($1.members.count, $1.formation.value, -age($1))
    }
    if let own { return own.interoperability.value }
    var best = 0
    for other in 0..<count where other != state {
      best = max(best, world.pairs[world.pairIndex(state, other)].composite.value)
    }
    return mb(best, 5_000)
  }

  private func age(_ group: Group) -> Int { Int(group.name.dropFirst()) ?? 0 }

  /// Private cards, with the record that `always` and `by` need.
  private mutating func judgeCards(_ state: Int) {
    let cards = scenario.states[state].cards
    guard judgesCards, !cards.isEmpty else { return }
    var points = 0
    for (place, card) in cards.enumerated() {
      var kept = world.states[state].ledger.cardRecord[place]
      let isTrue = CardTest.evaluate(
        card.condition, world: world, scenario: scenario, at: turn, record: &kept)
      world.states[state].ledger.cardRecord[place] = kept
      world.states[state].outcome.cards[place] = isTrue
      points += isTrue ? card.points : 0
    }
    world.states[state].outcome.privateCards = min(2_000, points)
  }

  private mutating func scoreNation(_ state: Int) {
    let outcome = world.states[state].outcome
    let terms = outcome.terms
    record.open(.national(state), "EQ31", "national-score")
    let input = NationalScore.Input(
      security: terms[0], latent: terms[1], cost: terms[2], interoperability: terms[3],
      technology: terms[4], economy: terms[5], privateCards: outcome.privateCards,
      conduct: outcome.conduct, weights: scenario.parameters.nationalWeights)
    traceTerms(input)
    let output = NationalScore.evaluate(input, trace: &record)
    record.formula("national-score", gives: output.national.value, input.arguments)
    record.close(output.national.value)
    record.open(.final(state), "EQ31", "national-score")
    record.input("nationalScore", output.national.value)
    record.input("privateCards", outcome.privateCards)
    record.input("conduct", outcome.conduct)
    record.formula("national-score", gives: output.final.value, input.arguments)
    record.close(output.final.value)
    world.states[state].outcome.national = output.national
    world.states[state].outcome.final = output.final
  }

  private mutating func traceTerms(_ input: NationalScore.Input) {
    record.input("security", input.security.value)
    record.input("latent", input.latent.value)
    record.input("cost", input.cost.value)
    record.input("interoperability", input.interoperability.value)
    record.input("technology", input.technology.value)
    record.input("economy", input.economy.value)
  }

  // MARK: All together

  /// DAN: stock that meets requirement, summed over turns.
  private mutating func tallyStock() {
    for state in 0..<count {
      for programme in scenario.programmes.indices {
        let need = world.states[state].requirement[programme].value
        let have = min(world.states[state].stock[programme].value, need)
        world.tally.deliveredAtNeed += value(programme, have)
        world.tally.needed += value(programme, need)
      }
    }
  }

  private mutating func scoreCollective() {
    let security = world.states.map { $0.outcome.terms[ScoreTerm.sec.index].value }
    let tally = world.tally
    let diffused = tally.confinedGain + tally.leakedGain
    record.open(.collective, "EQ31", "collective-score")
    let input = CollectiveScore.Input(
      meanSecurity: BasisPoints(rdiv(security.reduce(0, +), max(1, count))),
      minSecurity: BasisPoints(security.min() ?? 0),
      confinement: BasisPoints(
        diffused == 0 ? 10_000 : rdiv(10_000 * tally.confinedGain, diffused)),
      participation: BasisPoints(participation()), lattice: world.lattice,
      delivered: BasisPoints(
        tally.needed == 0 ? 0 : rdiv(10_000 * tally.deliveredAtNeed, tally.needed)),
      duplicated: scenario.parameters.smallRules.contains(.duplication)
        ? tally.duplications.count : 0)
    record.input("meanSecurityScore", input.meanSecurity.value)
    record.input("lowestSecurityScore", input.minSecurity.value)
    record.input("confinement", input.confinement.value)
    record.input("participation", input.participation.value)
    record.input("lattice", input.lattice.value)
    record.input("delivered", input.delivered.value)
    record.input("duplicated", input.duplicated)
    world.collective = CollectiveScore.evaluate(input, trace: &record)
    record.formula("collective-score", gives: world.collective.value, input.arguments)
    record.close(world.collective.value)
  }

  /// SR21: share of agreed work that states with less industry at the start hold; bp.
  private func participation() -> Int {
    guard scenario.parameters.smallRules.contains(.participation) else { return 0 }
    let industry = world.states.map(\.ledger.meanCapacityAtStart.value)
    let median = Median.of(industry)
    var small = 0
    var all = 0
    for clause in self.all(.coprod).map({ clauses[$0] }) where clause.isActive {
      guard case .coprod(let terms) = clause.terms else { continue }
      var worth = 0
      for line in world.lines
      where line.programme == terms.programme && terms.lines.contains(line.state) {
        worth += value(terms.programme, line.output.value)
      }
      for state in clause.bound {
        let part = mb(worth, terms.workshare[state])
        all += part
        if industry[state] < median { small += part }
      }
    }
    return all == 0 ? 0 : min(10_000, rdiv(10_000 * small, all))
  }
}

extension Resolver {
  /// What can be judged before turn 1; nothing is summed up.
  mutating func judgeAtStart() {
    updateStatuses()
    readClauses()
    judgeReadiness()
    findGroups()
    let tally = world.tally
    scoreStates()
    world.tally = tally
    for state in 0..<count { world.states[state].ledger.gaps = [] }
  }
}
