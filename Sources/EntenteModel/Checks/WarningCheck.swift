/// Looks for what a text may disappoint in.
struct WarningCheck {
  /// Meter from which a leak is near; bp.
  static var leakLimit: BasisPoints { 7_000 }
  /// CP from which the price of working together is high; bp.
  static var premiumLimit: BasisPoints { 12_500 }
  /// VAL and ORG under which a standard takes root slowly (SR5); bp.
  static var fitValues: BasisPoints { 5_000 }
  static var fitOrganisation: BasisPoints { 4_000 }

  let text: DealText
  let world: World
  let scenario: Scenario
  /// Clauses in force, without those of the text.
  let inForce: CommittedClauses
  /// The text as a deal concluded now by all its parties.
  let draft: Conclusion

  init(_ text: DealText, in world: World, scenario: Scenario, replacing: DealID?) {
    self.text = text
    self.world = world
    self.scenario = scenario
    inForce = CommittedClauses(in: world, scenario: scenario, replacing: replacing)
    draft = Lifecycle.assumed(text, id: replacing ?? "", in: world, scenario: scenario)
  }

  func warnings(of clause: ClauseText) -> [DealWarning] {
    localFit(clause) + formalTie(clause) + suppliers(clause) + leak(clause) + premium(clause)
      + duplication(clause) + expiry(clause) + noEffect(clause)
  }

  // MARK: W11-W14

  private func localFit(_ clause: ClauseText) -> [DealWarning] {
    guard clause.kind == .standard, scenario.parameters.smallRules.contains(.localFit) else {
      return []
    }
    let bound = indices(clause.boundStates)
    return bound.compactMap { state in
      let others = bound.filter { $0 != state }
      guard !others.isEmpty else { return nil }
      let values = rdiv(
        others.reduce(0) { $0 + world.pairs[world.pairIndex(state, $1)].affinity.value },
        others.count)
      let organisation = world.states[state].organisation
      guard values < Self.fitValues.value || organisation < Self.fitOrganisation else { return nil }
      return DealWarning(
        .localFit, clause: clause.id,
        "The standard will take root in \(id(state)) at half speed for two turns: its organisation "
          + "is \(points(organisation.value)), its values are \(points(values)) near the others'.")
    }
  }

  private func formalTie(_ clause: ClauseText) -> [DealWarning] {
    guard clause.kind == .acsa else { return [] }
    return pairs(clause.boundStates).compactMap { one, other in
      let isTied =
        world.pairs[world.pairIndex(one, other)].formalTreaty
        || inForce.has(.dialogue, between: one, other) || textJoins(.dialogue, one, other)
      return isTied
        ? nil
        : DealWarning(
          .noFormalTie, clause: clause.id,
          "\(id(one)) and \(id(other)) have neither a treaty nor a dialogue; supply works all the "
            + "same, but nobody talks about it.")
    }
  }

  private func suppliers(_ clause: ClauseText) -> [DealWarning] {
    guard clause.kind == .offtake, clause.from.count == 1,
      let programme = clause.programme.flatMap(scenario.index(of:))
    else { return [] }
    let seller = clause.from[0]
    return indices(clause.to).compactMap { buyer in
      let hasLine = world.lineIndex(buyer, programme).map { world.lines[$0].isPlannedOrOpen }
      let hasOther = (inForce.entries + draftEntries).contains { entry in
        entry.clause.kind == .offtake && entry.clause.programme == clause.programme
          && entry.to.contains(buyer) && entry.clause.from != clause.from
      }
      let getsLine = draft.lines.contains { $0.state == buyer && $0.programme == programme }
      guard hasLine != true, !hasOther, !getsLine else { return nil }
      return DealWarning(
        .singleSupplier, clause: clause.id,
        "\(id(buyer)) will have \(scenario.programmes[programme].id) from \(seller) alone; a "
          + "second source would keep it supplied if that line stops.")
    }
  }

  // MARK: W15-W17

