// Figures that events change, read and written one by one.

/// Where a figure stands: a state (-1 is the world or a pair) and a place in its array.
struct EffectPlace: Hashable {
  var state: Int
  var place: Int
}

extension World {
  /// Every figure an effect is about.
  func places(of active: ActiveEffect, _ scenario: Scenario) -> [EffectPlace] {
    let effect = active.effect
    switch effect.path {
    case .politicalCapital, .exportStrictness, .contentThreshold, .security, .asymmetric, .budget,
      .firms, .tokens:
      return active.states(in: scenario).map { EffectPlace(state: $0, place: 0) }
    case .barrier:
      guard let barrier = OrderCatalogue.barriers.firstIndex(of: effect.object) else { return [] }
      return active.addressed.map { EffectPlace(state: $0, place: barrier) }
    case .technology, .civilTechnology:
      return active.addressed.compactMap { state in
        domain(effect.object, of: state, scenario).map { EffectPlace(state: state, place: $0) }
      }
    case .values, .formalTreaty:
      let pairs = active.addressed.flatMap { state in
        others(effect.object, than: state, scenario).map { pairIndex(state, $0) }
      }
      return Set(pairs).sorted().map { EffectPlace(state: -1, place: $0) }
    case .trust:
      return active.addressed.flatMap { state in
        others(effect.object, than: state, scenario).map {
          EffectPlace(state: -1, place: trustIndex($0, state))
        }
      }
    case .requirement, .stock:
      return scenario.programmes.indices.filter { programme in
        let card = scenario.programmes[programme]
        return effect.object.isEmpty || effect.object == card.id.text
          || effect.object == card.sector.rawValue
      }.flatMap { programme in
        active.addressed.map { EffectPlace(state: $0, place: programme) }
      }
    case .cohesion: return [EffectPlace(state: -1, place: 0)]
    case .adversary:
      return Domain(rawValue: effect.object).map { [EffectPlace(state: -1, place: $0.index)] } ?? []
    case .leakMeter:
      return scenario.index(of: ProgrammeID(effect.object)).map {
        [EffectPlace(state: -1, place: $0)]
      } ?? []
    default: return []
    }
  }

  /// A domain by its word; `widest` is the one in which civil technology leads most, the first of
  /// equals.
  private func domain(_ word: String, of state: Int, _ scenario: Scenario) -> Int? {
    if word != EffectObjects.widest { return Domain(rawValue: word)?.index }
    let standing = states[state]
    let domains = scenario.parameters.domains.map(\.index)
    let leads = domains.map { standing.civil[$0].value - standing.technology[$0].value }
    return leads.max().flatMap { most in leads.firstIndex(of: most) }.map { domains[$0] }
  }

  /// The other states an effect between states is about.
  private func others(_ word: String, than state: Int, _ scenario: Scenario) -> [Int] {
    let all = scenario.states.indices.filter { $0 != state }
    switch word {
    case "": return all
    case EffectObjects.strict: return all.filter { states[$0].humanControl == "strict" }
    case EffectObjects.askers:
      return all.filter { other in
        requests.contains { $0.asker == other && $0.owner == state && !$0.isGranted }
      }
    default:
      let named = word.split(separator: " ").compactMap { scenario.index(of: StateID(String($0))) }
      return named.filter { $0 != state }
    }
  }

  /// The figure at a place, in its unit.
  func figure(_ path: InjectEffect.Path, at place: EffectPlace) -> Int {
    switch path {
    case .values: return pairs[place.place].affinity.value
    case .formalTreaty: return pairs[place.place].formalTreaty ? 1 : 0
    case .trust: return trust[place.place].value
    case .cohesion: return cohesion.value
    case .adversary: return adversary[place.place].value
    case .leakMeter: return programmes[place.place].leak.value
    default: break
    }
    guard place.state >= 0 else { return 0 }
    let standing = states[place.state]
    switch path {
    case .politicalCapital: return standing.politicalCapital.value
    case .exportStrictness: return standing.exportStrictness.value
    case .contentThreshold: return standing.contentThreshold.value
    case .security: return standing.security.value
    case .asymmetric: return standing.asymmetric.value
    case .budget: return standing.budget.value
    case .firms: return standing.firms
    case .tokens: return standing.tokens
    case .barrier: return standing.barriers[place.place].value
    case .technology: return standing.technology[place.place].value
    case .civilTechnology: return standing.civil[place.place].value
    case .requirement: return standing.requirement[place.place].value
    case .stock: return standing.stock[place.place].value
    default: return 0
    }
  }

