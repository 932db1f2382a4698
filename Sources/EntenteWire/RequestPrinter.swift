import EntenteJSON

/// Writes requests, for clients. Whatever a text holds, it cannot become a second request: a text
/// that would is sent as a body.
package enum RequestPrinter {
  /// The bytes of `request` with the end of its line, and of `body` behind it where there is one.
  /// A text that has several lines, that ends in `<<` or that does not fit on the line goes into
  /// the body by itself; CRLF in it counts as a line end. A line beyond `WireLimits.lineBytes` is
  /// the server's to refuse.
  package static func bytes(_ request: RequestLine, body: String? = nil) -> [UInt8] {
    var request = request
    var body = body
    if body == nil, case .text(let text) = request.payload, needsBody(request) {
      request.payload = .body
      body = text
    }
    if body != nil { request.payload = .body }
    var bytes: [UInt8] = []
    append(request, to: &bytes)
    bytes.append(0x0A)
    guard case .body = request.payload else { return bytes }
    for line in (body ?? "").utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.first == UInt8(ascii: ".") { bytes.append(UInt8(ascii: ".")) }
      bytes.append(contentsOf: line)
      bytes.append(0x0A)
    }
    bytes.append(contentsOf: ".\n".utf8)
    return bytes
  }

  private static func needsBody(_ request: RequestLine) -> Bool {
    var bytes: [UInt8] = []
    append(request, to: &bytes)
    // A CR at the end would be taken for a part of the line's end.
    if bytes.last == 0x0D { bytes.removeLast() }
    return bytes.count > WireLimits.lineBytes || bytes.contains(0x0A)
      || bytes.withUnsafeBytes { BodyMark.ends($0) }
  }

  /// Appends the line of `request` without its end.
  static func append(_ request: RequestLine, to bytes: inout [UInt8]) {
    append(request.tags, to: &bytes)
    bytes.append(contentsOf: request.verb.utf8)
    for argument in request.arguments {
      bytes.append(0x20)
      append(argument, to: &bytes)
    }
    switch request.payload {
    case .none: break
    case .text(let text):
      bytes.append(contentsOf: " :".utf8)
      bytes.append(contentsOf: text.utf8)
    case .json(let text, _):
      bytes.append(0x20)
      bytes.append(contentsOf: text.utf8)
    case .body: bytes.append(contentsOf: " <<".utf8)
    }
  }

  private static func append(_ tags: RequestTags, to bytes: inout [UInt8]) {
    let pairs = [
      ("id", tags.id), ("key", tags.key), ("turn", tags.turn.map(String.init)),
      ("rev", tags.rev.map(String.init)),
    ]
    var mark = UInt8(ascii: "@")
    for case (let name, let value?) in pairs {
      bytes.append(mark)
      bytes.append(contentsOf: "\(name)=\(value)".utf8)
      mark = UInt8(ascii: ";")
    }
    if mark == UInt8(ascii: ";") { bytes.append(0x20) }
  }

  private static func append(_ argument: RequestArgument, to bytes: inout [UInt8]) {
    let value = argument.value.utf8
    let isWord =
      value.first.map(RequestArgument.wordBegins) ?? false
      && value.allSatisfy(RequestArgument.wordAllows)
    if let name = argument.name {
      bytes.append(contentsOf: name.utf8)
      bytes.append(UInt8(ascii: "="))
    }
    if isWord {
      bytes.append(contentsOf: value)
    } else {
      VisibleText.appendQuoted(argument.value, to: &bytes)
    }
  }
}
