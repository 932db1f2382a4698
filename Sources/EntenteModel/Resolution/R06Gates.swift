// R6: gates use up the day credit of the turn, lines open, deliveries begin.

extension Resolver {
  /// Orders that open and stop lines, events that lengthen gates, then the clock of every gate.
  mutating func advanceGates() {
    changeContracts()
    lengthenLicences()
    advanceDevelopments()
    stopLines()
    exemptGates()
    for line in world.lines.indices { advanceLine(line) }
    for clause in clauses.indices where clauses[clause].isAgreed { advanceDelivery(clause) }
  }

  /// Events on open licence gates whose design belongs to a state.
  private mutating func lengthenLicences() {
    for active in world.effects
    where active.effect.path == .licenceGates && active.fromTurn == turn {
      for state in addressed(by: active) {
        for line in world.lines.indices
        where world.programmes[world.lines[line].programme].owner == state {
          Self.lengthen(&world.lines[line].gates, by: active.effect.amount)
        }
        lengthenDeliveries(of: state, by: active.effect.amount)
      }
    }
  }

  private mutating func lengthenDeliveries(of owner: Int, by days: Int) {
    for clause in clauses where clause.isAgreed {
      guard let programme = clause.programme, world.programmes[programme].owner == owner else {
        continue
      }
      for place in world.deals[clause.deal].clauses[clause.index].gates.indices {
        Self.lengthen(
          &world.deals[clause.deal].clauses[clause.index].gates[place], by: days)
      }
    }
  }

  private static func lengthen(_ gates: inout [Gate], by days: Int) {
    for gate in gates.indices
    where gates[gate].kind == .licence && gates[gate].done < gates[gate].days {
      gates[gate].days = max(gates[gate].done, gates[gate].days + Days(days))
    }
  }

  /// The clock of one line's gates.
  private mutating func advanceLine(_ line: Int) {
    guard world.lines[line].status == .gated, turn >= world.lines[line].gatedFrom else { return }
    let (state, programme) = (world.lines[line].state, world.lines[line].programme)
    if turn == world.lines[line].gatedFrom {
      let days = GateClock.remaining(world.lines[line].gates)
      report.lines.append(
        LineEvent(state: state, programme: programme, event: .planned(days)))
    }
    recogniseTests(line)
    quickenTooling(line)
    let days = scenario.parameters.turnDays.value
    record.open(.gates(state: state, programme: programme), "EQ9", "gate-schedule")
    record.input("turnDays", days)
    record.step("remaining", GateClock.remaining(world.lines[line].gates).value)
    let credit = credit(of: line)
    record.step("credit", credit.value)
    var closed: [Gate.Kind] = []
    let left = GateClock.consume(&world.lines[line].gates, credit: credit) { closed.append($0) }
    for kind in closed {
      report.lines.append(
        LineEvent(state: state, programme: programme, event: .gateClosed(kind)))
    }
    record.close(GateClock.remaining(world.lines[line].gates).value)
    // A chain that ends exactly with the turn opens in the next one.
    if left > 0 { open(line, leftover: left) }
  }

  private mutating func open(_ line: Int, leftover: Days) {
    world.lines[line].status = .open
    world.lines[line].openedTurn = turn
    world.lines[line].leftover = leftover
    world.lines[line].idleTurns = 0
    let (state, programme) = (world.lines[line].state, world.lines[line].programme)
    world.states[state].ledger.everHadLine[programme] = true
    report.lines.append(
      LineEvent(state: state, programme: programme, event: .opened(leftover)))
  }

  /// A test gate that has not begun takes the shorter days where tests are recognised by now.
  private mutating func recogniseTests(_ line: Int) {
    let days = scenario.parameters.gateDays.test(recognised: true)
    let gates = world.lines[line].gates
    guard let gate = gates.firstIndex(where: { $0.kind == .test }), gates[gate].done == 0,
      gates[gate].days > days, isRecognised(world.lines[line].state)
    else { return }
    world.lines[line].gates[gate].days = days
  }

  private func isRecognised(_ state: Int) -> Bool {
    all(.standard).contains { index in
      guard clauses[index].isActive, clauses[index].bound.contains(state),
        case .standard(true, _) = clauses[index].terms
      else { return false }
      return true
    }
  }