  /// Puts a figure in its place, within what it may be.
  mutating func setFigure(_ path: InjectEffect.Path, at place: EffectPlace, to value: Int) {
    let points = BasisPoints(clamp(value, 0, 10_000))
    let number = clamp(value, 0, 1_000_000_000)
    switch path {
    case .values: pairs[place.place].affinity = points
    case .formalTreaty: pairs[place.place].formalTreaty = value > 0
    case .trust: trust[place.place] = points
    case .cohesion: cohesion = points
    case .adversary: adversary[place.place] = points
    case .leakMeter: programmes[place.place].leak = points
    default: setFigure(path, of: place.state, place.place, points, number)
    }
  }

  private mutating func setFigure(
    _ path: InjectEffect.Path, of state: Int, _ place: Int, _ points: BasisPoints, _ number: Int
  ) {
    guard state >= 0 else { return }
    switch path {
    case .politicalCapital: states[state].politicalCapital = points
    case .exportStrictness: states[state].exportStrictness = points
    case .contentThreshold: states[state].contentThreshold = points
    case .security: states[state].security = points
    case .asymmetric: states[state].asymmetric = points
    case .budget: states[state].budget = Money(number)
    case .firms: states[state].firms = number
    case .tokens: states[state].tokens = number
    case .barrier: states[state].barriers[place] = points
    case .technology: states[state].technology[place] = points
    case .civilTechnology: states[state].civil[place] = points
    // Requirements round up to whole lots; stock takes what comes out.
    case .requirement: states[state].requirement[place] = Lots(cdiv(number, 1_000) * 1_000)
    case .stock:
      states[state].stock[place] = Lots(number)
      states[state].commonStock[place] = min(
        states[state].commonStock[place], states[state].stock[place])
    default: break
    }
  }
}

// MARK: - Done once

extension World {
  /// All questions about passing on that wait for the states, answered.
  mutating func answerQuestions(_ active: ActiveEffect) {
    while let place = requests.firstIndex(where: {
      !$0.isGranted && active.addressed.contains($0.owner)
    }) {
      answerRequest(at: place, consents: active.effect.amount > 0)
    }
  }

  /// The standing offer worth most leaves the market; of equals the one of the first programme.
  mutating func takeBestOffer(_ active: ActiveEffect, _ scenario: Scenario) {
    let market = Market(scenario: scenario, world: self, clauses: [])
    for state in active.states(in: scenario) {
      let worth = states[state].offers.map { market.price(of: $0, by: state) * $0.lots.value }
      guard let most = worth.max(), let best = worth.firstIndex(of: most) else { continue }
      states[state].offers.remove(at: best)
    }
  }

  /// What is left of the longest contracting gate of a state's lines becomes the amount, for a
  /// prototype token. Without a token or such a gate nothing happens.
  mutating func shortenContract(_ active: ActiveEffect) {
    for state in active.addressed where states[state].tokens > 0 {
      var longest: (line: Int, gate: Int, days: Days)?
      for line in lines.indices where lines[line].state == state && lines[line].status == .gated {
        guard let gate = lines[line].gates.firstIndex(where: { $0.kind == .contracting }) else {
          continue
        }
        let left = lines[line].gates[gate].days - lines[line].gates[gate].done
        if left > longest?.days ?? Days(active.effect.amount) { longest = (line, gate, left) }
      }
      guard let longest else { continue }
      let done = lines[longest.line].gates[longest.gate].done
      lines[longest.line].gates[longest.gate].days = done + Days(active.effect.amount)
      lines[longest.line].route = .ota
      states[state].tokens -= 1
    }
  }
}
