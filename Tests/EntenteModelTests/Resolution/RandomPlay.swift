import EntenteModel

/// Seeded random orders and deals over `first-accord`, legal in form: the engine must stand
/// whatever the rules would say about wisdom.
struct RandomPlay {
  private var state: UInt64
  let scenario: Scenario

  init(seed: UInt64, scenario: Scenario) {
    state = seed &* 0x9E37_79B9_7F4A_7C15
    self.scenario = scenario
  }

  /// A number in `0..<bound`.
  mutating func roll(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(list.count)] }

  private var handles: [StateID] { scenario.states.map(\.id) }

  // MARK: Orders

  /// Up to eight orders of each state; sometimes none.
  mutating func orders(in world: World) -> [[Order]] {
    handles.indices.map { state in
      roll(5) == 0 ? [] : (0..<roll(9)).map { _ in order(of: state, in: world) }
    }
  }

  private mutating func order(of state: Int, in world: World) -> Order {
    let entry = pick(OrderCatalogue.entries)
    var parameters: [Parameter] = []
    for spec in entry.parameters where spec.isRequired || roll(2) == 0 {
      parameters.append(Parameter(spec.name, value(of: spec.type, state, world)))
    }
    return Order(entry.keyword, parameters)
  }

  private mutating func value(
    of type: OrderParameterType, _ state: Int, _ world: World
  ) -> ParameterValue {
    switch type {
    case .domain: .word(pick(scenario.parameters.domains).rawValue)
    case .domains: .words(["aut", "sen"])
    case .sector: .word(pick(["amd", "uas"]))
    case .money: .integer(roll(60_000))
    case .lots: .integer(roll(40_000))
    case .pct(let range), .int(let range): .integer(range.lowerBound + roll(range.count))
    case .level(let levels): .integer(pick(levels))
    case .state: .word(pick(handles).text)
    case .statesOrAll: .words(roll(2) == 0 ? [] : [pick(handles).text])
    case .stateOr(let other): .word(roll(2) == 0 ? other : pick(handles).text)
    case .line: .word(line(of: state, in: world))
    case .programme: .word(pick(scenario.programmes).id.text)
    case .theatre: .word("marches")
    case .deal: .word(world.deals.isEmpty ? "D-0" : pick(world.deals).id.text)
    case .clause: .word("c\(1 + roll(3))")
    case .clauses: .words(["c\(1 + roll(3))"])
    case .duty: .word(duty(of: state, in: world))
    case .word(let words): .word(pick(words))
    case .price: roll(2) == 0 ? .word(pick(["cost", "list"])) : .integer(roll(5_000))
    case .flag: .flag(roll(3) == 0)
    case .input: .word(pick(["chips", "platform"]))
    case .inject, .option: .word("x")
    case .request: .word(world.requests.isEmpty ? "r0" : pick(world.requests).id)
    }
  }

  private mutating func line(of state: Int, in world: World) -> String {
    let own = world.lines.filter { $0.state == state }
    guard !own.isEmpty else { return "none" }
    let line = pick(own)
    return "\(scenario.states[line.state].id)-\(scenario.programmes[line.programme].id)"
  }

  private mutating func duty(of state: Int, in world: World) -> String {
    guard !world.deals.isEmpty else { return "none" }
    let deal = pick(world.deals)
    return "\(deal.id).c\(1 + roll(max(1, deal.text.clauses.count))).\(scenario.states[state].id)"
  }

  // MARK: Deals

  /// Puts up to two random deals in force and sometimes lets a state leave one.
  mutating func deal(in world: inout World) {
    for number in 0..<roll(3) {
      let clauses = (0...roll(3)).map { _ in clause() }
      let governance = DealGovernance(
        disputes: pick(DealGovernance.Disputes.allCases), juste: roll(3) == 0)
      let term = DealTerm(duration: roll(5), notice: roll(3), penalty: Money(roll(20_000)))
      world.conclude(
        DealWriter.deal(clauses, governance: governance, term: term),
        id: DealID("D-\(world.turn)-\(number)"), scenario: scenario)
    }
    let bound = world.deals.indices.filter { !world.deals[$0].bound.isEmpty }
    guard !bound.isEmpty, roll(4) == 0 else { return }
    let place = pick(bound)
    let now = roll(2) == 0
    let leaver = pick(world.deals[place].bound)
    world.deals[place] = Lifecycle.denounced(world.deals[place], by: leaver, now: now, in: world)
  }

  private mutating func clause() -> ClauseText {
    let one = pick(handles)
    let other = pick(handles.filter { $0 != one })
    let states = roll(2) == 0 ? [one, other] : handles
    if roll(3) == 0 { return jointClause(one, other, states) }
    switch roll(14) {
    case 0, 1:
      return DealWriter.offtake(
        one, handles.filter { $0 != one }, pick(["canopy", "lantern"]), lots: 1 + roll(30),
        price: pick([.word("cost"), .word("list"), .integer(1 + roll(6_000))]))
    case 2:
      return DealWriter.licprod(
        one, other, pick(["canopy", "lantern"]), royalty: roll(2_001), cap: roll(40),
        licence: pick(["agreement", "expedited"]))
    case 3:
      let shares = lrm(10_000, states.map { _ in 1 + roll(9) })
      return DealWriter.coprod(
        states, pick(["canopy", "lantern"]), lines: [one],
        workshare: zip(states, shares).map { StateAmount(state: $0, value: $1) }
          .sorted { $0.state < $1.state })
    case 4: return DealWriter.standard(states, te: roll(2) == 0)
    case 5: return DealWriter.exercise(states, intensity: 1 + roll(3))
    case 6: return DealWriter.gsoia(states, level: 1 + roll(3))
    case 7: return DealWriter.clause(.acsa, states)
    case 8:
      return DealWriter.clause(.basing, [one], [other], ["posture": .integer(1_500 + roll(2_501))])
    case 9: return DealWriter.clause(.rdp, states)
    case 10: return DealWriter.clause(.dialogue, states)
    case 11:
      return DealWriter.clause(
        .sidepay, [one], [other],
        ["amount": .integer(1 + roll(90_000)), "turns": .integer(1 + roll(4))])
    case 12:
      return DealWriter.clause(
        .stockpool, states, [],
        [
          "programme": .word(pick(["canopy", "lantern"])), "call": .word(pick(["crisis", "any"])),
          "lots": .amounts(
            states.sorted().map { StateAmount(state: $0, value: roll(20) * 1_000) }),
        ])
    default:
      return DealWriter.clause(
        .crisis, states, [],
        [
          "theatre": .word("marches"), "trigger": .integer(6_000),
          "posture": .integer(500 + roll(3_501)), "turns": .integer(1 + roll(4)),
        ])
    }
  }

  /// Sometimes an event that works for a turn or two.
  mutating func event(in world: inout World) {
    guard roll(3) == 0 else { return }
    let effects = [
      InjectEffect(
        path: .threat, object: "marches", operation: .add, amount: roll(2_000), turns: 1),
      InjectEffect(
        path: .lineOutput, object: "dorn-canopy", operation: .multiply, amount: roll(10_000),
        turns: 1),
      InjectEffect(
        path: .politicalCapital, object: "", operation: .add, amount: roll(600) - 300, turns: 0),
      InjectEffect(
        path: .requirement, object: "uas", operation: .multiply, amount: 8_000 + roll(8_000),
        turns: 2),
      InjectEffect(
        path: .crisisTest, object: "", operation: .add, amount: 300, turns: 1),
      InjectEffect(
        path: .supplierStatus, object: "chips:dorn", operation: .set, amount: roll(10_001),
        turns: 2),
      InjectEffect(
        path: .inputSupply, object: "chips", operation: .multiply, amount: roll(12_000), turns: 1),
    ]
    let addressed = roll(2) == 0 ? [] : [roll(handles.count)]
    world.apply([pick(effects)], of: "event", to: addressed, scenario: scenario)
  }
}
