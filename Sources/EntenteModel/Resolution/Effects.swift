// Effects of events: on figures at once, on steps of the resolution when they come.

extension World {
  /// Lets the effects of an event act from now on: at the start of `report` of its turn, or when a
  /// facilitator plays it. `addressed` are the states it is for; empty means all.
  package mutating func apply(
    _ effects: [InjectEffect], of inject: InjectID, to addressed: [Int], scenario: Scenario
  ) {
    let states = addressed.isEmpty ? Array(scenario.states.indices) : addressed.sorted()
    for effect in effects {
      var active = ActiveEffect(
        inject: inject, effect: effect, fromTurn: turn,
        lastTurn: effect.turns == 0 ? nil : turn + effect.turns - 1, addressed: states)
      applyAtOnce(&active, scenario)
      if active.lastTurn != nil || effect.path.worksInResolution {
        self.effects.append(active)
      }
    }
  }

  /// Effects on figures change them now; those on steps wait for their step.
  private mutating func applyAtOnce(_ active: inout ActiveEffect, _ scenario: Scenario) {
    let effect = active.effect
    switch effect.path {
    case .politicalCapital:
      change(\.politicalCapital, &active, scenario)
    case .exportStrictness:
      change(\.exportStrictness, &active, scenario)
    case .requirement, .stock: changeLots(&active, scenario)
    case .cohesion:
      active.saved.append(SavedValue(state: -1, place: 0, value: cohesion.value))
      cohesion = BasisPoints(clamp(effect.result(on: cohesion.value), 0, 10_000))
    case .adversary:
      guard let domain = Domain(rawValue: effect.object) else { return }
      let value = adversary[domain.index].value
      active.saved.append(SavedValue(state: -1, place: domain.index, value: value))
      adversary[domain.index] = BasisPoints(clamp(effect.result(on: value), 0, 10_000))
    case .threat, .lineOutput, .licenceGates, .crisisTest, .inputSupply, .supplierStatus: break
    }
  }

  private mutating func change(
    _ figure: WritableKeyPath<StateStanding, BasisPoints>, _ active: inout ActiveEffect,
    _ scenario: Scenario
  ) {
    for state in active.states(in: scenario) {
      let value = states[state][keyPath: figure].value
      active.saved.append(SavedValue(state: state, place: 0, value: value))
      states[state][keyPath: figure] = BasisPoints(
        clamp(active.effect.result(on: value), 0, 10_000))
    }
  }

  /// Requirements round up to whole lots; stock takes what comes out.
  private mutating func changeLots(_ active: inout ActiveEffect, _ scenario: Scenario) {
    for (programme, card) in scenario.programmes.enumerated() {
      let names = [card.id.text, card.sector.rawValue]
      guard active.effect.object.isEmpty || names.contains(active.effect.object) else { continue }
      for state in active.addressed {
        if active.effect.path == .requirement {
          let value = states[state].requirement[programme].value
          active.saved.append(SavedValue(state: state, place: programme, value: value))
          let result = max(0, active.effect.result(on: value))
          states[state].requirement[programme] = Lots(cdiv(result, 1_000) * 1_000)
        } else {
          let value = states[state].stock[programme].value
          active.saved.append(SavedValue(state: state, place: programme, value: value))
          states[state].stock[programme] = Lots(max(0, active.effect.result(on: value)))
          states[state].commonStock[programme] = min(
            states[state].commonStock[programme], states[state].stock[programme])
        }
      }
    }
  }

  /// Takes a change for some turns back: ADD is subtracted, MUL and SET give the old value back.
  mutating func takeBack(_ active: ActiveEffect) {
    let effect = active.effect
    for saved in active.saved {
      func old(_ now: Int) -> Int {
        effect.operation == .add ? max(0, now - effect.amount) : saved.value
      }
      switch effect.path {
      case .politicalCapital:
        let now = states[saved.state].politicalCapital.value
        states[saved.state].politicalCapital = BasisPoints(min(10_000, old(now)))
      case .exportStrictness:
        let now = states[saved.state].exportStrictness.value
        states[saved.state].exportStrictness = BasisPoints(min(10_000, old(now)))
      case .requirement:
        let now = states[saved.state].requirement[saved.place].value
        states[saved.state].requirement[saved.place] = Lots(old(now))
      case .stock:
        let now = states[saved.state].stock[saved.place].value
        states[saved.state].stock[saved.place] = Lots(old(now))
        states[saved.state].commonStock[saved.place] = min(
          states[saved.state].commonStock[saved.place], states[saved.state].stock[saved.place])
      case .cohesion: cohesion = BasisPoints(min(10_000, old(cohesion.value)))
      case .adversary:
        adversary[saved.place] = BasisPoints(min(10_000, old(adversary[saved.place].value)))
      case .threat, .lineOutput, .licenceGates, .crisisTest, .inputSupply, .supplierStatus: break
      }
    }
  }
}

extension InjectEffect {
  /// What the effect makes of a value.
  func result(on value: Int) -> Int {
    switch operation {
    case .add: value + amount
    case .multiply: mb(value, amount)
    case .set: amount
    }
  }
}

extension InjectEffect.Path {
  /// Read by a step of the resolution, not by the figures at once.
  var worksInResolution: Bool {
    switch self {
    case .threat, .lineOutput, .licenceGates, .crisisTest, .inputSupply, .supplierStatus: true
    default: false
    }
  }
}

extension ActiveEffect {
  /// The states an effect on states is about: the one named, else all addressed.
  func states(in scenario: Scenario) -> [Int] {
    guard !effect.object.isEmpty else { return addressed }
    return scenario.index(of: StateID(effect.object)).map { [$0] } ?? []
  }
}

extension Resolver {
  /// Options taken of this turn's events act before everything else.
  mutating func apply(_ choices: [ChoiceMade]) {
    let ordered = choices.sorted {
      ($0.inject.text, $0.state, $0.option) < ($1.inject.text, $1.state, $1.option)
    }
    for choice in ordered {
      world.apply(choice.effects, of: choice.inject, to: [choice.state], scenario: scenario)
    }
  }

  /// The states an effect that waits for its step is about.
  func addressed(by active: ActiveEffect) -> [Int] { active.states(in: scenario) }

  /// Effects whose last turn this was.
  mutating func endEffects() {
    for active in world.effects where active.lastTurn == turn { world.takeBack(active) }
    let now = turn
    world.effects.removeAll { active in
      if let last = active.lastTurn { return last <= now }
      // For good, and done once: gates were lengthened, a test was held.
      return active.effect.path == .licenceGates || active.effect.path == .crisisTest
    }
  }
}
