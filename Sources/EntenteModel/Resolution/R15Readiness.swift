// R15: readiness, support of partners and gap (EQ24), latent capability (EQ25).

extension Resolver {
  /// Judges all states: first what each has itself, then what partners add.
  mutating func judgeReadiness() {
    for state in 0..<count { carryOutPreparation(state) }
    notePostures()
    for state in 0..<count { judgeOwn(state) }
    for state in 0..<count { judgeGap(state) }
    judgeLatent()
    deepenExchanges()
  }

  /// Orders `readiness`, `asym`, `deploy`.
  private mutating func carryOutPreparation(_ state: Int) {
    for order in accepted[state] {
      switch order.bound {
      case .readiness(let money):
        spend(order, of: state, money)
        scratch.bought[state] += min(
          500, rdiv(2_000 * money, max(1, world.states[state].budget.value)))
      case .asym(let money):
        spend(order, of: state, money)
        let value = world.states[state].asymmetric.value + fdiv(money, 40)
        world.states[state].asymmetric = BasisPoints(clamp(value, 0, 1_500))
      case .deploy(let partner, let posture):
        spend(order, of: state, order.cost)
        raisePosture(state, partner, posture)
      default: break
      }
    }
  }

  private mutating func raisePosture(_ guest: Int, _ host: Int, _ posture: Int) {
    let place = world.trustIndex(guest, host)
    scratch.postures[place] = max(scratch.postures[place], posture)
  }

  /// Postures by clauses in effect; who did not pay is not there.
  private mutating func notePostures() {
    for index in clauses.indices where clauses[index].isActive {
      switch clauses[index].terms {
      case .basing(let posture):
        let present = paidInFull(index)
        for guest in clauses[index].to where present.contains(guest) {
          for host in clauses[index].from { raisePosture(guest, host, posture) }
        }
      case .crisis(let terms): notePostures(index, terms)
      default: break
      }
    }
  }

  private mutating func notePostures(_ clause: Int, _ terms: CrisisTerms) {
    let standing = world.deals[clauses[clause].deal].clauses[clauses[clause].index]
    // Support that R14 has only now triggered begins next turn.
    guard let until = standing.crisisUntil, turn <= until, turn > until - terms.turns else {
      return
    }
    let present = paidInFull(clause)
    for guest in clauses[clause].bound where present.contains(guest) {
      for host in clauses[clause].bound where host != guest {
        if scenario.states[host].exposure[terms.theatre] > 0 {
          raisePosture(guest, host, terms.posture)
        }
      }
    }
  }

  /// The theatre that presses most, the first listed of equals, and its pressure.
  func pressingTheatre(_ state: Int) -> Int {
    var best = (theatre: 0, pressure: -1)
    for theatre in scenario.theatres.indices {
      let pressure = mb(
        world.threat[theatre].value, scenario.states[state].exposure[theatre].value)
      if pressure > best.pressure { best = (theatre, pressure) }
    }
    return best.theatre
  }

  /// RDY without what partners or money of this turn add.
  private mutating func judgeOwn(_ state: Int) {
    let theatre = pressingTheatre(state)
    world.states[state].outcome.theatre = theatre
    record.open(.readiness(state), "EQ24", "readiness")
    let procedural = world.meanProcedural(of: state)
    record.input("procedural", procedural.value)
    let readiness = readiness(state, theatre: theatre, procedural)
    let own = min(10_000, readiness)
    for order in accepted[state] {
      guard case .readiness = order.bound else { continue }
      record.cause(.order(state: state, place: order.place), scratch.bought[state])
    }
    scratch.ownReadiness[state] = own
    let bought = min(10_000, own + scratch.bought[state])
    world.states[state].outcome.readiness = BasisPoints(bought)
    record.close(bought)
  }

  /// RDY with the weights of a theatre; under a revolution in military affairs (SR12) with those of
  /// the type present that suits the state best, and a seventh part more; bp.
  private mutating func readiness(
    _ state: Int, theatre: Int, _ procedural: BasisPoints
  ) -> Int {
    let input = readinessInput(state, theatre: theatre, procedural)
    guard hasRevolution(state) else { return traced(input) }
    var best = input
    for other in scenario.theatres.indices where scenario.states[state].exposure[other] > 0 {
      let row = readinessInput(state, theatre: other, procedural)
      if Readiness.evaluate(row) > Readiness.evaluate(best) { best = row }
    }
    let readiness = mb(traced(best), 11_500)
    record.step("revolution", readiness)
    return readiness
  }

  /// EQ24 with its sectors, steps and formula told; bp.
  private mutating func traced(_ input: Readiness.Input) -> Int {
    if Record.isOn {
      for sector in Sector.allCases where input.weights[sector.index] > 0 {
        record.part(.sector(sector))
        record.input("adequacy", input.adequacy[sector.index].value)
        record.input("weight", input.weights[sector.index].value)
      }
      record.part(nil)
      if input.cyberWeight > 0 {
        record.input("cyber", input.cyber.value)
        record.input("weight", input.cyberWeight.value)
      }
    }
    let readiness = Readiness.evaluate(input, trace: &record).value
    record.formula("readiness", gives: readiness, input.arguments)
    return readiness
  }

