import EntenteJSON
import EntenteJournal
import EntenteModel
import EntenteSession
import EntenteWire

// What is read of a session that is over: its events with any seat's eyes, as data, and its seal.
extension VerbTable {
  static let afterwards: [Verb] = [
    Verb(
      name: "REPLAY", group: .afterwards, access: .joined, isJournalled: false, isReading: false,
      usage: "REPLAY [seat=SEAT] [turn=N] [after=V] [limit=N]",
      summary: "The events as a seat saw them; once all is open, any seat's.",
      examples: ["REPLAY seat=borea.head turn=2", "REPLAY after=200"]
    ) { host, call throws(WireError) in try host.replay(call) },
    Verb(
      name: "EXPORT", group: .afterwards, access: .joined, isJournalled: false, isReading: false,
      usage: "EXPORT [seat=SEAT] [turn=N] [after=V] [limit=N]",
      summary: "The same as data: one JSON object an event.",
      examples: ["EXPORT limit=500"]
    ) { host, call throws(WireError) in try host.replay(call) },
    Verb(
      name: "VERIFY", group: .afterwards, access: .joined, isJournalled: false, isReading: false,
      usage: "VERIFY", summary: "Checks the journal's chain, link by link; for all after CLOSE.",
      examples: ["VERIFY"]
    ) { host, call throws(WireError) in try host.verify(call) },
  ]
}

extension Host {
  /// Rows of a seat's events from `after=` on, the next one to ask for in `next`.
  func replay(_ call: Call) throws(WireError) {
    let session = try call.session()
    let seat = try replaySeat(call, in: session)
    session.openEyes(of: seat)
    let limit = try call.number("limit", in: 1...Self.historyLimit) ?? 100
    let turn = try call.number("turn", in: 0...1000)
    var after = try call.number("after", in: 0...Int(Int32.max)) ?? 0
    let newest = session.log.count(for: seat, visible: session.visible)
    var page = Page()
    var isMore = false
    while after < newest {
      let v = after + 1
      guard let record = session.log.record(v, for: seat) else { break }
      if let turn, record.turn > turn { break }
      if turn == nil || record.turn == turn {
        guard page.lines.count < limit else {
          isMore = true
          break
        }
        if let line = record.event.line { page.lines.append(row(v, record, line, call)) }
      }
      after = v
    }
    page.fields = [
      Page.Field("seat", seat.text), Page.Field("v", newest), Page.Field("next", after),
      Page.Field("more", isMore ? "yes" : "no"),
    ]
    page.text = isMore ? "\(call.verb) after=\(after) goes on." : "That is all."
    call.answer(page, from: self)
  }

  private func row(
    _ v: Int, _ record: EventLog.Record, _ line: EventLine, _ call: Call
  ) -> Page.Line {
    if call.verb == "REPLAY" {
      let own = line.fields.contains { $0.name == "turn" } ? [] : [Page.Field("turn", record.turn)]
      return Page.Line(
        [Page.Field("v", v)] + own + [Page.Field("kind", line.kind)] + line.fields, line.text)
    }
    let event = ServerLine(
      .event(v: v, kind: line.kind),
      [WireField("turn-played", record.turn), WireField("time", record.time)]
        + line.fields.map(WireField.init), text: line.text)
    let bytes = ServerLinePrinter.bytes(event, as: .json)
    return Page.Line([], String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline })
  }

  /// The seat whose events are asked for: one's own, and once all is open anybody's.
  private func replaySeat(_ call: Call, in session: LiveSession) throws(WireError) -> SeatID {
    guard let own = call.connection.seat else { throw Self.notLoggedIn }
    guard let typed = call.request["seat"]?.lowercased() else { return own }
    let seat = SeatID(typed)
    if seat == own { return own }
    guard own == .facilitator || session.state.isOpenToAll else {
      throw WireError(
        .forbidden, [WireField("need", "closed")],
        "You see with your own eyes until the session is closed and open to all.")
    }
    guard session.state.exercise.seats.contains(seat) || seat.onlooker != nil else {
      let seats = session.state.exercise.seats.map(\.text)
      throw WireError(noSuch: "seat", typed, near: NearestWord.find(typed, among: seats))
    }
    return seat
  }

  /// Whether every link of the chain fits, from the first entry on.
  func verify(_ call: Call) throws(WireError) {
    let session = try call.session()
    guard call.connection.seat == .facilitator || session.state.status == .closed else {
      throw WireError(
        .forbidden, [WireField("need", "closed")],
        "Until the session is closed only the facilitator verifies it.")
    }
    let verdict = reading { () throws(JournalError) in
      try JournalVerifier(store).verifyLineage(of: session.id)
    }
    switch verdict {
    case .intact(let entries, let head)?:
      call.ok(
        [WireField("entries", entries), WireField("hash", Self.hexadecimal(head))],
        "Every link fits.", from: self)
    case .broken(let sequence, let reason)?:
      throw WireError(
        .quarantined, [WireField("session", session.id), WireField("seq", sequence)],
        "Entry \(sequence) does not fit: \(reason).")
    case nil: throw WireError(.busy, [], "The journal cannot be read now; try again.")
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { Hexadecimal.text($0) }.joined()
  }
}
