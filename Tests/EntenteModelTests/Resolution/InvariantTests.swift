import EntenteModel
import Testing

@Suite("Invariants under random play")
struct InvariantTests {
  private static let seeds = Array(UInt64(1)...60)
  /// The introductory exercise, and one in which everything is played.
  enum Stage: CaseIterable {
    case plain, everything

    var scenario: Scenario {
      switch self {
      case .plain:
        JointPlay.changed(
          parameters: { $0.actions = 0 },
          programmes: { $0[FirstAccord.lantern].inputs = [.chips] })
      case .everything: FirstAccord.everything()
      }
    }
  }

  @Test(
    "figures stay in range, money, lots and inputs are conserved, gates hold", arguments: seeds,
    Stage.allCases)
  func invariants(seed: UInt64, stage: Stage) {
    let scenario = stage.scenario
    var play = RandomPlay(seed: seed, scenario: scenario)
    var world = World.start(scenario)
    for _ in 1...8 {
      play.deal(in: &world)
      play.event(in: &world)
      world.states[play.roll(4)].tokens += play.roll(2)
      let before = world
      let result = Resolution.resolve(
        world, orders: play.orders(in: world), scenario: scenario)
      world = result.world
      checkRanges(world, "seed \(seed) turn \(before.turn)")
      checkMoney(world, before, result.report, "seed \(seed) turn \(before.turn)")
      checkLots(
        world, before, result.report, scenario, "seed \(seed) turn \(before.turn)")
      checkLines(world, scenario, "seed \(seed) turn \(before.turn)")
      checkInputs(world, before, result.report, scenario, "seed \(seed) turn \(before.turn)")
    }
  }

  @Test("two runs of the same play are the same", arguments: seeds.prefix(10), Stage.allCases)
  func repetition(seed: UInt64, stage: Stage) {
    let scenario = stage.scenario
    func run() -> World {
      var play = RandomPlay(seed: seed, scenario: scenario)
      var world = World.start(scenario)
      for _ in 1...8 {
        play.deal(in: &world)
        world = Resolution.resolve(world, orders: play.orders(in: world), scenario: scenario).world
      }
      return world
    }
    #expect(run() == run())
  }

