/// Figures that only events test: what makes a card fit the moment.
package enum InjectMetric: String, CaseIterable, Sendable {
  /// Standing offers of a state.
  case selling
  /// Licence gates of the long track that wait at the desk of a state.
  case licences
  /// 1 if a deal in force with a programme of sensitivity 3 or more binds the state.
  case sensitive
  /// Work at home last turn as a share of all the state paid for; bp.
  case homework
  /// Questions about passing on that wait for the state.
  case asked
  /// Dependence on the largest supplier where no second gives 10 points; bp.
  case single
  /// Highest concentration of the suppliers of an input the state asked for; bp.
  case hhi
  /// Share of the largest supplier of platforms; bp.
  case platform
  /// Turns in a row in which civil firms made a loss.
  case losses
  /// 1 if the state shares deeply with another.
  case deep
  /// 1 if the framework for civil firms is in effect.
  case framework
  /// Turns of last turn's requests that a reserve covers; 99 where nothing was asked for.
  case reserve
  /// How far the adversary is ahead of the mean in AI and autonomy; bp.
  case lag
  /// 1 if a leak meter fired last turn.
  case leaked
  /// 1 if a duty under such a clause was broken last turn.
  case breached
  /// 1 if a deal in force with such a clause has reason for a dispute about shares.
  case quarrel
  /// 1 if a deal with such a clause was ever signed.
  case signed

  /// Its value; nil where the arguments name nothing here.
  func value(_ arguments: [String], in world: World, scenario: Scenario) -> Int? {
    let reading = InjectReading(world: world, scenario: scenario)
    let first = arguments.first ?? ""
    switch self {
    case .lag: return reading.lag
    case .leaked: return world.lastLeak?.turn == world.turn - 1 ? 1 : 0
    case .breached:
      let dispute = world.lastBreach(of: [first])
      return dispute?.openedTurn == world.turn - 1 ? 1 : 0
    case .quarrel:
      guard let kind = ClauseKind(rawValue: first) else { return nil }
      let deal = world.dealInDispute(over: kind, scenario: scenario)
      return deal.map { world.disputesShares($0, scenario: scenario) } ?? false ? 1 : 0
    case .signed:
      return world.deals.contains { $0.text.clauses.contains { $0.kind.rawValue == first } } ? 1 : 0
    default: break
    }
    if first == "*" {
      return scenario.states.indices.compactMap { reading.state(self, $0, arguments) }.max()
    }
    return scenario.index(of: StateID(first)).flatMap { reading.state(self, $0, arguments) }
  }
}

/// Reads what events ask of a world.
private struct InjectReading {
  let world: World
  let scenario: Scenario

  func state(_ metric: InjectMetric, _ state: Int, _ arguments: [String]) -> Int? {
    let standing = world.states[state]
    switch metric {
    case .selling: return standing.offers.count
    case .licences: return licences(of: state)
    case .sensitive: return isInSensitiveDeal(state) ? 1 : 0
    case .homework: return homework(of: state)
    case .asked: return world.requests.count { $0.owner == state && !$0.isGranted }
    case .single:
      let main = world.mainSupplier(of: state, scenario: scenario)
      return main.map { $0.second >= 1_000 ? 0 : $0.share } ?? 0
    case .hhi: return concentration(of: state)
    case .platform:
      return standing.supply.shares[Input.platform.index].map(\.value).max() ?? 0
    case .losses: return standing.firmLossTurns
    case .deep:
      return CommittedClauses(in: world, scenario: scenario).of(.infoshare).contains {
        $0.clause.flag("deep") && $0.bound.contains(state)
      } ? 1 : 0
    case .framework: return standing.frameworkFrom.map { $0 <= world.turn } ?? false ? 1 : 0
    case .reserve: return reserve(of: state, arguments.last ?? "")
    default: return nil
    }
  }

  /// Open licence gates on designs of the state that take as long as agreements do.
  private func licences(of owner: Int) -> Int {
    let days = scenario.parameters.gateDays.licenceAgreement
    func open(_ gates: [Gate]) -> Int {
      gates.count { $0.kind == .licence && $0.days >= days && $0.done < $0.days }
    }
    let lines = world.lines.filter { world.programmes[$0.programme].owner == owner }
    let waiting = world.deals.filter { $0.status != .ended }.flatMap { deal in
      zip(deal.text.clauses, deal.clauses).filter { clause, standing in
        !standing.hasEnded
          && clause.programme.flatMap(scenario.index(of:)).flatMap {
            world.programmes[$0].owner
          } == owner
      }.flatMap(\.1.gates)
    }
    return lines.reduce(0) { $0 + open($1.gates) } + waiting.reduce(0) { $0 + open($1) }
  }

  private func isInSensitiveDeal(_ state: Int) -> Bool {
    CommittedClauses(in: world, scenario: scenario).entries.contains { entry in
      guard entry.bound.contains(state),
        let programme = entry.clause.programme.flatMap(scenario.index(of:))
      else { return false }
      return scenario.programmes[programme].sensitivity >= 3
    }
  }

  private func homework(of state: Int) -> Int {
    let ledger = world.states[state].ledger
    let paid = ledger.workPaid?.value ?? 0
    if paid == 0 { return ledger.domesticWork > 0 ? 10_000 : 0 }
    return min(10_000, rdiv(10_000 * ledger.domesticWork.value, paid))
  }

  private func concentration(of state: Int) -> Int {
    Input.allCases.filter { world.states[state].supply.requested[$0.index] > 0 }
      .map { world.concentration(of: state, in: $0, scenario: scenario).value }.max() ?? 0
  }

  private func reserve(of state: Int, _ word: String) -> Int? {
    guard let input = Input(rawValue: word) else { return nil }
    let supply = world.states[state].supply
    let requested = supply.requested[input.index].value
    let laidUp = supply.reserves[input.index].value
    if requested == 0 { return laidUp > 0 ? 99 : 0 }
    return min(99, fdiv(laidUp, requested))
  }

  /// Mean ADV less mean TR of all states, over AI and autonomy.
  var lag: Int {
    let domains = [Domain.ai, .aut]
    let adversary = domains.reduce(0) { $0 + world.adversary[$1.index].value }
    let own = world.states.reduce(0) { sum, state in
      sum + domains.reduce(0) { $0 + state.technology[$1.index].value }
    }
    return max(0, rdiv(adversary, domains.count) - rdiv(own, domains.count * world.states.count))
  }
}
