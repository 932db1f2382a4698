/// A person in a seat, and the hash of the token that logs them in again.
package struct MemberRecord: Sendable, Hashable {
  /// The session.
  package var session: String
  /// The member's name in the session: `borea.head.1`.
  package var member: String
  /// The seat now held: `borea.head`.
  package var seat: String
  /// The name the person gave.
  package var name: String
  /// SHA-256 of the token; the token itself is never stored.
  package var secretHash: [UInt8]
  /// When the member joined: milliseconds since 1970-01-01T00:00:00Z.
  package var createdMilliseconds: Int
  /// Whether the token is no longer good.
  package var isRevoked: Bool

  /// A member; storing one again under the same session and member replaces it.
  package init(
    session: String, member: String, seat: String, name: String, secretHash: [UInt8],
    createdMilliseconds: Int, isRevoked: Bool = false
  ) {
    self.session = session
    self.member = member
    self.seat = seat
    self.name = name
    self.secretHash = secretHash
    self.createdMilliseconds = createdMilliseconds
    self.isRevoked = isRevoked
  }
}
