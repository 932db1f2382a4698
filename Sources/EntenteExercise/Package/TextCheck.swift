import Foundation

/// Checks that the bytes of a file are text everybody can read: UTF-8, composed, and free of
/// characters that hide or turn around what stands there.
enum TextCheck {
  /// Findings about characters stop here; more of them say nothing new.
  static let findingsMax = 20

  /// The text of `bytes`, nil if they are not UTF-8, and what is wrong with it.
  static func text(_ bytes: [UInt8], file: String) -> (text: String?, findings: [Finding]) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let place = position(of: firstBadByte(bytes), in: bytes)
      return (
        nil,
        [
          Finding(
            .error, file: file, line: place.line, column: place.column, name: "bad-utf8",
            "This is not UTF-8; save the file as UTF-8.")
        ]
      )
    }
    var findings = refused(in: text, file: file)
    if text.unicodeScalars.count != text.precomposedStringWithCanonicalMapping.unicodeScalars.count
    {
      findings.append(
        Finding(
          .warning, file: file, name: "not-composed",
          "Letters and accents stand apart here; save the file in the form NFC."))
    }
    return (text, findings)
  }

  private static func refused(in text: String, file: String) -> [Finding] {
    var findings: [Finding] = []
    var line = 1
    var column = 0
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      column += 1
      // A carriage return stands only before a line end.
      let loneReturn = previous == "\r" && scalar != "\n"
      if loneReturn || isRefused(scalar) {
        findings.append(
          Finding(
            .error, file: file, line: line, column: loneReturn ? column - 1 : column,
            name: refusedName, sentence(about: loneReturn ? "\r" : scalar)))
        if findings.count == findingsMax { break }
      }
      if scalar == "\n" { (line, column) = (line + 1, 0) }
      previous = scalar
    }
    return findings
  }

  /// What findings about characters are called.
  static let refusedName = "refused-character"

  /// The sentence about a character that nobody sees.
  static func sentence(about scalar: Unicode.Scalar) -> String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return "The character U+\(padded) is not allowed; remove it."
  }

  /// True for control characters, marks of direction, line separators, tags and noncharacters.
  static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F...0x9F, 0xFEFF, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C,
      0x2028, 0x2029, 0xE0000...0xE007F, 0xFDD0...0xFDEF:
      true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  private static func firstBadByte(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return offset
      }
    }
  }

  private static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = String(decoding: bytes.prefix(offset), as: UTF8.self).unicodeScalars
    let line = before.reduce(1) { $1 == "\n" ? $0 + 1 : $0 }
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    return (line, column)
  }
}
