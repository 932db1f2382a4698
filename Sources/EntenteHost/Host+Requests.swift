import EntenteJSON
import EntenteModel
import EntenteSession
package import EntenteWire

// From bytes to a verb: lines, bodies, who may do what.
extension Host {
  /// Lets somebody in and greets. Nil where there is no room for strangers: the caller writes the
  /// error and closes. `isEncrypted` is told in the greeting.
  package func connect(
    address: String, isEncrypted: Bool = false, sink: any ConnectionSink
  ) -> HostConnection? {
    let strangers = connections.values.count { $0.identity == .stranger }
    let same = connections.values.count { $0.identity == .stranger && $0.address == address }
    let connection = HostConnection(id: nextConnection, address: address, sink: sink)
    guard strangers < WireLimits.BeforeLogin.connections,
      same < WireLimits.BeforeLogin.connectionsPerAddress
    else {
      let error = WireError(
        .tooManyConnections, [WireField("limit", WireLimits.BeforeLogin.connectionsPerAddress)],
        "Too many connections wait to log in; come back in a minute.")
      sink.write(connection.encode(ServerLine(error)))
      sink.close()
      return nil
    }
    nextConnection += 1
    connections[connection.id] = connection
    sink.write(
      connection.encode(
        Greeting.line(server: options.version, tls: isEncrypted)))
    markDirty(connection)
    return connection
  }

  /// A connection is gone; its session goes on.
  package func disconnect(_ connection: HostConnection) {
    leave(connection)
    connection.isClosed = true
    connections[connection.id] = nil
  }

  /// Takes a line without its end. With `refusing` the request it holds is not run but answered so:
  /// its sender was too fast.
  package func receive(
    _ line: UnsafeRawBufferPointer, from connection: HostConnection,
    refusing refusal: WireError? = nil
  ) {
    if connection.isClosed || connection.isLeaving { return }
    assert(!connection.isAuthenticating, "a line waits while a password is compared")
    if connection.identity == .stranger {
      connection.strangerLines += 1
      if connection.strangerLines > WireLimits.BeforeLogin.lines {
        return close(
          connection,
          WireError(
            .flood, [WireField("limit", WireLimits.BeforeLogin.lines)],
            "Nobody needs so many lines to log in."))
      }
    }
    handle(connection.reader.take(line), from: connection, refusing: refusal)
  }

  /// A line was longer than the limit and was thrown away.
  package func receiveTooLong(from connection: HostConnection, opensBody: Bool, limit: Int) {
    if connection.isClosed { return }
    handle(connection.reader.takeTooLong(opensBody: opensBody, limit: limit), from: connection)
  }

  /// No line of a body came for too long.
  package func bodyTimedOut(on connection: HostConnection) {
    handle(connection.reader.bodyTimedOut(), from: connection)
  }

  private func handle(
    _ outcome: RequestReader.Output, from connection: HostConnection,
    refusing refusal: WireError? = nil
  ) {
    switch outcome {
    case .nothing: return
    case .request(let request, let body):
      if let refusal { return refuse(connection, refusal, id: request.tags.id) }
      run(Call(connection: connection, request: request, body: body))
    case .refused(let error, let id): refuse(connection, error, id: id)
    }
  }

  private func run(_ call: Call) {
    var call = call
    do throws(WireError) {
      guard let verb = VerbTable.find(call.request.verb) else {
        throw VerbTable.unknown(call.request.verb)
      }
      call.verb = verb.name
      try check(verb, call)
      try verb.run(self, call)
      call.connection.errorsInARow = 0
    } catch {
      refuse(call.connection, error, id: call.request.tags.id, for: call.connection.session)
    }
  }

  private func check(_ verb: Verb, _ call: Call) throws(WireError) {
    let connection = call.connection
    switch verb.access {
    case .anyone: break
    case .known:
      guard connection.identity != .stranger else { throw Self.notLoggedIn }
    case .joined:
      guard connection.identity != .stranger else { throw Self.notLoggedIn }
      _ = try call.session()
    case .facilitator, .whiteCell:
      if verb.access == .whiteCell, connection.seat?.isOfWhiteCell == true { break }
      guard case .facilitator = connection.identity else {
        throw connection.identity == .stranger
          ? Self.notLoggedIn
          : WireError(
            .forbidden, [WireField("need", "facilitator")],
            "Only the facilitator can \(verb.name).")
      }
    }
    if verb.isJournalled, !Self.onlyReads(call) { try checkJournalled(call) }
    if let turn = call.request.tags.turn, let session = connection.session,
      turn != session.state.turn
    {
      throw WireError(.stale(what: "turn", given: turn, current: session.state.turn))
    }
  }

