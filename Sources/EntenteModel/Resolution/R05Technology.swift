// R5: technology readiness by own research, transfer and civil technology. All read the figures
// of the start of the step.

extension Resolver {
  /// Adds the gains of the turn to TR, and of civil programmes to CT.
  mutating func advanceTechnology() {
    let start = world.states.map(\.technology)
    let flows = technologyFlows()
    for state in 0..<count {
      carryOutCivilOrders(state)
      let firms = moveFirms(state)
      for domain in scenario.parameters.domains {
        record.open(.technology(state: state, domain: domain), "EQ14", "own-research")
        let value = start[state][domain.index].value
        record.input("before", value)
        let gain =
          research(state, domain, readiness: value)
          + transfer(state, domain, start: start, flows: flows)
          + civil(state, domain, readiness: value)
          + jointGains(state, domain, start: start)
          + scratch.boltedOn[state * Domain.count + domain.index]
          + exchanged(state, domain, start: start) + bonus(firms, domain)
        let after = min(10_000, value + gain)
        world.states[state].technology[domain.index] = BasisPoints(after)
        record.close(after)
      }
      world.states[state].hasAdopted =
        world.states[state].hasAdopted || world.states[state].posture != .none
    }
    settleJointTechnology()
    payDevelopments()
  }

  /// EQ17: what firms that take part add.
  private mutating func bonus(_ firms: (domain: Domain, gain: Int)?, _ domain: Domain) -> Int {
    guard let firms, firms.domain == domain, firms.gain > 0 else { return 0 }
    record.cause(.rule(.firms), firms.gain)
    return firms.gain
  }

  /// SR15: firms that exchange technology with a partner that is further.
  private mutating func exchanged(
    _ state: Int, _ domain: Domain, start: [[BasisPoints]]
  ) -> Int {
    var sum = 0
    for exchange in world.states[state].exchanges where exchange.domain == domain {
      guard start[state][domain.index] < start[exchange.partner][domain.index] else { continue }
      record.cause(.partner(exchange.partner), 40)
      sum += 40
    }
    return sum
  }

  /// EQ14.
  private mutating func research(_ state: Int, _ domain: Domain, readiness: Int) -> Int {
    var spent = 0
    for order in accepted[state] {
      guard case .fundRD(domain.index, let money) = order.bound else { continue }
      spend(order, of: state, money)
      spent += money
      record.cause(.order(state: state, place: order.place), money)
    }
    guard spent > 0 else { return 0 }
    let posture = world.states[state].posture
    let input = OwnResearch.Input(
      spend: Money(spent), readiness: BasisPoints(readiness),
      organisation: organisationForLearning(state),
      civil: world.states[state].civil[domain.index], posture: posture)
    record.part(.source(.research))
    record.input("spend", spent)
    record.input("organisation", input.organisation.value)
    record.input("civil", input.civil.value)
    var gain = OwnResearch.evaluate(input, trace: &record).value
    record.formula("own-research", gives: gain, input.arguments)
    record.part(nil)
    if domain == .aut { gain = mb(gain, autonomyFactor(state)) }
    if posture == .mcf { spinOff(state, domain, gain) }
    record.cause(.rule(.research), gain)
    return gain
  }

  /// What human control leaves of gains in autonomy; bp.
  private func autonomyFactor(_ state: Int) -> Int {
    switch world.states[state].humanControl {
    case "strict": 8_000
    case "loose": 11_000
    default: 10_000
    }
  }

  /// EQ16: military research feeds civil technology under fusion.
  private mutating func spinOff(_ state: Int, _ domain: Domain, _ gain: Int) {
    let spin = CivilTechnology.spinOff(ofResearchGain: BasisPoints(gain))
    let before = world.states[state].civil[domain.index]
    world.states[state].civil[domain.index] = min(10_000, before + spin)
    let risen = world.states[state].civil[domain.index].value - before.value
    world.states[state].ledger.spinOff += Money(100 * risen)
  }

  /// EQ15 over all partners of a domain; the depths together are at most 2000.
  private mutating func transfer(
    _ state: Int, _ domain: Domain, start: [[BasisPoints]], flows: [TechnologyFlow]
  ) -> Int {
    var left = TechnologyTransfer.depthMax.value
    var sum = 0
    for flow in flows where flow.to == state && flow.domain == domain {
      let depth = min(left, flow.depth)
      guard depth > 0 else { break }
      left -= depth
      let input = TechnologyTransfer.Input(
        readiness: start[state][domain.index],
        partnerReadiness: start[flow.from][domain.index], depth: BasisPoints(depth),
        organisation: organisationForLearning(state))
      record.part(.source(.transfer))
      record.input("partnerReadiness", input.partnerReadiness.value)
      record.input("depth", depth)
      let gain = TechnologyTransfer.evaluate(input, trace: &record).value
      record.formula("transfer", gives: gain, input.arguments)
      record.part(nil)
      let kept = mb(gain, world.eventFactor(.transferGain, of: state, object: domain.rawValue))
      blame(flow.clause, kept)
      sum += kept
    }
    world.tally.confinedGain += sum
    return sum
  }

