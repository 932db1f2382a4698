import EntenteJSON

/// Which characters a line may hold. Every participant sits at a terminal, so characters that steer
/// a terminal, hide text or turn its direction are to us what scripts are to a web page.
package enum WireCharacters {
  /// The first thing in some bytes that no line may hold.
  package struct Fault: Hashable, Sendable {
    /// The byte, from 0.
    package var offset: Int
    /// The character, or nil when the bytes are not UTF-8.
    package var scalar: UInt32?

    /// 401 or 402 with the offset, and the character where there is one.
    package var error: WireError {
      guard let scalar else {
        return WireError(
          .badUTF8, [WireField("at", offset)], "Byte \(offset) of the line is not UTF-8.")
      }
      let name = WireCharacters.name(of: scalar)
      return WireError(
        .badCharacter, [WireField("at", offset), WireField("char", name)],
        "The character \(name) at byte \(offset) is not allowed.")
    }
  }

  /// Whether no line may hold this character: C0, DEL, C1, BOM, controls of writing direction,
  /// line and paragraph separators, tag characters and noncharacters. (TAB is one of C0; where it
  /// counts as a space the caller says so.)
  package static func isForbidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20...0x7E: false
    case 0...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    case 0xFEFF, 0xFDD0...0xFDEF, 0xE0000...0xE007F: true
    default: scalar & 0xFFFE == 0xFFFE
    }
  }

  /// The first fault in `bytes` from `start`, or nil; with `allowingTabs`, TAB is a space.
  package static func firstFault(
    in bytes: UnsafeRawBufferPointer, from start: Int = 0, allowingTabs: Bool
  ) -> Fault? {
    var offset = start
    while true {
      offset = ByteWord.firstNotVisibleASCII(in: bytes, from: offset)
      guard offset < bytes.count else { return nil }
      guard let scalar = UTF8Text.scalar(in: bytes, at: offset) else {
        return Fault(offset: offset, scalar: nil)
      }
      if isForbidden(scalar.value), !(allowingTabs && scalar.value == 0x09) {
        return Fault(offset: offset, scalar: scalar.value)
      }
      offset += scalar.length
    }
  }

  /// The first forbidden character of a text that was escaped in JSON, or nil.
  package static func firstForbidden(in text: String, allowingNewlines: Bool) -> UInt32? {
    text.unicodeScalars.first {
      isForbidden($0.value) && !(allowingNewlines && $0.value == 0x0A)
    }?.value
  }

  /// `U+001B`, as error lines name a character.
  package static func name(of scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
