import EntenteClient
import EntenteWire

/// A conversation that is told lines, and what it sent and told since the last look.
struct Talk {
  var client: Conversation
  var sent: [RequestLine] = []
  var news: [ClientNews] = []
  var waits: [Conversation.Timer: Int] = [:]
  var saved: [SavedLogin] = []
  var isClosed = false

  init(_ identity: ClientIdentity, attemptsMax: Int? = nil) {
    client = Conversation(
      server: "host:1", identity: identity, keyPrefix: "p", attemptsMax: attemptsMax,
      chance: SeededGenerator(seed: 1))
    client.start()
    look()
  }

  mutating func look() {
    for action in client.takeActions() {
      switch action {
      case .connect: isClosed = false
      case .close: isClosed = true
      case .send(let bytes):
        for line in bytes.split(separator: 0x0A) {
          if let request = try? RequestParser.parse(Array(line)) { sent.append(request) }
        }
      case .wake(let timer, let milliseconds): waits[timer] = milliseconds
      case .save(let login, _): saved.append(login)
      case .tell(let item): news.append(item)
      }
    }
  }

  mutating func tell(_ line: ServerLine) {
    client.received(line)
    look()
  }

  /// Answers the last request that was sent with this verb.
  mutating func answer(_ verb: String, _ fields: [WireField] = [], _ text: String? = nil) {
    let id = sent.last { $0.verb == verb }?.tags.id
    tell(ServerLine(.ok(verb: verb), fields, text: text, id: id))
  }

  mutating func refuse(_ verb: String, _ error: WireError) {
    tell(ServerLine(error, id: sent.last { $0.verb == verb }?.tags.id))
  }

  mutating func connect() {
    client.opened()
    tell(Greeting.line(server: "0.1.0", tls: false))
  }

  /// Up to a live session with the given newest event.
  mutating func logIn(v: Int = 0) {
    connect()
    answer("HELLO")
    answer("MODE")
    answer("AUTH", [WireField("role", "member"), WireField("session", "ex-1")])
    answer("JOIN", [WireField("session", "ex-1"), WireField("v", v)])
  }

  mutating func cut() {
    client.closed("cut")
    look()
  }

  mutating func again(v: Int) {
    client.woke(.reconnect)
    look()
    logIn(v: v)
  }

  var states: [ConnectionState] {
    news.compactMap { if case .state(let state) = $0 { state } else { nil } }
  }

  var end: ClientError? {
    if case .ended(let error)? = states.last { error } else { nil }
  }
}
