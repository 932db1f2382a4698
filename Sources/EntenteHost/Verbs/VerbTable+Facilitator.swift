import EntenteModel
import EntenteSession
import EntenteWire

extension VerbTable {
  static let facilitator: [Verb] = [
    Verb(
      name: "CREATE", group: .facilitator, access: .facilitator, isJournalled: true,
      isReading: false, usage: "CREATE exercise [format=…] [title=…] [seed=…]",
      summary: "Makes a session of an exercise and enters it.",
      examples: ["CREATE first-accord format=class"]
    ) { host, call throws(WireError) in try host.create(call) },
    Verb(
      name: "CODE", group: .facilitator, access: .facilitator, isJournalled: true,
      isReading: false, usage: "CODE seat [delay=TURNS|close] [uses=N] [ttl=SECONDS] [rotate=yes]",
      summary: "Makes a join code for a seat, with rotate=yes in place of its older ones; also "
        + "observer[:STATE], evaluator, projector.",
      examples: [
        "CODE aster.head uses=5", "CODE aster.head rotate=yes", "CODE observer delay=1",
        "CODE projector",
      ]
    ) { host, call throws(WireError) in try host.makeCode(call) },
    simple(
      "START", "START [bots=no]", "Begins; bots take the states without people.",
      ["START", "START bots=no"], group: .facilitator, access: .facilitator
    ) { call throws(WireError) in .start(bots: call.request["bots"]?.lowercased() != "no") },
    simple(
      "ADVANCE", "ADVANCE", "Ends the phase.", ["ADVANCE"], group: .facilitator,
      access: .facilitator
    ) { _ throws(WireError) in .advance },
    simple(
      "PAUSE", "PAUSE [max=SECONDS] [:why]",
      "Stops the clock and the play; with max= it goes on by itself.",
      ["PAUSE :fire drill", "PAUSE max=600 :coffee"],
      group: .facilitator, access: .facilitator
    ) { call throws(WireError) in
      .pause(
        why: call.text ?? "",
        seconds: try call.number("max", in: 1...SessionState.pauseSecondsMax))
    },
    simple(
      "UNPAUSE", "UNPAUSE", "Goes on where the clock stood.", ["UNPAUSE"], group: .facilitator,
      access: .facilitator
    ) { _ throws(WireError) in .unpause },
    simple(
      "EXTEND", "EXTEND seconds", "Gives the phase more time; below 0 less.", ["EXTEND 60"],
      group: .facilitator, access: .facilitator
    ) { call throws(WireError) in
      let limit = SessionState.extensionSecondsMax
      guard let seconds = try call.number("seconds", word: 0, in: -limit...limit) else {
        throw WireError(
          .badArgument, [WireField("argument", "seconds")], "EXTEND needs seconds: EXTEND 60.")
      }
      return .extend(seconds: seconds)
    },
    Verb(
      name: "BOARD", group: .facilitator, access: .whiteCell, isJournalled: false,
      isReading: true, usage: "BOARD [people]",
      summary: "Who is in, who is missing, who has done what; people: person by person.",
      examples: ["BOARD", "BOARD people"]
    ) { host, call throws(WireError) in
      let session = try call.session()
      if call.word(0)?.lowercased() == "people" {
        return call.answer(host.peoplePage(of: session), from: host)
      }
      call.answer(session.state.boardPage(present: host.present(in: session)), from: host)
    },
    Verb(
      name: "HEAD", group: .facilitator, access: .joined, isJournalled: false, isReading: true,
      usage: "HEAD", summary: "The newest link of the journal's chain; for all after CLOSE.",
      examples: ["HEAD"]
    ) { host, call throws(WireError) in
      let session = try call.session()
      guard call.connection.seat == .facilitator || session.state.status == .closed else {
        throw WireError(
          .forbidden, [WireField("need", "facilitator")],
          "Until the session is closed only the facilitator reads the head.")
      }
      call.ok(
        [WireField("seq", session.sequence), WireField("hash", session.headText)],
        "The chain ends with entry \(session.sequence): \(session.headText)", from: host)
    },
    simple(
      "CLOSE", "CLOSE", "Ends the session and opens its record to all.", ["CLOSE"],
      group: .facilitator, access: .facilitator
    ) { _ throws(WireError) in .close },
  ]
}

extension Host {
  /// Members with a connection in the session now.
  func present(in session: LiveSession) -> Set<MemberID> {
    Set(
      (audience[session.id] ?? []).compactMap {
        if case .member(_, let member, _) = $0.identity { member } else { nil }
      })
  }
}
