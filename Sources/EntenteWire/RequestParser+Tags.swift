extension RequestParser {
  static let tagNames = ["id", "key", "turn", "rev"]

  /// Reads `@name=value;name=value` at `offset`; what was read before an error stays in `tags`.
  mutating func readTags() throws(WireError) {
    var count = 0
    repeat {
      offset += 1  // "@" or ";"
      count += 1
      try readTag(number: count)
    } while peek() == UInt8(ascii: ";")
    guard isAtEndOfWord else {
      throw syntax("Tags end with a space; between them stands ; and no space.")
    }
  }

  private mutating func readTag(number: Int) throws(WireError) {
    let start = offset
    while offset < bytes.count, RequestArgument.nameAllows(bytes[offset]) { offset += 1 }
    let name = text(start..<offset)
    guard peek() == UInt8(ascii: "="), !name.isEmpty else {
      throw syntax("A tag is written name=value, like @id=7.")
    }
    guard Self.tagNames.contains(name) else { throw unknownTag(name, at: start) }
    guard number <= WireLimits.tags, !isSet(name) else {
      throw WireError(
        .unknownTag, [WireField("tag", name), WireField("at", start)],
        "The tag \(name) stands twice.")
    }
    offset += 1
    let value = try readTagValue()
    try set(name, value, at: start)
  }

  private mutating func readTagValue() throws(WireError) -> String {
    let start = offset
    while offset < bytes.count, RequestTags.allows(bytes[offset]) { offset += 1 }
    guard offset > start else {
      throw syntax("A tag has a value of letters, digits, points, underscores and hyphens.")
    }
    guard offset - start <= WireLimits.tagValueBytes else {
      throw WireError(
        .syntax, [WireField("at", start), WireField("limit", WireLimits.tagValueBytes)],
        "The value of a tag has at most \(WireLimits.tagValueBytes) characters.")
    }
    return text(start..<offset)
  }

  private func isSet(_ name: String) -> Bool {
    switch name {
    case "id": tags.id != nil
    case "key": tags.key != nil
    case "turn": tags.turn != nil
    default: tags.rev != nil
    }
  }

  private mutating func set(_ name: String, _ value: String, at start: Int) throws(WireError) {
    switch name {
    case "id": tags.id = value
    case "key": tags.key = value
    case "turn": tags.turn = try number(name, value, at: start)
    default: tags.rev = try number(name, value, at: start)
    }
  }

  private func number(_ name: String, _ value: String, at start: Int) throws(WireError) -> Int {
    let isPlain = value.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    // Nine digits are more turns and revisions than any session has.
    guard isPlain, value.utf8.count <= 9, let number = Int(value) else {
      throw WireError(
        .badArgument,
        [WireField("tag", name), WireField("value", value), WireField("at", start)],
        "The tag \(name) is a whole number, like @\(name)=2.")
    }
    return number
  }

  private func unknownTag(_ name: String, at start: Int) -> WireError {
    WireError(
      .unknownTag, [WireField("tag", WireError.echo(name)), WireField("at", start)],
      "There is no tag \"\(WireError.echo(name))\"; tags are "
        + Self.tagNames.joined(separator: ", ") + ".")
  }
}
