extension JSONWriter {
  /// Appends the decimal digits of `value`.
  package static func append(_ value: Int, to bytes: inout [UInt8]) {
    if 0 <= value, value < 10 {
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value))
      return
    }
    // 20 bytes hold the longest 64-bit number with its sign.
    withUnsafeTemporaryAllocation(byteCount: 20, alignment: 1) { room in
      var rest = value.magnitude
      var index = 20
      repeat {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        index &-= 1
        room[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
        rest = quotient
      } while rest != 0
      if value < 0 {
        index &-= 1
        room[index] = UInt8(ascii: "-")
      }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[index..<20]))
    }
  }

  /// Appends `text`, which is UTF-8, as a JSON string with its quotes and the shortest escapes.
  package static func append(_ text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    while true {
      let stop = ByteWord.firstToEscape(in: text, from: start)
      if stop > start {
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<stop]))
      }
      guard stop < text.count else { break }
      appendEscape(of: text[stop], to: &bytes)
      start = stop + 1
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends the shortest JSON escape of an ASCII character.
  package static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default: appendHex(UInt16(byte), to: &bytes)
    }
  }

  /// Appends `u` and four lower-case hexadecimal digits: the part of an escape after its backslash.
  package static func appendHex(_ unit: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "u"))
    var shift: UInt16 = 16
    while shift > 0 {
      shift &-= 4
      let digit = UInt8(truncatingIfNeeded: unit >> shift & 0xF)
      bytes.append(digit < 10 ? UInt8(ascii: "0") &+ digit : UInt8(ascii: "a") &+ digit &- 10)
    }
  }
}