  /// The clock of the gates of those who receive lots or know-how.
  private mutating func advanceDelivery(_ clause: Int) {
    let (deal, index) = (clauses[clause].deal, clauses[clause].index)
    guard !world.deals[deal].clauses[index].gates.isEmpty,
      world.deals[deal].clauses[index].closedTurn.count
        == world.deals[deal].clauses[index].gates.count,
      turn > world.deals[deal].concludedTurn ?? .max
    else { return }
    let credit = flowCredit(clause)
    for place in world.deals[deal].clauses[index].gates.indices
    where world.deals[deal].clauses[index].closedTurn[place] == nil {
      let left = GateClock.consume(
        &world.deals[deal].clauses[index].gates[place], credit: credit)
      if left > 0 {
        world.deals[deal].clauses[index].closedTurn[place] = turn
        world.deals[deal].clauses[index].leftover[place] = left
      }
    }
  }

  /// Lines whose licence has ended stop; so do those closed by order.
  private mutating func stopLines() {
    for line in world.lines.indices where !world.lines[line].status.isStopped {
      if !isLicensed(line, needsEffect: false) { stop(line) }
    }
    for state in 0..<count {
      for order in accepted[state] {
        if case .closeLine(let line) = order.bound { stop(line) }
      }
    }
  }

  private mutating func stop(_ line: Int) {
    guard !world.lines[line].status.isStopped else { return }
    world.lines[line].status = .idle
    report.lines.append(
      LineEvent(
        state: world.lines[line].state, programme: world.lines[line].programme, event: .idle))
  }

  /// Whether a line may build: its state owns the design, nobody does, it stood at the start, or a
  /// `coprod`, `licprod` or `jointfund` lets it; `needsEffect` asks that the clause is awake.
  func isLicensed(_ line: Int, needsEffect: Bool) -> Bool {
    let (state, programme) = (world.lines[line].state, world.lines[line].programme)
    guard let owner = world.programmes[programme].owner, owner != state,
      world.lines[line].agreement != nil
    else { return true }
    return clauses.contains { clause in
      guard clause.isAgreed, clause.programme == programme else { return false }
      // A clause that binds but is not in effect yet sleeps for nobody.
      let sleeps = world.deals[clause.deal].clauses[clause.index].isSuspended
      if needsEffect && sleeps { return false }
      switch clause.terms {
      case .coprod(let terms): return terms.lines.contains(state) && clause.bound.contains(state)
      case .licprod: return clause.to.contains(state)
      case .jointfund(let terms):
        return clause.bound.contains(state) || terms.lines.contains(state)
      default: return false
      }
    }
  }

  /// Orders `open-line`: gates from next turn; a line that stood idle needs only a warm restart.
  /// Done when the turn closes, because the steps hold places of lines.
  mutating func openOwnLines() {
    for state in 0..<count {
      for order in accepted[state] {
        guard case .openLine(let programme, let rate) = order.bound else { continue }
        let list = GateList(world: world, scenario: scenario)
        let load = scenario.programmes[programme].load.value
        let old = world.lineIndex(state, programme)
        let gates =
          old == nil
          ? list.ownLine(state: state, programme: programme)
          : list.warmRestart(state: state, programme: programme)
        world.place(
          Line(
            state: state, programme: programme,
            capacity: CapacityUnits(rdiv(rate * load, 1_000)),
            cumulative: old.map { world.lines[$0].cumulative } ?? 0, status: .gated,
            gates: gates, nominal: Lots(rate), openedTurn: nil, output: 0,
            unitCost: old.map { world.lines[$0].unitCost } ?? 0, licence: nil,
            licenceClause: nil, idleTurns: 0, configuration: "same",
            credit: scenario.parameters.turnDays, gatedFrom: turn + 1,
            making: old.flatMap { world.lines[$0].isCivil ? LineMaking(isCivil: true) : nil }))
      }
    }
  }
}

extension BoundClause {
  /// The programme it is about.
  var programme: Int? {
    switch terms {
    case .coprod(let terms): terms.programme
    case .licprod(let terms): terms.programme
    case .offtake(let terms): terms.programme
    case .sustain(let programme, _): programme
    case .stockpool(let programme, _, _): programme
    case .reexport(let programme, _): programme
    case .excl(let programme, _, _): programme
    case .codev(let terms): terms.programme
    case .jointfund(let terms): terms.programme
    default: nil
    }
  }
}
