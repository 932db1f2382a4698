import EntenteWire

/// A server with one session and one seat, as a value: it takes bytes and gives bytes. Every `SAY`
/// is applied once a key and makes an event; `STATUS` reads.
struct FakeServer {
  static let session = "ex-1"
  static let seat = "borea.head"
  static let code = "7QK4-M2XD"

  /// Texts of all `SAY` commands that took effect.
  private(set) var applied: [String] = []
  /// Texts of all events, from sequence number 1.
  private(set) var events: [String] = []
  private(set) var token: String?
  /// Codes that were turned into a member; a second one would be a person too many.
  private(set) var members = 0
  /// Requests of the present connection, as they were read.
  private(set) var requests: [RequestLine] = []
  private var keys: [String: (substance: [UInt8], v: Int)] = [:]
  private var framer = LineFramer(lineBytesMax: WireLimits.lineBytes)
  private var reader = RequestReader()
  private var unread: [UInt8] = []
  private var cursor: Int?
  private var isKnown = false
  private var mode = LineMode.text
  private var out: [UInt8] = []

  init(token: String? = nil) { self.token = token }

  /// A new connection takes the place of the old one; the greeting.
  mutating func connect() -> [UInt8] {
    framer = LineFramer(lineBytesMax: WireLimits.lineBytes)
    reader = RequestReader()
    (unread, requests, cursor, isKnown, mode) = ([], [], nil, false, .text)
    write(Greeting.line(server: "0.1.0", tls: false))
    return takeOutput()
  }

  /// Somebody else does something that the seat sees.
  mutating func happen(_ text: String) -> [UInt8] {
    events.append(text)
    pump()
    return takeOutput()
  }

  mutating func receive(_ bytes: [UInt8]) -> [UInt8] {
    unread += bytes
    while true {
      switch unread.withUnsafeBytes({ framer.next($0) }) {
      case .line(let length, let consumed):
        take(Array(unread[..<length]))
        unread.removeFirst(consumed)
      case .tooLong(_, let consumed), .discard(let consumed): unread.removeFirst(consumed)
      case .foreign, .incomplete: return takeOutput()
      }
    }
  }

  private mutating func take(_ line: [UInt8]) {
    switch line.withUnsafeBytes({ reader.take($0) }) {
    case .nothing: break
    case .refused(let error, let id): write(ServerLine(error, id: id))
    case .request(let request, let body):
      requests.append(request)
      var answer = answer(request, body)
      answer.id = request.tags.id
      write(answer)
      pump()
    }
  }

  private mutating func answer(_ request: RequestLine, _ body: String?) -> ServerLine {
    switch request.verb {
    case "HELLO", "PING", "PONG", "QUIT": return ServerLine(.ok(verb: request.verb))
    case "MODE":
      mode = .json
      return ServerLine(.ok(verb: "MODE"))
    case "AUTH":
      guard let token, request["token"] == token else {
        return ServerLine(WireError(.badLogin, [], "This token opens nothing here."))
      }
      isKnown = true
      return ServerLine(
        .ok(verb: "AUTH"),
        [WireField("role", "member"), WireField("session", Self.session)])
    case "JOIN": return join(request)
    case "SAY": return say(request, body)
    case "STATUS":
      write(ServerLine(.data(verb: "STATUS"), text: "first", id: request.tags.id))
      write(ServerLine(.data(verb: "STATUS"), text: "second", id: request.tags.id))
      return ServerLine(.ok(verb: "STATUS"), text: "That is all.")
    default: return ServerLine(WireError(.unknownVerb, [], "No such verb."))
    }
  }

  private mutating func join(_ request: RequestLine) -> ServerLine {
    guard let key = request.tags.key else {
      return ServerLine(WireError(.keyRequired, [WireField("need", "key")], "A key, please."))
    }
    if let code = request["code"] {
      guard code == Self.code else {
        return ServerLine(WireError(.badLogin, [], "This code opens no seat."))
      }
      let isKnown = keys.updateValue((request.substance(), 0), forKey: key) != nil
      if !isKnown { members += 1 }
      token = "token-\(requests.count)-\(members)-\(key)"
      return enter(since: 0, token: token)
    }
    guard isKnown else { return ServerLine(WireError(.notMember, [], "Who are you?")) }
    let since = request["since"].flatMap { Int($0) } ?? 0
    guard since <= events.count else {
      return ServerLine(WireError(.badArgument, [WireField("since", since)], "Not so many."))
    }
    return enter(since: since, token: nil)
  }

  private mutating func enter(since: Int, token: String?) -> ServerLine {
    cursor = since
    return ServerLine(
      .ok(verb: "JOIN"),
      [WireField("session", Self.session), WireField("seat", Self.seat)]
        + (token.map { [WireField("token", $0)] } ?? []) + [WireField("v", events.count)])
  }

  private mutating func say(_ request: RequestLine, _ body: String?) -> ServerLine {
    guard cursor != nil, let key = request.tags.key else {
      return ServerLine(WireError(.keyRequired, [WireField("need", "key")], "A key, please."))
    }
    let substance = request.substance(body: body)
    if let known = keys[key] {
      guard known.substance == substance else {
        return ServerLine(WireError(.keyReused, [], "Another request."))
      }
      return ServerLine(.ok(verb: "SAY"), [WireField("v", known.v)], isDuplicate: true)
    }
    var text = body ?? ""
    if case .text(let typed) = request.payload { text = typed }
    applied.append(text)
    events.append(text)
    keys[key] = (substance, events.count)
    return ServerLine(.ok(verb: "SAY"), [WireField("v", events.count)])
  }

  private mutating func pump() {
    while let seen = cursor, seen < events.count {
      cursor = seen + 1
      write(ServerLine(.event(v: seen + 1, kind: "message.sent"), text: events[seen]))
    }
  }

  private mutating func write(_ line: ServerLine) {
    ServerLinePrinter.append(line, as: mode, to: &out)
  }

  private mutating func takeOutput() -> [UInt8] {
    defer { out = [] }
    return out
  }
}
