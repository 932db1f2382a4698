extension JSONScanner {
  /// A whole number of 64 bits.
  package mutating func int() throws(JSONError) -> Int {
    let first = peek()
    let isNegative = first == UInt8(ascii: "-")
    if isNegative { offset &+= 1 }
    let start = offset
    var magnitude: UInt = 0
    while offset < count {
      let digit = bytes[offset] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt(digit))
      guard !overflow, !carry else { throw JSONError(offset: start, reason: .integerTooLarge) }
      magnitude = sum
      offset &+= 1
    }
    guard offset > start else { throw failure(.expected("a whole number")) }
    try checkNumber(from: start, isNegative: isNegative)
    let bound = UInt(Int.max) + (isNegative ? 1 : 0)
    guard magnitude <= bound else { throw JSONError(offset: start, reason: .integerTooLarge) }
    isAfterValue = true
    return isNegative ? Int(truncatingIfNeeded: 0 &- magnitude) : Int(magnitude)
  }

  /// `true` or `false`.
  package mutating func bool() throws(JSONError) -> Bool {
    if take("true") { return true }
    if take("false") { return false }
    throw failure(.expected("true or false"))
  }

  /// Takes `null` if it stands here, and says whether it did.
  package mutating func null() -> Bool { take("null") }

  /// A whole number or `null`.
  package mutating func optionalInt() throws(JSONError) -> Int? { null() ? nil : try int() }

  /// A text or `null`.
  package mutating func optionalString() throws(JSONError) -> String? {
    null() ? nil : try string()
  }

  private func checkNumber(from start: Int, isNegative: Bool) throws(JSONError) {
    if bytes[start] == UInt8(ascii: "0") {
      guard offset == start + 1 else { throw JSONError(offset: start, reason: .leadingZero) }
      if isNegative, !isFraction { throw JSONError(offset: start - 1, reason: .minusZero) }
    }
    if isFraction { throw JSONError(offset: offset, reason: .notWhole) }
  }

  private var isFraction: Bool {
    guard offset < count else { return false }
    let byte = bytes[offset]
    return byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
  }

  private mutating func take(_ word: StaticString) -> Bool {
    _ = peek()
    let length = word.utf8CodeUnitCount
    guard offset &+ length <= count else { return false }
    for index in 0..<length where bytes[offset &+ index] != word.utf8Start[index] { return false }
    offset &+= length
    isAfterValue = true
    return true
  }
}
