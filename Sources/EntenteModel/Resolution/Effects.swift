// Effects of events: on figures at once, on steps of the resolution when they come.

extension World {
  /// Lets the effects of an event act from now on: at the start of `report` of its turn, or when a
  /// facilitator plays it. `addressed` are the states it is for; empty means all. What an effect
  /// asks of a state is tested before anything changes.
  package mutating func apply(
    _ effects: [InjectEffect], of inject: InjectID, to addressed: [Int], scenario: Scenario
  ) {
    let states = addressed.isEmpty ? Array(scenario.states.indices) : addressed.sorted()
    let before = self
    for effect in effects {
      let concerned = effect.concerned(among: states, in: before, scenario: scenario)
      if concerned.isEmpty { continue }
      let objects = EffectObjects(world: before, scenario: scenario)
      for (plain, whom) in objects.resolved(effect, of: concerned) {
        begin(plain, of: inject, to: whom, after: effect.after ?? 0, scenario)
      }
    }
  }

  private mutating func begin(
    _ effect: InjectEffect, of inject: InjectID, to states: [Int], after: Int,
    _ scenario: Scenario
  ) {
    let from = turn + after
    var active = ActiveEffect(
      inject: inject, effect: effect, fromTurn: from,
      lastTurn: effect.turns == 0 ? nil : from + effect.turns - 1, addressed: states)
    if effect.path.isOfDeal {
      active.terms = deals.first { $0.id.text == effect.object }.map { $0.text.sharesOfWork }
    }
    if after > 0 {
      active.isWaiting = true
    } else {
      applyAtOnce(&active, scenario)
    }
    if active.lastTurn != nil || effect.path.worksInResolution || after > 0 {
      self.effects.append(active)
    }
  }

  /// Effects that were to come later and begin with the turn that starts now.
  mutating func beginWaiting(_ scenario: Scenario) {
    for place in effects.indices
    where effects[place].isWaiting == true && effects[place].fromTurn <= turn {
      var active = effects[place]
      active.isWaiting = nil
      applyAtOnce(&active, scenario)
      effects[place] = active
    }
    effects.removeAll {
      $0.isWaiting == nil && $0.lastTurn == nil && !$0.effect.path.worksInResolution
    }
  }

  /// Effects on figures change them now; those on steps wait for their step.
  private mutating func applyAtOnce(_ active: inout ActiveEffect, _ scenario: Scenario) {
    switch active.effect.path {
    case .answer: answerQuestions(active)
    case .bestOffer: takeBestOffer(active, scenario)
    case .contractGate: shortenContract(active)
    default:
      for place in places(of: active, scenario) {
        let value = figure(active.effect.path, at: place)
        active.saved.append(SavedValue(state: place.state, place: place.place, value: value))
        setFigure(active.effect.path, at: place, to: active.effect.result(on: value))
      }
    }
  }

  /// Takes a change for some turns back: ADD is subtracted, MUL and SET give the old value back.
  mutating func takeBack(_ active: ActiveEffect) {
    let path = active.effect.path
    for saved in active.saved {
      let place = EffectPlace(state: saved.state, place: saved.place)
      let old =
        active.effect.operation == .add
        ? figure(path, at: place) - active.effect.amount : saved.value
      setFigure(path, at: place, to: old)
    }
  }
}

extension InjectEffect {
  /// Those of the addressed states of which the condition holds, each standing for `team`.
  func concerned(among states: [Int], in world: World, scenario: Scenario) -> [Int] {
    guard let condition else { return states }
    return states.filter {
      CardTest.holds(
        condition.naming(scenario.states[$0].id), world: world, scenario: scenario)
    }
  }
}

extension ActiveEffect {
  /// The states an effect on states is about: the one named, else all addressed.
  func states(in scenario: Scenario) -> [Int] {
    // The theatre of a crisis is no state: all addressed are tested.
    guard !effect.object.isEmpty, let named = scenario.index(of: StateID(effect.object)) else {
      return addressed
    }
    return [named]
  }

  /// Whether it works in a turn.
  func works(in turn: Int) -> Bool { fromTurn <= turn && turn <= lastTurn ?? .max }
}

extension World {
  /// What running events leave of a value of 10000 for a state; `object` is what they name, where
  /// they name something; bp, 0 or more.
  package func eventFactor(
    _ path: InjectEffect.Path, of state: Int, object: String = ""
  ) -> Int {
    var factor = 10_000
    for active in effects where active.effect.path == path && active.works(in: turn) {
      guard active.addressed.contains(state),
        active.effect.object.isEmpty || active.effect.object == object
      else { continue }
      factor = max(0, active.effect.result(on: factor))
    }
    return factor
  }

  /// What running events add for a state; in the unit of the path.
  package func eventSum(_ path: InjectEffect.Path, of state: Int) -> Int {
    effects.reduce(0) { sum, active in
      active.effect.path == path && active.works(in: turn) && active.addressed.contains(state)
        ? sum + active.effect.amount : sum
    }
  }

  /// Whether an event of that path runs for anybody.
  package func hasEvent(_ path: InjectEffect.Path) -> Bool {
    effects.contains { $0.effect.path == path && $0.works(in: turn) }
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
      scratch.choiceCosts[choice.state] += (choice.cost ?? 0).value
    }
    removeDebtors()
  }

  /// What options cost that were taken; the budget of the turn is there, and nothing else has been
  /// paid.
  mutating func payChoices() {
    for state in 0..<count {
      let cost = min(scratch.choiceCosts[state], world.states[state].treasury.value)
      if cost > 0 { pay(cost, from: state, to: nil, deal: nil, .event) }
    }
  }

  /// The states an effect that waits for its step is about.
  func addressed(by active: ActiveEffect) -> [Int] { active.states(in: scenario) }

  /// Effects whose last turn this was.
  mutating func endEffects() {
    for active in world.effects where active.lastTurn == turn { world.takeBack(active) }
    let now = turn
    let standing = world.deals
    world.effects.removeAll { active in
      if let last = active.lastTurn { return last <= now }
      if active.effect.path.isDoneOnce { return active.fromTurn <= now }
      guard active.effect.path.isOfDeal else { return false }
      return !active.isUnsettled(in: standing)
    }
  }

  /// The state that broke such a clause last leaves the deal, and its work is taken from it.
  private mutating func removeDebtors() {
    for active in world.effects
    where active.effect.path == .removal && active.fromTurn == turn {
      let kinds = active.effect.object.split(separator: " ").map(String.init)
      guard let dispute = world.lastBreach(of: kinds),
        let deal = world.deals.firstIndex(where: { $0.id == dispute.deal })
      else { continue }
      leave(deal, dispute.debtor, from: turn)
    }
  }
}
