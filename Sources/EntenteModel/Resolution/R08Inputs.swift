// R8: capacity is moved between lines.

extension Resolver {
  /// Orders `set-capacity`, then what surge does to this turn.
  mutating func allocateCapacity() {
    for state in 0..<count {
      for order in accepted[state] {
        switch order.bound {
        case .setCapacity(let line, let rate):
          let load = scenario.programmes[world.lines[line].programme].load.value
          world.lines[line].capacity = CapacityUnits(rdiv(rate * load, 1_000))
        case .surge(let sector, let level):
          scratch.surge[state * Sector.count + sector] = level
        default: break
        }
      }
      for sector in 0..<Sector.count {
        let lines = lineIndices(state, sector)
        if !lines.isEmpty {
          fitLines(lines, within: world.states[state].capacity[sector].value)
        }
      }
    }
    allocateInputs()
  }
}