  private func readinessInput(
    _ state: Int, theatre: Int, _ procedural: BasisPoints
  ) -> Readiness.Input {
    let row = world.threatRow(of: theatre, scenario: scenario)
    return Readiness.Input(
      adequacy: adequacy(of: state), weights: row.sectors, procedural: procedural,
      cyber: world.states[state].technology[Domain.cyb.index], cyberWeight: row.cyber)
  }

  /// SR12: readiness of 70 in three of AI, AUT, DAT, QTM, and an organisation of 60.
  private func hasRevolution(_ state: Int) -> Bool {
    guard scenario.parameters.has(.rma) else { return false }
    let standing = world.states[state]
    let leading = [Domain.ai, .aut, .dat, .qtm].count {
      standing.technology[$0.index] >= 7_000
    }
    return leading >= 3 && standing.organisation >= 6_000
  }

  /// SR15: each turn of an exchange ties the state closer to its partner.
  private mutating func deepenExchanges() {
    for state in 0..<count {
      for place in world.states[state].exchanges.indices {
        world.states[state].exchanges[place].turns += 1
      }
    }
  }

  /// A of each sector: the mean over its programmes with a requirement, or the background.
  private func adequacy(of state: Int) -> [BasisPoints] {
    var sums = [Int](repeating: 0, count: Sector.count)
    var counts = sums
    for (programme, card) in scenario.programmes.enumerated() {
      let requirement = world.states[state].requirement[programme]
      guard requirement > 0 else { continue }
      let stock = world.states[state].stock[programme] + pooledHalf(state, programme)
      sums[card.sector.index] +=
        Adequacy.evaluate(Adequacy.Input(stock: stock, requirement: requirement)).value
      counts[card.sector.index] += 1
    }
    let background = scenario.states[state].backgroundAdequacy
    return Sector.allCases.map { sector in
      let (sum, programmes) = (sums[sector.index], counts[sector.index])
      let level = programmes == 0 ? background.value : rdiv(sum, programmes)
      let factor = world.eventFactor(.adequacy, of: state, object: sector.rawValue)
      return BasisPoints(min(10_000, mb(level, factor)))
    }
  }

  /// Half of the whole pool counts for each state bound by it.
  private func pooledHalf(_ state: Int, _ programme: Int) -> Lots {
    var sum = 0
    for index in all(.stockpool)
    where clauses[index].isActive && clauses[index].bound.contains(state)
      && clauses[index].programme == programme
    {
      let pooled = world.deals[clauses[index].deal].clauses[clauses[index].index].pooled
      sum += rdiv(pooled.reduce(0) { $0 + $1.value }, 2)
    }
    return Lots(sum)
  }

  /// EQ24 with the partners.
  private mutating func judgeGap(_ state: Int) {
    record.open(.support(state), "EQ24", "partner-contribution")
    var contributed = 0
    var contributions: [Int] = []
    for partner in 0..<count where partner != state {
      let contribution = contribution(of: partner, to: state)
      if contribution > 0 { record.cause(.partner(partner), contribution) }
      if Record.isOn { contributions.append(contribution) }
      contributed += contribution
    }
    blamePostures(state)
    record.part(nil)
    record.step("partnersTogether", contributed)
    record.close(min(SecurityGap.supportMax.value, contributed))
    let theatre = world.states[state].outcome.theatre
    record.open(.gap(state), "EQ24", "gap")
    let input = SecurityGap.Input(
      threat: world.threat[theatre], exposure: scenario.states[state].exposure[theatre],
      readiness: world.states[state].outcome.readiness, contributed: BasisPoints(contributed),
      asymmetric: world.states[state].asymmetric)
    record.input("threat", input.threat.value)
    record.input("exposure", input.exposure.value)
    record.input("readiness", input.readiness.value)
    record.input("contributed", contributed)
    record.input("asymmetric", input.asymmetric.value)
    let output = SecurityGap.evaluate(input, trace: &record)
    record.formula(
      "gap", gives: output.gap.value, input.arguments(contributions: contributions))
    blamePreparation(state)
    record.close(output.gap.value)
    record.open(.pressure(state), "EQ24", "gap")
    record.input("threat", input.threat.value)
    record.input("exposure", input.exposure.value)
    record.step("pressure", output.pressure.value)
    record.formula(
      "gap", gives: output.pressure.value, input.arguments(contributions: contributions))
    record.close(output.pressure.value)
    world.states[state].outcome.pressure = output.pressure
    world.states[state].outcome.support = output.support
    world.states[state].outcome.gap = output.gap
    world.states[state].ledger.gaps.append(output.gap)
    scratch.contributed[state] = contributed
  }

