import EntenteJournal
import EntenteModel
import EntenteSession
import EntenteWire

// Join codes: made, rotated and taken back. The journal knows that, never a code itself.
extension Host {
  func makeCode(_ call: Call) throws(WireError) {
    let session = try call.session()
    let seat = try call.seat(0)
    let uses = try call.number("uses", in: 1...1000)
    let seconds = try call.number("ttl", in: 60...31_536_000)
    guard let actor = call.connection.actor else { throw Self.notLoggedIn }
    let printed = Secret.code(from: environment.random(Secret.codeBytes))
    guard let letters = Secret.normalised(code: printed) else {
      preconditionFailure("a code that was made can be read")
    }
    let key = call.request.tags.key
    let isAgain = key.map { session.sequence(of: $0, by: actor) != nil } ?? false
    let now = environment.now()
    let record = JoinCodeRecord(
      secretHash: Secret.hash(of: letters), session: session.id, seat: seat.text,
      createdMilliseconds: now, usesLeft: uses, expiresMilliseconds: seconds.map { now + $0 * 1000 }
    )
    let isRotating = try rotates(call)
    let old = isRotating && !isAgain ? openCodes(of: seat, in: session) : []
    let command: Command =
      isRotating
      ? .rotateCode(seat: seat, revoked: old.count, uses: uses ?? 0, seconds: seconds ?? 0)
      : .issueCode(seat: seat, uses: uses ?? 0, seconds: seconds ?? 0)
    try self.command(
      command, call, in: session,
      fields: { _ in
        [WireField("seat", seat.text)] + (isRotating ? [WireField("revoked", old.count)] : [])
      },
      text: { _ in "Read it aloud or print it; CODE makes another." },
      extra: Extra(secret: [WireField("code", printed)], ticket: isAgain ? ticketOfBatch() : 0),
      rows: { $0.joinCodes.append(record) })
    for code in old { revoke(code) }
    // The same request again: its reader may never have seen the first code.
    if let key, isAgain {
      if let first = session.codesByKey[key].flatMap({ codes[$0] }) { revoke(first) }
      batch.joinCodes.append(record)
    }
    codes[record.secretHash] = record
    if let key { session.codesByKey[key] = record.secretHash }
  }

  private func rotates(_ call: Call) throws(WireError) -> Bool {
    guard let word = call.request["rotate"]?.lowercased() else { return false }
    guard word == "yes" || word == "no" else {
      throw WireError(
        .badArgument, [WireField("argument", "rotate"), WireField("value", WireError.echo(word))],
        "rotate is yes or no: yes takes the seat's older codes back.")
    }
    return word == "yes"
  }

  /// `REVOKE code=C` takes one code back, `REVOKE codes=SEAT` all of a seat. Who sits there stays.
  func revokeCodes(_ call: Call) throws(WireError) {
    let session = try call.session()
    let seat: SeatID
    var chosen: [JoinCodeRecord]
    if let typed = call.request["code"] {
      let hash = Secret.normalised(code: typed).map(Secret.hash)
      guard let hash, let code = try code(hash), code.session == session.id else {
        // The code itself is not repeated: it might be one of another session.
        throw WireError(
          .noSuch, [WireField("what", "code")], "No seat of this session has such a code.")
      }
      seat = SeatID(code.seat)
      chosen = code.isRevoked ? [] : [code]
    } else {
      seat = SeatID((call.request["codes"] ?? "").lowercased())
      chosen = openCodes(of: seat, in: session)
    }
    let isNew = try command(
      .revokeCodes(seat: seat, revoked: chosen.count), Self.withoutCode(call, seat: seat),
      in: session,
      fields: { _ in [WireField("seat", seat.text), WireField("revoked", chosen.count)] },
      text: { _ in "Who has such a code has to ask for another; who sits there stays." })
    guard isNew else { return }
    for code in chosen { revoke(code) }
  }

  /// Codes of a seat that were not taken back, on disk or not yet, oldest first.
  private func openCodes(of seat: SeatID, in session: LiveSession) -> [JoinCodeRecord] {
    let stored = reading { () throws(JournalError) in try store.joinCodes(of: session.id) } ?? []
    var known: [[UInt8]: JoinCodeRecord] = [:]
    for code in stored { known[code.secretHash] = code }
    for (hash, code) in codes where code.session == session.id { known[hash] = code }
    return known.values.filter { $0.seat == seat.text && !$0.isRevoked }.sorted {
      ($0.createdMilliseconds, Self.order($0)) < ($1.createdMilliseconds, Self.order($1))
    }
  }

  /// The beginning of a hash, to sort by.
  private static func order(_ code: JoinCodeRecord) -> UInt64 {
    code.secretHash.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Takes a code back; the batch of this tick carries it.
  private func revoke(_ code: JoinCodeRecord) {
    var code = code
    code.isRevoked = true
    codes[code.secretHash] = code
    batch.joinCodes.append(code)
    _ = ticketOfBatch()
  }

  /// The journal keeps the seat in place of the code: a code is a secret.
  static func withoutCode(_ call: Call, seat: SeatID) -> Call {
    var request = call.request
    request.arguments = request.arguments.map {
      $0.name == "code" ? RequestArgument(name: "seat", seat.text) : $0
    }
    var clean = Call(connection: call.connection, request: request, body: call.body)
    clean.verb = call.verb
    return clean
  }
}
