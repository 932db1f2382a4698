import EntenteJSON

/// What a client keeps on disk of a login: enough to go on after a crash as if nothing had been.
package struct SavedLogin: Hashable, Sendable {
  /// `host:port`.
  package var server: String
  /// The session; nil until the server has answered the first `JOIN`.
  package var session: String?
  /// The seat, such as `borea.head`, once it is known.
  package var seat: String?
  /// The name given at the table.
  package var name: String?
  /// The join code it began with, as typed.
  package var code: String?
  /// The key of the `JOIN` with that code: the same key gets the same seat again.
  package var joinKey: String?
  /// The token that logs in again.
  package var token: String?
  /// The sequence number of the last event that was seen; 0 for none.
  package var v = 0
  /// Commands without a reply, as they were sent but for their `id`: whole lines, bodies included.
  package var pending: [String] = []

  package init(server: String) { self.server = server }

  /// The file's one object.
  var json: JSONValue {
    let texts: [(String, String?)] = [
      ("server", server), ("session", session), ("seat", seat), ("name", name), ("code", code),
      ("join-key", joinKey), ("token", token),
    ]
    return .object(
      texts.compactMap { name, text in text.map { JSONMember(name, .string($0)) } } + [
        JSONMember("v", .int(v)), JSONMember("pending", .array(pending.map(JSONValue.string))),
      ])
  }

  /// Nil when `json` is not such an object.
  init?(json: JSONValue) {
    guard let server = json["server"]?.string, let v = json["v"]?.int, v >= 0,
      let pending = json["pending"]?.array
    else { return nil }
    self.server = server
    session = json["session"]?.string
    seat = json["seat"]?.string
    name = json["name"]?.string
    code = json["code"]?.string
    joinKey = json["join-key"]?.string
    token = json["token"]?.string
    self.v = v
    self.pending = pending.compactMap(\.string)
  }
}
