import EntenteJSON

/// Writes server lines. Every text passes the character guard on its way out: whatever the store
/// holds, no line end inside a line and no terminal escape leaves the server.
package enum ServerLinePrinter {
  /// Appends `line` with its LF.
  package static func append(
    _ line: ServerLine, as mode: LineMode, to bytes: inout [UInt8]
  ) {
    switch mode {
    case .text: appendText(line, to: &bytes)
    case .json: appendJSON(line, to: &bytes)
    }
  }

  /// `line` alone, with its LF.
  package static func bytes(_ line: ServerLine, as mode: LineMode) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    append(line, as: mode, to: &bytes)
    return bytes
  }

  /// `line` as the journal keeps it: JSON, without the LF.
  package static func record(of line: ServerLine) -> [UInt8] {
    var bytes = bytes(line, as: .json)
    bytes.removeLast()
    return bytes
  }

  private static func appendText(_ line: ServerLine, to bytes: inout [UInt8]) {
    if line.id != nil || line.isDuplicate {
      bytes.append(UInt8(ascii: "@"))
      if let id = line.id {
        bytes.append(contentsOf: "id=".utf8)
        appendTag(id, to: &bytes)
        if line.isDuplicate { bytes.append(UInt8(ascii: ";")) }
      }
      if line.isDuplicate { bytes.append(contentsOf: "dup".utf8) }
      bytes.append(0x20)
    }
    appendHead(line.kind, to: &bytes)
    appendTextTail(line.fields, line.text, to: &bytes)
  }

  private static func appendHead(_ kind: ServerLine.Kind, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: ServerLineWords.className(of: kind).utf8)
    switch kind {
    case .hello(let version):
      bytes.append(contentsOf: " \(ServerLineWords.protocolName) \(version)".utf8)
    case .ok(let word), .data(let word), .note(let word), .warn(let word):
      bytes.append(0x20)
      appendWord(word, to: &bytes)
    case .error(let number, let name):
      bytes.append(0x20)
      JSONWriter.append(number, to: &bytes)
      bytes.append(0x20)
      appendWord(name, to: &bytes)
    case .event(let v, let kind):
      bytes.append(0x20)
      JSONWriter.append(v, to: &bytes)
      bytes.append(0x20)
      appendWord(kind, to: &bytes)
    case .ping, .pong: break
    }
  }

  /// Appends the fields, the text and the end of a line in text mode.
  static func appendTextTail(_ fields: [WireField], _ text: String?, to bytes: inout [UInt8]) {
    for field in fields {
      bytes.append(0x20)
      appendName(field.name, to: &bytes)
      bytes.append(UInt8(ascii: "="))
      switch field.value {
      case .int(let value): JSONWriter.append(value, to: &bytes)
      case .string(let value): appendValue(value, to: &bytes)
      }
    }
    if let text {
      bytes.append(0x20)
      bytes.append(UInt8(ascii: ":"))
      VisibleText.append(text, to: &bytes)
    }
    bytes.append(0x0A)
  }

  /// A text as a bare word where its reader gets the same text back, else as a JSON string. What
  /// reads like a number is quoted: bare, it is one.
  private static func appendValue(_ value: String, to bytes: inout [UInt8]) {
    let isWord =
      value.utf8.first.map(RequestArgument.wordBegins) ?? false
      && value.utf8.allSatisfy(RequestArgument.wordAllows)
    if isWord, ServerLineParser.integer(value) == nil {
      bytes.append(contentsOf: value.utf8)
    } else {
      VisibleText.appendQuoted(value, to: &bytes)
    }
  }

  /// Appends a word of the head; what no word may hold becomes a question mark.
  static func appendWord(_ word: String, to bytes: inout [UInt8]) {
    if word.isEmpty { bytes.append(UInt8(ascii: "?")) }
    for byte in word.utf8 {
      bytes.append(RequestArgument.wordAllows(byte) ? byte : UInt8(ascii: "?"))
    }
  }

  /// Appends the name of a field; what no name may hold becomes a hyphen.
  static func appendName(_ name: String, to bytes: inout [UInt8]) {
    assert(!name.isEmpty, "A field has a name.")
    for byte in name.utf8 {
      bytes.append(
        RequestTags.allows(byte) && byte != UInt8(ascii: "_") ? byte : UInt8(ascii: "-"))
    }
  }

  static func appendTag(_ value: String, to bytes: inout [UInt8]) {
    for byte in value.utf8.prefix(WireLimits.tagValueBytes) {
      bytes.append(RequestTags.allows(byte) ? byte : UInt8(ascii: "-"))
    }
  }
}
