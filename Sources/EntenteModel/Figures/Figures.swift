/// Reads figures of a world: the one place that says what a name of a figure stands for.
package enum Figures {
  /// The figure named in `text` (`gap`, `gap:cael`, `unit-cost:dorn-canopy`), read by `reader`; nil
  /// where there is nothing to count yet, such as the unit cost of a line that never built.
  package static func value(
    _ text: String, for reader: Int?, in world: World, scenario: Scenario
  ) throws(FigureNameError) -> Int? {
    value(try FigureName(text, reader: reader, in: scenario), in: world, scenario: scenario)
  }

  /// The figure in the unit of its name: bp, $k, mU, cu, days or a count; nil where there is
  /// nothing to count yet.
  package static func value(
    _ name: FigureName, in world: World, scenario: Scenario
  ) -> Int? {
    let reading = FigureReading(world: world, scenario: scenario)
    switch name.word {
    case .col: return world.collective.value
    case .groups: return world.groups.count
    case .turn: return world.turn
    default: break
    }
    guard let first = name.objects.first else { return nil }
    switch (first, name.objects.dropFirst().first) {
    case (.state(let state), nil): return reading.state(name.word, state)
    case (.state(let one), .state(let other)): return reading.pair(name.word, one, other)
    case (.state(let state), .programme(let programme)):
      return reading.holding(name.word, state, programme)
    case (.programme(let programme), .state(let state)):
      return reading.holding(name.word, state, programme)
    case (.state(let state), .all): return reading.lines(name.word, state, nil)
    case (.state(let state), let detail?): return reading.detail(name.word, state, detail)
    case (.programme(let programme), nil): return reading.programme(name.word, programme)
    case (.line(let state, let programme), nil):
      return reading.line(name.word, state, programme)
    case (.theatre(let theatre), nil): return world.threat[theatre].value
    case (.domain(let domain), nil): return world.adversary[domain.index].value
    case (.group(let group), nil): return reading.group(name.word, group)
    case (.clause(let kind), nil): return reading.wins(kind)
    case (.all, nil): return world.states.reduce(0) { $0 + $1.tokens }
    default: return nil
    }
  }

  /// All words that may begin a name, in the order in which help lists them.
  package static var words: [String] { FigureWord.allCases.map(\.rawValue) }
}
