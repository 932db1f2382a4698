extension JSONScanner {
  /// A text, its escapes undone. Throws on bytes that are not UTF-8, on raw control characters and
  /// on half a surrogate pair.
  package mutating func string() throws(JSONError) -> String {
    let start = try openString()
    let stop = try plainEnd()
    if bytes[stop] == UInt8(ascii: "\"") {
      offset = stop &+ 1
      isAfterValue = true
      return text(start..<stop)
    }
    var unescaped = [UInt8](bytes[start..<stop])
    try finishString(into: &unescaped)
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// Checks a text and leaves it, without building it.
  mutating func skipString() throws(JSONError) {
    _ = try openString()
    while true {
      let stop = try plainEnd()
      offset = stop &+ 1
      if bytes[stop] == UInt8(ascii: "\"") { break }
      _ = try escape()
    }
    isAfterValue = true
  }

  private mutating func openString() throws(JSONError) -> Int {
    guard peek() == UInt8(ascii: "\"") else { throw failure(.expected("a text in quotes")) }
    offset &+= 1
    return offset
  }

  /// The place of the next quote or backslash; all before it is checked.
  private mutating func plainEnd() throws(JSONError) -> Int {
    while true {
      offset = ByteWord.firstToInspect(in: bytes, from: offset)
      guard offset < count else { throw failure(.unexpectedEnd) }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return offset }
      if byte < 0x20 { throw failure(.controlCharacter(byte)) }
      guard let scalar = UTF8Text.scalar(in: bytes, at: offset) else { throw failure(.badUTF8) }
      offset &+= scalar.length
    }
  }

  /// Reads on from a backslash at `offset` to the end of the text.
  private mutating func finishString(into unescaped: inout [UInt8]) throws(JSONError) {
    while true {
      if bytes[offset] == UInt8(ascii: "\"") { break }
      offset &+= 1
      let scalar = try escape()
      unescaped.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
      let start = offset
      let stop = try plainEnd()
      unescaped.append(contentsOf: bytes[start..<stop])
    }
    offset &+= 1
    isAfterValue = true
  }

  /// The scalar of an escape whose backslash is taken.
  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = offset - 1
    guard offset < count else { throw failure(.unexpectedEnd) }
    let byte = bytes[offset]
    offset &+= 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default: throw JSONError(offset: start, reason: .badEscape)
    }
  }

  private mutating func unicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try hexUnit(from: start)
    // Every unit outside the surrogates is a scalar of its own.
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, offset &+ 1 < count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset &+ 1] == UInt8(ascii: "u")
    else { throw JSONError(offset: start, reason: .loneSurrogate) }
    offset &+= 2
    let second = try hexUnit(from: offset - 2)
    guard 0xDC00..<0xE000 ~= second,
      let scalar = Unicode.Scalar(
        0x1_0000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    else { throw JSONError(offset: start, reason: .loneSurrogate) }
    return scalar
  }

  private mutating func hexUnit(from start: Int) throws(JSONError) -> UInt16 {
    guard offset &+ 4 <= count else {
      throw JSONError(offset: count, reason: .unexpectedEnd)
    }
    var unit: UInt16 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch bytes[offset] {
      case let byte where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte):
        digit = byte - UInt8(ascii: "0")
      case let byte where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20):
        digit = (byte | 0x20) - UInt8(ascii: "a") + 10
      default: throw JSONError(offset: start, reason: .badEscape)
      }
      unit = unit << 4 | UInt16(digit)
      offset &+= 1
    }
    return unit
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
