// R8, continued: scarce inputs are shared out among the lines that use them (EQ13). The supply of
// an input is one pool for all; a state whose own suppliers are cut gets less of it, and makes that
// good from other suppliers as far as anything is left, from what it has laid up, and, for
// platforms, from the market outside.

extension Resolver {
  /// Fills `scratch.inputs` for the lines; without scarce inputs it stays empty.
  mutating func allocateInputs() {
    guard scenario.parameters.plays(.inputs) else { return }
    receiveReserves()
    for state in 0..<count {
      world.states[state].supply.requested = Array(repeating: 0, count: Input.count)
    }
    let nodes = Input.allCases.compactMap { scenario.node($0) }
    guard !nodes.isEmpty else { return }
    // What each line would build if nothing were scarce is what it asks for.
    let wanted = world.lines.indices.map { line in
      let plan = plan(line)
      return min(plan.capacity, plan.due.reduce(plan.own, +))
    }
    for node in nodes { allocate(node, wanted) }
  }

  /// What a line is allotted of each of its scarce inputs, mU; empty means all are plentiful.
  func inputs(of line: Int) -> [Lots] {
    guard !scratch.inputs.isEmpty else { return [] }
    return scenario.programmes[world.lines[line].programme].inputs.compactMap { input in
      scratch.inputs[input.index].map { Lots($0.allotted(line)) }
    }
  }

  private mutating func receiveReserves() {
    for state in 0..<count {
      for arrival in world.states[state].supply.coming where arrival.turn <= turn {
        world.states[state].supply.reserves[arrival.input.index] += arrival.lots
      }
      let now = turn
      world.states[state].supply.coming.removeAll { $0.turn <= now }
    }
  }

  // MARK: Sharing out

  private mutating func allocate(_ node: InputNode, _ wanted: [Int]) {
    let users = world.lines.indices.filter { line in
      scenario.programmes[world.lines[line].programme].inputs.contains(node.input)
    }
    var share = InputShare(lines: world.lines.count)
    for line in users {
      share.wanted[line] = wanted[line]
      world.states[world.lines[line].state].supply.requested[node.input.index] += Lots(
        wanted[line])
    }
    let supply = supply(of: node)
    let granted = serve(users, asked: users.map { wanted[$0] }, node.input, from: supply)
    for (line, lots) in zip(users, granted) {
      share.pooled[line] = mb(lots, availability(node.input, to: world.lines[line].state))
    }
    substitute(node.input, users, supply, &share)
    release(node.input, users, &share)
    if node.input == .platform, let market = scenario.platformMarket {
      buyPlatforms(from: market, users, &share)
    }
    if scratch.inputs.isEmpty { scratch.inputs = Input.allCases.map { _ in nil } }
    scratch.inputs[node.input.index] = share
  }

  /// EQ13's supply of the turn: each supplier's share at its status. What states have laid up is
  /// not in it, because it serves their own lines.
  private func supply(of node: InputNode) -> Int {
    let effects = SupplyEffects(node.input, in: world, scenario: scenario)
    return InputSupply.evaluate(
      InputSupply.Input(
        base: Lots(mb(node.supply.value, effects.supply(of: nil))), shares: node.shares,
        statuses: node.shares.indices.map { effects.status(of: $0, for: nil) })
    ).value
  }

  /// How much of what a state takes reaches it: its suppliers' shares at the status they have for
  /// it alone; bp.
  private func availability(_ input: Input, to state: Int) -> Int {
    let effects = SupplyEffects(input, in: world, scenario: scenario)
    guard effects.single(state) else { return 10_000 }
    let weights = supplierWeights(input, of: state, effects)
    return mb(weights.reduce(0, +), effects.supply(of: state))
  }

  /// Contract shares of a state at the status its suppliers have for it alone; bp.
  private func supplierWeights(
    _ input: Input, of state: Int, _ effects: SupplyEffects
  ) -> [Int] {
    scenario.contractShares(of: input, to: state).enumerated().map {
      mb($1.value, effects.status(of: $0, for: state).value)
    }
  }

  /// Requests under `sosa` first, rating 2 before rating 1, the rest by largest remainder.
  private func serve(
    _ lines: [Int], asked: [Int], _ input: Input, from supply: Int
  ) -> [Int] {
    let ratings = lines.map { rating(of: world.lines[$0].state, for: input) }
    var given = [Int](repeating: 0, count: lines.count)
    var left = supply
    if ratings.contains(2) {
      let first = InputAllocation.evaluate(
        InputAllocation.Input(
          supply: Lots(supply),
          requests: zip(asked, ratings).map { .init(amount: Lots($0), rated: $1 == 2) }))
      for place in lines.indices where ratings[place] == 2 {
        given[place] = first[place].value
        left -= given[place]
      }
    }
    let rest = lines.indices.filter { ratings[$0] < 2 }
    let second = InputAllocation.evaluate(
      InputAllocation.Input(
        supply: Lots(left),
        requests: rest.map { .init(amount: Lots(asked[$0]), rated: ratings[$0] == 1) }))
    for (place, lots) in zip(rest, second) { given[place] = lots.value }
    return given
  }

