import EntenteWire

// From the greeting to the live session, each time anew.
extension Conversation {
  mutating func greet(_ line: ServerLine, _ version: Int) {
    guard stage == .greeting else { return }
    guard version == Greeting.version else {
      return finish(
        ClientError(
          .version,
          "The server speaks version \(version) of the protocol and this program version "
            + "\(Greeting.version); use the programs of one release."))
    }
    hasGreeted = true
    stage = .entering
    tell(.greeted(line))
    send(.hello, RequestLine("HELLO", [RequestArgument("1"), RequestArgument("heartbeat")]))
    send(.mode, RequestLine("MODE", [RequestArgument("json")]))
    if let token = login.token {
      send(.auth, RequestLine("AUTH", [RequestArgument(name: "token", token)]))
    } else if let code = login.code {
      joinWithCode(code)
    }
  }

  private mutating func joinWithCode(_ code: String) {
    if login.joinKey == nil {
      login.joinKey = freshKey()
      save(durably: true)
    }
    send(
      .join,
      RequestLine(
        "JOIN",
        [RequestArgument(name: "code", code), RequestArgument(name: "name", login.name ?? "")],
        tags: RequestTags(key: login.joinKey)))
  }

  /// The answer to one of the client's own requests.
  mutating func take(_ line: ServerLine, endOf step: Step) {
    let isOK = !line.isError
    switch step {
    case .heartbeat: break
    case .quit: finish(nil)
    case .hello:
      if !isOK { finish(ClientError(.version, line.text ?? "The server refuses this client.")) }
    case .mode:
      guard isOK else { return refused(line) }
      if login.token == nil, login.code == nil { enter(line, missed: 0) }
    case .join:
      guard isOK else { return refused(line) }
      login.token = line["token"]?.description
      login.joinKey = nil
      settle(in: line["session"]?.description ?? "", line, since: 0)
      enter(line, missed: line["v"]?.int ?? 0)
    case .auth:
      guard isOK else { return refused(line) }
      isKept = isKept && line["role"]?.description != "facilitator"
      if !hasLeft { login.session = login.session ?? line["session"]?.description }
      login.seat = line["seat"]?.description ?? login.seat
      if let session = login.session { resume(session) } else { enter(line, missed: 0) }
    case .resume: resumed(line, isOK: isOK)
    }
  }

  private mutating func resume(_ session: String) {
    var arguments = [RequestArgument(session)]
    if received > 0 { arguments.append(RequestArgument(name: "since", String(received))) }
    // A key does no harm here, and JSON mode asks every JOIN for one.
    send(.resume, RequestLine("JOIN", arguments, tags: RequestTags(key: freshKey())))
  }

  private mutating func resumed(_ line: ServerLine, isOK: Bool) {
    if isOK {
      login.seat = line["seat"]?.description ?? login.seat
      save(durably: false)
      // Who has seen nothing yet was not away, though events of before may follow.
      let isBack = received > 0
      return enter(line, missed: isBack ? max(0, (line["v"]?.int ?? received) - received) : 0)
    }
    // The server's record is shorter than what was seen, say from a backup: begin anew.
    if line.code == .badArgument, received > 0, let session = login.session {
      received = 0
      login.v = 0
      return resume(session)
    }
    refused(line)
  }

  private mutating func enter(_ line: ServerLine, missed: Int) {
    stage = .live
    attempt = 0
    isHolding = false
    if hasEntered {
      tell(.state(.resumed(missed: missed)))
    } else {
      hasEntered = true
      tell(.state(.entered(line, missed: missed)))
    }
    sendWaiting()
  }

  /// The server does not let us in.
  private mutating func refused(_ line: ServerLine) {
    let isLater = line.code?.advice == .later
    if hasEntered, isLater {
      closing = line
      return lose(line.text ?? "")
    }
    finish(
      ClientError(
        .refused, line.text ?? "The server does not let you in.", context: "\(line.kind)"))
  }
}

extension ServerLine {
  /// Whether it is an `ERR` line, of whatever code.
  var isError: Bool { if case .error = kind { true } else { false } }
}
