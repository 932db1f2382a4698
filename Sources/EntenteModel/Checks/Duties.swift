/// Lists what is owed: the same list the resolution keeps its books by.
package enum Duties {
  /// Everything owed in the resolution of the turn of `world`, in order of deals and clauses. What
  /// a buyer pays for lots is reckoned at the last unit cost where the price is the cost.
  package static func due(in world: World, scenario: Scenario) -> [Duty] {
    var resolver = Resolver(world: world, scenario: scenario, record: NoFigureTrace())
    resolver.updateStatuses()
    resolver.readClauses()
    resolver.listObligations()
    var duties = resolver.obligations.map { duty($0, resolver) }
    for consignment in resolver.consignments {
      guard let index = consignment.moneyDuty else { continue }
      duties[index].amount += resolver.reserve(for: consignment)
    }
    duties.removeAll { $0.amount == 0 }
    return marked(duties)
  }

  /// What a deal makes its parties owe in the turn of `world`.
  package static func list(_ deal: DealID, in world: World, scenario: Scenario) -> [Duty] {
    due(in: world, scenario: scenario).filter { $0.deal == deal }
  }

  private static func duty(
    _ obligation: Obligation, _ resolver: Resolver<NoFigureTrace>
  ) -> Duty {
    let clause = resolver.clauses[obligation.clause]
    let deal = resolver.world.deals[clause.deal]
    return Duty(
      deal: deal.id, clause: deal.text.clauses[clause.index].id, kind: clause.kind,
      debtor: obligation.debtor,
      creditor: obligation.creditor == Arrears.toAll ? nil : obligation.creditor,
      turn: resolver.turn, amount: obligation.total, isMoney: obligation.isMoney,
      arrears: obligation.arrears, hasSeveralCreditors: false)
  }

  /// Marks duties of one debtor under one clause that go to several states.
  private static func marked(_ duties: [Duty]) -> [Duty] {
    duties.map { duty in
      var duty = duty
      duty.hasSeveralCreditors =
        duties.count {
          $0.deal == duty.deal && $0.clause == duty.clause && $0.debtor == duty.debtor
            && $0.isMoney == duty.isMoney
        } > 1
      return duty
    }
  }
}
