// Conclusion: the clauses that bind, their first turns of effect, and the gates that begin to run.
extension Lifecycle {
  /// The deal concluded in the turn of `world`, binding all whose word is final. Effects begin with
  /// the longest ratification of the states a clause binds; gates count from the next turn.
  package static func concluded(
    _ deal: Deal, in world: World, scenario: Scenario
  ) -> Conclusion {
    var next = deal
    next.bound = committed(deal, scenario: scenario)
    next.concludedTurn = world.turn
    next.status = .concluded
    var result = Conclusion(deal: next)
    for index in next.text.clauses.indices {
      begin(index, of: &result, in: world, scenario: scenario)
    }
    result.deal.activeFrom = result.deal.clauses.compactMap(\.activeFrom).min() ?? world.turn
    return result
  }

  /// The text as if all its parties had signed and ratified it in the turn of `world`: what
  /// previews and warnings look at.
  static func assumed(
    _ text: DealText, id: DealID, in world: World, scenario: Scenario
  ) -> Conclusion {
    var deal = signed(
      text, id: id, revision: 0, signers: text.parties.compactMap(scenario.index(of:)), in: world,
      scenario: scenario)
    deal.ratifiers = mustRatify(deal, scenario: scenario).map {
      Joining(state: $0, turn: world.turn)
    }
    return concluded(deal, in: world, scenario: scenario)
  }

  /// A concluded deal after `state` joined it: it is bound by every clause that names it.
  static func joined(
    _ deal: Deal, by state: Int, in world: World, scenario: Scenario
  ) -> Conclusion {
    var result = Conclusion(deal: deal)
    result.deal.bound = Set(deal.bound + [state]).sorted()
    let handle = scenario.states[state].id
    for (index, clause) in deal.text.clauses.enumerated() where clause.binds(handle) {
      guard !deal.clauses[index].hasEnded else { continue }
      begin(index, of: &result, in: world, scenario: scenario)
    }
    result.deal.activeFrom = result.deal.clauses.compactMap(\.activeFrom).min()
    return result
  }

  /// Lets a clause begin for the states bound now, as far as they are enough for it. What began
  /// before stays as it is.
  static func begin(
    _ index: Int, of result: inout Conclusion, in world: World, scenario: Scenario
  ) {
    let clause = result.deal.text.clauses[index]
    let isBound = result.deal.bound.contains(_:)
    let from = clause.from.compactMap(scenario.index(of:)).filter(isBound)
    let to = clause.to.compactMap(scenario.index(of:)).filter(isBound)
    let bound = Set(from + to).sorted()
    guard bound.count >= 2, !from.isEmpty, !to.isEmpty else { return }
    result.deal.clauses[index].bound = bound
    if result.deal.clauses[index].activeFrom == nil {
      result.deal.clauses[index].activeFrom = firstTurn(
        of: clause, in: result.deal.text, bound: bound, in: world, scenario: scenario)
      result.deal.clauses[index].conditions = clause.conditions.map { _ in false }
      // A clause that waits for its condition sleeps from the start.
      result.deal.clauses[index].isSuspended = clause.conditions.contains { $0.action == .activate }
    }
    openGates(index, of: &result, in: world, scenario: scenario)
    openLines(index, of: &result, in: world, scenario: scenario)
    noteConsent(index, of: &result, in: world, scenario: scenario)
  }

  /// `t + cdiv(max rat, D)`: the longest ratification among the states the clause binds, each by
  /// its class of the deal.
  private static func firstTurn(
    of clause: ClauseText, in text: DealText, bound: [Int], in world: World, scenario: Scenario
  ) -> Int {
    let days = scenario.parameters.gateDays
    let longest =
      bound.map { days.ratification(text.ratificationClass(for: scenario.states[$0].id)).value }
      .max() ?? 0
    return world.turn + cdiv(longest, scenario.parameters.turnDays.value)
  }

  // MARK: Gates of deliveries and of know-how

  private static func openGates(
    _ index: Int, of result: inout Conclusion, in world: World, scenario: Scenario
  ) {
    let clause = result.deal.text.clauses[index]
    guard [.offtake, .transfer, .codev].contains(clause.kind),
      result.deal.clauses[index].gates.isEmpty
    else { return }
    let gates = clause.to.compactMap(scenario.index(of:)).map { receiver in
      DealGates.delivery(
        of: result.deal, clause: index, to: receiver, in: world, scenario: scenario)
    }
    result.deal.clauses[index].gates = gates
    result.deal.clauses[index].closedTurn = gates.map { _ in nil }
    result.deal.clauses[index].leftover = gates.map { _ in 0 }
  }

  // MARK: Lines

  /// New lines of `coprod`, `licprod` and `jointfund`; a line that is gated or open already is
  /// brought along, and its gates are not repeated.
  private static func openLines(
    _ index: Int, of result: inout Conclusion, in world: World, scenario: Scenario
  ) {
    let clause = result.deal.text.clauses[index]
    guard [.coprod, .licprod, .jointfund].contains(clause.kind),
      let programme = clause.programme.flatMap(scenario.index(of:))
    else { return }
    for handle in LinePlan.builders(of: clause) {
      guard let state = scenario.index(of: handle),
        result.deal.clauses[index].bound.contains(state)
      else { continue }
      let slot = result.lines.firstIndex { $0.state == state && $0.programme == programme }
      let standing =
        slot.map { result.lines[$0] }
        ?? world.lineIndex(state, programme).map { world.lines[$0] }
      if let slot { result.lines.remove(at: slot) }
      let line =
        standing?.isPlannedOrOpen == true
        ? brought(standing, by: result.deal, clause)
        : DealGates.newLine(
          of: state, programme: programme, reviving: standing, under: result.deal,
          clause: index, beside: result.lines, in: world, scenario: scenario)
      if let line { result.lines.append(line) }
    }
    result.lines.sort { ($0.state, $0.programme) < ($1.state, $1.programme) }
  }

  /// A line that stands keeps everything, and counts as built under the new deal if it had none.
  private static func brought(_ line: Line?, by deal: Deal, _ clause: ClauseText) -> Line? {
    guard var line, line.agreement == nil, clause.kind == .coprod else { return line }
    line.agreement = deal.id
    line.configuration = clause.word("config") ?? line.configuration
    return line
  }

  /// Notes programmes whose making or know-how goes to others while the owner is not bound.
  private static func noteConsent(
    _ index: Int, of result: inout Conclusion, in world: World, scenario: Scenario
  ) {
    let clause = result.deal.text.clauses[index]
    guard [.coprod, .licprod, .jointfund, .codev].contains(clause.kind),
      let programme = clause.programme.flatMap(scenario.index(of:)),
      let owner = world.programmes[programme].owner, !result.deal.bound.contains(owner),
      clause.kind == .codev || !LinePlan.builders(of: clause).isEmpty,
      !result.withoutConsent.contains(programme)
    else { return }
    result.withoutConsent.append(programme)
  }
}
