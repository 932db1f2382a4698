// R16: political capital (EQ23), values and ethics (EQ27), tests of a crisis.

extension Resolver {
  /// All from the figures of the start of the step.
  mutating func movePolitics() {
    for state in 0..<count { moveCapital(state) }
    for state in 0..<count { answerForSpending(state) }
    testCrises()
    moveAffinities()
    for state in 0..<count { moveEthics(state) }
  }

  private mutating func moveCapital(_ state: Int) {
    let theatre = world.mostExposedTheatre(of: state, scenario: scenario)
    let threat = theatre.map { world.threat[$0] } ?? 0
    let work = scratch.work[state]
    world.states[state].ledger.domesticWork = Money(work)
    if scenario.countsWorkPaid {
      world.states[state].ledger.workPaid = Money(scratch.workPaid[state])
    }
    world.states[state].ledger.jobs += Money(work)
    record.open(.politicalCapital(state), "EQ23", "political-capital")
    let input = PoliticalCapital.Input(
      capital: world.states[state].politicalCapital, domesticWork: Money(work), threat: threat,
      spent: 0)
    record.input("capital", input.capital.value)
    record.input("domesticWork", work)
    record.input("threat", threat.value)
    let capital = PoliticalCapital.evaluate(input, trace: &record)
    record.formula("political-capital", gives: capital.value, input.arguments)
    record.cause(.rule(.income), (capital - input.capital).value)
    if scratch.capitalSpent[state] > 0 {
      record.step("spentBefore", scratch.capitalSpent[state])
    }
    blameCapital(state)
    world.states[state].ledger.capitalIncome +=
      PoliticalCapital.income(domesticWork: Money(work), threat: threat).value
    world.states[state].politicalCapital = capital
    world.states[state].politicalSpent = 0
    record.close(capital.value)
  }

  /// What the state paid capital for before the income of the turn: orders, and clauses that began.
  private mutating func blameCapital(_ state: Int) {
    guard Record.isOn else { return }
    for order in accepted[state] where order.capital != 0 {
      record.cause(.order(state: state, place: order.place), -order.capital)
    }
    for index in clauses.indices where clauses[index].isActive {
      let standing = world.deals[clauses[index].deal].clauses[clauses[index].index]
      guard standing.activeFrom == turn else { continue }
      switch clauses[index].kind {
      case .rdp where clauses[index].bound.contains(state): blame(index, -150)
      case .basing where clauses[index].from.contains(state): blame(index, -200)
      default: break
      }
    }
  }

  /// SR11: spending above the ceiling that did not narrow the gap costs capital, half of it where
  /// the state explained itself.
  private mutating func answerForSpending(_ state: Int) {
    guard scenario.parameters.has(.spendingCeiling) else { return }
    let budget = world.states[state].budget.value
    let ceiling = scenario.states[state].spendingCeiling?.value ?? mb(budget, 12_000)
    let excess = world.states[state].ledger.spent.value - scratch.spentBefore[state] - ceiling
    let fell = world.states[state].outcome.gap < scratch.before[state].outcome.gap
    guard excess > 0, !fell else { return }
    let price = min(1_000, fdiv(excess, 10))
    spendCapital(state, scratch.justified.contains(state) ? rdiv(price, 2) : price)
  }

  /// How open a state's politics are, where the exercise plays it (SR14).
  func regime(of state: Int) -> Regime {
    scenario.parameters.has(.regime) ? scenario.states[state].regime : .open
  }

  private func regimeGrowth(_ state: Int) -> BasisPoints {
    switch regime(of: state) {
    case .open: 0
    case .hybrid: GovernanceErosion.hybridRegime
    case .closed: GovernanceErosion.closedRegime
    }
  }