  /// The rating `sosa` gives a state's requests for an input; 0 without one.
  private func rating(of state: Int, for input: Input) -> Int {
    var highest = 0
    for index in all(.sosa) where clauses[index].isActive && clauses[index].bound.contains(state) {
      let text = text(clauses[index])
      guard text.words("inputs").contains(input.rawValue) else { continue }
      highest = max(highest, text.integer("rating") ?? 1)
    }
    return highest
  }

  /// What could not reach a state from one supplier it takes from another that still serves it and
  /// has at least 1000 bp of its supply; what is left then serves those nobody has cut.
  private func substitute(
    _ input: Input, _ users: [Int], _ supply: Int, _ share: inout InputShare
  ) {
    let effects = SupplyEffects(input, in: world, scenario: scenario)
    let cut = users.filter { effects.single(world.lines[$0].state) }
    guard !cut.isEmpty else { return }
    fill(
      cut.filter { hasSecondSource(input, world.lines[$0].state, effects) }, input, supply, &share)
    fill(users.filter { !cut.contains($0) }, input, supply, &share)
  }

  /// Shares what is left of the pool among lines that still lack something.
  private func fill(
    _ lines: [Int], _ input: Input, _ supply: Int, _ share: inout InputShare
  ) {
    let left = supply - share.pooled.reduce(0, +)
    let short = lines.filter { share.missing($0) > 0 }
    guard left > 0, !short.isEmpty else { return }
    let asked = short.map { share.missing($0) }
    for (line, lots) in zip(short, serve(short, asked: asked, input, from: left)) {
      share.pooled[line] += lots
    }
  }

  private func hasSecondSource(
    _ input: Input, _ state: Int, _ effects: SupplyEffects
  ) -> Bool {
    scenario.contractShares(of: input, to: state).enumerated().contains {
      $1 >= 1_000 && effects.status(of: $0, for: state) == 10_000
        && effects.status(of: $0, for: nil) == 10_000
    }
  }

  /// What lines still lack comes from what their state has laid up.
  private func release(_ input: Input, _ users: [Int], _ share: inout InputShare) {
    for state in 0..<count {
      let lines = users.filter { world.lines[$0].state == state && share.missing($0) > 0 }
      let reserve = world.states[state].supply.reserves[input.index].value
      guard !lines.isEmpty, reserve > 0 else { continue }
      let asked = lines.map { share.missing($0) }
      let parts = lrm(min(reserve, asked.reduce(0, +)), asked)
      for (line, part) in zip(lines, parts) { share.released[line] = part }
    }
  }

  /// SR8: the market outside sells platforms for a tenth of the list price of what they go into, to
  /// those who have the money now.
  private mutating func buyPlatforms(
    from market: Int, _ users: [Int], _ share: inout InputShare
  ) {
    for line in users where share.missing(line) > 0 {
      let state = world.lines[line].state
      let each = platformPrice(line)
      let lots = min(share.missing(line), fdiv(treasury(state) * 1_000, each))
      guard lots > 0 else { continue }
      share.bought[line] = lots
      let money = min(treasury(state), cdiv(lots * each, 1_000))
      share.money[line] = money
      world.states[state].treasury -= Money(money)
    }
  }

  private func platformPrice(_ line: Int) -> Int {
    max(1, mb(scenario.programmes[world.lines[line].programme].listCost.value, 1_000))
  }

  // MARK: After production

  /// What lines did not use stays where it was: reserves laid up, money in the treasury; then the
  /// shares of suppliers as they came to be.
  mutating func settleInputs() {
    for (place, share) in scratch.inputs.enumerated() {
      guard let share else { continue }
      let input = Input.allCases[place]
      var pooled = [Int](repeating: 0, count: count)
      var bought = pooled
      for line in world.lines.indices where share.wanted[line] > 0 {
        let state = world.lines[line].state
        let use = share.use(of: world.lines[line].output.value, line)
        world.states[state].supply.reserves[place] -= Lots(use.released)
        payPlatforms(line, use.bought, held: share.money[line])
        pooled[state] += use.pooled
        bought[state] += use.bought
      }
      for state in 0..<count { noteShares(input, state, pooled[state], bought[state]) }
    }
  }

  private mutating func payPlatforms(_ line: Int, _ lots: Int, held: Int) {
    guard held > 0 else { return }
    let state = world.lines[line].state
    let cost = min(held, cdiv(lots * platformPrice(line), 1_000))
    world.states[state].treasury += Money(held - cost)
    guard cost > 0 else { return }
    world.tally.outflow += Money(cost)
    world.states[state].ledger.spent += Money(cost)
    flow(state, -cost, .inputs)
  }

  /// SH of a state follows what came: its contracts as far as they were served, and the market.
  private mutating func noteShares(_ input: Input, _ state: Int, _ pooled: Int, _ bought: Int) {
    guard pooled + bought > 0 else { return }
    let effects = SupplyEffects(input, in: world, scenario: scenario)
    var weights = scenario.contractShares(of: input, to: state).enumerated().map {
      mb(
        mb($1.value, effects.status(of: $0, for: state).value),
        effects.status(of: $0, for: nil).value)
    }
    if bought > 0, let market = scenario.platformMarket {
      let sum = max(1, weights.reduce(0, +))
      weights = weights.map { $0 * pooled }
      weights[market] += sum * bought
    }
    guard weights.contains(where: { $0 > 0 }) else { return }
    world.states[state].supply.shares[input.index] = lrm(10_000, weights).map {
      BasisPoints($0)
    }
  }
}
