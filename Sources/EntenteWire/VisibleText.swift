import EntenteJSON

/// The last guard before a terminal: whatever a text holds, what is written here holds no forbidden
/// character. Each one becomes a visible escape in the spelling of JSON, such as `\u001b`.
package enum VisibleText {
  /// `text` with every forbidden character as a visible escape; for clients, before they show what
  /// came over the wire. With `keepingNewlines`, line ends stay.
  package static func escaped(_ text: String, keepingNewlines: Bool = false) -> String {
    guard keepingNewlines else { return escapedLine(text) }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escapedLine(String($0)) }.joined(separator: "\n")
  }

  private static func escapedLine(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `text` to a line.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { copy(UnsafeRawBufferPointer($0), isQuoted: false, to: &bytes) }
  }

  /// Appends `text` as a JSON string; its reader gets back exactly `text`.
  static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { copy(UnsafeRawBufferPointer($0), isQuoted: true, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func copy(
    _ text: UnsafeRawBufferPointer, isQuoted: Bool, to bytes: inout [UInt8]
  ) {
    var start = 0
    var offset = 0
    while true {
      offset =
        isQuoted
        ? ByteWord.firstNotPlainASCII(in: text, from: offset)
        : ByteWord.firstNotVisibleASCII(in: text, from: offset)
      guard offset < text.count else { break }
      guard let scalar = UTF8Text.scalar(in: text, at: offset) else {
        preconditionFailure("A text is UTF-8.")
      }
      let end = offset + scalar.length
      if scalar.value < 0x80 || WireCharacters.isForbidden(scalar.value) {
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<offset]))
        appendEscape(of: scalar.value, to: &bytes)
        start = end
      }
      offset = end
    }
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start...]))
  }

  private static func appendEscape(of scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      return JSONWriter.appendEscape(of: UInt8(truncatingIfNeeded: scalar), to: &bytes)
    }
    let units =
      scalar < 0x1_0000
      ? [UInt16(scalar)]
      : [
        UInt16(0xD800 + (scalar - 0x1_0000) >> 10), UInt16(0xDC00 + (scalar - 0x1_0000) & 0x3FF),
      ]
    for unit in units {
      bytes.append(UInt8(ascii: "\\"))
      JSONWriter.appendHex(unit, to: &bytes)
    }
  }
}
