import EntenteModel
import EntenteSession

/// Walks through the deals of an opening position.
struct DealSurvey {
  /// A deal and what it brings its parties, in their order, bp.
  private struct Valued {
    var parties: [Int]
    var gains: [Int]
  }

  private let exercise: Exercise
  private let world: World
  private let baseline: Preview.Baseline
  private let valuedMax: Int
  private(set) var report = DealSpaceReport()

  init(_ exercise: Exercise, valuedMax: Int) {
    self.exercise = exercise
    self.valuedMax = max(1, valuedMax)
    let scenario = exercise.scenario
    world = World(scenario: scenario)
    let orders = scenario.states.map(\.defaultOrders)
    baseline = Preview.baseline(for: nil, orders: orders, in: world, scenario: scenario)
    report.horizon = baseline.horizon
    var untouched = world
    for _ in 0..<baseline.horizon {
      untouched =
        Resolution.resolve(untouched, orders: orders, scenario: scenario, judgesCards: false).world
    }
    report.stakes = zip(scenario.states, untouched.states).map { card, standing in
      let value = standing.outcome.national.value
      return DealSpaceReport.Stake(state: card.id, without: value, best: value, terms: "")
    }
  }

  /// All deals of so many states.
  mutating func run(parties count: Int, step: () -> Void) {
    let groups = Self.groups(of: count, among: exercise.scenario.states.count)
    let grids = groups.map { ClauseGrid(exercise, parties: $0).clauses }
    let sizes = grids.map { $0.count + $0.count * ($0.count - 1) / 2 }
    let all = sizes.reduce(0, +)
    var texts: [(parties: [Int], terms: String, text: DealText)] = []
    var possible = 0
    for place in Self.sample(DealSpaceReport.triedMax, of: all) {
      guard let found = text(at: place, groups, grids, sizes) else { continue }
      possible += 1
      if isFeasible(found.text) { texts.append(found) }
    }
    let tried = possible
    // Texts that do not bind all, or are no deal by their form, are none; a sample tells how many.
    if all > DealSpaceReport.triedMax {
      possible = rdiv(possible * all, DealSpaceReport.triedMax)
    }
    var valued: [Valued] = []
    for place in Self.sample(valuedMax, of: texts.count) {
      valued.append(value(texts[place].parties, texts[place].terms, texts[place].text))
      step()
    }
    report.sizes.append(
      DealSpaceReport.Size(
        parties: count, possible: possible, tried: tried, feasible: texts.count,
        valued: valued.count, better: valued.count { $0.gains.allSatisfy { $0 > 0 } },
        pareto: Self.pareto(valued)))
  }

  // MARK: texts

  /// Every set of `count` states, ascending.
  static func groups(of count: Int, among states: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return groups(of: count - 1, among: states).flatMap { group in
      ((group.last ?? -1) + 1..<max(states, (group.last ?? -1) + 1)).map { group + [$0] }
    }
  }

  /// At most `most` places of `count`, ascending: all, or the ones that the draws put first.
  static func sample(_ most: Int, of count: Int) -> [Int] {
    guard count > most else { return Array(0..<count) }
    return (0..<count)
      .map { (KeyedDraw.splitMix(DealSpaceReport.seed ^ UInt64($0)), $0) }
      .sorted { $0 < $1 }.prefix(most).map(\.1).sorted()
  }

  /// The text at a place of the whole row: groups one after another, in each the single clauses,
  /// then the pairs. Nil where the clauses are no deal that binds all.
  private func text(
    at place: Int, _ groups: [[Int]], _ grids: [[String]], _ sizes: [Int]
  ) -> (parties: [Int], terms: String, text: DealText)? {
    var rest = place
    var group = 0
    while rest >= sizes[group] {
      rest -= sizes[group]
      group += 1
    }
    let grid = grids[group]
    var terms = rest < grid.count ? grid[rest] : ""
    if rest >= grid.count {
      rest -= grid.count
      var first = 0
      while rest >= grid.count - 1 - first {
        rest -= grid.count - 1 - first
        first += 1
      }
      terms = "\(grid[first]); \(grid[first + 1 + rest])"
    }
    let states = groups[group].map { exercise.scenario.states[$0].id }
    let read = TermsParser.parse(
      terms, sender: states[0], addressees: Array(states.dropFirst()),
      vocabulary: exercise.vocabulary)
    guard let text = read.text, text.parties == states,
      Set(text.clauses.flatMap(\.boundStates)) == Set(states),
      TermsForm.check(text, vocabulary: exercise.vocabulary).isEmpty
    else { return nil }
    return (groups[group], terms, text)
  }

  // MARK: judging

  /// Whether all may sign, and have the political capital to ratify.
  private func isFeasible(_ text: DealText) -> Bool {
    let scenario = exercise.scenario
    guard DealRules.signing(text, signer: nil, in: world, scenario: scenario).isEmpty else {
      return false
    }
    let signers = text.parties.compactMap(scenario.index(of:))
    let deal = Lifecycle.signed(
      text, id: "draft", revision: 0, signers: signers, in: world, scenario: scenario)
    return signers.allSatisfy { state in
      text.ratificationClass(for: scenario.states[state].id) == .a
        || world.states[state].politicalCapital.value
          - Lifecycle.ratificationCost(of: deal, for: state, in: world, scenario: scenario).value
          >= RatificationCost.reserve.value
    }
  }

  private mutating func value(_ parties: [Int], _ terms: String, _ text: DealText) -> Valued {
    let preview = Preview.of(text, baseline: baseline)
    let gains = parties.map { preview.effect(on: $0)?.national ?? 0 }
    if gains.allSatisfy({ $0 > 0 }) {
      for (state, gain) in zip(parties, gains) {
        let reached = report.stakes[state].without + gain
        guard reached > report.stakes[state].best else { continue }
        report.stakes[state].best = reached
        report.stakes[state].terms = terms
      }
    }
    return Valued(parties: parties, gains: gains)
  }

  /// How many no other deal of the same states, and not having none, is at least as good as for all
  /// and better for one.
  private static func pareto(_ all: [Valued]) -> Int {
    all.count { one in
      let none = Valued(parties: one.parties, gains: one.gains.map { _ in 0 })
      return !dominates(none, one)
        && !all.contains { $0.parties == one.parties && dominates($0, one) }
    }
  }

  private static func dominates(_ one: Valued, _ other: Valued) -> Bool {
    zip(one.gains, other.gains).allSatisfy { $0 >= $1 } && one.gains != other.gains
  }
}
