import EntenteJSON

/// Reads server lines, for clients: text mode and JSON mode are told apart by the first byte. The
/// texts come out as they were written; a client shows them through `VisibleText.escaped`.
package struct ServerLineParser {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// The line in `line`, which comes without its end. Throws when it is none: an unknown class, for
  /// one, which a client may skip.
  package static func parse(_ line: UnsafeRawBufferPointer) throws(WireError) -> ServerLine {
    if line.first == UInt8(ascii: "{") { return try parseJSON(line) }
    var parser = ServerLineParser(bytes: line)
    return try parser.line()
  }

  /// As above, from an array.
  package static func parse(_ line: [UInt8]) throws(WireError) -> ServerLine {
    try line.withUnsafeBufferPointer { buffer throws(WireError) in
      try parse(UnsafeRawBufferPointer(buffer))
    }
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The number that `text` is the one spelling of, or nil.
  static func integer(_ text: String) -> Int? {
    guard let number = Int(text), String(number) == text else { return nil }
    return number
  }

  static func failure(_ offset: Int, _ text: String) -> WireError {
    WireError(.syntax, [WireField("at", offset)], text)
  }

  private mutating func line() throws(WireError) -> ServerLine {
    var id: String?
    var isDuplicate = false
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "@") {
      offset += 1
      for tag in word().split(separator: ";") {
        if tag.hasPrefix("id=") { id = String(tag.dropFirst(3)) }
        if tag == "dup" { isDuplicate = true }
      }
    }
    let kind = try self.kind()
    var fields: [WireField] = []
    while true {
      skipSpaces()
      guard offset < bytes.count, bytes[offset] != UInt8(ascii: ":") else { break }
      fields.append(try field())
    }
    return ServerLine(
      kind, fields, text: try text(), id: id, isDuplicate: isDuplicate)
  }

  private mutating func kind() throws(WireError) -> ServerLine.Kind {
    let start = offset
    switch word() {
    case "HELLO":
      guard word() == ServerLineWords.protocolName else {
        throw Self.failure(start, "The server does not speak the entente protocol.")
      }
      return .hello(version: try number())
    case "OK": return .ok(verb: try name())
    case "DATA": return .data(verb: try name())
    case "ERR":
      let number = try number()
      return .error(number: number, name: try name())
    case "EVENT":
      let v = try number()
      return .event(v: v, kind: try name())
    case "NOTE": return .note(name: try name())
    case "WARN": return .warn(name: try name())
    case "PING": return .ping
    case "PONG": return .pong
    default: throw Self.failure(start, "This line has no class that is known here.")
    }
  }

  private mutating func field() throws(WireError) -> WireField {
    let start = offset
    guard
      let equals = bytes[start...].firstIndex(where: {
        $0 == UInt8(ascii: "=") || $0 == 0x20
      }), bytes[equals] == UInt8(ascii: "="), equals > start
    else { throw Self.failure(start, "Here a field was expected: name=value.") }
    let name = string(start..<equals)
    offset = equals + 1
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      let value = word()
      return WireField(name, Self.integer(value).map(WireValue.int) ?? .string(value))
    }
    do {
      var scanner = try JSONScanner(UnsafeRawBufferPointer(rebasing: bytes[offset...]))
      let value = try scanner.string()
      offset += scanner.offset
      return WireField(name, .string(value))
    } catch {
      throw Self.failure(offset + error.offset, error.sentence)
    }
  }

  private mutating func text() throws(WireError) -> String? {
    guard offset < bytes.count else { return nil }
    repeat { offset += 1 } while offset < bytes.count && bytes[offset] == 0x20
    return string(offset..<bytes.count)
  }

  private mutating func name() throws(WireError) -> String {
    let start = offset
    let name = word()
    guard !name.isEmpty else { throw Self.failure(start, "The line stops too early.") }
    return name
  }

  private mutating func number() throws(WireError) -> Int {
    let start = offset
    guard let number = Self.integer(word()) else {
      throw Self.failure(start, "Here a number was expected.")
    }
    return number
  }

  private mutating func word() -> String {
    skipSpaces()
    let start = offset
    while offset < bytes.count, bytes[offset] != 0x20 { offset += 1 }
    return string(start..<offset)
  }

  private mutating func skipSpaces() {
    while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
