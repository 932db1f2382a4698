// What clauses about forces and payments need: exercise, basing, stockpool, crisis, sidepay.
extension ClauseCheck {
  /// PROC that a pair needs for `basing` and `crisis`; bp.
  static var procedureNeed: BasisPoints { 3_000 }
  /// TECH that a pair needs to pool stock; bp.
  static var poolNeed: BasisPoints { 4_000 }

  mutating func judgeOperations(_ clause: ClauseText) {
    let bound = indices(clause.boundStates)
    switch clause.kind {
    case .exercise:
      let cost = FirstPayment.exercise(intensity: clause.integer("intensity") ?? 1)
      for state in bound { requireMoney(clause, of: state, cost) }
    case .basing:
      for host in indices(clause.from) {
        for guest in indices(clause.to) where guest != host {
          requireLayer(clause, .proc, host, guest, atLeast: Self.procedureNeed)
        }
      }
    case .stockpool: judgePool(clause, bound)
    case .crisis:
      for (one, other) in pairs(bound) {
        requireLayer(clause, .proc, one, other, atLeast: Self.procedureNeed)
      }
    case .sidepay:
      let part = FirstPayment.sidePayment(clause)
      for payer in indices(clause.from) {
        requireMoney(clause, of: payer, Money(part.value * clause.to.count))
      }
    default: preconditionFailure("judged elsewhere")
    }
  }

  private mutating func judgePool(_ clause: ClauseText, _ bound: [Int]) {
    for (one, other) in pairs(bound) {
      requireLayer(clause, .tech, one, other, atLeast: Self.poolNeed)
    }
    guard let programme = programme(of: clause) else { return }
    for amount in clause.amounts("lots") {
      guard let state = scenario.index(of: amount.state) else { continue }
      let have = world.states[state].stock[programme]
      guard have < Lots(amount.value) else { continue }
      refuse(
        .stockTooLow(
          clause.id, state: id(state), have: have, need: Lots(amount.value),
          programme: scenario.programmes[programme].id), .fogged(state))
    }
  }
}
