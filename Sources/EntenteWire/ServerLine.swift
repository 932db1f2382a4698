/// One line of the server.
package struct ServerLine: Hashable, Sendable {
  /// The class of a line, with what stands right behind it.
  package enum Kind: Hashable, Sendable {
    /// The greeting, with the version of the protocol.
    case hello(version: Int)
    /// The request with this verb was done; ends the reply.
    case ok(verb: String)
    /// A part of the reply to this verb.
    case data(verb: String)
    /// The request was not done; ends the reply. A client may meet codes younger than itself.
    case error(number: Int, name: String)
    /// Something happened: the seat's own sequence number, from 1, and what.
    case event(v: Int, kind: String)
    /// Something worth knowing, by its name.
    case note(name: String)
    /// Something that may turn out badly, by its name.
    case warn(name: String)
    /// The server asks whether the client is there.
    case ping
    /// The server answers that it is there.
    case pong
  }

  /// The class, with its words.
  package var kind: Kind
  /// The `id` of the request it answers.
  package var id: String?
  /// Whether the answer comes from the record: the same key was done before.
  package var isDuplicate: Bool
  /// In the order printed; no name twice.
  package var fields: [WireField]
  /// For people.
  package var text: String?

  /// A line of `kind`; `text` is one line, or its line ends are shown as escapes.
  package init(
    _ kind: Kind, _ fields: [WireField] = [], text: String? = nil, id: String? = nil,
    isDuplicate: Bool = false
  ) {
    self.kind = kind
    self.fields = fields
    self.text = text
    self.id = id
    self.isDuplicate = isDuplicate
  }

  /// The `ERR` line of a refusal.
  package init(_ error: WireError, id: String? = nil, isDuplicate: Bool = false) {
    self.init(
      .error(number: error.code.number, name: error.code.name), error.fields, text: error.text,
      id: id, isDuplicate: isDuplicate)
  }

  /// The value of the field `name`, or nil.
  package subscript(name: String) -> WireValue? { fields.first { $0.name == name }?.value }

  /// Whether the line ends the reply to a request.
  package var endsReply: Bool {
    switch kind {
    case .ok, .error: true
    default: false
    }
  }

  /// The code of an `ERR` line, when this program knows it.
  package var code: WireCode? {
    if case .error(let number, _) = kind { WireCode(rawValue: number) } else { nil }
  }
}

/// The two spellings of server lines.
package enum LineMode: String, Hashable, Sendable, CaseIterable {
  /// Words and fields, for people; what a connection begins with.
  case text
  /// One JSON object a line, for programs.
  case json
}