  @Test(
    "the order in which a rich state enters its orders changes nothing",
    arguments: seeds.prefix(30), Stage.allCases)
  func permutation(seed: UInt64, stage: Stage) {
    let scenario = stage.scenario
    var play = RandomPlay(seed: seed, scenario: scenario)
    var world = World.start(scenario)
    for _ in 1...4 {
      play.deal(in: &world)
      for state in world.states.indices {
        world.states[state].treasury = 5_000_000
        world.states[state].politicalCapital = 9_000
        // Stock enough that no order takes what another needs.
        world.states[state].stock = scenario.programmes.map { _ in 900_000 }
      }
      let orders = play.orders(in: world).map(distinct)
      let turned = orders.map { Array($0.reversed()) }
      let one = Resolution.resolve(world, orders: orders, scenario: scenario)
      let other = Resolution.resolve(world, orders: turned, scenario: scenario)
      #expect(
        withoutHabit(one.world) == withoutHabit(other.world), "seed \(seed) turn \(world.turn)")
      #expect(one.report.duties == other.report.duties)
      #expect(one.report.deliveries == other.report.deliveries)
      world = one.world
    }
  }

  @Test("an order that is dropped changes nothing", arguments: seeds.prefix(30), Stage.allCases)
  func droppedOrders(seed: UInt64, stage: Stage) {
    let scenario = stage.scenario
    var play = RandomPlay(seed: seed, scenario: scenario)
    var world = World.start(scenario)
    for _ in 1...4 {
      play.deal(in: &world)
      let orders = play.orders(in: world)
      let result = Resolution.resolve(world, orders: orders, scenario: scenario)
      let kept = result.report.orders.enumerated().map { state, results in
        if result.report.usedHabit[state] { return [Order]() }
        let done = results.filter { entry in
          if case .dropped = entry.outcome { return false } else { return true }
        }.map(\.order)
        return done.isEmpty ? FirstAccord.nothing : done
      }
      let again = Resolution.resolve(world, orders: kept, scenario: scenario)
      #expect(again.world == result.world, "seed \(seed) turn \(world.turn)")
      world = result.world
    }
  }

  // MARK: Checks

  private func checkRanges(_ world: World, _ place: Comment) {
    let range = BasisPoints(0)...10_000
    for state in world.states {
      let figures =
        state.technology + state.civil + state.barriers + state.fatigue + state.utilisation
        + state.outcome.terms
        + [
          state.workforce, state.organisation, state.connections, state.maturity,
          state.contentThreshold, state.exportStrictness, state.security,
          state.politicalCapital, state.ethics, state.asymmetric, state.outcome.readiness,
          state.outcome.pressure, state.outcome.support, state.outcome.gap,
          state.outcome.latent, state.outcome.national, state.outcome.final,
          state.outcome.reputation,
        ]
      #expect(figures.allSatisfy(range.contains), place)
      #expect(state.treasury >= 0, place)
      #expect(state.capacity.allSatisfy { $0 >= 0 }, place)
      #expect((-3_000...500).contains(state.outcome.conduct), place)
      for (stock, common) in zip(state.stock, state.commonStock) {
        #expect(common >= 0 && common <= stock, place)
      }
    }
    for pair in world.pairs {
      let figures = pair.layers + [pair.affinity, pair.composite, pair.depth, pair.weight]
      #expect(figures.allSatisfy(range.contains), place)
    }
    #expect(world.trust.allSatisfy(range.contains), place)
    #expect((world.threat + world.adversary).allSatisfy(range.contains), place)
    #expect(range.contains(world.collective), place)
    for group in world.groups {
      let figures = [group.formation, group.management, group.salience, group.capacity]
      #expect(figures.allSatisfy(range.contains), place)
    }
  }

  /// What came in is in treasuries and pools or has left.
  private func checkMoney(
    _ world: World, _ before: World, _ report: TurnReport, _ place: Comment
  ) {
    let treasuries = world.states.reduce(0) { $0 + $1.treasury.value }
    let pools = world.deals.reduce(0) { $0 + $1.pool.value }
    #expect(
      treasuries + pools == world.tally.inflow.value - world.tally.outflow.value, place)
    for state in world.states.indices {
      let flows = report.money.filter { $0.state == state }.reduce(0) { $0 + $1.amount.value }
      let change = world.states[state].treasury.value - before.states[state].treasury.value
      #expect(flows == change, place)
    }
  }

  /// Lots come from lines only and go by ageing only.
  private func checkLots(
    _ world: World, _ before: World, _ report: TurnReport, _ scenario: Scenario,
    _ place: Comment
  ) {
    for programme in scenario.programmes.indices {
      func sum(_ world: World) -> Int {
        let stock = world.states.reduce(0) { $0 + $1.stock[programme].value }
        let id = scenario.programmes[programme].id
        return world.deals.reduce(stock) { sum, deal in
          zip(deal.text.clauses, deal.clauses).reduce(sum) { inner, clause in
            clause.0.programme == id
              ? inner + clause.1.pooled.reduce(0) { $0 + $1.value } : inner
          }
        }
      }
      let built = world.lines.filter { $0.programme == programme }
        .reduce(0) { $0 + $1.output.value }
      // Pools that end before R10 give back lots that then age.
      let ended = report.deliveries.prefix { $0.way == .returned && $0.deal != nil }
      let released = before.states.indices.map { state in
        ended.filter { $0.to == state && $0.programme == programme }
          .reduce(0) { $0 + $1.lots.value }
      }
      let aged = before.states.indices.reduce(0) {
        $0 + mb(before.states[$1].stock[programme].value + released[$1], 200)
      }
      #expect(sum(world) == sum(before) + built - aged, place)
    }
  }

  /// Nothing is built without its inputs: what lines used was supplied, laid up or bought.
  private func checkInputs(
    _ world: World, _ before: World, _ report: TurnReport, _ scenario: Scenario,
    _ place: Comment
  ) {
    for state in world.states {
      #expect(state.supply.reserves.allSatisfy { $0 >= 0 } && state.tokens >= 0, place)
      for shares in state.supply.shares where !shares.isEmpty {
        #expect(shares.reduce(0, +) == 10_000, place)
      }
    }
    guard let chips = scenario.node(.chips) else { return }
    func reserves(_ world: World) -> Int {
      world.states.reduce(0) { sum, state in
        state.supply.coming.filter { $0.input == .chips }.reduce(
          sum + state.supply.reserves[Input.chips.index].value
        ) { $0 + $1.lots.value }
      }
    }
    let used = world.lines.reduce(0) { sum, line in
      scenario.programmes[line.programme].inputs.contains(.chips) ? sum + line.output.value : sum
    }
    let laidUp = report.orders.joined().reduce(0) { sum, result in
      guard result.outcome == .done, result.order.keyword == .stockpile,
        result.order["input"] == .word("chips"), case .integer(let money)? = result.order["money"]
      else { return sum }
      return sum + rdiv(money * 1_000, scenario.price(of: .chips)?.value ?? 1)
    }
    // Supply may be raised by an event, at most to 12000 bp in this play.
    let released = reserves(before) + laidUp - reserves(world)
    #expect(released >= 0, place)
    #expect(used <= mb(chips.supply.value, 12_000 * 12_000 / 10_000) + released, place)
  }

  private func checkLines(_ world: World, _ scenario: Scenario, _ place: Comment) {
    for line in world.lines {
      #expect(line.capacity >= 0 && line.output >= 0, place)
      if line.output > 0 {
        #expect(line.gates.allSatisfy { $0.done >= $0.days }, place)
        #expect(line.status == .open || line.status == .closed, place)
      }
    }
    for state in world.states.indices {
      for sector in Sector.allCases {
        let held = world.lines.filter {
          $0.state == state && $0.status == .open
            && scenario.programmes[$0.programme].sector == sector
        }.reduce(0) { $0 + $1.capacity.value }
        #expect(held <= world.states[state].capacity[sector.index].value, place)
      }
    }
    #expect(
      zip(world.lines, world.lines.dropFirst()).allSatisfy {
        ($0.state, $0.programme) < ($1.state, $1.programme)
      }, place)
  }

  // MARK: Comparisons

  /// Of orders with the same object only the last, so that turning them round means the same.
  private func distinct(_ orders: [Order]) -> [Order] {
    orders.enumerated().filter { place, order in
      !orders[(place + 1)...].contains { OrderCatalogue.isSameObject($0, order) }
    }.map(\.element)
  }

  /// Habit keeps the order of entry, which decides what fits when money is short.
  private func withoutHabit(_ world: World) -> World {
    var world = world
    for state in world.states.indices { world.states[state].lastBudgetOrders = [] }
    return world
  }
}
