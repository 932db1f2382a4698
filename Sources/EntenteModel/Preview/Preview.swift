/// Looks ahead: what a text would do to its parties, computed by the engine on a copy and written
/// nowhere. The text counts as signed and ratified by all its parties in the turn played.
package enum Preview {
  /// Turns looked ahead unless the exercise ends sooner.
  package static let horizon = 4

  /// The run without the text, shared by all texts a reader looks at in a turn.
  package struct Baseline: Sendable {
    /// Who looks; nil sees everything.
    package let reader: Int?
    /// Turns looked ahead.
    package let horizon: Int
    /// The world and the exercise as the reader may know them.
    let world: World
    let scenario: Scenario
    let orders: [[Order]]
    /// Money the reader's own orders claim in this turn.
    let claimed: Money
    let assumptions: [String]
    /// The world after each turn without the text.
    let worlds: [World]
  }

  /// The run without any new text. `orders` are those the reader knows, by state: its own, held
  /// every turn (none: what it did last turn), and of others those it has seen.
  package static func baseline(
    for reader: Int?, orders: [[Order]], in world: World, scenario: Scenario,
    horizon: Int = Preview.horizon
  ) -> Baseline {
    let turns = clamp(scenario.parameters.turns - world.turn + 1, 1, max(1, horizon))
    let veil = reader.map { Veil($0, world: world, scenario: scenario) }
    let seen = veil?.veiledWorld() ?? world
    let known = veil?.veiledScenario() ?? scenario
    let held = orders.indices.map { state in
      // An order that does nothing stands for giving no other: without any a state repeats its
      // habit.
      state != reader && orders[state].isEmpty ? [Order(.choose, [])] : orders[state]
    }
    var worlds: [World] = []
    var next = seen
    for _ in 0..<turns {
      next = Resolution.resolve(next, orders: held, scenario: known, judgesCards: false).world
      worlds.append(next)
    }
    return Baseline(
      reader: reader, horizon: turns, world: seen, scenario: known, orders: held,
      claimed: reader.map {
        DealRules.claimed(by: $0, orders: orders[$0], in: seen, scenario: known)
      } ?? 0,
      assumptions: veil?.assumptions() ?? [], worlds: worlds)
  }

  /// What `text` would do. `replacing` is the deal it is a revision of, if that was ever signed.
  package static func of(
    _ text: DealText, replacing: DealID? = nil, baseline: Baseline
  ) -> PreviewResult {
    let (start, scenario) = (baseline.world, baseline.scenario)
    let draft = Lifecycle.assumed(
      text, id: replacing ?? previewID, in: start, scenario: scenario)
    var run = PreviewRun(draft, on: baseline)
    run.advance()
    let effects = run.effects()
    let fog = scenario.parameters.fog
    var result = PreviewResult(
      horizon: baseline.horizon,
      gates: PreviewGates.of(draft, in: start, scenario: scenario),
      costs: run.costs(), parties: effects, purpose: run.purpose(effects), leaks: run.leaks(),
      duties: run.duties,
      warnings: DealRules.warnings(text, in: start, scenario: scenario, replacing: replacing),
      refusals: DealRules.signing(
        text, signer: baseline.reader, in: start, scenario: scenario, claimed: baseline.claimed,
        replacing: replacing),
      assumptions: baseline.assumptions)
    result.warnings += run.warnings(effects)
    if let reader = baseline.reader, fog != .none {
      result.parties.removeAll { $0.state != reader }
      result.purpose = run.purpose(result.parties)
    }
    return result
  }

  /// The same, with a baseline of its own.
  package static func of(
    _ text: DealText, replacing: DealID? = nil, reader: Int?, orders: [[Order]], in world: World,
    scenario: Scenario, horizon: Int = Preview.horizon
  ) -> PreviewResult {
    let baseline = baseline(
      for: reader, orders: orders, in: world, scenario: scenario, horizon: horizon)
    return of(text, replacing: replacing, baseline: baseline)
  }

  /// Stands for the id of a deal that is only looked at.
  static let previewID: DealID = "preview"
}
