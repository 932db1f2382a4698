/// An exercise package as bytes under their own hash: never changed once stored.
package struct StoredPackage: Sendable, Hashable {
  /// SHA-256 of `bytes`, 32 bytes.
  package let hash: [UInt8]
  /// The package.
  package let bytes: [UInt8]

  /// Addresses the bytes by their hash.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
    hash = HashChain.digest(of: bytes)
  }
}
