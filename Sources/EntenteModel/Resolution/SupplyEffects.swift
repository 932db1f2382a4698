/// What running events leave of an input's supply and of its suppliers. An event for all states is
/// one of the supply of all; one for some states works for these alone.
struct SupplyEffects {
  private let active: [ActiveEffect]
  private let input: Input
  private let scenario: Scenario

  init(_ input: Input, in world: World, scenario: Scenario) {
    self.input = input
    self.scenario = scenario
    active = world.effects.filter { active in
      (active.effect.path == .inputSupply || active.effect.path == .supplierStatus)
        && active.fromTurn <= world.turn && world.turn <= active.lastTurn ?? .max
    }
  }

  /// Whether something works for this state alone.
  func single(_ state: Int) -> Bool {
    active.contains { isOfInput($0) && concerns($0, state) }
  }

  /// What is left of the supply, of all (nil) or for one state alone; bp.
  func supply(of state: Int?) -> Int {
    var level = 10_000
    for effect in active
    where effect.effect.path == .inputSupply && effect.effect.object == input.rawValue
      && concerns(effect, state)
    {
      level = max(0, effect.effect.result(on: level))
    }
    return min(40_000, level)
  }

  /// Status of a supplier, for all (nil) or for one state alone: 10000 normal, 5000 restricted, 0
  /// cut; bp.
  func status(of supplier: Int, for state: Int?) -> BasisPoints {
    var status = 10_000
    let name = "\(input.rawValue):\(scenario.supplierName(supplier))"
    for effect in active
    where effect.effect.path == .supplierStatus && effect.effect.object == name
      && concerns(effect, state)
    {
      status = clamp(effect.effect.result(on: status), 0, 10_000)
    }
    return BasisPoints(status)
  }

  private func isOfInput(_ effect: ActiveEffect) -> Bool {
    let object = effect.effect.object
    return object == input.rawValue || object.hasPrefix(input.rawValue + ":")
  }

  private func concerns(_ effect: ActiveEffect, _ state: Int?) -> Bool {
    let isForAll = effect.addressed.count == scenario.states.count
    guard let state else { return isForAll }
    return !isForAll && effect.addressed.contains(state)
  }
}
