/// Other protocols that knock on this port by mistake, told by their first bytes.
package enum ForeignProtocol: String, Hashable, Sendable, CaseIterable {
  case http
  case tls
  case telnet
  case byteOrderMark = "bom"

  /// The protocol that a connection beginning with `first` speaks, or nil when that is ours or not
  /// yet to be told. No line of ours begins like one of these.
  package static func detect(_ first: UnsafeRawBufferPointer) -> ForeignProtocol? {
    for (pattern, kind) in signatures where first.starts(with: pattern) { return kind }
    return nil
  }

  private static let signatures: [([UInt8], ForeignProtocol)] =
    [
      ([0x16, 0x03], .tls),
      ([0xEF, 0xBB, 0xBF], .byteOrderMark),
      ([0xFE, 0xFF], .byteOrderMark),
      // IAC; a UTF-16 byte order mark begins so too, and is as foreign.
      ([0xFF], .telnet),
    ]
    + [
      "GET /", "HEAD /", "POST /", "PUT /", "DELETE /", "PATCH /", "OPTIONS /", "OPTIONS *",
      "TRACE /", "CONNECT ", "PRI * HTTP/",
    ].map { (Array($0.utf8), .http) }

  /// What the closing line says.
  package var error: WireError {
    let text =
      switch self {
      case .http: "This port speaks the entente line protocol, not HTTP."
      case .tls: "This port is plain text; TLS has a port of its own."
      case .telnet: "Telnet commands are not understood; use nc, or the terminal client."
      case .byteOrderMark: "A line does not begin with a byte order mark."
      }
    return WireError(.wrongProtocol, [WireField("found", rawValue)], text)
  }
}
