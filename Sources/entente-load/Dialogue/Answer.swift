import EntenteWire

/// The reply to one request.
struct Answer: Sendable {
  /// The lines before the last: `DATA`, `WARN`, `NOTE`.
  var before: [ServerLine]
  /// The `OK` or `ERR`.
  var last: ServerLine

  /// Whether the request was done.
  var isOK: Bool { if case .ok = last.kind { true } else { false } }

  /// The number of an `ERR`, nil for an `OK`.
  var errorNumber: Int? { if case .error(let number, _) = last.kind { number } else { nil } }

  /// The text of a field of the last line.
  subscript(name: String) -> String? { last[name]?.description }

  /// The last line, for messages.
  var text: String {
    let bytes = ServerLinePrinter.bytes(last, as: .text)
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }
}