  private func leak(_ clause: ClauseText) -> [DealWarning] {
    guard clause.kind == .codev || clause.kind == .coprod || clause.kind == .licprod,
      let programme = clause.programme.flatMap(scenario.index(of:)),
      world.programmes[programme].leak > Self.leakLimit
    else { return [] }
    return [
      DealWarning(
        .leakHigh, clause: clause.id,
        "The leak meter of \(scenario.programmes[programme].id) stands at "
          + "\(points(world.programmes[programme].leak.value)) of 100, and every new holder makes "
          + "it rise faster.")
    ]
  }

  private func premium(_ clause: ClauseText) -> [DealWarning] {
    guard clause.kind == .coprod, let programme = clause.programme.flatMap(scenario.index(of:))
    else { return [] }
    let shares = clause.amounts("workshare").filter { $0.value > 0 }
    let holders = indices(shares.map(\.state))
    guard !holders.isEmpty else { return [] }
    let object = scenario.programmes[programme]
    let efficient = EfficientWorkshare.evaluate(
      EfficientWorkshare.Input(
        capacity: holders.map { world.states[$0].capacity[object.sector.index] },
        readiness: holders.map { readiness($0, object.domains) }))
    let lines =
      (world.lines.filter { line in !draft.lines.contains { $0.isSame(as: line) } }
      + draft.lines).count { $0.programme == programme && $0.isPlannedOrOpen }
    let output = CollaborationPremium.evaluate(
      CollaborationPremium.Input(
        workshare: shares.map { BasisPoints($0.value) }, efficient: efficient,
        lines: max(1, lines),
        governance: GateList.governance(
          draft.deal, programme: programme, holders: holders.count, world: world,
          scenario: scenario)))
    guard output.premium > Self.premiumLimit else { return [] }
    return [
      DealWarning(
        .premiumHigh, clause: clause.id,
        "Working together in this way makes each \(object.id) cost "
          + "\(points(output.premium.value))% of its price; fewer lines, or shares nearer to what "
          + "each can do, make it cheaper.")
    ]
  }

  private func duplication(_ clause: ClauseText) -> [DealWarning] {
    guard clause.kind == .codev, let programme = clause.programme.flatMap(scenario.index(of:))
    else {
      return []
    }
    let object = scenario.programmes[programme]
    return inForce.of(.codev).compactMap { entry in
      guard let other = entry.clause.programme.flatMap(scenario.index(of:)), other != programme,
        scenario.programmes[other].sector == object.sector,
        let state = entry.bound.first(where: { !clause.binds(id($0)) })
      else { return nil }
      return DealWarning(
        .duplicatedDevelopment, clause: clause.id,
        "\(id(state)) develops \(scenario.programmes[other].id) in the same sector; two "
          + "developments side by side cost all of you points.")
    }
  }

  // MARK: What these read

  func indices(_ states: [StateID]) -> [Int] { states.compactMap(scenario.index(of:)) }

  func id(_ state: Int) -> StateID { scenario.states[state].id }

  func points(_ value: Int) -> String { FigureUnit.points.text(value) }

  func pairs(_ states: [StateID]) -> [(Int, Int)] {
    let bound = indices(states)
    return bound.indices.flatMap { first in
      bound.indices.dropFirst(first + 1).map { (bound[first], bound[$0]) }
    }
  }

  /// The clauses of the text with their states.
  var draftEntries: [CommittedClauses.Entry] {
    text.clauses.map {
      CommittedClauses.Entry(clause: $0, from: indices($0.from), to: indices($0.to))
    }
  }

  private func textJoins(_ kind: ClauseKind, _ one: Int, _ other: Int) -> Bool {
    draftEntries.contains { $0.clause.kind == kind && $0.joins(one, other) }
  }

  private func readiness(_ state: Int, _ domains: [Domain]) -> BasisPoints {
    guard !domains.isEmpty else { return 10_000 }
    let sum = domains.reduce(0) { $0 + world.states[state].technology[$1.index].value }
    return BasisPoints(rdiv(sum, domains.count))
  }
}

extension Line {
  /// True for two values of the line of one state and programme.
  func isSame(as other: Line) -> Bool { state == other.state && programme == other.programme }
}
