// What an exemption (`exempt`) does to papers that are under way, and when it sleeps.

extension Resolver {
  /// From the turn after its first one an exemption shortens the open gates of disclosure and
  /// licence between its states, up to sensitivity 3; what was done of them stays done.
  mutating func exemptGates() {
    guard all(.exempt).contains(where: { isSettled($0) }) else { return }
    for line in world.lines.indices where world.lines[line].status == .gated {
      let (state, programme) = (world.lines[line].state, world.lines[line].programme)
      guard isExempt(state, programme), let deal = deal(of: world.lines[line]) else { continue }
      let days = GateList(world: world, scenario: scenario)
      var trace = NoTrace()
      let shorter = days.line(
        of: world.deals[deal.deal], clause: deal.clause, state: state, programme: programme,
        trace: &trace)
      Self.shorten(&world.lines[line].gates, to: shorter)
    }
    for clause in clauses.indices where clauses[clause].isAgreed { exemptDeliveries(clause) }
  }

  /// The exemption works and worked last turn.
  private func isSettled(_ clause: Int) -> Bool {
    let from = world.deals[clauses[clause].deal].clauses[clauses[clause].index].activeFrom
    return clauses[clause].isActive && (from ?? .max) < turn
  }

  private func isExempt(_ receiver: Int, _ programme: Int) -> Bool {
    guard scenario.programmes[programme].sensitivity <= 3,
      let owner = world.programmes[programme].owner, owner != receiver
    else { return false }
    return all(.exempt).contains { isSettled($0) && clauses[$0].joins(owner, receiver) }
  }

  /// The deal a gated line stands by, and the clause that opened it.
  private func deal(of line: Line) -> (deal: Int, clause: Int)? {
    guard let deal = world.deals.firstIndex(where: { $0.id == line.agreement }) else { return nil }
    let programme = scenario.programmes[line.programme].id
    let clause = world.deals[deal].text.clauses.firstIndex {
      [.coprod, .licprod, .jointfund].contains($0.kind) && $0.programme == programme
    }
    return clause.map { (deal, $0) }
  }

  private mutating func exemptDeliveries(_ clause: Int) {
    let (deal, index) = (clauses[clause].deal, clauses[clause].index)
    let text = world.deals[deal].text.clauses[index]
    guard text.kind == .offtake, let programme = clauses[clause].programme else { return }
    for (place, receiver) in text.to.enumerated() {
      guard let state = scenario.index(of: receiver), isExempt(state, programme),
        world.deals[deal].clauses[index].gates.indices.contains(place)
      else { continue }
      let shorter = DealGates.delivery(
        of: world.deals[deal], clause: index, to: state, in: world, scenario: scenario)
      Self.shorten(&world.deals[deal].clauses[index].gates[place], to: shorter)
    }
  }

  private static func shorten(_ gates: inout [Gate], to shorter: [Gate]) {
    for gate in gates.indices
    where gates[gate].kind == .disclosure || gates[gate].kind == .licence {
      guard let new = shorter.first(where: { $0.kind == gates[gate].kind }) else { continue }
      gates[gate].days = max(gates[gate].done, min(gates[gate].days, new.days))
    }
  }

  /// Whether a clause sleeps: by order, by a condition, or, for an exemption, because the export
  /// controls of its states have moved too far apart.
  func sleeps(_ deal: Int, _ index: Int) -> Bool {
    let standing = world.deals[deal].clauses[index]
    let text = world.deals[deal].text.clauses[index]
    var sleeps = !standing.suspendedBy.isEmpty
    for (condition, isTrue) in zip(text.conditions, standing.conditions) {
      switch condition.action {
      case .activate: sleeps = sleeps || !isTrue
      case .suspend: sleeps = sleeps || isTrue
      case .step: break
      }
    }
    guard text.kind == .exempt else { return sleeps }
    let controls = standing.bound.map { world.states[$0].exportStrictness }
    let apart = (controls.max() ?? 0) - (controls.min() ?? 0)
    return sleeps || apart > ClauseCheck.controlsApart
  }
}
