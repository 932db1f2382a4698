/// A visible figure by the indices of its objects; `name(in:)` gives the name people use.
package enum TracedFigure: Hashable, Sendable, Codable {
  case gap(Int)
  case pressure(Int)
  case support(Int)
  case readiness(Int)
  case latent(Int)
  case politicalCapital(Int)
  case reputation(Int)
  case organisation(Int)
  case security(Int)
  case ethics(Int)
  case treasury(Int)
  case technology(state: Int, domain: Domain)
  case civil(state: Int, domain: Domain)
  case capacity(state: Int, sector: Sector)
  case stock(state: Int, programme: Int)
  case output(state: Int, programme: Int)
  case unitCost(state: Int, programme: Int)
  case gates(state: Int, programme: Int)
  case leak(programme: Int)
  case development(programme: Int)
  /// Trust of the first in the second.
  case trust(Int, Int)
  case affinity(Int, Int)
  case interoperability(Int, Int)
  case tie(Int, Int)
  case threat(theatre: Int)
  case adversary(Domain)
  case groups
  case groupCapacity(String)
  case formation(String)
  case management(String)
  case salience(String)
  case score(state: Int, term: ScoreTerm)
  case national(Int)
  case final(Int)
  case conduct(Int)
  case collective
}

/// The six terms of the national score, in the order of their weights.
package enum ScoreTerm: String, CaseIterable, Sendable, Codable {
  case sec, lat, cost, int, tech, econ
  /// Position in `Outcome.terms`.
  package var index: Int {
    switch self {
    case .sec: 0
    case .lat: 1
    case .cost: 2
    case .int: 3
    case .tech: 4
    case .econ: 5
    }
  }
}

extension TracedFigure {
  /// The name of the figure: `gap:cael`, `unit-cost:dorn-canopy`, `trust:aster:borea`.
  package func name(in scenario: Scenario) -> String {
    switch self {
    case .groups: "groups"
    case .collective: "col"
    case .groupCapacity(let group): "capacity:\(group)"
    case .formation(let group): "formation:\(group)"
    case .management(let group): "management:\(group)"
    case .salience(let group): "salience:\(group)"
    case .leak(let programme): "leak:\(scenario.programmes[programme].id)"
    case .development(let programme): "dev:\(scenario.programmes[programme].id)"
    case .threat(let theatre): "th:\(scenario.theatres[theatre].id)"
    case .adversary(let domain): "adv:\(domain.rawValue)"
    default: stateName(in: scenario) ?? pairName(in: scenario)
    }
  }

  private func stateName(in scenario: Scenario) -> String? {
    if let (word, state) = single { return "\(word):\(scenario.states[state].id)" }
    switch self {
    case .technology(let state, let domain):
      return "tr:\(scenario.states[state].id):\(domain.rawValue)"
    case .civil(let state, let domain):
      return "ct:\(scenario.states[state].id):\(domain.rawValue)"
    case .capacity(let state, let sector):
      return "ic:\(scenario.states[state].id):\(sector.rawValue)"
    case .stock(let state, let programme):
      return "stock:\(scenario.states[state].id):\(scenario.programmes[programme].id)"
    case .score(let state, let term):
      return "score:\(scenario.states[state].id):\(term.rawValue)"
    default: return nil
    }
  }

  /// Figures of one state and nothing else, with their word.
  private var single: (word: String, state: Int)? {
    switch self {
    case .gap(let state): ("gap", state)
    case .pressure(let state): ("pressure", state)
    case .support(let state): ("support", state)
    case .readiness(let state): ("rdy", state)
    case .latent(let state): ("lat", state)
    case .politicalCapital(let state): ("pc", state)
    case .reputation(let state): ("rep", state)
    case .organisation(let state): ("org", state)
    case .security(let state): ("sec", state)
    case .ethics(let state): ("eth", state)
    case .treasury(let state): ("treasury", state)
    case .national(let state): ("nat", state)
    case .final(let state): ("final", state)
    case .conduct(let state): ("conduct", state)
    default: nil
    }
  }

  private func pairName(in scenario: Scenario) -> String {
    func pair(_ word: String, _ one: Int, _ other: Int) -> String {
      "\(word):\(scenario.states[one].id):\(scenario.states[other].id)"
    }
    func line(_ word: String, _ state: Int, _ programme: Int) -> String {
      "\(word):\(scenario.states[state].id)-\(scenario.programmes[programme].id)"
    }
    switch self {
    case .trust(let one, let other): return pair("trust", one, other)
    case .affinity(let one, let other): return pair("val", one, other)
    case .interoperability(let one, let other): return pair("interop", one, other)
    case .tie(let one, let other): return pair("tie", one, other)
    case .output(let state, let programme): return line("output", state, programme)
    case .unitCost(let state, let programme): return line("unit-cost", state, programme)
    case .gates(let state, let programme): return line("gates", state, programme)
    default: preconditionFailure("every figure has a name")
    }
  }
}
