/// Takes figures out of a world, one family after another.
struct FigureReading {
  let world: World
  let scenario: Scenario

  /// Figures of one state.
  func state(_ word: FigureWord, _ state: Int) -> Int? {
    let standing = world.states[state]
    switch word {
    case .pc: return standing.politicalCapital.value
    case .org: return standing.organisation.value
    case .sec: return standing.security.value
    case .eth: return standing.ethics.value
    case .xc: return standing.exportStrictness.value
    case .bn: return standing.contentThreshold.value
    case .nf: return standing.firms
    case .budget: return standing.budget.value
    case .treasury: return standing.treasury.value
    case .tokens: return standing.tokens
    case .exports: return standing.ledger.exports.value
    case .eb:
      if scenario.parameters.theory.contains(.noBarriers) { return 0 }
      return EntryBarrier.evaluate(EntryBarrier.Input(barriers: standing.barriers)).value
    default: return outcome(word, state) ?? conduct(word, state)
    }
  }

  /// Figures the last resolution made.
  private func outcome(_ word: FigureWord, _ state: Int) -> Int? {
    let outcome = world.states[state].outcome
    switch word {
    case .gap: return outcome.gap.value
    case .rdy: return outcome.readiness.value
    case .lat: return outcome.latent.value
    case .pressure: return outcome.pressure.value
    case .support: return outcome.support.value
    case .rep: return outcome.reputation.value
    case .nat: return outcome.national.value
    case .final: return outcome.final.value
    case .conduct: return outcome.conduct
    default: return nil
    }
  }

  /// Figures of what a state did and had done to it.
  private func conduct(_ word: FigureWord, _ state: Int) -> Int? {
    switch word {
    case .dep: return dependence(of: state)
    case .suppliers: return suppliers(of: state)
    case .breaches: return breaches(by: state)
    case .led: return deals(ledBy: state)
    case .ingroup: return largestGroup.map { $0.members.contains(state) ? 1 : 0 } ?? 0
    case .fairness: return fairness(of: state)
    default: return nil
    }
  }

  /// Figures of a state and a word.
  func detail(_ word: FigureWord, _ state: Int, _ object: FigureObject) -> Int? {
    let standing = world.states[state]
    switch (word, object) {
    case (.score, .term(let term)): return standing.outcome.terms[term.index].value
    case (.ic, .sector(let sector)): return standing.capacity[sector.index].value
    case (.tr, .domain(let domain)): return standing.technology[domain.index].value
    case (.ct, .domain(let domain)): return standing.civil[domain.index].value
    case (.deals, .clause(let kind)): return deals(binding: state, by: kind)
    case (.spent, .pools):
      let budgets = standing.ledger.budgets.value
      return budgets == 0 ? 0 : rdiv(10_000 * standing.ledger.poolsPaid.value, budgets)
    default: return nil
    }
  }

  /// Figures of two states.
  func pair(_ word: FigureWord, _ one: Int, _ other: Int) -> Int? {
    guard one != other else { return nil }
    let pair = world.pairs[world.pairIndex(one, other)]
    switch word {
    case .trust: return world.trust(of: one, in: other).value
    case .val: return pair.affinity.value
    case .interop: return pair.composite.value
    case .tie: return pair.weight.value
    default: return nil
    }
  }

  /// Figures of a state and a programme.
  func holding(_ word: FigureWord, _ state: Int, _ programme: Int) -> Int? {
    let standing = world.states[state]
    switch word {
    case .stock:
      return Adequacy.evaluate(
        Adequacy.Input(
          stock: standing.stock[programme], requirement: standing.requirement[programme])
      ).value
    case .delivered: return fdiv(received(by: state, programme).value, 1_000)
    case .domestic:
      let done = world.states.map { work(of: $0, programme) }
      let sum = done.reduce(0, +)
      return sum == 0 ? 0 : rdiv(10_000 * done[state], sum)
    case .workshare: return workshare(of: state, programme)
    case .lines, .openlines: return lines(word, state, programme)
    case .adopters:
      return world.states.indices.count { other in
        other != state
          && (world.states[other].stock[programme] >= 1_000
            || received(by: other, programme) >= 1_000)
      }
    case .consented: return world.programmes[programme].leftWithoutConsent ? 0 : 1
    default: return nil
    }
  }

  /// Lines of a state for a programme, or for all.
  func lines(_ word: FigureWord, _ state: Int, _ programme: Int?) -> Int? {
    world.lines.count { line in
      line.state == state && (programme == nil || line.programme == programme)
        && (word == .openlines ? line.status == .open : line.isPlannedOrOpen)
    }
  }

  /// Figures of a programme.
  func programme(_ word: FigureWord, _ programme: Int) -> Int? {
    let standing = world.programmes[programme]
    switch word {
    case .leak: return standing.leakHighest.value
    case .dev:
      let cost = scenario.programmes[programme].developmentCost.value
      if standing.isDeveloped { return 10_000 }
      return cost == 0 ? 0 : min(10_000, rdiv(10_000 * standing.developmentPaid.value, cost))
    case .unitCost:
      return world.lines.filter { $0.programme == programme && $0.unitCost > 0 }
        .map(\.unitCost.value).min()
    default: return nil
    }
  }

  /// Figures of a line; nil where there is none.
  func line(_ word: FigureWord, _ state: Int, _ programme: Int) -> Int? {
    guard let index = world.lineIndex(state, programme) else { return nil }
    let line = world.lines[index]
    switch word {
    case .output: return line.output.value
    case .gates: return GateClock.remaining(line.gates).value
    case .unitCost: return line.unitCost > 0 ? line.unitCost.value : nil
    default: return nil
    }
  }

  /// Figures of a group; nil where there is none of that name now.
  func group(_ word: FigureWord, _ name: String) -> Int? {
    guard let group = world.groups.first(where: { $0.name == name }) else { return nil }
    switch word {
    case .capacity: return group.capacity.value
    case .formation: return group.formation.value
    case .management: return group.management.value
    case .salience: return group.salience.value
    default: return nil
    }
  }
}
