// Figures that a facilitator may put right. All others are worked out from these.
extension Figures {
  /// The words of figures that can be set, in the order of help.
  package static let overridableWords: [FigureWord] = [
    .treasury, .pc, .org, .sec, .xc, .bn, .stock, .tr, .ct, .ic, .trust, .val, .th, .adv,
  ]

  /// The values a figure of the word may be given, in its unit; nil where it cannot be set.
  package static func overridable(_ word: FigureWord) -> ClosedRange<Int>? {
    switch word {
    case .treasury: 0...100_000_000
    case .stock: 0...100_000
    case .ic: 0...1_000_000
    case .pc, .org, .sec, .xc, .bn, .tr, .ct, .trust, .val, .th, .adv: 0...10_000
    default: nil
    }
  }

  /// Gives a figure another value, within `overridable`, and returns what it was; nil where there
  /// is nothing of that name. A stock is set by its share of what is required.
  package static func override(
    _ name: FigureName, to value: Int, in world: inout World, scenario: Scenario
  ) -> Int? {
    guard let before = Figures.value(name, in: world, scenario: scenario) else { return nil }
    switch (name.word, name.objects.first, name.objects.dropFirst().first) {
    case (.treasury, .state(let state)?, nil): world.states[state].treasury = Money(value)
    case (.pc, .state(let state)?, nil):
      world.states[state].politicalCapital = BasisPoints(value)
    case (.org, .state(let state)?, nil): world.states[state].organisation = BasisPoints(value)
    case (.sec, .state(let state)?, nil): world.states[state].security = BasisPoints(value)
    case (.xc, .state(let state)?, nil):
      world.states[state].exportStrictness = BasisPoints(value)
    case (.bn, .state(let state)?, nil):
      world.states[state].contentThreshold = BasisPoints(value)
    case (.stock, .state(let state)?, .programme(let programme)?):
      let need = world.states[state].requirement[programme].value
      let stock = Lots(mb(need, value))
      world.states[state].stock[programme] = stock
      world.states[state].commonStock[programme] = min(
        stock, world.states[state].commonStock[programme])
    case (.tr, .state(let state)?, .domain(let domain)?):
      world.states[state].technology[domain.index] = BasisPoints(value)
    case (.ct, .state(let state)?, .domain(let domain)?):
      world.states[state].civil[domain.index] = BasisPoints(value)
    case (.ic, .state(let state)?, .sector(let sector)?):
      world.states[state].capacity[sector.index] = CapacityUnits(value)
    case (.trust, .state(let observer)?, .state(let subject)?) where observer != subject:
      world.trust[world.trustIndex(observer, subject)] = BasisPoints(value)
    case (.val, .state(let one)?, .state(let other)?) where one != other:
      world.pairs[world.pairIndex(one, other)].affinity = BasisPoints(value)
    case (.th, .theatre(let theatre)?, nil): world.threat[theatre] = BasisPoints(value)
    case (.adv, .domain(let domain)?, nil): world.adversary[domain.index] = BasisPoints(value)
    default: return nil
    }
    return before
  }
}
