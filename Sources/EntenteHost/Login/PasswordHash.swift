import Crypto
import CryptoExtras
package import EntenteJournal

/// A facilitator's password as the store keeps it: scrypt with a salt of its own. Slow on purpose,
/// so that a stolen file does not give the passwords away.
package struct PasswordHash: Sendable {
  /// Random bytes of a salt.
  package static let saltBytes = 16
  /// Letters of the shortest password that is taken.
  package static let lettersMin = 10
  /// Bytes of the longest: it fits on a stranger's line.
  package static let bytesMax = 200

  /// What scrypt costs: 32 MiB of memory and some tenths of a second.
  private struct Cost: Sendable {
    var rounds = 1 << 15
    var blockSize = 8
    var parallelism = 3
  }

  private static let kindStart = "scrypt"
  private static let hashBytes = 32

  private let hash: [UInt8]
  private let salt: [UInt8]
  private let cost: Cost

  /// Hashes a password; takes tenths of a second. `salt` is random.
  package init(of password: String, salt: [UInt8]) {
    precondition(salt.count >= Self.saltBytes, "a salt is random and long enough")
    cost = Cost()
    self.salt = salt
    hash = Self.derive(password, salt, cost).withUnsafeBytes { Array($0) }
  }

  /// The hash that an account holds; nil where it holds something else.
  package init?(_ account: AccountRecord) {
    let parts = account.kind.split(separator: "-")
    guard parts.count == 4, parts[0] == Self.kindStart, let rounds = Int(parts[1]),
      let blockSize = Int(parts[2]), let parallelism = Int(parts[3])
    else { return nil }
    hash = account.secretHash
    salt = account.salt
    cost = Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
  }

  /// A hash that no password has, for users who do not exist: finding that out costs the same.
  static let ofNobody = PasswordHash()

  private init() {
    hash = [UInt8](repeating: 0, count: Self.hashBytes)
    salt = [UInt8](repeating: 0, count: Self.saltBytes)
    cost = Cost()
  }

  /// The account of a facilitator with this password, made at `now` in milliseconds since 1970.
  package func account(of name: String, at now: Int) -> AccountRecord {
    AccountRecord(
      name: name, role: "facilitator",
      kind: "\(Self.kindStart)-\(cost.rounds)-\(cost.blockSize)-\(cost.parallelism)",
      secretHash: hash, salt: salt, createdMilliseconds: now)
  }

  /// Whether this is the password; takes tenths of a second, the same for right and wrong.
  func fits(_ password: String) -> Bool {
    // Keys are compared in a time that does not tell where they differ.
    Self.derive(password, salt, cost) == SymmetricKey(data: hash)
  }

  private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) -> SymmetricKey {
    do {
      return try KDF.Scrypt.deriveKey(
        from: Array(password.utf8), salt: salt, outputByteCount: hashBytes, rounds: cost.rounds,
        blockSize: cost.blockSize, parallelism: cost.parallelism)
    } catch {
      // Only a damaged account has figures that cannot be used; it opens nothing.
      return SymmetricKey(size: .bits256)
    }
  }
}
