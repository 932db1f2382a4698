extension FigureName {
  /// The figure a resolution explains under this name; nil where no equation makes it, or there is
  /// nothing of that kind in `world`.
  func traced(in world: World) -> TracedFigure? {
    switch (objects.first, objects.dropFirst().first) {
    case (.state(let state)?, nil): tracedState(state)
    case (.state(let one)?, .state(let other)?): tracedPair(one, other)
    case (.state(let state)?, .term(let term)?): .score(state: state, term: term)
    case (.state(let state)?, .sector(let sector)?): .capacity(state: state, sector: sector)
    case (.state(let state)?, .domain(let domain)?):
      word == .tr
        ? .technology(state: state, domain: domain) : .civil(state: state, domain: domain)
    case (.state(let state)?, .programme(let programme)?):
      word == .stock ? .stock(state: state, programme: programme) : nil
    case (.line(let state, let programme)?, nil): tracedLine(state, programme)
    case (.programme(let programme)?, nil): tracedProgramme(programme, world)
    case (.theatre(let theatre)?, nil): .threat(theatre: theatre)
    case (.domain(let domain)?, nil): .adversary(domain)
    case (.group(let group)?, nil): tracedGroup(group)
    case (nil, _): word == .col ? .collective : word == .groups ? .groups : nil
    default: nil
    }
  }

  private func tracedState(_ state: Int) -> TracedFigure? {
    switch word {
    case .gap: .gap(state)
    case .pressure: .pressure(state)
    case .support: .support(state)
    case .rdy: .readiness(state)
    case .lat: .latent(state)
    case .pc: .politicalCapital(state)
    case .rep: .reputation(state)
    case .org: .organisation(state)
    case .sec: .security(state)
    case .eth: .ethics(state)
    case .treasury: .treasury(state)
    case .nat: .national(state)
    case .final: .final(state)
    case .conduct: .conduct(state)
    default: nil
    }
  }

  private func tracedPair(_ one: Int, _ other: Int) -> TracedFigure? {
    let (low, high) = (min(one, other), max(one, other))
    return switch word {
    case .trust: .trust(one, other)
    case .val: .affinity(low, high)
    case .interop: .interoperability(low, high)
    case .tie: .tie(low, high)
    default: nil
    }
  }

  private func tracedLine(_ state: Int, _ programme: Int) -> TracedFigure? {
    switch word {
    case .output: .output(state: state, programme: programme)
    case .gates: .gates(state: state, programme: programme)
    case .unitCost: .unitCost(state: state, programme: programme)
    default: nil
    }
  }

  /// The unit cost of a programme is that of its cheapest line, the lower state's of equals.
  private func tracedProgramme(_ programme: Int, _ world: World) -> TracedFigure? {
    if word == .dev { return .development(programme: programme) }
    guard word == .unitCost else { return word == .leak ? .leak(programme: programme) : nil }
    let lines = world.lines.filter { $0.programme == programme && $0.unitCost > 0 }
    return lines.min { ($0.unitCost, $0.state) < ($1.unitCost, $1.state) }
      .map { .unitCost(state: $0.state, programme: programme) }
  }

  private func tracedGroup(_ group: String) -> TracedFigure? {
    switch word {
    case .capacity: .groupCapacity(group)
    case .formation: .formation(group)
    case .management: .management(group)
    case .salience: .salience(group)
    default: nil
    }
  }
}