  /// What one partner adds; remembered for the groups.
  private mutating func contribution(of partner: Int, to state: Int) -> Int {
    let posture = max(
      PartnerContribution.nominalPosture.value,
      scratch.postures[world.trustIndex(partner, state)])
    let input = PartnerContribution.Input(
      readiness: BasisPoints(scratch.ownReadiness[partner]), posture: BasisPoints(posture),
      composite: world.pairs[world.pairIndex(partner, state)].composite,
      trust: world.trust(of: state, in: partner))
    record.part(.partner(partner))
    record.input("readiness", input.readiness.value)
    record.input("posture", posture)
    record.input("composite", input.composite.value)
    record.input("trust", input.trust.value)
    let contribution = PartnerContribution.evaluate(input, trace: &record).value
    record.formula("partner-contribution", gives: contribution, input.arguments)
    scratch.contributions[world.trustIndex(state, partner)] = contribution
    return contribution
  }

  /// Clauses in effect and orders by which partners are there with more than the nominal posture.
  private mutating func blamePostures(_ state: Int) {
    guard Record.isOn else { return }
    for index in clauses.indices where clauses[index].isActive {
      switch clauses[index].terms {
      case .basing where clauses[index].from.contains(state): blame(index, 0)
      case .crisis where clauses[index].bound.contains(state): blame(index, 0)
      default: break
      }
    }
    for partner in 0..<count where partner != state {
      for order in accepted[partner] {
        guard case .deploy(state, _) = order.bound else { continue }
        record.cause(.order(state: partner, place: order.place), 0)
      }
    }
  }

  /// Orders of the turn that prepared the state itself.
  private mutating func blamePreparation(_ state: Int) {
    guard Record.isOn else { return }
    for order in accepted[state] {
      switch order.bound {
      case .readiness, .asym: record.cause(.order(state: state, place: order.place), 0)
      default: break
      }
    }
  }

  // MARK: Latent capability

  private mutating func judgeLatent() {
    let domains = scenario.parameters.domains
    for state in 0..<count {
      world.states[state].outcome.ownLatent = OwnLatent.evaluate(
        ownLatentInput(state, domains))
    }
    for state in 0..<count {
      record.open(.latent(state), "EQ25", "latent")
      let own = world.states[state].outcome.ownLatent
      record.input("own", own.value)
      let partners = accessPartners(of: state)
      let latent = LatentCapability.evaluate(
        LatentCapability.Input(own: own, partners: partners), trace: &record
      ).latent
      if Record.isOn {
        let input = ownLatentInput(state, domains)
        record.formula("latent", gives: latent.value, input.arguments(partners: partners))
      }
      world.states[state].outcome.latent = latent
      record.close(latent.value)
    }
  }

  private func ownLatentInput(_ state: Int, _ domains: [Domain]) -> OwnLatent.Input {
    OwnLatent.Input(
      weights: domains.map { scenario.parameters.latentWeights[$0.index] },
      readiness: domains.map { world.states[state].technology[$0.index] },
      capacity: domains.map { capacityIndex(state, $0.sector.index) })
  }

  /// Partners to whose capability a state has access, remembered for the groups.
  private mutating func accessPartners(of state: Int) -> [LatentCapability.Partner] {
    var partners: [LatentCapability.Partner] = []
    for partner in 0..<count where partner != state {
      let depth = accessDepth(state, partner)
      guard depth > 0 else { continue }
      scratch.accessDepths[world.trustIndex(state, partner)] = depth
      record.cause(.partner(partner), depth)
      partners.append(
        LatentCapability.Partner(
          latent: world.states[partner].outcome.ownLatent, depth: BasisPoints(depth),
          trust: world.trust(of: state, in: partner)))
    }
    return partners
  }

  /// ICn of a sector: `min(10000, rdiv(10000*IC, ICREF))`; bp.
  func capacityIndex(_ state: Int, _ sector: Int) -> BasisPoints {
    BasisPoints(
      min(
        10_000,
        rdiv(
          10_000 * world.states[state].capacity[sector].value,
          max(1, scenario.parameters.capacityReference.value))))
  }

  /// Depth of access of `state` to what `partner` could build: the deepest clause that gives it.
  private func accessDepth(_ state: Int, _ partner: Int) -> Int {
    func gives(_ kind: ClauseKind) -> Bool {
      all(kind).contains { index in
        guard clauses[index].isActive else { return false }
        return kind.isMutualClause
          ? clauses[index].bound.contains(state) && clauses[index].bound.contains(partner)
          : clauses[index].to.contains(state) && clauses[index].from.contains(partner)
      }
    }
    if gives(.codev) || gives(.coprod) { return LatentCapability.jointProduction.value }
    if gives(.transfer) { return LatentCapability.transfer.value }
    return gives(.licprod) ? LatentCapability.licensedProduction.value : 0
  }
}
