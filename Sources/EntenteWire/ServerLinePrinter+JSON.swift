import EntenteJSON

extension ServerLinePrinter {
  /// Appends one JSON object: class, tags, what stands behind the class, fields, text, and LF.
  static func appendJSON(_ line: ServerLine, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "{\"class\":\"".utf8)
    bytes.append(contentsOf: ServerLineWords.className(of: line.kind).utf8)
    bytes.append(UInt8(ascii: "\""))
    if let id = line.id {
      appendKey(ServerLineWords.id, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
      appendTag(id, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    if line.isDuplicate {
      appendKey(ServerLineWords.duplicate, to: &bytes)
      bytes.append(contentsOf: "true".utf8)
    }
    appendJSONHead(line.kind, to: &bytes)
    appendJSONTail(line.fields, line.text, kind: line.kind, to: &bytes)
  }

  private static func appendJSONHead(_ kind: ServerLine.Kind, to bytes: inout [UInt8]) {
    switch kind {
    case .hello(let version): appendMember(ServerLineWords.version, version, to: &bytes)
    case .ok(let verb), .data(let verb): appendMember(ServerLineWords.verb, verb, to: &bytes)
    case .error(let number, let name):
      appendMember(ServerLineWords.code, number, to: &bytes)
      appendMember(ServerLineWords.name, name, to: &bytes)
    case .event(let v, let kind):
      appendMember(ServerLineWords.v, v, to: &bytes)
      appendMember(ServerLineWords.kind, kind, to: &bytes)
    case .note(let name), .warn(let name):
      appendMember(ServerLineWords.name, name, to: &bytes)
    case .ping, .pong: break
    }
  }

  /// Appends the fields, the text and the end of a line of `kind` in JSON mode.
  static func appendJSONTail(
    _ fields: [WireField], _ text: String?, kind: ServerLine.Kind, to bytes: inout [UInt8]
  ) {
    for field in fields {
      bytes.append(contentsOf: ",\"".utf8)
      if ServerLineWords.reserves(field.name, in: kind) { bytes.append(UInt8(ascii: "_")) }
      appendName(field.name, to: &bytes)
      bytes.append(contentsOf: "\":".utf8)
      switch field.value {
      case .int(let value): JSONWriter.append(value, to: &bytes)
      case .string(let value): VisibleText.appendQuoted(value, to: &bytes)
      }
    }
    if let text {
      appendKey(ServerLineWords.text, to: &bytes)
      VisibleText.appendQuoted(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    bytes.append(0x0A)
  }

  private static func appendMember(_ key: String, _ word: String, to bytes: inout [UInt8]) {
    appendKey(key, to: &bytes)
    VisibleText.appendQuoted(word, to: &bytes)
  }

  private static func appendMember(_ key: String, _ value: Int, to bytes: inout [UInt8]) {
    appendKey(key, to: &bytes)
    JSONWriter.append(value, to: &bytes)
  }

  private static func appendKey(_ key: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: ",\"".utf8)
    bytes.append(contentsOf: key.utf8)
    bytes.append(contentsOf: "\":".utf8)
  }
}
