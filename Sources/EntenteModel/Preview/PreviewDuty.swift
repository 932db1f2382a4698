/// What a party owes in a turn under the text.
package struct PreviewDuty: Hashable, Sendable {
  /// The turn it is due in.
  package var turn: Int
  /// The clause it is owed under.
  package var clause: ClauseID
  /// Who owes it.
  package var debtor: Int
  /// Nil where it is owed to all.
  package var creditor: Int?
  /// $k if `isMoney`, else mU.
  package var amount: Int
  /// $k if true, else mU.
  package var isMoney: Bool
}
