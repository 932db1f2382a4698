/// Whether a clause has a giving and a receiving side.
package enum ClauseDirection: Hashable, Sendable {
  /// All bound states have the same part.
  case mutual
  /// `from` gives and `to` receives; the words name the two sides for people.
  case directed(giver: String, receivers: String)
}
