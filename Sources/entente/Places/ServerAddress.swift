import EntenteClient

/// Where a server is, as people type it: `localhost`, `192.168.1.20:4747`, `[::1]:4747`.
struct ServerAddress {
  static let usualPort = 4747

  var host: String
  var port: Int
  /// How it is known over TLS; nil for plain text.
  var trust: ServerTrust?

  /// `usualPort` is taken where none was typed.
  init(_ text: String, usualPort: Int = Self.usualPort) throws(Failure) {
    let wrong = Failure(
      .wrongUse,
      "\"\(text)\" is no address of a server; type HOST or HOST:PORT, such as "
        + "192.168.1.20:\(usualPort).")
    var rest = Substring(text)
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else { throw wrong }
      host = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...]
    } else if rest.count(where: { $0 == ":" }) > 1 {
      // A bare address of IPv6: its colons are its own.
      host = text
      rest = ""
    } else {
      let end = rest.firstIndex(of: ":") ?? rest.endIndex
      host = String(rest[..<end])
      rest = rest[end...]
    }
    guard !host.isEmpty else { throw wrong }
    if rest.isEmpty {
      port = usualPort
    } else {
      guard rest.first == ":", let typed = Int(rest.dropFirst()), (1...65_535).contains(typed)
      else {
        throw wrong
      }
      port = typed
    }
  }

  /// `host:port`.
  var text: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
