// Amendments of concluded deals, and states that join later.
extension Lifecycle {
  /// Whether `supporters` are enough to amend a concluded deal in `turn`: all bound states, more
  /// than half of them, or more than half of the work or contributions, as the deal says; in its
  /// review turn more than half of the states are always enough.
  package static func passes(
    amending deal: Deal, supporters: [Int], in turn: Int, scenario: Scenario
  ) -> Bool {
    let yes = supporters.filter(deal.bound.contains)
    if deal.text.term.review == turn { return 2 * yes.count > deal.bound.count }
    switch deal.text.governance.decisions {
    case .unanimity: return yes.count == deal.bound.count
    case .majority: return 2 * yes.count > deal.bound.count
    case .weighted:
      let weights = votes(in: deal, scenario: scenario)
      guard weights.contains(where: { $0 > 0 }) else { return 2 * yes.count > deal.bound.count }
      let sum = zip(deal.bound, weights).filter { yes.contains($0.0) }.reduce(0) { $0 + $1.1 }
      return 2 * sum > weights.reduce(0, +)
    }
  }

  /// Workshare, else contributions, of the bound states under the first clause that has them; bp.
  private static func votes(in deal: Deal, scenario: Scenario) -> [Int] {
    for (kind, name) in [(ClauseKind.coprod, "workshare"), (.jointfund, "contributions")] {
      if let clause = deal.text.clauses.first(where: { $0.kind == kind }) {
        return deal.bound.map { clause.amounts(name).value(of: scenario.states[$0].id) }
      }
    }
    return deal.bound.map { _ in 0 }
  }

  /// Bound states whose class rises, or on whom a clause falls that did not bind them: they alone
  /// ratify the amendment. States whose class of the new text is A need not.
  package static func mustRatify(
    amending deal: Deal, to text: DealText, scenario: Scenario
  ) -> [Int] {
    deal.bound.filter { state in
      let handle = scenario.states[state].id
      let level = text.ratificationClass(for: handle)
      guard level != .a else { return false }
      if level > deal.text.ratificationClass(for: handle) { return true }
      return text.clauses.contains { clause in
        clause.binds(handle) && !deal.text.clauses.contains { $0.isSameDuty(as: clause) }
      }
    }
  }

  /// A concluded deal with a new text: clauses that stay as they were keep what they did, new ones
  /// begin as at a conclusion in the turn of `world`. A clause that its pilot has ended begins anew
  /// where it is written without the pilot. Lots in pools that fall away go back.
  package static func amended(
    _ deal: Deal, to text: DealText, revision: Int, in world: World, scenario: Scenario
  ) -> Conclusion {
    precondition(deal.concludedTurn != nil, "an offer is countered, a deal is amended")
    var next = deal
    next.text = text
    next.revision = revision
    var left = Array(zip(deal.text.clauses, deal.clauses))
    next.clauses = text.clauses.map { clause in
      guard let place = left.firstIndex(where: { $0.0.isSameDuty(as: clause) }) else {
        return .untouched
      }
      let (old, standing) = left.remove(at: place)
      let isFreed =
        standing.hasEnded && deal.text.pilot(wrapping: old.id) != nil
        && text.pilot(wrapping: clause.id) == nil
      return isFreed ? .untouched : standing
    }
    // Lots of an amendment in the same turn may still be on their way.
    let back = (deal.returning ?? []) + returning(left, scenario: scenario)
    next.returning = back.isEmpty ? nil : back
    var result = Conclusion(deal: next)
    for index in text.clauses.indices where next.clauses[index].activeFrom == nil {
      begin(index, of: &result, in: world, scenario: scenario)
    }
    return result
  }

  /// What stands in the pools of clauses that the new text leaves out.
  private static func returning(
    _ dropped: [(ClauseText, ClauseStanding)], scenario: Scenario
  ) -> [ReturningLots] {
    var found: [ReturningLots] = []
    for (clause, standing) in dropped {
      guard let programme = clause.programme.flatMap(scenario.index(of:)) else { continue }
      for (state, lots) in standing.pooled.enumerated() where lots > 0 {
        found.append(ReturningLots(state: state, programme: programme, lots: lots))
      }
    }
    return found
  }

