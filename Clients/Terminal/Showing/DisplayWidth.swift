/// How many columns of a terminal a text takes.
package enum DisplayWidth {
  /// 0 for a mark without a letter of its own, 2 for wide characters and emoji, else 1.
  package static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value < 0x7F { return 1 }
    if first.properties.isEmojiPresentation { return 2 }
    // U+FE0F asks for the picture of a character that has one.
    if first.properties.isEmoji, character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    if isWide(first.value) { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }

  /// The sum over all characters.
  package static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The blocks whose characters Unicode calls wide (UAX #11), without emoji.
  private static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x1_6FE0...0x1_8AFF, 0x1_AFF0...0x1_B2FF, 0x1_F200...0x1_F2FF,
      0x2_0000...0x3_FFFD:
      true
    default: false
    }
  }
}
