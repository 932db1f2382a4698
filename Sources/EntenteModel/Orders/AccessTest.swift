/// The access test for an order: security of the receiver, trust of the owner in it, and values.
struct AccessTest {
  let world: World
  let scenario: Scenario

  /// Why `receiver` may not have the programme, `lower` levels below its sensitivity; nil if it may.
  func refusal(receiver: Int, programme: Int, lower: Int) -> RuleRefusal? {
    let card = scenario.programmes[programme]
    if card.sensitivity >= 5 {
      return RuleRefusal(
        .neverTradable, [.init("programme", card.id.text)], "This is never traded.")
    }
    guard let owner = world.programmes[programme].owner, owner != receiver else { return nil }
    let limits = scenario.parameters.access
    let level = min(max(0, card.sensitivity - lower), limits.security.count - 1)
    let name = RuleRefusal.Field("state", scenario.states[receiver].id.text)
    let security = world.states[receiver].security
    if security < limits.security[level] {
      return RuleRefusal(
        .securityTooLow,
        [name, .init("have", security.value), .init("need", limits.security[level].value)],
        "Security of \(limits.security[level]) is needed; try security-upgrade.")
    }
    let trust = world.trust(of: owner, in: receiver)
    if trust < limits.trust[level] {
      return RuleRefusal(
        .trustTooLow,
        [
          .init("owner", scenario.states[owner].id.text), name, .init("have", trust.value),
          .init("need", limits.trust[level].value),
        ], "The owner does not trust the receiver enough.")
    }
    let affinity = world.pairs[world.pairIndex(owner, receiver)].affinity
    if affinity < limits.values[level] {
      return RuleRefusal(
        .valuesTooFar,
        [
          .init("a", scenario.states[owner].id.text), .init("b", scenario.states[receiver].id.text),
          .init("have", affinity.value), .init("need", limits.values[level].value),
        ], "The two states hold too different values.")
    }
    return nil
  }
}
