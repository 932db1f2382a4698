// R14: threat of every theatre and the adversary's technology (EQ26); crises are triggered.

extension Resolver {
  /// All from the figures of the start of the step.
  mutating func moveThreat() {
    let outlook = ThreatOutlook(world: world, scenario: scenario)
    var threat = world.threat
    for theatre in scenario.theatres.indices {
      let input = outlook.input(theatre)
      record.open(.threat(theatre: theatre), "EQ26", "threat")
      record.input("path", input.path.value)
      record.input("inject", input.inject.value)
      record.input("adversary", input.adversary.value)
      record.input("salience", input.salience.value)
      threat[theatre] = ThreatPressure.evaluate(input, trace: &record)
      record.formula("threat", gives: threat[theatre].value, input.arguments)
      traceEffects(on: theatre)
      record.close(threat[theatre].value)
    }
    world.threat = threat
    for domain in Domain.allCases {
      record.open(.adversary(domain), "EQ26", "adversary")
      let input = AdversaryTechnology.Input(
        level: world.adversary[domain.index], cohesion: world.cohesion,
        leaks: BasisPoints(scratch.leaked[domain.index]))
      record.input("before", input.level.value)
      record.input("cohesion", input.cohesion.value)
      record.input("leaks", input.leaks.value)
      let level = AdversaryTechnology.evaluate(input, trace: &record)
      record.formula("adversary", gives: level.value, input.arguments)
      world.adversary[domain.index] = level
      record.close(level.value)
    }
    triggerCrises()
  }

  private mutating func traceEffects(on theatre: Int) {
    guard Record.isOn else { return }
    for active in world.effects
    where active.effect.path == .threat && active.fromTurn <= turn
      && turn <= active.lastTurn ?? .max
    {
      record.cause(.inject(active.inject), active.effect.amount)
    }
  }

  /// A crisis clause whose threat is reached gives support from the next turn.
  private mutating func triggerCrises() {
    for clause in clauses where clause.isActive {
      guard case .crisis(let terms) = clause.terms else { continue }
      let (deal, index) = (clause.deal, clause.index)
      let until = world.deals[deal].clauses[index].crisisUntil ?? 0
      guard until <= turn, world.threat[terms.theatre].value >= terms.trigger else { continue }
      world.deals[deal].clauses[index].crisisUntil = turn + terms.turns
      report.deals.append(
        DealChange(deal: world.deals[deal].id, change: .triggered(text(clause).id)))
    }
  }
}
