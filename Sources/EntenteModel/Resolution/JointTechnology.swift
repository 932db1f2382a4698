// R5, continued: what states gain in technology by developing, funding and adapting together.

extension Resolver {
  /// Gains of a state in a domain from accelerators (EQ18) and dual use, beside what flows from
  /// partner to partner.
  mutating func jointGains(
    _ state: Int, _ domain: Domain, start: [[BasisPoints]]
  ) -> Int {
    accelerated(state, domain, start: start) + adapted(state, domain, start: start)
  }

  /// EQ18 for every accelerator of the domain, divided by the number of its domains.
  private mutating func accelerated(
    _ state: Int, _ domain: Domain, start: [[BasisPoints]]
  ) -> Int {
    var sum = 0
    for index in all(.accel) where clauses[index].isActive {
      guard case .accel(let terms) = clauses[index].terms,
        clauses[index].bound.contains(state), terms.domains.contains(domain.index)
      else { continue }
      let output = Accelerator.evaluate(
        Accelerator.Input(
          pool: Money(paid(under: index)), readiness: start[state][domain.index],
          organisation: world.states[state].organisation), trace: &record)
      let gain = rdiv(output.gain.value, terms.domains.count)
      blame(index, gain)
      sum += gain
    }
    world.tally.confinedGain += sum
    return sum
  }

  /// $k paid under a clause this turn, by all.
  private func paid(under clause: Int) -> Int {
    obligations.reduce(0) { $0 + ($1.clause == clause && $1.isMoney ? $1.done : 0) }
  }

  /// `dualuse`: 80 a turn, not above the best civil level of the parties.
  private mutating func adapted(
    _ state: Int, _ domain: Domain, start: [[BasisPoints]]
  ) -> Int {
    var sum = 0
    for index in all(.dualuse) where clauses[index].isActive {
      guard case .dualuse(let terms) = clauses[index].terms,
        clauses[index].bound.contains(state), terms.domains.contains(domain.index)
      else { continue }
      let best =
        clauses[index].bound.map { scratch.before[$0].civil[domain.index].value }.max() ?? 0
      let gain = clamp(80, 0, max(0, best - start[state][domain.index].value - sum))
      blame(index, gain)
      sum += gain
    }
    return sum
  }

  /// What accelerators and dual use change beside readiness: barriers, prototypes, civil levels.
  mutating func settleJointTechnology() {
    for index in all(.accel) where clauses[index].isActive { settleAccelerator(index) }
    for index in all(.dualuse) where clauses[index].isActive {
      guard case .dualuse(let terms) = clauses[index].terms else { continue }
      for state in clauses[index].bound {
        for domain in terms.domains {
          world.states[state].civil[domain] = min(10_000, world.states[state].civil[domain] + 60)
        }
      }
    }
  }

  /// Each 5 wins lower EB1 and EB2 of every member by 30 and give one prototype token, to the
  /// members in turn.
  private mutating func settleAccelerator(_ clause: Int) {
    let output = Accelerator.evaluate(
      Accelerator.Input(
        pool: Money(paid(under: clause)), readiness: 0, organisation: 0))
    let members = clauses[clause].bound.members
    for state in members {
      for barrier in 0..<2 {
        world.states[state].barriers[barrier] = max(
          0, world.states[state].barriers[barrier] - output.barrierRelief)
      }
    }
    let (deal, index) = (clauses[clause].deal, clauses[clause].index)
    if output.wins > 0 { world.deals[deal].clauses[index].built.wins += output.wins }
    for _ in 0..<output.tokens {
      let given = world.deals[deal].clauses[index].built.tokens
      world.states[members[given % members.count]].tokens += 1
      world.deals[deal].clauses[index].built.tokens = given + 1
    }
  }

  // MARK: Flows

  /// `codev`: between all participants whose papers are through, in the programme's domains.
  func developmentFlows(_ clause: Int, _ terms: DevelopmentTerms) -> [TechnologyFlow] {
    var flows: [TechnologyFlow] = []
    for receiver in clauses[clause].bound where flowsTo(receiver, clause) {
      for giver in clauses[clause].bound where giver != receiver {
        for domain in scenario.programmes[terms.programme].domains {
          flows.append(
            TechnologyFlow(
              clause: clause, from: giver, to: receiver, domain: domain,
              depth: TechnologyTransfer.jointDevelopment.value))
        }
      }
    }
    return flows
  }

  /// `subsidiary`: what the host masters flows back to the owner, in the domains of the plant's
  /// sector, unless a proxy keeps the owner out.
  func plantFlows(_ clause: Int, _ terms: SubsidiaryTerms) -> [TechnologyFlow] {
    guard terms.flowsBack else { return [] }
    var flows: [TechnologyFlow] = []
    for owner in clauses[clause].from {
      for host in clauses[clause].to where host != owner {
        for domain in scenario.parameters.domains where domain.sector == terms.sector {
          flows.append(
            TechnologyFlow(clause: clause, from: host, to: owner, domain: domain, depth: 200))
        }
      }
    }
    return flows
  }

  // MARK: SR3

  /// ORG as EQ14 and EQ15 read it: 500 more where a `dualuse` lets people move.
  func organisationForLearning(_ state: Int) -> BasisPoints {
    let organisation = world.states[state].organisation
    let moves = talentClauses().contains { clauses[$0].bound.contains(state) }
    return moves ? min(10_000, organisation + 500) : organisation
  }

  /// What people who move carry with them: 60 a turn on the meter of every programme in the named
  /// domains; bp.
  func talentLeak(of programme: Int) -> BasisPoints {
    let domains = scenario.programmes[programme].domains.map(\.index)
    let leaks = talentClauses().contains { index in
      guard case .dualuse(let terms) = clauses[index].terms else { return false }
      return terms.domains.contains(where: domains.contains)
    }
    return leaks ? 60 : 0
  }

  private func talentClauses() -> [Int] {
    guard scenario.parameters.smallRules.contains(.talent) else { return [] }
    return all(.dualuse).filter { index in
      guard clauses[index].isActive, case .dualuse(let terms) = clauses[index].terms else {
        return false
      }
      return terms.talent
    }
  }
}
