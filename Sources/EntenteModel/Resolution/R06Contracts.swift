// R6, continued: the way a contract takes, civil plants, and the days of tooling.

extension Resolver {
  /// Orders `route` and `convert-civil`, before any gate moves.
  mutating func changeContracts() {
    for state in 0..<count {
      for order in accepted[state] {
        switch order.bound {
        case .route(let line, let via): route(line, via, of: state)
        case .convertCivil(let line, let isLed): convert(line, isLed: isLed)
        default: break
        }
      }
    }
  }

  private mutating func route(_ line: Int, _ via: ContractingRoute, of state: Int) {
    guard world.lines[line].route != via else { return }
    if via == .ota { world.states[state].tokens -= 1 }
    world.lines[line].route = via
    if let gate = world.lines[line].gates.firstIndex(where: { $0.kind == .contracting }) {
      world.lines[line].gates[gate].days = scenario.parameters.gateDays.contracting(via)
    }
  }

  private mutating func convert(_ line: Int, isLed: Bool) {
    world.lines[line].isCivil = true
    scaleTooling(line, by: 7_000)
    // A line a civil firm leads is sooner still (SR6).
    if isLed && scenario.parameters.has(.roleLadder) { scaleTooling(line, by: 8_000) }
  }

  private mutating func scaleTooling(_ line: Int, by factor: BasisPoints) {
    guard let gate = world.lines[line].gates.firstIndex(where: { $0.kind == .tooling }) else {
      return
    }
    world.lines[line].gates[gate].days = world.lines[line].gates[gate].days.scaled(by: factor)
  }

  /// SR2: where tooling begins this turn, agile firms of the state shorten it, at most by a fifth.
  mutating func quickenTooling(_ line: Int) {
    guard scenario.parameters.has(.smeAgility), !world.lines[line].isTooling,
      let gate = world.lines[line].gates.firstIndex(where: { $0.kind == .tooling })
    else { return }
    let earlier = Array(world.lines[line].gates[..<gate])
    guard GateClock.remaining(earlier) < credit(of: line) else { return }
    world.lines[line].isTooling = true
    let card = scenario.programmes[world.lines[line].programme]
    guard card.sector == .uas || card.sector == .isr else { return }
    let firms = world.states[world.lines[line].state].firms
    scaleTooling(line, by: BasisPoints(10_000 - min(2_000, 10 * firms)))
  }
}
