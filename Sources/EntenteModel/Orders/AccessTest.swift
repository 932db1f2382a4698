/// The access test for an order: security of the receiver, trust of the owner in it, and values.
struct AccessTest {
  let world: World
  let scenario: Scenario

  /// Why `receiver` may not have the programme, `lower` levels below its sensitivity; nil if it
  /// may.
  func refusal(receiver: Int, programme: Int, lower: Int) -> RuleRefusal? {
    let card = scenario.programmes[programme]
    if card.sensitivity >= 5 {
      return RuleRefusal(
        .neverTradable, [.init("programme", card.id.text)], "This is never traded.")
    }
    guard let owner = world.programmes[programme].owner, owner != receiver else { return nil }
    let limits = scenario.parameters.access
    let level = min(max(0, card.sensitivity - lower), limits.security.count - 1)
    let security = world.states[receiver].security
    if security < limits.security[level] {
      return RuleRefusal(
        .securityTooLow,
        [name("state", receiver)] + numbers(security, limits.security[level]),
        "Security of \(limits.security[level]) is needed; try security-upgrade.")
    }
    return distance(owner, receiver, trust: limits.trust[level], values: limits.values[level])
  }

  /// Why the owner does not let the receiver have it.
  private func distance(
    _ owner: Int, _ receiver: Int, trust: BasisPoints, values: BasisPoints
  ) -> RuleRefusal? {
    let have = world.trust(of: owner, in: receiver)
    if have < trust {
      return RuleRefusal(
        .trustTooLow,
        [name("owner", owner), name("state", receiver)] + numbers(have, trust),
        "The owner does not trust the receiver enough.")
    }
    let affinity = world.pairs[world.pairIndex(owner, receiver)].affinity
    if affinity < values {
      return RuleRefusal(
        .valuesTooFar, [name("a", owner), name("b", receiver)] + numbers(affinity, values),
        "The two states hold too different values.")
    }
    return nil
  }

  private func name(_ field: String, _ state: Int) -> RuleRefusal.Field {
    RuleRefusal.Field(field, scenario.states[state].id.text)
  }

  private func numbers(_ have: BasisPoints, _ need: BasisPoints) -> [RuleRefusal.Field] {
    [.init("have", have.value), .init("need", need.value)]
  }
}
