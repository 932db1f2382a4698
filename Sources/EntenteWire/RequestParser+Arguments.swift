import EntenteJSON

extension RequestParser {
  /// Reads words and `name=value` up to the payload or the end of the line.
  mutating func readArguments() throws(WireError) -> [RequestArgument] {
    var arguments: [RequestArgument] = []
    while true {
      skipSpaces()
      guard offset < bytes.count, try !isAtPayload() else { return arguments }
      let argument = try readArgument()
      if let name = argument.name, arguments.contains(where: { $0.name == name }) {
        throw WireError(
          .badArgument, [WireField("arg", WireError.echo(name)), WireField("at", argument.offset)],
          "\(WireError.echo(name)) is given twice.")
      }
      guard arguments.count < WireLimits.arguments else {
        throw WireError(
          .badArgument,
          [WireField("at", argument.offset), WireField("limit", WireLimits.arguments)],
          "A line has at most \(WireLimits.arguments) arguments.")
      }
      arguments.append(argument)
    }
  }

  private func isAtPayload() throws(WireError) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "["): return true
    case UInt8(ascii: "<"):
      let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
      let isLast = rest.count { $0 != 0x20 && $0 != 0x09 } == 2
      if isLast, BodyMark.ends(bytes) { return true }
      throw badArgument(at: offset, "A word does not begin with <; << stands last on its line.")
    default: return false
    }
  }

  private mutating func readArgument() throws(WireError) -> RequestArgument {
    let start = offset
    while offset < bytes.count, RequestArgument.nameAllows(bytes[offset]) { offset += 1 }
    guard peek() == UInt8(ascii: "="), offset > start else {
      offset = start
      return RequestArgument(try readWord(from: start), offset: start)
    }
    let name = text(start..<offset)
    offset += 1
    if peek() == UInt8(ascii: "\"") {
      return RequestArgument(name: name, try readQuoted(from: start), offset: start)
    }
    guard !isAtEndOfWord else {
      throw badArgument(at: start, "\(WireError.echo(name)) has no value; write \"\" for none.")
    }
    guard RequestArgument.wordBegins(with: bytes[offset]) else {
      throw badArgument(at: start, "Put the value in quotes: name=\"…\".")
    }
    return RequestArgument(name: name, try readWord(from: start), offset: start)
  }

  private mutating func readWord(from start: Int) throws(WireError) -> String {
    let wordStart = offset
    while offset < bytes.count, RequestArgument.wordAllows(bytes[offset]) { offset += 1 }
    guard isAtEndOfWord else {
      throw badArgument(
        at: start,
        bytes[offset] == UInt8(ascii: "\"")
          ? "Quotes stand only behind a name and =: name=\"…\"."
          : "Letters beyond ASCII stand in a text or in quotes: name=\"…\".")
    }
    return text(wordStart..<offset)
  }

  private mutating func readQuoted(from start: Int) throws(WireError) -> String {
    let valueStart = offset
    let quoted = UnsafeRawBufferPointer(rebasing: bytes[offset...])
    let value: String
    do {
      var scanner = try JSONScanner(quoted)
      value = try scanner.string()
      offset += scanner.offset
    } catch {
      throw badArgument(
        at: start, "\(error.sentence) (byte \(offset + error.offset) of the line)")
    }
    guard isAtEndOfWord else { throw badArgument(at: start, "A space follows a closing quote.") }
    if let scalar = WireCharacters.firstForbidden(in: value, allowingNewlines: false) {
      throw WireCharacters.Fault(offset: valueStart, scalar: scalar).error
    }
    return value
  }

  private func badArgument(at start: Int, _ text: String) -> WireError {
    WireError(
      .badArgument, [WireField("arg", echo(from: start)), WireField("at", start)], text)
  }
}
