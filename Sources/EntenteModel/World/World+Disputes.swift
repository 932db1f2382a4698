// What events ask about deals: which is in dispute, what was broken last.

extension InjectEffect.Path {
  /// It works on one deal, and while the shares of work in it stay as they are.
  var isOfDeal: Bool { self == .dealPace || self == .freeExit }
}

extension DealText {
  /// Shares of work and the rule of decision, as numbers that change with them.
  var sharesOfWork: [Int] {
    let shares = clauses.flatMap { clause -> [Int] in
      switch clause.kind {
      case .coprod: clause.amounts("workshare").map(\.value)
      case .codev: clause.amounts("shares").map(\.value)
      default: []
      }
    }
    return [governance.mode == .lead ? 1 : 0] + shares
  }
}

extension ActiveEffect {
  /// The deal goes on, and its shares are those the event found.
  func isUnsettled(in deals: [Deal]) -> Bool {
    deals.contains {
      $0.id.text == effect.object && $0.status != .ended && $0.text.sharesOfWork == terms
    }
  }
}

extension World {
  /// The deal in force with such a clause that has reason for dispute, else the first there is.
  package func dealInDispute(over kind: ClauseKind, scenario: Scenario) -> Deal? {
    let found = deals.filter { deal in
      deal.status == .inForce && deal.text.clauses.contains { $0.kind == kind }
    }
    return found.first { disputesShares($0, scenario: scenario) } ?? found.first
  }

  /// The premium of a line it stands for is above 20%, or benefits and contributions are more than
  /// 2500 bp apart.
  package func disputesShares(_ deal: Deal, scenario: Scenario) -> Bool {
    let benefits = lrm(10_000, deal.benefit.map(\.value))
    let contributions = lrm(10_000, deal.contribution.map(\.value))
    let hasBoth =
      deal.benefit.contains { $0 > 0 } && deal.contribution.contains { $0 > 0 }
    let distance = zip(benefits, contributions).reduce(0) { $0 + abs($1.0 - $1.1) }
    if hasBoth, distance > 2_500 { return true }
    var resolver = Resolver(world: self, scenario: scenario, record: NoFigureTrace())
    resolver.readClauses()
    return lines.indices.contains { line in
      lines[line].agreement == deal.id && resolver.collaborationPremium(line) > 12_000
    }
  }

  /// The last breach of a clause of one of these kinds, or of any; nil if there was none.
  package func lastBreach(of kinds: [String]) -> Dispute? {
    disputes.last { dispute in
      guard !kinds.isEmpty else { return true }
      let text = deals.first { $0.id == dispute.deal }?.text
      let clause = text?.clauses.first { $0.id == dispute.clause }
      return clause.map { kinds.contains($0.kind.rawValue) } ?? false
    }
  }

  /// What events leave of the pace of a deal; bp.
  func pace(of deal: DealID) -> Int {
    var factor = 10_000
    for active in effects
    where active.effect.path == .dealPace && active.effect.object == deal.text
      && active.works(in: turn) && active.isUnsettled(in: deals)
    {
      factor = max(0, active.effect.result(on: factor))
    }
    return factor
  }

  /// Whether parties may leave a deal without loss of trust.
  func mayLeaveFreely(_ deal: DealID) -> Bool {
    effects.contains { active in
      active.effect.path == .freeExit && active.effect.object == deal.text
        && active.effect.amount > 0 && active.works(in: turn) && active.isUnsettled(in: deals)
    }
  }
}

/// A leak meter that reached its end.
package struct LeakFound: Sendable, Hashable, Codable {
  /// Index of the programme.
  package var programme: Int
  /// Index of the state blamed.
  package var blamed: Int
  /// The turn in whose R12 it was.
  package var turn: Int
}
