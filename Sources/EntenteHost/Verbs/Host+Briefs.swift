import EntenteModel
import EntenteSession
import EntenteWire

// Briefs that are made from the record: what a team has to know who comes late, and what happened
// since somebody left.
extension Host {
  /// Messages that stand under a hand-over.
  private static var handoverMessagesMax: Int { 10 }
  /// Rows of news in a digest: a screen and a half.
  private static var digestRowsMax: Int { 40 }
  /// Characters of a row of a digest; HISTORY has the rest.
  private static var digestWidth: Int { 160 }

  /// `BRIEF [me|public|handover [STATE]|since [V]]`.
  func brief(_ call: Call, _ sight: Sight) throws(WireError) -> Page {
    let isScreen = call.connection.seat?.onlooker?.kind == .projector
    let word = call.word(0)?.lowercased() ?? (isScreen ? "public" : "me")
    switch word {
    case "me", "public":
      return try WireError.wrap { () throws(Refusal) in
        try sight.state.briefPage(public: word == "public", for: sight.eyes)
      }
    case "handover" where !isScreen: return try handover(call, sight)
    case "since": return try digest(call, sight)
    default:
      throw WireError(
        .badArgument, [WireField("argument", "brief"), WireField("value", WireError.echo(word))],
        "BRIEF me, BRIEF public, BRIEF handover or BRIEF since.")
    }
  }

  private func handover(_ call: Call, _ sight: Sight) throws(WireError) -> Page {
    var eyes = sight.eyes
    if eyes == .facilitator, let named = call.word(1)?.lowercased() {
      guard let index = sight.state.scenario.index(of: StateID(named)) else {
        throw WireError(
          noSuch: "state", named,
          near: NearestWord.find(named, among: sight.state.scenario.states.map(\.id.text)))
      }
      eyes = sight.state.exercise.seat(of: index, role: 0)
    }
    var page = try WireError.wrap { () throws(Refusal) in try sight.state.handoverPage(for: eyes) }
    // Read with the reader's own eyes where it sits in the team: a message to one seat is its own.
    let reader = call.connection.seat.flatMap { $0.state == nil ? nil : $0 } ?? eyes
    guard call.connection.seat?.onlooker?.delay == nil else { return page }
    let log = sight.session.log
    let newest = log.count(for: reader, visible: sight.session.visible)
    var rows: [Page.Line] = []
    for v in stride(from: newest, to: 0, by: -1) where rows.count < Self.handoverMessagesMax {
      guard let record = log.record(v, for: reader), let line = record.event.line else { continue }
      if case .messageSent = record.event.fact {
        rows.append(
          Page.Line(
            [Page.Field("v", v), Page.Field("turn", record.turn)],
            "Turn \(record.turn): \(Self.short(line.text))"))
      }
    }
    page.lines += rows.reversed()
    return page
  }

  /// What happened after an event: messages counted by sender, the rest told in short.
  private func digest(_ call: Call, _ sight: Sight) throws(WireError) -> Page {
    guard let seat = call.connection.seat else { throw Self.notLoggedIn }
    let session = sight.session
    let newest = session.log.count(for: seat, visible: session.visible)
    let given = try call.number("after", word: 1, in: 0...Int(Int32.max))
    let start = min(newest, given ?? session.lastSeen(by: call.connection) ?? 0)
    var page = Page()
    var messages: [(who: String, count: Int)] = []
    var rows: [Page.Line] = []
    for v in (start..<newest).map({ $0 + 1 }) {
      guard let record = session.log.record(v, for: seat), let line = record.event.line else {
        continue
      }
      if case .messageSent(let message) = record.event.fact {
        let who = message.from.state?.text ?? message.from.text
        if let place = messages.firstIndex(where: { $0.who == who }) {
          messages[place].count += 1
        } else {
          messages.append((who, 1))
        }
      } else if Self.isNews(record.event.fact) {
        rows.append(
          Page.Line(
            [Page.Field("v", v), Page.Field("turn", record.turn), Page.Field("kind", line.kind)],
            "Turn \(record.turn): \(Self.short(line.text))"))
      }
    }
    if !messages.isEmpty {
      let words = messages.map { "\($0.who) \($0.count)" }.joined(separator: ", ")
      page.lines.append(
        Page.Line(
          [Page.Field("messages", messages.reduce(0) { $0 + $1.count })], "Messages: \(words)"))
    }
    if rows.count > Self.digestRowsMax {
      page.lines.append(Page.Line([], "\(rows.count - Self.digestRowsMax) older rows left out."))
    }
    page.lines += rows.suffix(Self.digestRowsMax)
    page.fields = [
      Page.Field("after", start), Page.Field("v", newest), Page.Field("events", newest - start),
    ]
    page.text =
      newest == start
      ? "Nothing has happened since." : "HISTORY after=\(start) tells all of it."
    return page
  }

  private static func short(_ text: String) -> String {
    let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    return line.count > digestWidth ? line.prefix(digestWidth - 1) + "…" : line
  }

  /// Whether a digest tells an event: what people do with each other and what the turn brought, not
  /// who was ready when.
  private static func isNews(_ fact: Fact) -> Bool {
    switch fact {
    case .turnStarted, .communiqueIssued, .offerTabled, .offerCountered, .offerSigned,
      .offerRefused, .dealChanged, .dealRatified, .changeTabled, .changeSettled, .dealDenounced,
      .disputeOpened, .disputeSettled, .injectFired, .groupFound, .groupLost, .scoreFinal,
      .sessionPaused, .sessionClosed:
      true
    case .dutyRecorded(let notice): notice.status != "met"
    case .turnResolved(let line): line.part == 1
    case .desk(let fact):
      switch fact {
      case .ticketRuled, .valueOverridden, .memberMoved, .memberRemoved, .permissionSet,
        .predictionJudged:
        true
      default: false
      }
    default: false
    }
  }
}
