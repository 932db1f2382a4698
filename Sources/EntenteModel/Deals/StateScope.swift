/// Which states a parameter may name.
package enum StateScope: String, Sendable {
  /// States bound by the clause.
  case bound
  /// Parties of the deal.
  case party
  /// Any state of the session.
  case session
}
