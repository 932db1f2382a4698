/// Somebody the server knows outside any session, such as a facilitator with a token or password.
/// Only hashes are stored.
package struct AccountRecord: Sendable, Hashable {
  /// The account's name, unique in the store.
  package var name: String
  /// What it may do, in the host's words: `facilitator`.
  package var role: String
  /// What its secret is, in the host's words: `token` or `password`.
  package var kind: String
  /// SHA-256 of a token, or the scrypt result of a password.
  package var secretHash: [UInt8]
  /// The salt of a password, empty for a token.
  package var salt: [UInt8]
  /// When it was made: milliseconds since 1970-01-01T00:00:00Z.
  package var createdMilliseconds: Int
  /// When it ends: milliseconds since 1970-01-01T00:00:00Z, nil for never.
  package var expiresMilliseconds: Int?
  /// Whether it was taken back.
  package var isRevoked: Bool

  /// An account; storing one again under the same name replaces it.
  package init(
    name: String, role: String, kind: String, secretHash: [UInt8], salt: [UInt8] = [],
    createdMilliseconds: Int, expiresMilliseconds: Int? = nil, isRevoked: Bool = false
  ) {
    self.name = name
    self.role = role
    self.kind = kind
    self.secretHash = secretHash
    self.salt = salt
    self.createdMilliseconds = createdMilliseconds
    self.expiresMilliseconds = expiresMilliseconds
    self.isRevoked = isRevoked
  }
}
