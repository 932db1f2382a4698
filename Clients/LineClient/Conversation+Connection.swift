package import EntenteWire

// What happens to the connection.
extension Conversation {
  /// Begins; to be called once.
  package mutating func start() {
    precondition(stage == .idle, "a conversation begins once")
    stage = .connecting
    act(.connect)
    act(.wake(.silence, milliseconds: Self.silenceMilliseconds))
  }

  /// The connection stands; the server speaks first.
  package mutating func opened() {
    guard stage == .connecting else { return }
    stage = .greeting
    silentLooks = 0
    closing = nil
    act(.wake(.greeting, milliseconds: Self.greetingMilliseconds))
  }

  /// The connection is gone, or could not be made; `reason` is what the system said.
  package mutating func closed(_ reason: String) {
    guard stage != .over, stage != .idle else { return }
    let last = closing
    closing = nil
    steps = [:]
    order = []
    for place in queue.indices { queue[place].wait() }
    stage = .idle
    if isLeaving || last?.code == .bye { return finish(nil) }
    if let error = ending(after: last, reason) { return finish(error) }
    attempt += 1
    if let attemptsMax, attempt > attemptsMax {
      return finish(
        ClientError(
          .lost, "The server at \(login.server) did not come back; try again later.",
          context: reason))
    }
    tell(.state(.reconnecting(attempt: attempt)))
    act(.wake(.reconnect, milliseconds: wait(last, attempt: attempt)))
  }

  /// The error that another try would not mend, or nil.
  private func ending(after last: ServerLine?, _ reason: String) -> ClientError? {
    if !hasGreeted, last == nil {
      return ClientError(
        .unreachable,
        "Nobody answers at \(login.server). Is the server running, and is that its address?",
        context: reason)
    }
    guard let last, let code = last.code else { return nil }
    let sentence = last.text ?? code.meaning
    switch code {
    case .revoked, .wrongProtocol, .version: return ClientError(.refused, sentence)
    default: return hasEntered ? nil : ClientError(.refused, sentence)
    }
  }

  /// What answers cannot be trusted, or does not speak TLS: another try would not mend that.
  package mutating func distrusted(_ error: ClientError) { finish(error) }

  /// A timer has run out.
  package mutating func woke(_ timer: Timer) {
    switch timer {
    case .reconnect:
      guard stage == .idle else { return }
      stage = .connecting
      act(.connect)
    case .resend:
      isHolding = false
      sendWaiting()
    case .greeting:
      if isLeaving { return finish(nil) }
      guard stage == .greeting else { return }
      if hasGreeted { return lose("the server does not greet") }
      finish(foreign("no greeting"))
    case .silence:
      guard stage != .over else { return }
      look()
      act(.wake(.silence, milliseconds: Self.silenceMilliseconds))
    }
  }

  private mutating func look() {
    guard stage == .live || stage == .entering else { return }
    silentLooks += 1
    if silentLooks >= Self.silentLooks.lost { return lose("the server is silent") }
    if silentLooks == Self.silentLooks.ask { send(.heartbeat, RequestLine("PING")) }
  }

  /// Gives up a connection that still stands.
  mutating func lose(_ reason: String) {
    act(.close)
    closed(reason)
  }

  /// A line came that is none of this protocol. Classes younger than this program are skipped.
  package mutating func receivedNonsense(_ start: String) {
    silentLooks = 0
    if stage == .greeting, !hasGreeted { finish(foreign(start)) }
  }

  private func foreign(_ context: String) -> ClientError {
    ClientError(
      .foreign, "What answers at \(login.server) is no entente server.", context: context)
  }

  /// A line of the server.
  package mutating func received(_ line: ServerLine) {
    silentLooks = 0
    switch line.kind {
    case .hello(let version): greet(line, version)
    case .event(let v, _):
      // After a resume the server may say again what is known.
      guard v > received else { return }
      received = v
      tell(.event(line))
    case .ping: send(.heartbeat, RequestLine("PONG"))
    case .pong: break
    case .ok, .data, .error, .note, .warn: receivedAnswer(line)
    }
  }

  private mutating func receivedAnswer(_ line: ServerLine) {
    if let id = line.id { return reply(line, to: id) }
    if let code = line.code, code.closesConnection {
      closing = line
      if code != .bye { tell(.notice(line)) }
    } else if line.endsReply, let id = order.first {
      // Without an id it is the answer to the oldest request: answers keep their order.
      reply(line, to: id)
    } else if !line.endsReply {
      tell(.notice(line))
    }
  }
}
