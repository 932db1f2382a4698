/// A join code as its hash: which session and seat it opens, how often and until when.
package struct JoinCodeRecord: Sendable, Hashable {
  /// SHA-256 of the code; the code itself is never stored.
  package var secretHash: [UInt8]
  /// The session it opens.
  package var session: String
  /// The seat it gives.
  package var seat: String
  /// When it was made: milliseconds since 1970-01-01T00:00:00Z.
  package var createdMilliseconds: Int
  /// How many more people may use it, nil for any number.
  package var usesLeft: Int?
  /// When it ends: milliseconds since 1970-01-01T00:00:00Z, nil for never.
  package var expiresMilliseconds: Int?
  /// Whether it was taken back.
  package var isRevoked: Bool

  /// A code; storing one again under the same hash replaces it.
  package init(
    secretHash: [UInt8], session: String, seat: String, createdMilliseconds: Int,
    usesLeft: Int? = nil, expiresMilliseconds: Int? = nil, isRevoked: Bool = false
  ) {
    self.secretHash = secretHash
    self.session = session
    self.seat = seat
    self.createdMilliseconds = createdMilliseconds
    self.usesLeft = usesLeft
    self.expiresMilliseconds = expiresMilliseconds
    self.isRevoked = isRevoked
  }
}
