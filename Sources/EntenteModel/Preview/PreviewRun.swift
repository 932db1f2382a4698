/// One look ahead: the world with the text, turn after turn, beside the baseline without it.
struct PreviewRun {
  private let draft: Conclusion
  private let baseline: Preview.Baseline
  private let scenario: Scenario
  private let parties: [Int]
  /// The world before the last turn of the run, and after it.
  private var before: World
  private var after: World
  private(set) var duties: [PreviewDuty] = []

  init(_ draft: Conclusion, on baseline: Preview.Baseline) {
    self.draft = draft
    self.baseline = baseline
    scenario = baseline.scenario
    parties = draft.deal.text.parties.compactMap(baseline.scenario.index(of:))
    var world = baseline.world
    world.deals.removeAll { $0.id == draft.deal.id }
    Self.ratify(draft, in: &world, scenario)
    world.apply(draft)
    before = world
    after = world
  }

  /// The same for a change of a deal that stands: `payers` ratify it, and a newcomer pays its fee.
  init(changing draft: Conclusion, _ terms: Preview.ChangeTerms, on baseline: Preview.Baseline) {
    self.draft = draft
    self.baseline = baseline
    scenario = baseline.scenario
    parties = draft.deal.text.parties.compactMap(baseline.scenario.index(of:))
    var world = baseline.world
    for state in terms.payers { Self.pay(for: draft.deal, by: state, in: &world, scenario) }
    if let newcomer = terms.newcomer, world.states[newcomer].treasury >= terms.fee {
      world.payAccessionFee(terms.fee, by: newcomer, to: draft.deal.bound)
    }
    world.apply(draft)
    before = world
    after = world
  }

  /// Resolves every turn up to the horizon.
  mutating func advance() {
    for _ in 0..<baseline.horizon {
      before = after
      let result = Resolution.resolve(
        after, orders: baseline.orders, scenario: scenario, judgesCards: false)
      note(result.report)
      after = result.world
    }
  }

  /// Each party pays what ratifying costs it, as far as it can.
  private static func ratify(_ draft: Conclusion, in world: inout World, _ scenario: Scenario) {
    for joining in draft.deal.ratifiers {
      pay(for: draft.deal, by: joining.state, in: &world, scenario)
    }
  }

  private static func pay(
    for deal: Deal, by state: Int, in world: inout World, _ scenario: Scenario
  ) {
    let cost = min(
      Lifecycle.ratificationCost(of: deal, for: state, in: world, scenario: scenario),
      world.states[state].politicalCapital)
    world.states[state].politicalCapital -= cost
    world.states[state].politicalSpent += cost
  }

  private mutating func note(_ report: TurnReport) {
    for duty in report.duties where duty.deal == draft.deal.id && duty.due > 0 {
      duties.append(
        PreviewDuty(
          turn: report.turn, clause: duty.clause, debtor: duty.debtor,
          creditor: duty.creditor == Arrears.toAll ? nil : duty.creditor, amount: duty.due,
          isMoney: duty.isMoney))
    }
  }

  // MARK: Effects

  private var without: World { baseline.worlds[baseline.worlds.count - 1] }

  /// Changes of each party against the baseline.
  func effects() -> [PreviewEffect] {
    let with = FigureReading(world: after, scenario: scenario)
    let plain = FigureReading(world: without, scenario: scenario)
    return parties.map { state in
      let one = after.states[state].outcome
      let other = without.states[state].outcome
      let dependence = with.dependence(of: state)
      return PreviewEffect(
        state: state, terms: zip(one.terms, other.terms).map { $0.value - $1.value },
        national: one.national.value - other.national.value,
        leak: rdiv(
          highestLeak(of: state, after) - highestLeak(of: state, without), baseline.horizon),
        dependence: dependence - plain.dependence(of: state), dependenceAfter: dependence,
        treasury: after.states[state].treasury.value - without.states[state].treasury.value,
        nearness: nearness(of: state))
    }
  }

  /// Change of the composite with the strongest other party, the first of equals.
  private func nearness(of state: Int) -> Int {
    func strength(_ other: Int) -> Int {
      baseline.world.states[other].capacity.reduce(0) { sum, capacity in
        sum + min(scenario.parameters.capacityReference.value, capacity.value)
      }
    }
    let others = parties.filter { $0 != state }
    guard let strongest = others.max(by: { (strength($0), $1) < (strength($1), $0) }) else {
      return 0
    }
    let pair = after.pairIndex(state, strongest)
    return after.pairs[pair].composite.value - without.pairs[pair].composite.value
  }

