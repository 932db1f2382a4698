// Checks of orders about forces and partners.
extension OrderBook {
  mutating func judgePosture(_ order: Order) throws(RuleRefusal) -> Asked {
    switch order.keyword {
    case .exercise:
      let partner = try partner(order, "with")
      let intensity = integer(order, "intensity") ?? 1
      guard (1...3).contains(intensity) else {
        throw unknown("intensity", String(intensity))
      }
      return Asked(
        bound: .exercise(with: partner, intensity: intensity),
        cost: 2_000 * intensity * intensity)
    case .deploy: return try judgeDeploy(order)
    default: throw notHere(order)
    }
  }

  private mutating func judgeDeploy(_ order: Order) throws(RuleRefusal) -> Asked {
    let partner = try partner(order, "partner")
    guard let level = integer(order, "posture"), (500...1_500).contains(level) else {
      throw unknown("posture", integer(order, "posture").map(String.init))
    }
    let layers = world.pairs[world.pairIndex(state, partner)].layers
    let procedural = layers[Layer.proc.index].value
    if procedural < 3_000 {
      throw RuleRefusal(
        .interoperabilityTooLow,
        [
          .init("a", scenario.states[state].id.text), .init("b", scenario.states[partner].id.text),
          .init("layer", "proc"), .init("have", procedural), .init("need", 3_000),
        ], "Exercise together first: procedures need 30 points.")
    }
    if posture + level > 10_000 {
      throw RuleRefusal(
        .capacityTooLow,
        [own, .init("sector", "posture"), .init("have", 10_000 - posture), .init("need", level)],
        "Your forces are promised elsewhere.")
    }
    posture += level
    return Asked(
      bound: .deploy(partner: partner, posture: level),
      cost: mb(mb(standing.budget.value, level), 1_000))
  }
}