  /// Two verbs are two things: JOIN with a code takes a seat and is journalled, JOIN of a session
  /// resumes it; SURVEY with a number answers, without one it shows the questions.
  private static func onlyReads(_ call: Call) -> Bool {
    switch call.verb {
    case "JOIN": call.request["code"] == nil
    case "SURVEY": call.request.words.isEmpty
    default: false
    }
  }

  private func checkJournalled(_ call: Call) throws(WireError) {
    if isDraining {
      throw WireError(.draining, [], "The server is stopping; try again in a minute with the key.")
    }
    if call.connection.mode == .json, call.request.tags.key == nil {
      throw WireError(
        .keyRequired, [WireField("need", "key")],
        "In MODE json a command that changes something carries a key: @key=… "
          + "\(call.request.verb).")
    }
    if isStorageFull, environment.now() - storageFullSince < 1000 {
      throw WireError(
        .storageFull, [], "The disk is full. Nothing was changed; reading goes on.")
    }
  }

  static let notLoggedIn = WireError(
    .notMember, [],
    "Say first who you are: JOIN code=XXXX-XXXX name=\"Your name\", or AUTH token=…")

  /// Answers a request with an error; too many in a row close the connection.
  func refuse(
    _ connection: HostConnection, _ error: WireError, id: String?, for session: LiveSession? = nil
  ) {
    send(
      connection.encode(ServerLine(error, id: id)), to: connection,
      after: readingTicket(in: session ?? connection.session), id: id)
    connection.errorsInARow += 1
    let limit =
      connection.identity == .stranger ? WireLimits.BeforeLogin.errors : WireLimits.errorsInARow
    if connection.errorsInARow >= limit {
      close(
        connection,
        WireError(
          .tooManyErrors, [WireField("limit", limit)], "Too many errors in a row; look at HELP."))
    }
  }

  /// Says why, then closes; first every answer goes out, and none may overtake the disk.
  package func close(_ connection: HostConnection, _ error: WireError) {
    if connection.isClosed { return }
    connection.farewell = connection.farewell ?? error
    closeIfAnswered(connection)
  }

  /// Closes a connection that is leaving and has all its answers.
  func closeIfAnswered(_ connection: HostConnection) {
    guard let farewell = connection.farewell, !connection.isHolding, !connection.isClosed else {
      return
    }
    connection.sink.write(connection.encode(ServerLine(farewell)))
    disconnect(connection)
    connection.sink.close()
  }
}

// What handlers answer with.
extension Call {
  /// The lines of a page, then its `OK`.
  func answer(_ page: Page, from host: Host, verb: String? = nil) {
    let name = verb ?? self.verb
    var bytes: [UInt8] = []
    for line in page.lines {
      append(
        ServerLine(.data(verb: name), line.fields.map(WireField.init), text: line.text),
        to: &bytes)
    }
    append(
      ServerLine(
        .ok(verb: name), page.fields.map(WireField.init),
        text: page.text.isEmpty ? nil : page.text), to: &bytes)
    host.send(
      bytes, to: connection, after: host.readingTicket(in: connection.session),
      id: request.tags.id)
  }

  /// A single `OK`.
  func ok(_ fields: [WireField] = [], _ text: String? = nil, from host: Host) {
    var bytes: [UInt8] = []
    append(ServerLine(.ok(verb: verb), fields, text: text), to: &bytes)
    host.send(
      bytes, to: connection, after: host.readingTicket(in: connection.session),
      id: request.tags.id)
  }

  /// Columns of a line in text mode: what a terminal shows without breaking it.
  private static var columns: Int { 100 }

  /// Adds a line of the reply. In text mode a row that does not fit becomes a line of fields and
  /// lines of words. History is told as its events were, a line each, and a calculation to be typed
  /// again is never broken.
  func append(_ line: ServerLine, to bytes: inout [UInt8]) {
    var line = line
    line.id = request.tags.id
    let start = bytes.count
    ServerLinePrinter.append(line, as: connection.mode, to: &bytes)
    guard connection.mode == .text, case .data(let verb) = line.kind, let text = line.text,
      bytes.count - start > Self.columns, verb != "HISTORY", !text.hasPrefix("    CALC ")
    else { return }
    bytes.removeSubrange(start...)
    line.text = nil
    if !line.fields.isEmpty {
      ServerLinePrinter.append(line, as: .text, to: &bytes)
      line.fields = []
    }
    let prefix = "DATA  :".count + verb.count + (request.tags.id.map { $0.count + 5 } ?? 0)
    // What is set in keeps its place, and what goes on below it stands a little further in.
    var indent = String(text.prefix { $0 == " " })
    let width = max(40, Self.columns - prefix - indent.count - 2)
    for words in Wrapping.lines(of: String(text.dropFirst(indent.count)), width: width) {
      line.text = indent + words
      if indent.count == text.prefix(while: { $0 == " " }).count { indent += "  " }
      ServerLinePrinter.append(line, as: .text, to: &bytes)
    }
  }
}