  /// EQ16.
  private mutating func civil(_ state: Int, _ domain: Domain, readiness: Int) -> Int {
    let posture = world.states[state].posture
    guard posture != .none else { return 0 }
    let barrier = entryBarrier(state)
    let input = CivilTechnology.Input(
      posture: posture, readiness: BasisPoints(readiness),
      civil: scratch.before[state].civil[domain.index], barrier: barrier,
      maturity: world.states[state].maturity, plugAndPlay: world.states[state].plugAndPlay,
      firstAdoption: posture == .cimic && !world.states[state].hasAdopted,
      funded: scratch.institutionPaid.contains(state))
    record.part(.source(.civil))
    record.input("civil", input.civil.value)
    record.input("barrier", barrier.value)
    let output = CivilTechnology.evaluate(input, trace: &record)
    record.formula("civil-technology", gives: output.gain.value, input.arguments)
    record.part(nil)
    record.cause(.rule(.civilTechnology), output.gain.value)
    return output.gain.value
  }

  private mutating func carryOutCivilOrders(_ state: Int) {
    for order in accepted[state] {
      switch order.bound {
      case .coordinate(let domains):
        spend(order, of: state, order.cost)
        for domain in domains {
          let value = world.states[state].civil[domain]
          world.states[state].civil[domain] = min(10_000, value + 80)
        }
      case .boltOn(let domain, let money):
        spend(order, of: state, money)
        let limit = min(5_000, world.states[state].civil[domain].value)
        let value = scratch.before[state].technology[domain].value
        let gain = clamp(min(400, fdiv(money, 25)), 0, max(0, limit - value))
        scratch.boltedOn[state * Domain.count + domain] += gain
      default: break
      }
    }
  }

  /// Clauses by which technology flows this turn, in order.
  private func technologyFlows() -> [TechnologyFlow] {
    var flows: [TechnologyFlow] = []
    for index in clauses.indices where clauses[index].isActive {
      switch clauses[index].terms {
      case .licprod(let terms): flows += licenceFlows(index, terms)
      case .transfer(let terms): flows += transferFlows(index, terms)
      case .codev(let terms): flows += developmentFlows(index, terms)
      case .subsidiary(let terms): flows += plantFlows(index, terms)
      default: break
      }
    }
    return flows
  }

  /// From the owner to licensees whose papers are through, in the programme's domains.
  private func licenceFlows(_ clause: Int, _ terms: LicenceTerms) -> [TechnologyFlow] {
    var flows: [TechnologyFlow] = []
    for owner in clauses[clause].from {
      for licensee in clauses[clause].to where papersAreThrough(licensee, terms.programme) {
        for domain in scenario.programmes[terms.programme].domains {
          flows.append(
            TechnologyFlow(
              clause: clause, from: owner, to: licensee, domain: domain,
              depth: TechnologyTransfer.licensedProduction.value))
        }
      }
    }
    return flows
  }

  /// From giver to receivers whose gates are through, and a little of it back.
  private func transferFlows(_ clause: Int, _ terms: TransferTerms) -> [TechnologyFlow] {
    let depth = terms.isDeep ? TechnologyTransfer.deep : TechnologyTransfer.shallow
    var flows: [TechnologyFlow] = []
    for giver in clauses[clause].from {
      for receiver in clauses[clause].to where flowsTo(receiver, clause) {
        flows.append(
          TechnologyFlow(
            clause: clause, from: giver, to: receiver, domain: terms.domain, depth: depth.value))
        if terms.flowsBack {
          flows.append(
            TechnologyFlow(
              clause: clause, from: receiver, to: giver, domain: terms.domain, depth: 200))
        }
      }
    }
    return flows
  }

  /// The gates of a receiver are through, or will be this turn.
  func flowsTo(_ receiver: Int, _ clause: Int) -> Bool {
    let deal = world.deals[clauses[clause].deal]
    let standing = deal.clauses[clauses[clause].index]
    guard let place = receiverPlace(clause, receiver), standing.gates.indices.contains(place) else {
      return false
    }
    if standing.closedTurn[place] != nil { return true }
    return turn > deal.concludedTurn ?? .max
      && GateClock.remaining(standing.gates[place]) < flowCredit(clause)
  }

  /// Ratification, disclosure and licence of a line are through, or will be this turn.
  private func papersAreThrough(_ state: Int, _ programme: Int) -> Bool {
    guard let index = world.lineIndex(state, programme) else { return false }
    let line = world.lines[index]
    if line.status != .gated { return true }
    return turn >= line.gatedFrom && GateClock.remainingPapers(line.gates) < credit(of: index)
  }

  /// Tells the trace that a clause moved the figure that is open.
  mutating func blame(_ clause: Int, _ amount: Int) {
    guard Record.isOn else { return }
    let cause = cause(of: clause)
    record.cause(cause, amount)
  }

  /// A clause as the cause of a change.
  func cause(of clause: Int) -> FigureCause {
    .clause(world.deals[clauses[clause].deal].id, text(clauses[clause]).id)
  }
}

/// Readiness that flows from one state to another in a domain (EQ15).
struct TechnologyFlow: Sendable {
  var clause: Int
  var from: Int
  var to: Int
  var domain: Domain
  /// bp.
  var depth: Int
}
