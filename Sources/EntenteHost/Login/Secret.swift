import EntenteJournal
import EntenteSession

/// Codes that can be read aloud and tokens that cannot be guessed; only their hashes are kept.
package enum Secret {
  /// Random bytes of a token: 256 bits.
  package static let tokenBytes = 32
  /// Random bytes that a code is made from: 8 letters of 5 bits.
  package static let codeBytes = 5

  /// A join code as it is printed: `7QK4-M2XD`, Crockford's base 32. `bytes` are 5 random ones.
  package static func code(from bytes: [UInt8]) -> String {
    precondition(bytes.count == codeBytes, "a code is 40 bits")
    let bits = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let letters = stride(from: 35, through: 0, by: -5).map {
      DealNaming.alphabet[Int(bits >> $0 & 31)]
    }
    return String(letters[..<4]) + "-" + String(letters[4...])
  }

  /// A code as it is compared: capitals, no hyphens, the letters Crockford reads as digits mended.
  /// Nil where it cannot be a code.
  package static func normalised(code: String) -> String? {
    var letters = ""
    for letter in code.uppercased() where letter != "-" {
      switch letter {
      case "O": letters.append("0")
      case "I", "L": letters.append("1")
      default: letters.append(letter)
      }
    }
    guard letters.count == 8, letters.allSatisfy(DealNaming.alphabet.contains) else { return nil }
    return letters
  }

  /// A token as its holder keeps it: 43 letters of base64url. `bytes` are 32 random ones.
  package static func token(from bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var text = ""
    var bits = 0
    var held = 0
    for byte in bytes {
      bits = bits << 8 | Int(byte)
      held += 8
      while held >= 6 {
        held -= 6
        text.append(alphabet[bits >> held & 63])
      }
      bits &= (1 << held) - 1
    }
    if held > 0 { text.append(alphabet[bits << (6 - held) & 63]) }
    return text
  }

  /// What the store keeps of a secret: SHA-256 of its text.
  package static func hash(of secret: String) -> [UInt8] {
    HashChain.digest(of: Array(secret.utf8))
  }
}
