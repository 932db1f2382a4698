/// The orders of one state while they are being checked one after another: what money, capital and
/// actions are left, and what earlier orders already took. The same checks serve entering and R1.
struct OrderBook {
  let scenario: Scenario
  let world: World
  let state: Int
  let clauses: [BoundClause]
  let obligations: [Obligation]
  /// $k not yet spoken for.
  var money: Int
  /// PC not yet spent.
  var capital: Int
  var actions = 0
  /// mU of stock spoken for, by programme.
  var promisedStock: [Int]
  /// Capacity orders gave to lines, by line; -1 where none did.
  var lineCapacity: [Int]
  /// Capacity promised to lines not yet there, by sector.
  var promisedCapacity: [Int]
  /// Posture promised to partners, bp.
  var posture: Int
  var reforms = 0
  /// Numbers of consents to re-export spoken for.
  var usedConsents: [Int] = []
  /// Prototype tokens spoken for.
  var promisedTokens = 0

  var turn: Int { world.turn }
  var standing: StateStanding { world.states[state] }

  /// Checks an order and takes what it needs.
  mutating func admit(_ order: Order, place: Int) throws(RuleRefusal) -> AcceptedOrder {
    let spec = OrderCatalogue.entry(order.keyword)
    try checkMenu(spec)
    try checkActions(spec)
    try checkPause(spec, order)
    var copy = self
    let asked = try copy.judge(order, spec)
    try copy.reserve(asked)
    copy.actions += spec.actions
    self = copy
    return AcceptedOrder(
      place: place, order: order, bound: asked.bound, cost: asked.cost, capital: asked.capital,
      defies: asked.defies, usesConsent: asked.usesConsent)
  }

  /// What an order turned out to be and to take.
  struct Asked {
    var bound: BoundOrder
    var cost = 0
    var capital = 0
    var defies: ForbiddenAct?
    var usesConsent = false
  }

  private mutating func judge(_ order: Order, _ spec: OrderSpec) throws(RuleRefusal) -> Asked {
    switch spec.group {
    case .budget: try judgeBudget(order)
    case .programme: try judgeProgramme(order)
    case .policy: try judgePolicy(order)
    case .posture: try judgePosture(order)
    }
  }

  private mutating func reserve(_ asked: Asked) throws(RuleRefusal) {
    if asked.cost > money {
      throw RuleRefusal(
        .treasuryTooLow, [.init("have", max(0, money)), .init("need", asked.cost)],
        "This costs \(FigureUnit.money.text(asked.cost)) and "
          + "\(FigureUnit.money.text(max(0, money))) are free this turn.")
    }
    if asked.capital > 0 && capital - asked.capital < 0 {
      throw RuleRefusal(
        .tooLittleCapital,
        [.init("have", capital), .init("cost", asked.capital), .init("floor", 0)],
        "This costs \(FigureUnit.points.text(asked.capital)) of political capital and you have "
          + "\(FigureUnit.points.text(capital)).")
    }
    money -= asked.cost
    capital = min(10_000, capital - asked.capital)
  }

  private func checkMenu(_ spec: OrderSpec) throws(RuleRefusal) {
    if spec.isAlwaysAllowed || scenario.parameters.orders.contains(spec.keyword) { return }
    throw RuleRefusal(
      .orderNotHere, [.init("keyword", spec.keyword.rawValue)],
      "The order \(spec.keyword.rawValue) is not part of this exercise.")
  }

  private func checkActions(_ spec: OrderSpec) throws(RuleRefusal) {
    let limit = scenario.parameters.actions
    guard limit > 0, spec.actions > 0, actions + spec.actions > limit else { return }
    throw RuleRefusal(
      .tooManyOrders, [.init("count", actions + spec.actions), .init("limit", limit)],
      "A state has \(limit) actions a turn beside budget orders; cancel another order first.")
  }

  /// Levers that rest between two uses; export control has one rest for both directions.
  private func checkPause(_ spec: OrderSpec, _ order: Order) throws(RuleRefusal) {
    guard spec.pause > 1 else { return }
    let object: Int? =
      order.keyword == .declare ? word(order, "support").flatMap { index(ofState: $0) } : nil
    let uses = standing.leverUsed.filter {
      $0.keyword == spec.keyword.lever && (object == nil || $0.object == object)
    }
    guard let last = uses.map(\.turn).max(), turn < last + spec.pause else { return }
    throw RuleRefusal(
      .tooSoon, [.init("last", last), .init("next", last + spec.pause)],
      "You did this in turn \(last); you may do it again from turn \(last + spec.pause).")
  }
}

extension OrderKeyword {
  /// The keyword whose rest counts for this one.
  var lever: OrderKeyword { self == .tightenExport ? .relaxExport : self }
}