  /// A deal after `state`, no party before, acceded: it is bound by all mutual clauses (of `annex`,
  /// if named), with workshare 0 unless the text gives states of less industry a floor.
  package static func acceded(
    _ deal: Deal, by state: Int, annex: String?, in world: World, scenario: Scenario
  ) -> Conclusion {
    let handle = scenario.states[state].id
    precondition(!deal.text.parties.contains(handle), "a party does not accede")
    var next = deal
    let place = deal.text.parties.firstIndex { $0 > handle } ?? deal.text.parties.count
    next.text.parties.insert(handle, at: place)
    next.benefit.insert(0, at: place)
    next.contribution.insert(0, at: place)
    for sums in [\Deal.received, \Deal.paid] where !next[keyPath: sums].isEmpty {
      next[keyPath: sums].insert(0, at: place)
    }
    if !next.capitalPaid.isEmpty { next.capitalPaid.insert(0, at: place) }
    for index in next.text.clauses.indices {
      let clause = next.text.clauses[index]
      guard clause.kind.isMutual, annex == nil || clause.annex == annex else { continue }
      let share = floor(of: state, joining: clause, deal, in: world, scenario: scenario)
      next.text.clauses[index] = clause.taking(in: handle, share: share)
      openGates(of: state, clause: index, in: &next, world, scenario)
    }
    writeRecord(of: &next, scenario: scenario)
    next.signers.append(Joining(state: state, turn: world.turn))
    next.signers.sort { $0.state < $1.state }
    if ratificationClass(of: next, for: state, scenario: scenario) != .a {
      next.ratifiers.append(Joining(state: state, turn: world.turn))
      next.ratifiers.sort { $0.state < $1.state }
    }
    return joined(next, by: state, in: world, scenario: scenario)
  }

  /// A newcomer waits for papers of its own; the gates of the others go on where they stood.
  private static func openGates(
    of state: Int, clause index: Int, in deal: inout Deal, _ world: World, _ scenario: Scenario
  ) {
    let clause = deal.text.clauses[index]
    guard clause.kind.hasReceiverGates, !deal.clauses[index].gates.isEmpty,
      let place = clause.to.firstIndex(of: scenario.states[state].id)
    else { return }
    let gates = DealGates.delivery(
      of: deal, clause: index, to: state, in: world, scenario: scenario)
    deal.clauses[index].gates.insert(gates, at: place)
    deal.clauses[index].closedTurn.insert(nil, at: place)
    deal.clauses[index].leftover.insert(0, at: place)
  }

  /// A deal that stood from the start has no record of signatures, which reads as those of all it
  /// binds: they are written down before the first newcomer's.
  private static func writeRecord(of deal: inout Deal, scenario: Scenario) {
    guard deal.signers.isEmpty else { return }
    deal.signers = deal.bound.map { Joining(state: $0, turn: deal.signedTurn) }
    deal.ratifiers = mustRatify(deal, scenario: scenario).map {
      Joining(state: $0, turn: deal.concludedTurn ?? deal.signedTurn)
    }
  }

  /// The workshare a newcomer gets: the floor of the deal if its mean ICn is below the median of
  /// the parties', else none; bp.
  private static func floor(
    of state: Int, joining clause: ClauseText, _ deal: Deal, in world: World, scenario: Scenario
  ) -> BasisPoints {
    guard clause.kind == .coprod, deal.text.governance.floor > 0 else { return 0 }
    let reference = max(1, scenario.parameters.capacityReference.value)
    func industry(_ state: Int) -> Int {
      let indices = world.states[state].capacity.map {
        min(10_000, rdiv(10_000 * $0.value, reference))
      }
      return rdiv(indices.reduce(0, +), indices.count)
    }
    let isSmall = industry(state) < Median.of(deal.bound.map(industry))
    return isSmall ? deal.text.governance.floor : 0
  }
}

extension ClauseText {
  /// True if the two say the same, whatever their ids.
  func isSameDuty(as other: ClauseText) -> Bool {
    kind == other.kind && from == other.from && to == other.to && parameters == other.parameters
      && conditions == other.conditions && annex == other.annex
  }

  /// The mutual clause with one more state. `share` is taken from the others in proportion.
  func taking(in state: StateID, share: BasisPoints) -> ClauseText {
    var wider = self
    wider.from = (from + [state]).sorted()
    wider.to = wider.from
    for parameter in parameters {
      guard case .amounts(let amounts) = parameter.value,
        let spec = kind.entry.parameter(parameter.name)
      else { continue }
      var sums: [StateAmount]
      switch spec.type {
      case .shares:
        let left = lrm(10_000 - share.value, amounts.map(\.value))
        sums = zip(amounts, left).map { StateAmount(state: $0.state, value: $1) }
        sums.append(StateAmount(state: state, value: share.value))
      case .moneyEach:
        var each = 0
        if case .each(let sum) = spec.fallback { each = sum }
        sums = amounts + [StateAmount(state: state, value: each)]
      default: sums = amounts + [StateAmount(state: state, value: 0)]
      }
      wider.set(parameter.name, .amounts(sums.sorted { $0.state < $1.state }))
    }
    return wider
  }
}
