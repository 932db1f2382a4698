import EntenteModel

/// A game of First accord in which one deal stands and states do nothing but what a test says.
struct JointPlay {
  let scenario: Scenario
  var world: World

  init(
    _ clauses: [ClauseText], governance: DealGovernance = DealGovernance(),
    term: DealTerm = DealTerm(), in scenario: Scenario = JointPlay.scenario,
    prepare: (inout World) -> Void = { _ in }
  ) {
    self.scenario = scenario
    world = World.start(scenario)
    prepare(&world)
    world.conclude(
      DealWriter.deal(clauses, governance: governance, term: term), id: "D-1",
      scenario: scenario)
  }

  /// First accord in eight turns with a third programme, `shield`, that nobody has developed: AMD,
  /// domain SEN, sensitivity 2, 120000 $k.
  static let scenario = changed()

  /// The same with other parameters or programmes.
  static func changed(
    parameters: (inout Parameters) -> Void = { _ in },
    programmes change: (inout [Programme]) -> Void = { _ in }
  ) -> Scenario {
    let old = FirstAccord.scenario(
      turns: 8, parameters: parameters,
      states: { cards in
        for state in cards.indices {
          cards[state].requirement.append(0)
          cards[state].stock.append(0)
          cards[state].cards = []
        }
      })
    var programmes = old.programmes + [shield]
    change(&programmes)
    return Scenario(
      parameters: old.parameters, states: old.states, programmes: programmes,
      theatres: old.theatres, pairs: old.pairs, lines: old.lines)
  }

  static let shieldPlace = 2

  /// With a second programme of the same kind that nobody has developed.
  static let withTwoDevelopments = Self.beside(scenario)

  private static func beside(_ old: Scenario) -> Scenario {
    var second = shield
    second.id = "shield2"
    let states = old.states.map { card in
      var card = card
      card.requirement.append(0)
      card.stock.append(0)
      return card
    }
    return Scenario(
      parameters: old.parameters, states: states, programmes: old.programmes + [second],
      theatres: old.theatres, pairs: old.pairs, lines: old.lines)
  }

  private static let shield = Programme(
    id: "shield", label: "Shield", sector: .amd, domains: [.sen], sensitivity: 2, owner: nil,
    listCost: 2_000, listQuantity: 100, slope: 9_000, fixedShare: 3_000, load: 1_000,
    developmentCost: 120_000, developmentThreshold: 6_000, isDeveloped: false,
    minimumQuantity: 20, minimumOrganisation: 4_000, minimumCapacity: 5_000, toolingDays: 180)

  /// Resolves a turn in which only the states named give orders.
  @discardableResult
  mutating func turn(_ orders: [Int: [Order]] = [:]) -> TurnReport {
    let given = scenario.states.indices.map { orders[$0] ?? FirstAccord.nothing }
    let result = Resolution.resolve(world, orders: given, scenario: scenario)
    world = result.world
    return result.report
  }

  /// Resolves turns up to and with `last`.
  mutating func play(to last: Int) {
    while world.turn <= last { turn() }
  }

  /// The deal of the test.
  var deal: Deal {
    guard let deal = world.deal("D-1") else { preconditionFailure("the deal was concluded") }
    return deal
  }

  static func withhold(_ duty: String) -> Order {
    Order(.withhold, [Parameter("duty", .word(duty))])
  }
}

extension TurnReport {
  /// Statuses of the duties of a state under a kind of clause.
  func statuses(of debtor: Int, _ kind: ClauseKind) -> [DutyResult.Status] {
    duties.filter { $0.debtor == debtor && $0.kind == kind }.map(\.status)
  }

  /// Money a state paid, in all.
  func paid(by state: Int) -> Int {
    -money.filter { $0.state == state && $0.amount < 0 }.reduce(0) { $0 + $1.amount.value }
  }
}
