import EntenteJSON

/// Reads one line of a client, as bytes, into a request. It knows the form of a line and no verb.
package struct RequestParser {
  let bytes: UnsafeRawBufferPointer
  var offset = 0
  var tags = RequestTags()

  /// The request in `line`, which comes without its end; nil when the line is empty. Every refusal
  /// names the byte, from 0, where the line goes wrong.
  package static func parse(
    _ line: UnsafeRawBufferPointer
  ) throws(RequestRefusal) -> RequestLine? {
    if line.isEmpty { return nil }
    var parser = RequestParser(bytes: line)
    do throws(WireError) {
      return try parser.request()
    } catch {
      throw RequestRefusal(
        id: parser.tags.id, error: error, opensBody: BodyMark.ends(line))
    }
  }

  /// As above, from an array.
  package static func parse(_ line: [UInt8]) throws(RequestRefusal) -> RequestLine? {
    try line.withUnsafeBufferPointer { buffer throws(RequestRefusal) in
      try parse(UnsafeRawBufferPointer(buffer))
    }
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private mutating func request() throws(WireError) -> RequestLine {
    skipSpaces()
    // The tags come first, so that even a line with a bad character is answered with its id.
    var tagError: WireError?
    if peek() == UInt8(ascii: "@") {
      do throws(WireError) { try readTags() } catch { tagError = error }
    }
    if let fault = WireCharacters.firstFault(in: bytes, allowingTabs: true) { throw fault.error }
    if let tagError { throw tagError }
    let verb = try readVerb()
    let arguments = try readArguments()
    let column = offset < bytes.count ? payloadColumn() : 0
    let payload = try readPayload()
    return RequestLine(
      verb, arguments, payload: payload, tags: tags, payloadColumn: column)
  }

  private mutating func readVerb() throws(WireError) -> String {
    skipSpaces()
    let start = offset
    while offset < bytes.count, RequestArgument.nameAllows(bytes[offset]) { offset += 1 }
    guard offset > start, isAtEndOfWord else {
      throw syntax("A line begins with a verb: letters, then a space. Type HELP.")
    }
    guard offset - start <= WireLimits.verbLetters else {
      throw WireError(
        .syntax, [WireField("at", start), WireField("limit", WireLimits.verbLetters)],
        "No verb has more than \(WireLimits.verbLetters) letters. Type HELP.")
    }
    return String(unsafeUninitializedCapacity: offset - start) { room in
      for index in start..<offset {
        let byte = bytes[index]
        room[index - start] = byte == UInt8(ascii: "-") ? byte : byte & 0xDF
      }
      return offset - start
    }
  }

  /// The column of the payload's first character behind its mark.
  private func payloadColumn() -> Int {
    var start = offset
    if bytes[start] == UInt8(ascii: ":") {
      repeat { start += 1 } while start < bytes.count && bytes[start] == 0x20
    }
    // Count characters by their first bytes.
    return bytes[..<start].count { $0 & 0xC0 != 0x80 } + 1
  }

  private mutating func readPayload() throws(WireError) -> RequestPayload {
    guard offset < bytes.count else { return .none }
    if bytes[offset] == UInt8(ascii: "<") { return .body }
    if BodyMark.ends(bytes) {
      throw WireError(
        .syntax, [WireField("at", offset)],
        "A line has a text, JSON or a body, and this one ends in << too.")
    }
    return bytes[offset] == UInt8(ascii: ":") ? try readText() : try readJSON()
  }

  private mutating func readText() throws(WireError) -> RequestPayload {
    repeat { offset += 1 } while offset < bytes.count && bytes[offset] == 0x20
    if let fault = WireCharacters.firstFault(in: bytes, from: offset, allowingTabs: false) {
      throw fault.error
    }
    return .text(text(offset..<bytes.count))
  }

  private func readJSON() throws(WireError) -> RequestPayload {
    let json = UnsafeRawBufferPointer(rebasing: bytes[offset...])
    let limits = JSONLimits(depth: WireLimits.jsonDepth, bytes: WireLimits.bodyBytes)
    let value: JSONValue
    do {
      value = try JSONValue.parse(json, limits: limits)
    } catch {
      let place = offset + error.offset
      throw WireError(
        .badJSON, [WireField("at", place)], "\(error.sentence) (byte \(place) of the line)")
    }
    guard value.members != nil else {
      throw WireError(.badJSON, [WireField("at", offset)], "JSON is an object here: {…}.")
    }
    if let scalar = JSONCharacters.firstForbidden(in: value) {
      throw WireCharacters.Fault(offset: offset, scalar: scalar).error
    }
    return .json(text: text(offset..<bytes.count), value: value)
  }
}
