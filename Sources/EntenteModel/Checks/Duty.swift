/// What one state owes under a clause in a turn.
package struct Duty: Sendable, Hashable, Codable {
  /// The deal it is owed under.
  package var deal: DealID
  /// The clause of the deal.
  package var clause: ClauseID
  /// The kind of that clause.
  package var kind: ClauseKind
  /// The state that owes it.
  package var debtor: Int
  /// Nil where it is owed to all other bound states.
  package var creditor: Int?
  /// The turn it falls due in.
  package var turn: Int
  /// $k if `isMoney`, else mU; with arrears of earlier turns.
  package var amount: Int
  /// $k if true, else mU.
  package var isMoney: Bool
  /// Part of `amount` that stands from earlier turns.
  package var arrears: Int
  /// Whether the debtor has duties to several states under the clause, so that the creditor is part
  /// of the name.
  package var hasSeveralCreditors: Bool

  /// The name people type: `D-7Q4K.c1.dorn`, or `D-7Q4K.c1.dorn.cael` where one debtor owes
  /// several.
  package func name(in scenario: Scenario) -> String {
    let name = "\(deal).\(clause).\(scenario.states[debtor].id)"
    guard hasSeveralCreditors, let creditor else { return name }
    return "\(name).\(scenario.states[creditor].id)"
  }
}
