/// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
package enum UTF8Text {
  /// The scalar that begins at `offset` and its length in bytes, or nil when the bytes there are
  /// not UTF-8 or stop too early. `offset` lies inside `bytes`.
  package static func scalar(
    in bytes: UnsafeRawBufferPointer, at offset: Int
  ) -> (value: UInt32, length: Int)? {
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let (length, bits, least): (Int, UInt32, UInt32)
    switch first {
    case 0xC2...0xDF: (length, bits, least) = (2, UInt32(first & 0x1F), 0x80)
    case 0xE0...0xEF: (length, bits, least) = (3, UInt32(first & 0x0F), 0x800)
    case 0xF0...0xF4: (length, bits, least) = (4, UInt32(first & 0x07), 0x1_0000)
    default: return nil
    }
    guard offset + length <= bytes.count else { return nil }
    var value = bits
    for index in (offset + 1)..<(offset + length) {
      guard bytes[index] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    guard value >= least, value <= 0x10_FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
    return (value, length)
  }
}
