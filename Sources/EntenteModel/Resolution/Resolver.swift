/// The working of one resolution: the world as it is being changed, and what the steps hand on to
/// one another. Each step R1-R18 is an extension in a file of its own.
struct Resolver<Record: FigureTrace> {
  let scenario: Scenario
  /// The turn that is resolved.
  let turn: Int
  /// How many states there are.
  let count: Int
  var world: World
  var record: Record
  var report: TurnReport

  /// Clauses of all standing deals, in order of conclusion, then of the text.
  var clauses: [BoundClause] = []
  /// Places in `clauses` by kind.
  var byKind = [[Int]](repeating: [], count: 30)
  /// What is owed this turn, in the same order.
  var obligations: [Obligation] = []
  /// Lots due from lines to other states, in the same order.
  var consignments: [Consignment] = []
  /// Whether private cards are judged.
  var judgesCards = true
  /// By state, the orders that hold, in entry order.
  var accepted: [[AcceptedOrder]]
  /// By state, money set aside for orders that are yet to be carried out, $k.
  var held: [Int]
  /// What the steps hand on.
  var scratch: Scratch

  init(world: World, scenario: Scenario, record: Record) {
    self.world = world
    self.scenario = scenario
    self.record = record
    turn = world.turn
    count = scenario.states.count
    report = TurnReport(turn: world.turn, states: scenario.states.count)
    accepted = Array(repeating: [], count: scenario.states.count)
    held = Array(repeating: 0, count: scenario.states.count)
    scratch = Scratch(world: world, scenario: scenario)
  }

  /// All steps in their order.
  mutating func run(orders: [[Order]], choices: [ChoiceMade]) {
    apply(choices)
    updateStatuses()
    readClauses()
    listObligations()
    validateOrders(orders)
    grantBudgets()
    payChoices()
    payDeals()
    holdOrderMoney()
    applyPolicy()
    advanceTechnology()
    advanceGates()
    advanceCapacity()
    allocateCapacity()
    produce()
    deliver()
    raiseInteroperability()
    raiseLeaks()
    settleDuties()
    moveTrust()
    moveThreat()
    judgeReadiness()
    movePolitics()
    findGroups()
    scoreStates()
    closeTurn()
  }
}
