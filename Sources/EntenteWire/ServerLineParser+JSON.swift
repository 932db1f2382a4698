import EntenteJSON

extension ServerLineParser {
  /// Reads a line in JSON mode; keys that are no head and no text are fields, in their order.
  static func parseJSON(_ line: UnsafeRawBufferPointer) throws(WireError) -> ServerLine {
    let members: [JSONMember]
    do throws(JSONError) {
      members = try readMembers(line)
    } catch {
      throw WireError(.badJSON, [WireField("at", error.offset)], error.sentence)
    }
    let kind = try kind(of: members)
    var line = ServerLine(kind)
    for member in members {
      switch member.key {
      case ServerLineWords.id: line.id = member.value.string
      case ServerLineWords.duplicate: line.isDuplicate = member.value.bool ?? false
      case ServerLineWords.text: line.text = member.value.string
      case let key where ServerLineWords.reserves(key, in: kind): continue
      case let key:
        let unmarked = key.hasPrefix("_") ? String(key.dropFirst()) : key
        let isMarked = ServerLineWords.reserves(unmarked, in: kind)
        line.fields.append(WireField(isMarked ? unmarked : key, value(of: member.value)))
      }
    }
    return line
  }

  private static func readMembers(
    _ line: UnsafeRawBufferPointer
  ) throws(JSONError) -> [JSONMember] {
    let limits = JSONLimits(depth: WireLimits.jsonDepth, bytes: WireLimits.serverLineBytes)
    var scanner = try JSONScanner(line, limits: limits)
    var members: [JSONMember] = []
    var seen: Set<String> = []
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      guard seen.insert(key).inserted else {
        throw JSONError(offset: scanner.offset, reason: .duplicateKey(key))
      }
      members.append(JSONMember(key, try scanner.value()))
    }
    try scanner.end()
    return members
  }

  private static func value(of json: JSONValue) -> WireValue {
    switch json {
    case .int(let value): .int(value)
    case .string(let value): .string(value)
    default: .string(json.canonicalText)
    }
  }

  private static func kind(of members: [JSONMember]) throws(WireError) -> ServerLine.Kind {
    func text(_ key: String) throws(WireError) -> String {
      guard let text = members.first(where: { $0.key == key })?.value.string else {
        throw failure(0, "The line has no text \"\(key)\".")
      }
      return text
    }
    func number(_ key: String) throws(WireError) -> Int {
      guard let number = members.first(where: { $0.key == key })?.value.int else {
        throw failure(0, "The line has no number \"\(key)\".")
      }
      return number
    }
    switch try text(ServerLineWords.class) {
    case "HELLO": return .hello(version: try number(ServerLineWords.version))
    case "OK": return .ok(verb: try text(ServerLineWords.verb))
    case "DATA": return .data(verb: try text(ServerLineWords.verb))
    case "ERR":
      return .error(
        number: try number(ServerLineWords.code), name: try text(ServerLineWords.name))
    case "EVENT":
      return .event(v: try number(ServerLineWords.v), kind: try text(ServerLineWords.kind))
    case "NOTE": return .note(name: try text(ServerLineWords.name))
    case "WARN": return .warn(name: try text(ServerLineWords.name))
    case "PING": return .ping
    case "PONG": return .pong
    default: throw failure(0, "This line has no class that is known here.")
    }
  }
}
