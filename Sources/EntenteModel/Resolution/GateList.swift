/// The gates of EQ8 that a new line or a delivery waits for, and their day credit (EQ9). Days are
/// those of the moment of asking: the turn of conclusion, or of the order.
package struct GateList {
  /// The world asked about.
  package let world: World
  /// The exercise.
  package let scenario: Scenario
  /// Told the steps of EQ8.
  package init(world: World, scenario: Scenario) {
    self.world = world
    self.scenario = scenario
  }

  /// RAT, TSFD, LIC, CON, TOOL, TE of a new line of `state` under clause `index` of a deal.
  package func line(
    of deal: Deal, clause index: Int, state: Int, programme: Int, trace: inout some Trace
  ) -> [Gate] {
    let track: LicenceTrack =
      deal.text.clauses[index].word("licence") == "expedited" ? .expedited : .agreement
    let days = Gates.evaluate(
      input(of: deal, clause: index, receiver: state, programme: programme, track: track),
      trace: &trace)
    let papers = papers(days, receiver: state, programme: programme)
    return [
      Gate(kind: .ratification, days: ratification(of: deal, clause: index), done: 0),
      Gate(kind: .disclosure, days: papers.disclosure, done: 0),
      Gate(kind: .licence, days: papers.licence, done: 0),
      Gate(kind: .contracting, days: days.contracting, done: 0),
      Gate(kind: .tooling, days: days.tooling, done: 0),
      Gate(kind: .test, days: days.test, done: 0),
    ]
  }

  /// RAT, TSFD, LIC of deliveries to `buyer` under clause `index` of a deal (`offtake`).
  package func delivery(
    of deal: Deal, clause index: Int, to buyer: Int, programme: Int, trace: inout some Trace
  ) -> [Gate] {
    let days = Gates.evaluate(
      input(of: deal, clause: index, receiver: buyer, programme: programme, track: .standard),
      trace: &trace)
    let papers = papers(days, receiver: buyer, programme: programme)
    return [
      Gate(kind: .ratification, days: ratification(of: deal, clause: index), done: 0),
      Gate(kind: .disclosure, days: papers.disclosure, done: 0),
      Gate(kind: .licence, days: papers.licence, done: 0),
    ]
  }

  /// CON, TOOL, TE of a line that `state` opens by order for a programme of its own.
  package func ownLine(state: Int, programme: Int) -> [Gate] {
    let days = scenario.parameters.gateDays
    let tooling = Gates.tooling(
      base: tooling(of: programme, in: state), organisation: world.states[state].organisation)
    return [
      Gate(kind: .contracting, days: days.contracting(.far), done: 0),
      Gate(kind: .tooling, days: tooling, done: 0),
      Gate(kind: .test, days: days.test(recognised: recognisesTests(state, in: nil)), done: 0),
    ]
  }

  /// Base days of TOOL for a state (SR10).
  private func tooling(of programme: Int, in state: Int) -> Days {
    scenario.toolingDays(of: programme, posture: world.states[state].posture)
  }

  /// TOOL of a line that stood idle or closed and starts again.
  package func warmRestart(state: Int, programme: Int) -> [Gate] {
    let base = min(Days(180), tooling(of: programme, in: state))
    let tooling = Gates.tooling(base: base, organisation: world.states[state].organisation)
    return [Gate(kind: .tooling, days: tooling, done: 0)]
  }

  /// `cr` of EQ9, days a turn, for `partners` under the governance of a deal.
  package func credit(
    of deal: Deal, programme: Int, partners: Int, holders: Int
  ) -> Days {
    let governance = Self.governance(
      deal, programme: programme, holders: holders, world: world, scenario: scenario)
    return GateSchedule.credit(
      turnDays: scenario.parameters.turnDays, partners: partners, governance: governance)
  }

  /// Who decides about `programme` in a deal in which `holders` states hold work.
  package static func governance(
    _ deal: Deal, programme: Int, holders: Int, world: World, scenario: Scenario
  ) -> Governance {
    let owner = world.programmes[programme].owner.map { scenario.states[$0].id }
    return deal.text.governance.resolved(
      ownerIsParty: owner.map(deal.text.parties.contains) ?? false, holders: holders)
  }

  private func input(
    of deal: Deal, clause index: Int, receiver: Int, programme: Int, track: LicenceTrack
  ) -> Gates.Input {
    let card = scenario.programmes[programme]
    let owners = world.programmes[programme].consentHolders.filter { $0 != receiver }
    let owner = world.programmes[programme].owner ?? receiver
    let strictest = (owners + [owner]).map { world.states[$0].exportStrictness }.max() ?? 0
    return Gates.Input(
      ratificationClass: .a, sensitivity: card.sensitivity, exportStrictness: strictest,
      securityAgreement: hasSecurityAgreement(
        owner, receiver, sensitivity: card.sensitivity, in: deal),
      trust: owner == receiver ? 10_000 : world.trust(of: owner, in: receiver),
      exempt: hasExemption(owner, receiver, in: deal), licence: track,
      extraOwners: owners.count, contracting: .far,
      toolingBase: tooling(of: programme, in: receiver),
      organisation: world.states[receiver].organisation,
      testRecognition: recognisesTests(receiver, in: deal),
      days: scenario.parameters.gateDays)
  }

  /// TSFD and LIC as they count: none for the owner and for open designs of low sensitivity; with
  /// parallel papers the longer one once.
  private func papers(
    _ days: Gates.Output, receiver: Int, programme: Int
  ) -> (disclosure: Days, licence: Days) {
    guard let owner = world.programmes[programme].owner else {
      return scenario.programmes[programme].sensitivity <= 1 ? (0, 0) : (0, days.licence)
    }
    if owner == receiver { return (0, 0) }
    var disclosure = days.disclosure
    if world.programmes[programme].isExportable { disclosure = disclosure.scaled(by: 5_000) }
    guard scenario.parameters.parallelGates else { return (disclosure, days.licence) }
    return disclosure >= days.licence ? (disclosure, 0) : (0, days.licence)
  }

  /// RAT of a clause: the longest of the parties it binds, each by its class of the deal.
  package func ratification(of deal: Deal, clause index: Int) -> Days {
    let days = scenario.parameters.gateDays
    return deal.text.clauses[index].boundStates
      .map { days.ratification(deal.text.ratificationClass(for: $0)) }
      .max() ?? 0
  }

  /// A `gsoia` that covers the sensitivity joins the two, in force or in this deal.
  package func hasSecurityAgreement(
    _ one: Int, _ other: Int, sensitivity: Int, in deal: Deal?
  ) -> Bool {
    joined(one, other, by: .gsoia, in: deal) { ($0.integer("level") ?? 1) + 1 >= sensitivity }
  }

  /// An `exempt` joins the two, in force or in this deal.
  package func hasExemption(_ one: Int, _ other: Int, in deal: Deal?) -> Bool {
    joined(one, other, by: .exempt, in: deal) { _ in true }
  }

  /// The state is bound by a `standard` with recognition of tests, in force or in this deal.
  package func recognisesTests(_ state: Int, in deal: Deal?) -> Bool {
    let handle = scenario.states[state].id
    return standing(with: deal).contains { deal, clause in
      clause.kind == .standard && clause.flag("te") && clause.binds(handle)
    }
  }

  private func joined(
    _ one: Int, _ other: Int, by kind: ClauseKind, in deal: Deal?,
    where test: (ClauseText) -> Bool
  ) -> Bool {
    let handles = (scenario.states[one].id, scenario.states[other].id)
    return standing(with: deal).contains { _, clause in
      clause.kind == kind && clause.binds(handles.0) && clause.binds(handles.1) && test(clause)
    }
  }

  /// Clauses in effect, and those of `deal` whether they are or not.
  private func standing(with deal: Deal?) -> [(Deal, ClauseText)] {
    var found: [(Deal, ClauseText)] =
      deal.map { deal in deal.text.clauses.map { (deal, $0) } } ?? []
    for other in world.deals where other.id != deal?.id && other.concludedTurn != nil {
      for (index, clause) in other.text.clauses.enumerated() {
        let state = other.clauses[index]
        guard !state.hasEnded, !state.isSuspended, (state.activeFrom ?? .max) <= world.turn
        else { continue }
        found.append((other, clause))
      }
    }
    return found
  }
}
