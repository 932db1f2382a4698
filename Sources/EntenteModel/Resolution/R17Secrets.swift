// R17, continued: the network as those see it who know of no secret deal.

extension Resolver {
  /// Groups that stand without deals that are secret next turn too; nil if there are no such deals.
  /// Pairs they join remember what their tie is without them.
  mutating func openGroups() -> [MemberSet]? {
    let secret = world.deals.indices.filter {
      world.deals[$0].status != .ended && world.isSecret(world.deals[$0], in: turn + 1)
    }
    guard !secret.isEmpty else { return nil }
    var families: [UInt8] = []
    for one in 0..<count {
      for other in (one + 1)..<max(one + 1, count) {
        families.append(openTie(one, other, without: secret))
      }
    }
    return AllianceDetection.evaluate(
      AllianceDetection.Input(
        count: count, weights: world.pairs.map { $0.openWeight ?? $0.weight },
        families: families, threshold: scenario.parameters.theta)
    ).groups
  }

  /// The tie of a pair without the secret deals; returns its families.
  private mutating func openTie(_ one: Int, _ other: Int, without secret: [Int]) -> UInt8 {
    var family: UInt8 = 0
    var terms: [TieDepth.Clause] = []
    for clause in clauses where clause.joins(one, other) && !secret.contains(clause.deal) {
      guard let tie = clause.tie else { continue }
      terms.append(
        TieDepth.Clause(weight: tie.weight, remaining: tie.remaining, status: tie.status))
      if tie.status != .suspended { family |= tie.family }
    }
    family |= addGovernance(one, other, &terms) { !secret.contains($0) }
    let isTouched = secret.contains { deal in
      world.deals[deal].bound.contains(one) && world.deals[deal].bound.contains(other)
    }
    guard isTouched else { return family }
    let output = TieDepth.evaluate(
      TieDepth.Input(
        clauses: terms, trust: world.trust(of: one, in: other),
        trustBack: world.trust(of: other, in: one)))
    let pair = world.pairIndex(one, other)
    world.pairs[pair].openDepth = output.depth
    world.pairs[pair].openWeight = output.weight
    return family
  }
}
