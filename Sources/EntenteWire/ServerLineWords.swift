/// The words around the fields of a server line, and which of them a field cannot have as its name
/// in JSON. Printer and parser share this table.
enum ServerLineWords {
  static let `class` = "class"
  static let id = "id"
  static let duplicate = "dup"
  static let text = "text"
  static let verb = "verb"
  static let code = "code"
  static let name = "name"
  static let v = "v"
  static let kind = "kind"
  static let version = "version"

  /// Whether JSON mode uses the key `name` itself on a line of `line`. A field of such a name gets
  /// an underscore in front, which no field name has by itself.
  static func reserves(_ name: String, in line: ServerLine.Kind) -> Bool {
    if name == `class` || name == id || name == duplicate || name == text { return true }
    switch line {
    case .hello: return name == version
    case .ok, .data: return name == verb
    case .error: return name == code || name == Self.name
    case .event: return name == v || name == kind
    case .note, .warn: return name == Self.name
    case .ping, .pong: return false
    }
  }

  /// The word that begins a line of `kind`.
  static func className(of kind: ServerLine.Kind) -> String {
    switch kind {
    case .hello: "HELLO"
    case .ok: "OK"
    case .data: "DATA"
    case .error: "ERR"
    case .event: "EVENT"
    case .note: "NOTE"
    case .warn: "WARN"
    case .ping: "PING"
    case .pong: "PONG"
    }
  }

  /// The name of the protocol in the greeting.
  static let protocolName = "entente"
}
