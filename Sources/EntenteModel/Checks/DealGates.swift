/// The gates a deal starts for its lines, deliveries and flows of know-how, and the lines
/// themselves. Days are those of the moment of asking.
package enum DealGates {
  /// Gates before the first delivery of an `offtake`, or the flow of a `transfer` or `codev`, to a
  /// receiver.
  package static func delivery(
    of deal: Deal, clause index: Int, to receiver: Int, in world: World, scenario: Scenario
  ) -> [Gate] {
    let clause = deal.text.clauses[index]
    let list = GateList(world: world, scenario: scenario)
    if clause.kind == .offtake, let programme = clause.programme.flatMap(scenario.index(of:)) {
      var trace = NoTrace()
      return list.delivery(
        of: deal, clause: index, to: receiver, programme: programme, trace: &trace)
    }
    let flow = knowHow(of: deal, clause: index, to: receiver, list, scenario)
    return [
      Gate(
        kind: .ratification, days: list.ratification(of: deal, clause: index), done: 0),
      Gate(kind: .disclosure, days: flow.disclosure, done: 0),
      Gate(kind: .licence, days: flow.licence, done: 0),
    ]
  }

  /// Gates before the first lot of a new line of `state` under a clause.
  package static func line(
    of deal: Deal, clause index: Int, state: Int, programme: Int, in world: World,
    scenario: Scenario
  ) -> [Gate] {
    var trace = NoTrace()
    var gates = GateList(world: world, scenario: scenario).line(
      of: deal, clause: index, state: state, programme: programme, trace: &trace)
    // A pooled order is placed by its agency, which every bound state may use.
    if deal.text.clauses[index].kind == .jointfund,
      let place = gates.firstIndex(where: { $0.kind == .contracting })
    {
      gates[place].days = min(
        gates[place].days, scenario.parameters.gateDays.contracting(.agency))
    }
    return gates
  }

  /// n of EQ9 for a clause: workshare holders, contributors, participants, else giver and receiver.
  package static func partners(of clause: ClauseText) -> Int {
    switch clause.kind {
    case .coprod: max(1, clause.amounts("workshare").count { $0.value > 0 })
    case .jointfund: max(1, clause.amounts("contributions").count { $0.value > 0 })
    case .codev: max(1, clause.boundStates.count)
    default: 2
    }
  }

  /// `cr` of EQ9 for the gates of a clause; days a turn.
  package static func credit(
    of deal: Deal, clause index: Int, in world: World, scenario: Scenario
  ) -> Days {
    let clause = deal.text.clauses[index]
    let partners = partners(of: clause)
    guard let programme = clause.programme.flatMap(scenario.index(of:)) else {
      let governance = deal.text.governance.resolved(ownerIsParty: true, holders: 0)
      return GateSchedule.credit(
        turnDays: scenario.parameters.turnDays, partners: partners, governance: governance)
    }
    return GateList(world: world, scenario: scenario).credit(
      of: deal, programme: programme, partners: partners,
      holders: deal.text.workshareHolders(of: scenario.programmes[programme].id))
  }

  /// A new line, gated, with the capacity its rate needs as far as that is free; one that stood
  /// idle keeps what it learnt and needs only the tooling of a warm restart.
  static func newLine(
    of state: Int, programme: Int, reviving old: Line?, under deal: Deal, clause index: Int,
    beside others: [Line], in world: World, scenario: Scenario
  ) -> Line {
    let clause = deal.text.clauses[index]
    let object = scenario.programmes[programme]
    let all = world.states[state].capacity[object.sector.index]
    let written = clause.kind == .jointfund ? nil : clause.integer("rate").map { Lots($0) }
    let rate = LinePlan.rate(written, programme: object, all: all)
    let taken =
      LinePlan.promisedCapacity(of: state, object.sector, in: world, scenario: scenario)
      + others.filter {
        $0.state == state && scenario.programmes[$0.programme].sector == object.sector
          && world.lineIndex(state, $0.programme) == nil
      }.map(\.capacity).reduce(0, +)
    let wanted = LinePlan.capacity(rate: written, programme: object, all: all)
    let isLicensed = clause.kind == .licprod
    var gates = line(
      of: deal, clause: index, state: state, programme: programme, in: world,
      scenario: scenario)
    if old != nil, let tooling = gates.firstIndex(where: { $0.kind == .tooling }) {
      gates[tooling] =
        GateList(world: world, scenario: scenario)
        .warmRestart(state: state, programme: programme)[0]
    }
    return Line(
      state: state, programme: programme, capacity: wanted.clamped(0, max(0, all - taken)),
      cumulative: old?.cumulative ?? 0, status: .gated, gates: gates, nominal: rate,
      openedTurn: nil, output: 0, unitCost: old?.unitCost ?? 0,
      licence: isLicensed ? deal.id : nil, licenceClause: isLicensed ? clause.id : nil,
      idleTurns: 0, configuration: clause.word("config") ?? "same",
      credit: credit(of: deal, clause: index, in: world, scenario: scenario),
      gatedFrom: world.turn + 1, agreement: deal.id)
  }

  /// TSFD and LIC of know-how for a receiver: the largest of those who show it to the receiver.
  private static func knowHow(
    of deal: Deal, clause index: Int, to receiver: Int, _ list: GateList, _ scenario: Scenario
  ) -> (disclosure: Days, licence: Days) {
    let clause = deal.text.clauses[index]
    let programme = clause.programme.flatMap(scenario.index(of:))
    let sensitivity =
      programme.map { scenario.programmes[$0].sensitivity } ?? clause.transferSensitivity
    let days = scenario.parameters.gateDays
    let track: LicenceTrack = clause.word("licence") == "expedited" ? .expedited : .agreement
    let isExportable = clause.kind == .codev && clause.flag("exportable")
    var disclosure: Days = 0
    var licence: Days = 0
    for giver in clause.from.compactMap(scenario.index(of:)) where giver != receiver {
      let isExempt = list.hasExemption(giver, receiver, in: deal)
      let multiplier = Gates.disclosureMultiplier(
        sensitivity: sensitivity,
        securityAgreement: list.hasSecurityAgreement(
          giver, receiver, sensitivity: sensitivity, in: deal),
        trust: list.world.trust(of: giver, in: receiver), exempt: isExempt)
      let shown = Gates.disclosure(
        sensitivity: sensitivity,
        exportStrictness: list.world.states[giver].exportStrictness, multiplier: multiplier,
        days: days)
      disclosure = max(disclosure, isExportable ? shown.scaled(by: 5_000) : shown)
      licence = max(
        licence,
        Gates.licence(
          track, sensitivity: sensitivity, exempt: isExempt, extraOwners: 0, days: days))
    }
    guard scenario.parameters.parallelGates else { return (disclosure, licence) }
    return disclosure >= licence ? (disclosure, 0) : (0, licence)
  }
}
