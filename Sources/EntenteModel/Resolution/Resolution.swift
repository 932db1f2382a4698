/// Resolves a turn: a pure function of the world, the orders and the choices.
package enum Resolution {
  /// What a resolution gives.
  package struct Result: Sendable {
    /// The world at the start of the next turn.
    package var world: World
    /// What happened.
    package var report: TurnReport
  }

  /// Resolves the turn of `world`. `orders` are by state, in the order in which they stand; a
  /// state with none does what it did last turn. `choices` are the options taken of this turn's
  /// events, the default ones included. Without `judgesCards` private cards stay as they were:
  /// previews that read national scores save a third of the time. `trace` is told how every visible
  /// figure came about.
  package static func resolve<Record: FigureTrace>(
    _ world: World, orders: [[Order]], choices: [ChoiceMade] = [], scenario: Scenario,
    judgesCards: Bool = true, trace: inout Record
  ) -> Result {
    precondition(orders.count == scenario.states.count, "a list of orders for each state")
    var resolver = Resolver(world: world, scenario: scenario, record: trace)
    resolver.judgesCards = judgesCards
    resolver.run(orders: orders, choices: choices)
    trace = resolver.record
    return Result(world: resolver.world, report: resolver.report)
  }

  /// The same without explanation.
  package static func resolve(
    _ world: World, orders: [[Order]], choices: [ChoiceMade] = [], scenario: Scenario,
    judgesCards: Bool = true
  ) -> Result {
    var trace = NoFigureTrace()
    return resolve(
      world, orders: orders, choices: choices, scenario: scenario, judgesCards: judgesCards,
      trace: &trace)
  }
}

/// An option of an event that a state took, or that silence took for it.
package struct ChoiceMade: Sendable, Hashable, Codable {
  /// The event of the exercise.
  package var inject: InjectID
  /// Index of the state that chose.
  package var state: Int
  /// Name of the option, as the event offers it.
  package var option: String
  /// The effects of the option.
  package var effects: [InjectEffect]
  /// What it costs the state; nil is nothing.
  package var cost: Money?

  package init(
    inject: InjectID, state: Int, option: String, effects: [InjectEffect], cost: Money? = nil
  ) {
    self.inject = inject
    self.state = state
    self.option = option
    self.effects = effects
    self.cost = cost
  }
}