  /// What the text says it is for, and what it does to those whose effects are told.
  func purpose(_ told: [PreviewEffect]) -> PurposeReading {
    PurposeReading(declared: draft.deal.text.purpose, effects: told)
  }

  /// Highest meter among the programmes a state owns.
  private func highestLeak(of state: Int, _ world: World) -> Int {
    world.programmes.filter { $0.owner == state }.map(\.leak.value).max() ?? 0
  }

  /// Programmes the text is about, ascending.
  private var programmes: [Int] {
    Set(draft.deal.text.clauses.compactMap { $0.programme.flatMap(scenario.index(of:)) }).sorted()
  }

  /// How the meters of those programmes rise.
  func leaks() -> [PreviewLeak] {
    let turns = baseline.horizon
    return programmes.map { programme in
      let start = baseline.world.programmes[programme].leak.value
      return PreviewLeak(
        programme: programme, with: rdiv(after.programmes[programme].leak.value - start, turns),
        without: rdiv(without.programmes[programme].leak.value - start, turns),
        highest: after.programmes[programme].leakHighest.value)
    }
  }

  // MARK: Costs

  /// The unit cost of the lines of those programmes in the last turn of the run, part by part.
  func costs() -> [PreviewCost] {
    let programmes = programmes
    guard !programmes.isEmpty else { return [] }
    var resolver = Resolver(world: before, scenario: scenario, record: NoFigureTrace())
    resolver.updateStatuses()
    resolver.readClauses()
    return after.lines.filter { programmes.contains($0.programme) && $0.status == .open }
      .compactMap { line in
        let output = line.output > 0 ? line.output : line.nominal
        guard output > 0, let index = before.lineIndex(line.state, line.programme) else {
          return nil
        }
        return cost(of: line, output: output, resolver.costBasis(index))
      }
  }

  private func cost(of line: Line, output: Lots, _ basis: CostBasis) -> PreviewCost {
    var steps = StepTrace()
    _ = basis.price(output: output.value, trace: &steps)
    func step(_ name: String) -> Money {
      Money(steps.steps.last { $0.name == name }?.value ?? 0)
    }
    let other = without.lineIndex(line.state, line.programme).map { without.lines[$0].unitCost }
    return PreviewCost(
      state: line.state, programme: line.programme,
      list: scenario.programmes[line.programme].listCost, learning: step("learning"),
      rate: step("rate"), premium: step("collaboration"), licence: step("licence"),
      surge: step("surge"), without: other.flatMap { $0 > 0 ? $0 : nil })
  }

  // MARK: Warnings

  /// What only the look ahead shows.
  func warnings(_ effects: [PreviewEffect]) -> [DealWarning] {
    lopsided(effects) + dependence(effects) + leakWarnings()
  }

  /// W18: more than 70% of what is gained goes to one party.
  private func lopsided(_ effects: [PreviewEffect]) -> [DealWarning] {
    let gains = effects.map { max(0, $0.national) }
    let sum = gains.reduce(0, +)
    guard effects.count > 1, let most = gains.max(), sum > 0, 10 * most > 7 * sum,
      let winner = gains.firstIndex(of: most)
    else { return [] }
    let share = FigureUnit.points.text(rdiv(10_000 * most, sum))
    return [
      DealWarning(
        .lopsidedSurplus,
        "\(scenario.states[effects[winner].state].id) gets \(share)% of what the parties gain; the "
          + "others may ask for more.")
    ]
  }

  /// W21: a party would depend on one state for more than 40 points.
  private func dependence(_ effects: [PreviewEffect]) -> [DealWarning] {
    effects.filter { $0.dependenceAfter > 4_000 && $0.dependence > 0 }.map { effect in
      DealWarning(
        .dependenceHigh,
        "\(scenario.states[effect.state].id) would have "
          + "\(FigureUnit.points.text(effect.dependenceAfter))% of its stock and supply from one "
          + "state.")
    }
  }

  /// W15, for meters that stand low now and would be high by the horizon.
  private func leakWarnings() -> [DealWarning] {
    leaks().filter {
      $0.highest > WarningCheck.leakLimit.value && $0.with > $0.without
        && baseline.world.programmes[$0.programme].leak <= WarningCheck.leakLimit
    }.map { leak in
      DealWarning(
        .leakHigh,
        "The leak meter of \(scenario.programmes[leak.programme].id) would reach "
          + "\(FigureUnit.points.text(leak.highest)) of 100.")
    }
  }
}