  /// Values of a closed and an open state do not come nearer than 5000 (SR14).
  private func held(
    _ after: BasisPoints, from before: BasisPoints, _ one: Int, _ other: Int
  ) -> BasisPoints {
    let regimes = [regime(of: one), regime(of: other)]
    guard regimes.contains(.open), regimes.contains(.closed), after > before else { return after }
    return max(before, min(after, 5_000))
  }

  /// Events that test readiness: at least 6000 bp of the pressure passes.
  private mutating func testCrises() {
    for active in world.effects
    where active.effect.path == .crisisTest && active.fromTurn <= turn
      && turn <= active.lastTurn ?? .max
    {
      for state in addressed(by: active) {
        let outcome = world.states[state].outcome
        let have = outcome.readiness + outcome.support
        let need = outcome.pressure.scaled(by: 6_000)
        let passed = have >= need
        raise(
          \.politicalCapital, of: state,
          by: passed ? active.effect.amount : -active.effect.amount)
        report.crises.append(
          CrisisTestResult(
            inject: active.inject, state: state, passed: passed, have: have, need: need))
      }
    }
  }

  private mutating func moveAffinities() {
    for one in 0..<count {
      for other in (one + 1)..<max(one + 1, count) {
        let pair = world.pairIndex(one, other)
        record.open(.affinity(one, other), "EQ27", "")
        let input = ValueAffinity.Input(
          affinity: world.pairs[pair].affinity,
          dependence: world.dependence(of: one, on: other, scenario: scenario),
          dependenceBack: world.dependence(of: other, on: one, scenario: scenario),
          erosion: world.states[one].ethics, erosionBack: world.states[other].ethics)
        traceAffinity(input)
        let affinity = ValueAffinity.evaluate(input, trace: &record)
        // Talks draw values together, once a pair and turn.
        let talks = isActive(.dialogue, one, other) ? BasisPoints(10) : 0
        if talks > 0 { blameTalks(one, other, talks.value) }
        world.pairs[pair].affinity = held(
          min(10_000, affinity + talks), from: world.pairs[pair].affinity, one, other)
        record.close(world.pairs[pair].affinity.value)
      }
    }
  }

  private mutating func traceAffinity(_ input: ValueAffinity.Input) {
    record.input("before", input.affinity.value)
    record.input("dependenceOfTheFirst", input.dependence.value)
    record.input("dependenceOfTheSecond", input.dependenceBack.value)
    record.input("erosionOfTheFirst", input.erosion.value)
    record.input("erosionOfTheSecond", input.erosionBack.value)
  }

  /// The first talks of a pair count, however many it has.
  private mutating func blameTalks(_ one: Int, _ other: Int, _ gain: Int) {
    guard Record.isOn else { return }
    let talks = all(.dialogue).first { clauses[$0].isActive && clauses[$0].joins(one, other) }
    if let talks { blame(talks, gain) }
  }

  private mutating func moveEthics(_ state: Int) {
    let inPlay = scenario.parameters.domains.contains { $0 == .ai || $0 == .dat }
    record.open(.ethics(state), "EQ27", "governance-erosion")
    let input = GovernanceErosion.Input(
      meter: world.states[state].ethics, fusion: world.states[state].posture == .mcf && inPlay,
      framework: world.states[state].frameworkFrom.map { $0 <= turn } ?? false,
      looseControl: world.states[state].humanControl == "loose",
      regimeGrowth: regimeGrowth(state),
      strictControl: world.states[state].humanControl == "strict")
    record.input("before", input.meter.value)
    let ethics = GovernanceErosion.evaluate(input, trace: &record)
    record.formula("governance-erosion", gives: ethics.value, input.arguments)
    for order in accepted[state] {
      switch order.bound {
      case .posture, .humanControl, .framework, .mobilise:
        record.cause(.order(state: state, place: order.place), 0)
      default: break
      }
    }
    world.states[state].ethics = ethics
    if ethics > GovernanceErosion.threshold {
      spendCapital(state, GovernanceErosion.capitalLoss.value)
    }
    record.close(ethics.value)
  }
}
