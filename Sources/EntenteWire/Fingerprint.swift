/// The SHA-256 of a certificate, or its beginning: what people compare, by eye or read aloud, to
/// know that they speak with the right server.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// Bytes of a whole one.
  private static let bytesWhole = 32
  /// Bytes of the shortest beginning that may stand for it: nobody makes a second certificate
  /// that agrees in 128 bits.
  private static let bytesMin = 16
  private static let digits = Array("0123456789ABCDEF")

  /// From 16 to 32 bytes.
  package let bytes: [UInt8]

  /// A whole fingerprint; nil unless `sha256` has 32 bytes.
  package init?(sha256: [UInt8]) {
    guard sha256.count == Self.bytesWhole else { return nil }
    bytes = sha256
  }

  /// One that was typed, whole or its beginning of eight groups or more: hexadecimal digits in
  /// either case, with hyphens, colons or spaces anywhere. Nil for anything else.
  package init?(_ text: String) {
    var nibbles: [UInt8] = []
    for letter in text where letter != "-" && letter != ":" && letter != " " {
      guard let digit = letter.hexDigitValue, letter.isASCII else { return nil }
      nibbles.append(UInt8(digit))
    }
    guard nibbles.count.isMultiple(of: 2),
      (Self.bytesMin...Self.bytesWhole).contains(nibbles.count / 2)
    else { return nil }
    bytes = stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
  }

  /// Groups of four digits, which are read aloud one by one: `3F9A-12BC-…`.
  package var description: String {
    stride(from: 0, to: bytes.count, by: 2).map { start in
      String(
        bytes[start..<min(start + 2, bytes.count)].flatMap {
          [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]]
        })
    }.joined(separator: "-")
  }

  /// Its first eight groups: enough to compare, and short enough to be typed.
  package var beginning: String { String(description.prefix(39)) }

  /// Whether `other`, a whole one, is the certificate this one stands for.
  package func stands(for other: Fingerprint) -> Bool { other.bytes.starts(with: bytes) }
}
