/// Reads JSON bytes as a stream: the caller asks for what it expects, in order, and nothing is
/// built that it does not ask for. White space is allowed, keys come in the order written.
///
/// Every method throws `JSONError` with the offset of what is wrong; afterwards the scanner is of
/// no more use. The bytes must stay alive and unchanged as long as the scanner.
///
/// `key(_:)` in a fixed order, closed by `endObject()`, accepts no key twice. A reader that loops
/// over `nextKey()`, `skipValue()` and `rawValue()` sees a second key as it stands; only `value()`
/// refuses it by itself.
package struct JSONScanner {
  let bytes: UnsafeRawBufferPointer
  let count: Int
  let limits: JSONLimits
  /// The next byte to read, from 0.
  package internal(set) var offset = 0
  var depth = 0
  /// Whether a value was read since the last bracket or comma, so that a comma must come.
  var isAfterValue = false

  /// A scanner at the first byte. Throws when `bytes` are longer than the limit.
  package init(
    _ bytes: UnsafeRawBufferPointer, limits: JSONLimits = .standard
  ) throws(JSONError) {
    self.bytes = bytes
    self.count = bytes.count
    self.limits = limits
    guard count <= limits.bytes else {
      throw JSONError(offset: limits.bytes, reason: .tooLong(limit: limits.bytes))
    }
  }

  /// Reads the one document in `bytes` with `body` and checks that nothing follows it.
  @inlinable
  package static func read<Result>(
    _ bytes: [UInt8], limits: JSONLimits = .standard,
    _ body: (inout JSONScanner) throws(JSONError) -> Result
  ) throws(JSONError) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      var scanner = try JSONScanner(UnsafeRawBufferPointer(buffer), limits: limits)
      let result = try body(&scanner)
      try scanner.end()
      return result
    }
  }

  /// What kind of value a document holds at one place.
  package enum Kind: Sendable {
    case object, array, string, int, bool, null
  }

  /// The kind of the value that begins here, judged by its first byte; nil at the end or when no
  /// value begins so.
  package var kind: Kind? {
    mutating get {
      switch peek() {
      case UInt8(ascii: "{"): .object
      case UInt8(ascii: "["): .array
      case UInt8(ascii: "\""): .string
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .int
      case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
      case UInt8(ascii: "n"): .null
      default: nil
      }
    }
  }

  /// Enters an object.
  package mutating func beginObject() throws(JSONError) {
    try open(UInt8(ascii: "{"), "an object")
  }

  /// Enters an array.
  package mutating func beginArray() throws(JSONError) {
    try open(UInt8(ascii: "["), "an array")
  }

  /// The next key of the object, or nil at its end, which is then left.
  package mutating func nextKey() throws(JSONError) -> String? {
    guard try step(closing: UInt8(ascii: "}"), "a comma or }") else { return nil }
    guard peek() == UInt8(ascii: "\"") else { throw failure(.expected("a key in quotes")) }
    let key = try string()
    try colon()
    return key
  }

  /// Takes the key if the next one is `name`, and says whether it was. At the end of the object, or
  /// before another key, it takes nothing. `name` needs no escape.
  package mutating func key(_ name: StaticString) throws(JSONError) -> Bool {
    let start = self
    let next = peek()
    if isAfterValue {
      guard next == UInt8(ascii: ",") else { return false }
      offset &+= 1
      _ = peek()
    }
    let length = name.utf8CodeUnitCount
    if offset &+ length &+ 1 < count, bytes[offset] == UInt8(ascii: "\""),
      bytes[offset &+ length &+ 1] == UInt8(ascii: "\""), matches(name, at: offset &+ 1)
    {
      offset &+= length &+ 2
      try colon()
      return true
    }
    let mayHaveEscape = keyHasEscape()
    self = start
    guard mayHaveEscape, let key = try nextKey() else { return false }
    if BytewiseOrder.same(key, name.description) { return true }
    self = start
    return false
  }

  /// Takes the key `name`; anything else is an error that names it.
  package mutating func require(_ name: StaticString) throws(JSONError) {
    guard try key(name) else { throw failure(.expected("the key \"\(name)\"")) }
  }

  /// Leaves the object; another key is an error.
  package mutating func endObject() throws(JSONError) {
    guard try !step(closing: UInt8(ascii: "}"), "}") else {
      throw failure(.expected("} and no further key"))
    }
  }

  /// Whether another element follows; at the end of the array it is left.
  package mutating func nextElement() throws(JSONError) -> Bool {
    try step(closing: UInt8(ascii: "]"), "a comma or ]")
  }

  /// Checks that nothing but white space follows.
  package mutating func end() throws(JSONError) {
    _ = peek()
    if offset < count { throw failure(.trailingBytes) }
  }

  /// The next byte that is no white space, without taking it; 0, which JSON never has outside
  /// strings, at the end.
  @inline(__always)
  mutating func peek() -> UInt8 {
    while offset < count {
      let byte = bytes[offset]
      if byte > 0x20 { return byte }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      offset &+= 1
    }
    return 0
  }

  /// The error of `reason` here, or `unexpectedEnd` when the bytes are used up.
  func failure(_ reason: JSONError.Reason) -> JSONError {
    JSONError(offset: offset, reason: offset < count ? reason : .unexpectedEnd)
  }

  private mutating func open(_ bracket: UInt8, _ what: String) throws(JSONError) {
    guard peek() == bracket else { throw failure(.expected(what)) }
    depth &+= 1
    guard depth <= limits.depth else { throw failure(.tooDeep(limit: limits.depth)) }
    offset &+= 1
    isAfterValue = false
  }

  /// Takes the closing bracket (false) or, where one is due, the comma (true).
  private mutating func step(closing: UInt8, _ what: StaticString) throws(JSONError) -> Bool {
    let byte = peek()
    if byte == closing {
      offset &+= 1
      depth &-= 1
      isAfterValue = true
      return false
    }
    guard isAfterValue else { return true }
    guard byte == UInt8(ascii: ",") else { throw failure(.expected(what.description)) }
    offset &+= 1
    isAfterValue = false
    if peek() == closing { throw failure(.expected("a value after the comma")) }
    return true
  }

  private mutating func colon() throws(JSONError) {
    guard peek() == UInt8(ascii: ":") else { throw failure(.expected("a colon")) }
    offset &+= 1
    isAfterValue = false
  }

  private func matches(_ name: StaticString, at start: Int) -> Bool {
    let text = name.utf8Start
    for index in 0..<name.utf8CodeUnitCount where bytes[start &+ index] != text[index] {
      return false
    }
    return true
  }

  /// Whether a key with an escape stands here: only then bytes alone do not decide.
  private func keyHasEscape() -> Bool {
    guard offset < count, bytes[offset] == UInt8(ascii: "\"") else { return false }
    let stop = ByteWord.firstToEscape(in: bytes, from: offset + 1)
    return stop < count && bytes[stop] == UInt8(ascii: "\\")
  }
}
