// What clauses that open or shut doors need: rdp, ntib, exempt, gsoia, infoshare, excl.
extension ClauseCheck {
  /// SEC that `rdp` asks of each state; bp.
  static var purchaseSecurity: BasisPoints { 5_000 }
  /// VAL that `ntib` asks of each pair; bp.
  static var domesticValues: BasisPoints { 7_000 }
  /// SEC that `exempt` asks of each state; bp.
  static var exemptSecurity: BasisPoints { 7_500 }
  /// How far apart export controls may be under `exempt`; bp.
  static var controlsApart: BasisPoints { 2_000 }

  mutating func judgeAgreement(_ clause: ClauseText) {
    let bound = indices(clause.boundStates)
    switch clause.kind {
    case .rdp:
      for state in bound {
        requireSecurity(clause, of: state, atLeast: Self.purchaseSecurity, purpose: "rdp")
      }
    case .ntib: judgeDomesticBase(clause, bound)
    case .exempt: judgeExemption(clause, bound)
    case .gsoia:
      let level = clause.integer("level") ?? 1
      for state in bound {
        requireSecurity(
          clause, of: state, atLeast: BasisPoints(4_000 + 1_000 * level),
          purpose: "gsoia of level \(level)")
      }
    case .infoshare:
      for (one, other) in pairs(bound)
      where committed.securityLevel(between: one, other) == nil {
        refuse(
          .noSecurityAgreement(
            clause.id, id(one), id(other), level: nil, purpose: "infoshare"))
      }
    case .excl: judgeExclusivity(clause, bound)
    default: preconditionFailure("judged elsewhere")
    }
  }

  private mutating func judgeDomesticBase(_ clause: ClauseText, _ bound: [Int]) {
    for (one, other) in pairs(bound) {
      if !committed.has(.rdp, between: one, other), !committed.has(.exempt, between: one, other) {
        refuse(.prerequisiteMissing(clause.id, id(one), id(other), need: "rdp"))
      }
      requireValues(clause, one, other, atLeast: Self.domesticValues, purpose: "ntib")
    }
  }

  private mutating func judgeExemption(_ clause: ClauseText, _ bound: [Int]) {
    for (one, other) in pairs(bound) {
      let difference = BasisPoints(
        abs(
          world.states[one].exportStrictness.value - world.states[other].exportStrictness.value))
      guard difference > Self.controlsApart else { continue }
      refuse(
        .controlsNotComparable(
          clause.id, id(one), id(other), difference: difference, limit: Self.controlsApart))
    }
    for state in bound {
      requireSecurity(clause, of: state, atLeast: Self.exemptSecurity, purpose: "exempt")
    }
  }

  /// E241: a deal in force that the new exclusivity would break.
  private mutating func judgeExclusivity(_ clause: ClauseText, _ bound: [Int]) {
    let allowed = Set(bound + indices(clause.states("except")))
    for entry in committed.entries {
      guard let deal = entry.deal, entry.clause.kind.isTradeOfProgramme,
        let programme = programme(of: entry.clause),
        clause.covers(scenario.programmes[programme]),
        let state = entry.bound.first(where: bound.contains),
        entry.bound.contains(where: { !allowed.contains($0) })
      else { continue }
      refuse(.conflictsWithDeal(clause.id, deal: deal, state: id(state)))
    }
  }
}

extension ClauseKind {
  /// True for the clauses an exclusivity bars: buying, building and ordering a programme together.
  package var isTradeOfProgramme: Bool {
    switch self {
    case .offtake, .coprod, .licprod, .jointfund: true
    default: false
    }
  }
}
