extension RequestParser {
  /// The byte at `offset`, or 0 at the end.
  func peek() -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Whether a space, a TAB or the end of the line is here.
  var isAtEndOfWord: Bool {
    offset >= bytes.count || bytes[offset] == 0x20 || bytes[offset] == 0x09
  }

  mutating func skipSpaces() {
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  func syntax(_ text: String) -> WireError {
    WireError(.syntax, [WireField("at", offset)], text)
  }

  /// The word that begins at `start`, as an error repeats it.
  func echo(from start: Int) -> String {
    var end = start
    while end < bytes.count, bytes[end] != 0x20, bytes[end] != 0x09 { end += 1 }
    return WireError.echo(text(start..<end))
  }
}
