package import EntenteWire

// What the caller asks for, and what comes back.
extension Conversation {
  /// Takes a request, with the body that follows it where it ends in `<<`. Its reply is told under
  /// `ticket`. It is kept while there is no connection. A request that changes something gets a key
  /// if it has none.
  package mutating func submit(ticket: Int, _ request: RequestLine, body: String? = nil) {
    guard !isOver else { return }
    var command = Command(ticket: ticket, request: request, body: body)
    if command.request.tags.key == nil, !ReadingVerbs.contain(request.verb) {
      command.request.tags.key = freshKey()
    }
    queue.append(command)
    if command.record != nil, login.session != nil { save(durably: true) }
    sendWaiting()
  }

  /// The caller has seen all events up to `v`: after a crash the next run goes on behind it.
  package mutating func saw(_ v: Int) {
    guard v > login.v, login.session != nil else { return }
    login.v = v
    save(durably: false)
  }

  /// Says goodbye; the end is told when the server has answered, or at once without a connection.
  /// Commands that were never sent are given up; those without a reply stay on disk.
  package mutating func leave() {
    guard !isOver, !isLeaving else { return }
    isLeaving = true
    if queue.contains(where: { !$0.wasSent }) {
      queue.removeAll { !$0.wasSent }
      if login.session != nil { save(durably: false) }
    }
    guard stage == .live || stage == .entering else { return finish(nil) }
    send(.quit, RequestLine("QUIT"))
    act(.wake(.greeting, milliseconds: Self.goodbyeMilliseconds))
  }

  /// Sends what waits, in order, as many as the server takes at a time.
  mutating func sendWaiting() {
    guard stage == .live, !isHolding else { return }
    var inFlight = queue.count { $0.id != nil }
    for place in queue.indices where queue[place].id == nil {
      guard inFlight < WireLimits.requestsInFlight else { return }
      inFlight += 1
      let id = freshID()
      queue[place].id = id
      queue[place].wasSent = true
      order.append(id)
      act(.send(queue[place].bytes(id: id)))
    }
  }

  /// Takes a line of the reply to the request `id`; lines of replies that nobody waits for are
  /// dropped.
  mutating func reply(_ line: ServerLine, to id: String) {
    if line.endsReply { order.removeAll { $0 == id } }
    if let step = steps[id] {
      guard line.endsReply else { return }
      steps[id] = nil
      return take(line, endOf: step)
    }
    guard let place = queue.firstIndex(where: { $0.id == id }) else { return }
    var line = line
    line.id = nil
    guard line.endsReply else { return queue[place].lines.append(line) }
    end(place, with: line)
  }

  private mutating func end(_ place: Int, with line: ServerLine) {
    if let code = line.code, Self.isPutOff(code), queue[place].putOff < Self.putOffMax {
      queue[place].wait()
      queue[place].putOff += 1
      isHolding = true
      return act(.wake(.resend, milliseconds: wait(line, attempt: queue[place].putOff)))
    }
    let command = queue.remove(at: place)
    let reply = Reply(lines: command.lines, end: line)
    adopt(reply, to: command.request)
    if command.record != nil, login.session != nil { save(durably: false) }
    if let ticket = command.ticket {
      tell(.reply(ticket: ticket, reply))
    } else {
      tell(.recovered(command.request, reply))
    }
    sendWaiting()
  }

  /// Errors that ask for the same request later with the same key, and after which nobody but the
  /// clock needs to be asked.
  private static func isPutOff(_ code: WireCode) -> Bool {
    switch code {
    case .slowDown, .busy, .draining, .unknownOutcome: true
    default: false
    }
  }

  /// Milliseconds to wait: what the server asks for, else what the backoff says.
  mutating func wait(_ line: ServerLine?, attempt: Int) -> Int {
    if let seconds = line?["retry"]?.int, seconds >= 0 { return Swift.min(seconds, 3600) * 1000 }
    return backoff.delay(
      attempt: attempt, chance: UInt32.random(in: 0...UInt32.max, using: &chance))
  }

  /// Learns from a reply where the connection stands now: a `JOIN` or `CREATE` of the caller's own.
  private mutating func adopt(_ reply: Reply, to request: RequestLine) {
    guard reply.isOK else { return }
    switch request.verb {
    case "AUTH":
      if let token = request["token"] {
        login = SavedLogin(server: login.server)
        login.token = token
        isKept = isKept && reply.end["role"]?.description != "facilitator"
      }
    case "JOIN", "CREATE":
      guard let session = reply.end["session"]?.description else { return }
      let since = request["since"].flatMap { Int($0) } ?? 0
      if let token = reply.end["token"]?.description {
        login.token = token
        login.name = request["name"]
        login.code = request["code"]
      }
      settle(in: session, reply.end, since: since)
    case "FORK":
      guard let session = reply.end["session"]?.description, let v = reply.end["v"]?.int else {
        return
      }
      settle(in: session, reply.end, since: v - 1)
    case "LEAVE":
      hasLeft = true
      login.session = nil
    default: break
    }
  }

  /// From here on the session's events from `since` come.
  mutating func settle(in session: String, _ line: ServerLine, since: Int) {
    hasLeft = false
    login.session = session
    login.seat = line["seat"]?.description ?? login.seat
    login.v = Swift.min(login.v, since)
    received = since
    save(durably: true)
  }
}
