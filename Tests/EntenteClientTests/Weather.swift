import EntenteClient
import EntenteWire

/// A client and a server with bad weather between them: bytes arrive in pieces, the connection is
/// cut at any byte, and the client itself dies and comes back with what it had on disk.
struct Weather {
  var server = FakeServer()
  private var chance: SeededGenerator
  private var client: Conversation
  private var framer = LineFramer(lineBytesMax: WireLimits.serverLineBytes, detectsForeign: false)
  private var unread: [UInt8] = []
  private var toServer: [UInt8] = []
  private var toClient: [UInt8] = []
  private var isUp = false
  private var wantsUp = false
  private var runs = 1
  private var disk: SavedLogin?
  private(set) var news: [ClientNews] = []
  private(set) var eventsOfRun: [Int] = []
  private(set) var timers: Set<Conversation.Timer> = []
  let seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
    chance = SeededGenerator(seed: seed)
    client = Conversation(
      server: "host:1", identity: .code(FakeServer.code, name: "Ana"), keyPrefix: "run1",
      chance: SeededGenerator(seed: seed))
    client.start()
    work()
  }

  var isLive: Bool {
    news.contains { if case .state(.entered) = $0 { true } else { false } }
  }

  mutating func submit(_ ticket: Int, _ request: RequestLine, body: String? = nil) {
    if client.isOver { crash() }
    client.submit(ticket: ticket, request, body: body)
    work()
  }

  mutating func happen(_ text: String) {
    let bytes = server.happen(text)
    if isUp { toClient += bytes }
  }

  /// One thing that weather does.
  mutating func blow(cutting: Bool) {
    switch Int.random(in: 0..<(cutting ? 12 : 10), using: &chance) {
    case 0..<5: deliverToServer()
    case 5..<9: deliverToClient()
    case 9: wake()
    default: cut()
    }
  }

  /// Fine weather until nothing moves any more. A program that gave up, since it was cut off before
  /// it was greeted, is started again.
  mutating func clear() {
    var quiet = 0
    while quiet < 3 {
      if client.isOver { crash() }
      let before = (toServer.count, toClient.count, wantsUp, timers)
      wake()
      deliverToServer(all: true)
      deliverToClient(all: true)
      quiet = before == (toServer.count, toClient.count, wantsUp, timers) ? quiet + 1 : 0
    }
  }

  /// The client's program dies; a new run goes on with the disk alone.
  mutating func crash() {
    guard let disk, disk.token != nil else { return }
    drop()
    runs += 1
    timers = []
    eventsOfRun = []
    client = Conversation(
      server: "host:1", identity: .saved(disk), keyPrefix: "run\(runs)",
      chance: SeededGenerator(seed: seed &+ UInt64(runs)))
    client.start()
    work()
  }

  mutating func cut() {
    guard isUp else { return }
    drop()
    client.closed("cut")
    work()
  }

  private mutating func drop() {
    (isUp, wantsUp, toServer, toClient, unread) = (false, false, [], [], [])
    framer = LineFramer(lineBytesMax: WireLimits.serverLineBytes, detectsForeign: false)
  }

  private mutating func wake() {
    if wantsUp {
      (wantsUp, isUp) = (false, true)
      toClient = server.connect()
      client.opened()
    } else if let timer = timers.intersection([.reconnect, .resend]).first {
      timers.remove(timer)
      client.woke(timer)
    }
    work()
  }

  private mutating func deliverToServer(all: Bool = false) {
    guard isUp, !toServer.isEmpty else { return }
    let count = all ? toServer.count : Int.random(in: 1...toServer.count, using: &chance)
    let bytes = Array(toServer[..<count])
    toServer.removeFirst(count)
    toClient += server.receive(bytes)
  }

  private mutating func deliverToClient(all: Bool = false) {
    guard isUp, !toClient.isEmpty else { return }
    let count = all ? toClient.count : Int.random(in: 1...toClient.count, using: &chance)
    unread += toClient[..<count]
    toClient.removeFirst(count)
    while isUp, case .line(let length, let consumed) = unread.withUnsafeBytes({ framer.next($0) }) {
      let line = Array(unread[..<length])
      unread.removeFirst(consumed)
      guard let parsed = try? ServerLineParser.parse(line) else {
        client.receivedNonsense("")
        continue
      }
      client.received(parsed)
      work()
    }
  }

  private mutating func work() {
    for action in client.takeActions() {
      switch action {
      case .connect: wantsUp = true
      case .send(let bytes): if isUp { toServer += bytes }
      case .close: drop()
      case .wake(let timer, _): timers.insert(timer)
      case .save(let login, _): disk = login
      case .tell(let item):
        news.append(item)
        guard case .event(let line) = item, case .event(let v, _) = line.kind else { continue }
        eventsOfRun.append(v)
        client.saw(v)
      }
    }
    // What the last event saved.
    for case .save(let login, _) in client.takeActions() { disk = login }
  }
}
