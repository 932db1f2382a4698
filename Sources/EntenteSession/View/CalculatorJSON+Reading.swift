import EntenteJSON
import EntenteModel

/// Reads JSON as arguments of a calculation. Other than the readers of the journal it accepts every
/// document, also fractions, `null` and keys that stand twice: a number of a kind that no
/// calculation takes must be refused with the name of its argument, not with an offset.
struct CalculatorReader {
  /// Nesting of the deepest argument is 4; more is no argument.
  static let depthMax = 16

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value that fills the document.
  static func read(_ bytes: [UInt8]) throws(JSONError) -> CalcValue {
    var reader = CalculatorReader(bytes)
    let value = try reader.value(depth: 0)
    guard reader.peek() == nil else { throw reader.failure(.trailingBytes) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> CalcValue {
    guard depth < Self.depthMax else { throw failure(.tooDeep(limit: Self.depthMax)) }
    guard let byte = peek() else { throw failure(.expected("a value")) }
    switch byte {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .list(try items(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default:
      if take(word: "true") { return .bool(true) }
      if take(word: "false") { return .bool(false) }
      if take(word: "null") { return .unreadable("null") }
      throw failure(.expected("a value"))
    }
  }

  private mutating func members(depth: Int) throws(JSONError) -> [(String, CalcValue)] {
    var members: [(String, CalcValue)] = []
    offset += 1
    if take("}") { return [] }
    repeat {
      guard peek() == UInt8(ascii: "\"") else { throw failure(.expected("a key in quotes")) }
      let key = try string()
      guard take(":") else { throw failure(.expected("a colon")) }
      members.append((key, try value(depth: depth)))
    } while take(",")
    guard take("}") else { throw failure(.expected("a comma or }")) }
    return members
  }

  private mutating func items(depth: Int) throws(JSONError) -> [CalcValue] {
    var items: [CalcValue] = []
    offset += 1
    if take("]") { return [] }
    repeat { items.append(try value(depth: depth)) } while take(",")
    guard take("]") else { throw failure(.expected("a comma or ]")) }
    return items
  }

  /// A text; its escapes and its UTF-8 are the business of the strict reader.
  private mutating func string() throws(JSONError) -> String {
    let start = offset
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard offset < bytes.count else { throw JSONError(offset: bytes.count, reason: .unexpectedEnd) }
    offset += 1
    do throws(JSONError) {
      guard let text = try JSONValue.parse(Array(bytes[start..<offset])).string else {
        throw JSONError(offset: 0, reason: .expected("a text in quotes"))
      }
      return text
    } catch {
      throw JSONError(offset: start + error.offset, reason: error.reason)
    }
  }

  /// A number: whole and of 64 bits, or as it was written.
  private mutating func number() throws(JSONError) -> CalcValue {
    let start = offset
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let whole = offset
    guard digits() else { throw failure(.expected("a digit")) }
    if bytes[whole] == UInt8(ascii: "0"), offset > whole + 1 {
      throw JSONError(offset: whole, reason: .leadingZero)
    }
    var isWhole = true
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      isWhole = false
      offset += 1
      guard digits() else { throw failure(.expected("a digit")) }
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      offset += 1
      if offset < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[offset]) {
        offset += 1
      }
      guard digits() else { throw failure(.expected("a digit")) }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    return (isWhole ? Int(text) : nil).map(CalcValue.int) ?? .unreadable(text)
  }

  /// Takes digits; false where there is none.
  private mutating func digits() -> Bool {
    let start = offset
    let range = UInt8(ascii: "0")...UInt8(ascii: "9")
    while offset < bytes.count, range.contains(bytes[offset]) { offset += 1 }
    return offset > start
  }

  /// The next byte that is no white space; nil at the end.
  private mutating func peek() -> UInt8? {
    while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
    return offset < bytes.count ? bytes[offset] : nil
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: mark) else { return false }
    offset += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard bytes[offset...].starts(with: word.utf8) else { return false }
    offset += word.utf8.count
    return true
  }

  private func failure(_ reason: JSONError.Reason) -> JSONError {
    JSONError(offset: offset, reason: offset < bytes.count ? reason : .unexpectedEnd)
  }
}
