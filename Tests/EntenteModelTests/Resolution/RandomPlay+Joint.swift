import EntenteModel

extension RandomPlay {
  /// A clause by which states develop, order, fund or trade together, or keep others out.
  mutating func jointClause(
    _ one: StateID, _ other: StateID, _ states: [StateID]
  ) -> ClauseText {
    switch roll(9) {
    case 0:
      return DealWriter.clause(
        .codev, states, [],
        [
          "programme": .word(undeveloped), "shares": shares(states),
          "turns": .integer(2 + roll(4)), "exportable": .flag(roll(2) == 0),
        ])
    case 1:
      return DealWriter.clause(
        .jointfund, states, [],
        [
          "programme": .word(pick(["canopy", "lantern"])), "contributions": shares(states),
          "lots": .integer(1_000 + roll(90_000)),
        ])
    case 2:
      return DealWriter.clause(
        .accel, states, [],
        [
          "domains": .words(["aut", "sen"]), "pool": .integer(4_000 + roll(90_000)),
          "shares": shares(states),
        ])
    case 3:
      return DealWriter.clause(
        .dualuse, states, [], ["domains": .words(["sen"]), "talent": .flag(roll(2) == 0)])
    case 4:
      return DealWriter.clause(
        .subsidiary, [one], [other],
        ["sector": .word(pick(["amd", "uas"])), "invest": .integer(1_000 + roll(60_000))])
    case 5:
      return DealWriter.clause(
        .offset, [one], [other],
        [
          "obligation": .integer(roll(12_001)), "within": .integer(1 + roll(4)),
          "kind": .word(pick(["direct", "indirect"])),
        ])
    case 6:
      return DealWriter.clause(
        .sosa, states, [], ["inputs": .words(["chips"]), "rating": .integer(1 + roll(2))])
    case 7:
      return DealWriter.clause(
        .excl, states, [], ["programme": .word(pick(["canopy", "lantern"]))])
    default:
      return DealWriter.clause(pick([.exempt, .ntib, .infoshare]), states)
    }
  }

  private var undeveloped: String {
    scenario.programmes.first { !$0.isDeveloped }?.id.text ?? "canopy"
  }

  private mutating func shares(_ states: [StateID]) -> ParameterValue {
    let parts = lrm(10_000, states.map { _ in 1 + roll(9) })
    return .amounts(
      zip(states, parts).map { StateAmount(state: $0, value: $1) }.sorted { $0.state < $1.state })
  }
}
