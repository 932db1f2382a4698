import EntenteWire

/// A client's side of the protocol as a value, without a socket, a clock or a file: it is told what
/// happened and answers with what is to be done, in order. Whatever happens to the connection,
/// every event comes out once and every command with a key takes effect once.
package struct Conversation: Sendable {
  /// Something to be done. Actions are done in order; a login is on disk before the request that
  /// follows it is sent.
  package enum Action: Hashable, Sendable {
    /// Open a connection; answered by `opened` or `closed`.
    case connect
    case send([UInt8])
    /// Close the connection; not answered.
    case close
    /// Call `woke` with this timer after so many milliseconds. A timer that is set again starts
    /// anew.
    case wake(Timer, milliseconds: Int)
    /// Write the login; `durably` means that the disk has it before anything else is done.
    case save(SavedLogin, durably: Bool)
    case tell(ClientNews)
  }

  /// What a wait is for; there is one of each.
  package enum Timer: Hashable, Sendable {
    /// The next try to connect.
    case reconnect
    /// Requests that the server put off.
    case resend
    /// The end of the patience with a server that does not greet.
    case greeting
    /// Repeated: is the server still there?
    case silence
  }

  /// Where a connection stands.
  enum Stage: Hashable, Sendable { case idle, connecting, greeting, entering, live, over }

  /// A request of the client's own, known by its `id`.
  enum Step: Hashable, Sendable { case hello, mode, join, auth, resume, heartbeat, quit }

  /// Milliseconds until a server that says nothing at all is taken for something else.
  static let greetingMilliseconds = 10_000
  /// Milliseconds that a goodbye waits for its answer: nobody likes to wait for that.
  static let goodbyeMilliseconds = 2000
  /// Milliseconds between two looks at the silence of the server.
  static let silenceMilliseconds = 30_000
  /// Looks without a word from the server until it is asked, and until it counts as gone: three and
  /// five make 90 s and the 150 s of the protocol.
  static let silentLooks = (ask: 3, lost: 5)
  /// Times that a request is put off by the server until its caller hears of it.
  static let putOffMax = 8

  let backoff: Backoff
  let keyPrefix: String
  /// Tries without success until the server counts as lost; nil for no end.
  let attemptsMax: Int?
  var chance: any RandomNumberGenerator & Sendable

  var login: SavedLogin
  /// Whether the login may be written to disk: a facilitator's token is not.
  var isKept: Bool
  /// The last event that came in; `login.v` is the last one that was seen.
  var received = 0
  var stage = Stage.idle
  var steps: [String: Step] = [:]
  /// The ids of all requests without an answer, as sent: answers come in this order.
  var order: [String] = []
  var queue: [Command] = []
  /// Whether nothing is sent for a while, because the server asked for it.
  var isHolding = false
  var nextID = 1
  var nextKey = 1
  var attempt = 0
  var hasGreeted = false
  var hasEntered = false
  var isLeaving = false
  /// Whether the caller left the session on purpose: then nothing is resumed.
  var hasLeft = false
  /// The line with which the server announced that it closes the connection.
  var closing: ServerLine?
  var silentLooks = 0
  private(set) var actions: [Action] = []

  /// A client of the server `host:port`, not connected yet. `keyPrefix` is different in each run of
  /// a program; it begins all its keys.
  package init(
    server: String, identity: ClientIdentity, keyPrefix: String, backoff: Backoff = Backoff(),
    attemptsMax: Int? = nil, isKept: Bool = true,
    chance: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) {
    self.backoff = backoff
    self.keyPrefix = keyPrefix
    self.attemptsMax = attemptsMax
    self.isKept = isKept
    self.chance = chance
    login = SavedLogin(server: server)
    switch identity {
    case .nobody: break
    case .code(let code, let name):
      login.code = code
      login.name = name
    case .token(let token, let session):
      login.token = token
      login.session = session
    case .saved(let saved):
      login = saved
      received = saved.v
      queue = saved.pending.compactMap(Command.init(recovering:))
    }
  }

  /// All actions since the last time, in the order in which they are to be done.
  package mutating func takeActions() -> [Action] {
    defer { actions = [] }
    return actions
  }

  /// Whether it is over: nothing will be done any more.
  package var isOver: Bool { stage == .over }

  mutating func act(_ action: Action) { actions.append(action) }

  mutating func tell(_ news: ClientNews) { actions.append(.tell(news)) }

  mutating func save(durably: Bool) {
    guard isKept else { return }
    login.pending = queue.compactMap(\.record)
    act(.save(login, durably: durably))
  }

  /// Sends a line of the client's own.
  mutating func send(_ step: Step, _ request: RequestLine) {
    var request = request
    let id = freshID()
    request.tags.id = id
    steps[id] = step
    order.append(id)
    act(.send(RequestPrinter.bytes(request)))
  }

  mutating func freshID() -> String {
    defer { nextID += 1 }
    return String(nextID)
  }

  mutating func freshKey() -> String {
    defer { nextKey += 1 }
    let digits = String(nextKey)
    return keyPrefix + "-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Ends everything, with the reason where there is one.
  mutating func finish(_ error: ClientError?) {
    guard stage != .over else { return }
    if stage != .idle { act(.close) }
    stage = .over
    tell(.state(.ended(error)))
  }
}
