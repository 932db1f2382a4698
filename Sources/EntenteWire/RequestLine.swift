package import EntenteJSON

/// What follows the arguments of a request.
package enum RequestPayload: Hashable, Sendable {
  case none
  /// `:text`, leading spaces dropped.
  case text(String)
  /// `{…}` as typed, and what it says; no key twice, integers only.
  case json(text: String, value: JSONValue)
  /// `<<`: a body follows, to be read with `BodyAssembler`.
  case body
}

/// One line of a client, taken apart. What the verb means is not known here.
package struct RequestLine: Hashable, Sendable {
  /// What stood between `@` and the verb.
  package var tags: RequestTags
  /// In upper case.
  package var verb: String
  /// In the order typed; no name stands twice.
  package var arguments: [RequestArgument]
  /// What followed the arguments.
  package var payload: RequestPayload
  /// Where the payload begins in the line, in characters from 1, for errors that name a column;
  /// 0 where there is none.
  package var payloadColumn: Int

  /// A request built by a client; `verb` in upper case.
  package init(
    _ verb: String, _ arguments: [RequestArgument] = [], payload: RequestPayload = .none,
    tags: RequestTags = RequestTags(), payloadColumn: Int = 0
  ) {
    self.tags = tags
    self.verb = verb
    self.arguments = arguments
    self.payload = payload
    self.payloadColumn = payloadColumn
  }

  /// The value of `name=`, or nil.
  package subscript(name: String) -> String? { arguments.first { $0.name == name }?.value }

  /// The arguments that are words, in the order typed.
  package var words: [String] {
    arguments.compactMap { $0.name == nil ? $0.value : nil }
  }

  /// What a repetition must say again to count as the same request: everything but `id` and `key`.
  /// `body` is the text that followed a `<<`.
  package func substance(body: String? = nil) -> [UInt8] {
    var same = self
    same.tags.id = nil
    same.tags.key = nil
    var bytes: [UInt8] = []
    RequestPrinter.append(same, to: &bytes)
    if let body { bytes.append(contentsOf: body.utf8) }
    return bytes
  }
}
