/// The part a state plays in a clause.
package enum ClauseRole: String, Sendable, Codable {
  /// In `from` of a directed clause: host, seller, owner.
  case giver
  /// In `to` of a directed clause: guest, buyer, licensee.
  case receiver
  /// Bound by a mutual clause.
  case party
}
