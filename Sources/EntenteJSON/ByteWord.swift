/// Searches in raw bytes eight at a time: the standard library has no `memchr`, and a loop over
/// single bytes would be the slowest part of reading a line. In each search the *lowest* marked
/// byte of a word is exact; marks above it may be carries, and are never looked at.
package enum ByteWord {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The first index in `start..<bytes.count` that holds `byte`, or nil.
  package static func firstIndex(
    of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int? {
    let pattern = ones &* UInt64(byte)
    let found = search(bytes, from: start) { word in
      let difference = word ^ pattern
      return (difference &- ones) & ~difference & tops
    } single: {
      $0 == byte
    }
    return found < bytes.count ? found : nil
  }

  /// The first index from `start` that holds a control character, DEL or a byte of a longer
  /// character; `bytes.count` when all are visible ASCII or spaces.
  package static func firstNotVisibleASCII(
    in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int {
    search(bytes, from: start) { word in
      let delete = word ^ (ones &* 0x7F)
      return ((word &- (ones &* 0x20)) & ~word & tops) | ((delete &- ones) & ~delete & tops)
        | (word & tops)
    } single: {
      $0 < 0x20 || $0 >= 0x7F
    }
  }

  /// As `firstNotVisibleASCII`, and also stops at a quote or a backslash: what lies before needs no
  /// care inside quotes.
  package static func firstNotPlainASCII(
    in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int {
    search(bytes, from: start) { word in
      let delete = word ^ (ones &* 0x7F)
      return escapeMarks(word) | ((delete &- ones) & ~delete & tops) | (word & tops)
    } single: {
      $0 < 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
  }

  /// The first index from `start` that a JSON string cannot hold as it is: a quote, a backslash or
  /// a C0 control character; `bytes.count` when there is none.
  static func firstToEscape(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    search(bytes, from: start, marks: escapeMarks) {
      $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
  }

  /// As `firstToEscape`, and also stops at a byte of a longer character, which needs a UTF-8 check.
  static func firstToInspect(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    search(bytes, from: start) {
      escapeMarks($0) | ($0 & tops)
    } single: {
      $0 < 0x20 || $0 >= 0x80 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
  }

  @inline(__always)
  private static func escapeMarks(_ word: UInt64) -> UInt64 {
    let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    return ((word &- (ones &* 0x20)) & ~word & tops) | ((quote &- ones) & ~quote & tops)
      | ((backslash &- ones) & ~backslash & tops)
  }

  @inline(__always)
  private static func search(
    _ bytes: UnsafeRawBufferPointer, from start: Int, marks: (UInt64) -> UInt64,
    single: (UInt8) -> Bool
  ) -> Int {
    var index = start
    let count = bytes.count
    while index &+ 8 <= count {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let marked = marks(word)
      if marked != 0 { return index &+ marked.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < count, !single(bytes[index]) { index &+= 1 }
    return index
  }
}
