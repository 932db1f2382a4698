import EntenteBots
import EntenteJSON
import EntenteModel
import EntenteSession
import EntenteWire

// The facilitator's desk: events by hand, rulings, corrections, seats.
extension VerbTable {
  static let whiteCell: [Verb] = [
    cell(
      "INJECT", "INJECT id [to=STATE,…] [:other text] | INJECT [to=…] {\"title\":…,\"text\":…}",
      "Sends an event of the exercise now, or one you type.",
      ["INJECT shortage to=cael", "INJECT {\"title\":\"News\",\"text\":\"Rain.\"}"]
    ) { call throws(WireError) in try call.inject() },
    cell(
      "HOLD", "HOLD inject [turn=N]", "Keeps an event until you send it, or until a turn.",
      ["HOLD crisis", "HOLD crisis turn=4"]
    ) { call throws(WireError) in
      let turn = try call.number("turn", in: 1...1000)
      return .plan(
        InjectPlan(inject: try call.injectID(), time: turn == nil ? .held : .turn, turn: turn))
    },
    cell("SKIP", "SKIP inject", "Leaves an event out for good.", ["SKIP shortage"]) {
      call throws(WireError) in
      .plan(InjectPlan(inject: try call.injectID(), time: .skipped, turn: nil))
    },
    page(
      "QUEUE", "QUEUE [figures]",
      "Open tickets by age, and the events to come; figures: how long they waited.",
      ["QUEUE", "QUEUE figures"],
      group: .facilitator, access: .whiteCell
    ) { host, call, sight, _ throws(WireError) in
      call.word(0)?.lowercased() == "figures"
        ? sight.state.deskFigures(at: host.environment.now())
        : sight.state.queuePage(at: host.environment.now())
    },
    cell(
      "TAKE", "TAKE ticket [owner=NAME]", "Takes a ticket on; its team hears who looks after it.",
      ["TAKE aster-q1", "TAKE aster-q1 owner=Mara"], access: .whiteCell
    ) { call throws(WireError) in
      .take(
        ticket: try call.requireWord(0, "a ticket").lowercased(), owner: call.request["owner"])
    },
    cell(
      "RULE", "RULE ticket [granted|refused] [chance=N%] [award=MONEY] [to=all|STATE,…] :text",
      "Answers a ticket; with chance= the outcome is drawn.",
      ["RULE aster-q1 :WHY gap shows it.", "RULE cael-q2 chance=60% :A fair plan."]
    ) { call throws(WireError) in try call.ruling() },
    cell(
      "OVERRIDE", "OVERRIDE figure value :why",
      "Puts a figure right; what it was and why stay on the record.",
      ["OVERRIDE treasury:cael 40m :A typing error in turn 1."]
    ) { call throws(WireError) in
      .override(
        figure: try call.requireWord(0, "a figure"), value: try call.requireWord(1, "a value"),
        why: try call.requireText("why"))
    },
    cell(
      "ANNOTATE", "ANNOTATE [ticket|event=V] :text", "A private note of the white cell.",
      ["ANNOTATE event=41 :First time cael says no.", "ANNOTATE aster-q1 :Second time."],
      access: .whiteCell
    ) { call throws(WireError) in
      let event = try call.number("event", in: 1...Int(Int32.max))
      return .annotate(
        about: event.map { "event \($0)" } ?? call.word(0)?.lowercased() ?? "",
        text: try call.requireText("your note"))
    },
    cell(
      "OBSERVE", "OBSERVE objective rating=P|S|M|U [event=V] :text",
      "An evaluator's note: how well an objective was met, and where.",
      ["OBSERVE LO8 rating=S event=12 :They forgot the duration."], access: .whiteCell
    ) { call throws(WireError) in try call.observation() },
    cell(
      "SEAT", "SEAT member seat [delay=TURNS|close]", "Moves a person to another seat.",
      ["SEAT aster.head.1 borea.head", "SEAT aster.head.1 observer:aster"]
    ) { call throws(WireError) in
      .move(
        MemberID(try call.requireWord(0, "a member").lowercased()),
        to: try call.seat(1))
    },
    cell(
      "BOT", "BOT state doctrine|off", "Lets a bot play a state, or takes it out.",
      ["BOT dorn industrial-hub", "BOT dorn off"]
    ) { call throws(WireError) in try call.bot() },
    permission(
      "GRANT", "Lets a seat do what its role does not.", isGranted: true,
      example: "GRANT aster.analyst sign"),
    revoking,
    Verb(
      name: "FORK", group: .facilitator, access: .facilitator, isJournalled: true,
      isReading: false, usage: "FORK [turn=N] [title=…]",
      summary: "Plays a turn again in a branch; what was played stays.", examples: ["FORK turn=3"]
    ) { host, call throws(WireError) in try host.fork(call) },
    cell(
      "KICK", "KICK member [:why]", "Takes a person out of the game; the token opens nothing.",
      ["KICK aster.head.2 :left the course"]
    ) { call throws(WireError) in
      .remove(MemberID(try call.requireWord(0, "a member").lowercased()), why: call.text ?? "")
    },
  ]

  /// One word for two things that can be taken back.
  private static let revoking: Verb = {
    let permissions = permission(
      "REVOKE", "Takes a permission from a seat, or takes join codes back.", isGranted: false,
      example: "REVOKE aster.head ratify")
    return Verb(
      name: "REVOKE", group: .facilitator, access: permissions.access, isJournalled: true,
      isReading: false, usage: "REVOKE seat permission | REVOKE code=C | REVOKE codes=SEAT",
      summary: permissions.summary,
      examples: permissions.examples + ["REVOKE code=7QK4-M2XD", "REVOKE codes=aster.head"]
    ) { host, call throws(WireError) in
      if call.request["code"] != nil || call.request["codes"] != nil {
        return try host.revokeCodes(call)
      }
      try permissions.run(host, call)
    }
  }()

  private static func cell(
    _ name: String, _ usage: String, _ summary: String, _ examples: [String],
    access: Verb.Access = .facilitator,
    make: @escaping @Sendable (Call) throws(WireError) -> DeskCommand
  ) -> Verb {
    deskVerb(name, usage, summary, examples, group: .facilitator, access: access, make: make)
  }

  private static func permission(
    _ name: String, _ summary: String, isGranted: Bool, example: String
  ) -> Verb {
    cell(name, "\(name) seat permission", summary, [example]) { call throws(WireError) in
      let typed = try call.requireWord(1, "a permission").lowercased()
      guard let permission = Permission(rawValue: typed) else {
        let words = Permission.allCases.map(\.rawValue)
        throw WireError(
          .badArgument,
          [WireField("argument", "permission"), WireField("value", WireError.echo(typed))],
          "Permissions are \(words.joined(separator: ", ")).")
      }
      return .setPermission(
        PermissionChange(
          seat: SeatID(try call.requireWord(0, "a seat").lowercased()), permission: permission,
          isGranted: isGranted))
    }
  }
}

extension Call {
  fileprivate func injectID() throws(WireError) -> InjectID {
    InjectID(try requireWord(0, "an event").lowercased())
  }

  fileprivate func inject() throws(WireError) -> DeskCommand {
    guard case .json(_, let value) = request.payload else {
      return .sendInject(try injectID(), to: states("to"), text: text)
    }
    let known = ["title", "from", "text"]
    if let other = value.members?.first(where: { !known.contains($0.key) || $0.value.string == nil }
    ) {
      throw WireError(
        .badArgument,
        [WireField("argument", WireError.echo(other.key))],
        "A typed event has \(known.joined(separator: ", ")), all texts; OVERRIDE changes figures.")
    }
    return .tell(
      title: value["title"]?.string ?? "", from: value["from"]?.string ?? "", to: states("to"),
      text: value["text"]?.string ?? "")
  }

  fileprivate func ruling() throws(WireError) -> DeskCommand {
    var outcome = Ruling.Outcome.answered
    if let typed = word(1) {
      guard let known = Ruling.Outcome(rawValue: typed.lowercased()) else {
        throw WireError(
          .badArgument,
          [WireField("argument", "outcome"), WireField("value", WireError.echo(typed))],
          "RULE ticket granted or RULE ticket refused; without a word it is answered.")
      }
      outcome = known
    }
    let award = try quantity("award", unit: "$k", example: "2m")
    return .rule(
      RulingRequest(
        ticket: try requireWord(0, "a ticket").lowercased(), outcome: outcome,
        chance: try quantity("chance", unit: "bp", example: "60%", in: 1...9999)
          .map { BasisPoints($0) },
        award: award.map { Money($0) },
        to: (request["to"] ?? "").lowercased().split(separator: ",").map(String.init),
        text: try requireText("your ruling")))
  }

  /// A number with its unit given as `name=`.
  private func quantity(
    _ name: String, unit: String, example: String, in range: ClosedRange<Int> = 0...100_000_000
  ) throws(WireError) -> Int? {
    guard let typed = request[name] else { return nil }
    guard let number = UnitText.read(typed, unit: unit), range.contains(number) else {
      throw WireError(
        .badArgument,
        [WireField("argument", name), WireField("value", WireError.echo(typed))],
        "\(name) is written like \(example).")
    }
    return number
  }

  fileprivate func observation() throws(WireError) -> DeskCommand {
    guard let rating = try oneOf("rating", Observation.Rating.self) else {
      throw WireError(
        .badArgument, [WireField("argument", "rating")],
        "rating=P (done well), S (with some trouble), M (with much), U (not done).")
    }
    let event = try number("event", in: 1...Int(Int32.max))
    let session = try session()
    let newest = session.log.count(for: .facilitator, visible: session.visible)
    if let event, event > newest {
      throw WireError(
        .badArgument, [WireField("event", event), WireField("v", newest)],
        "There is no event \(event) yet; the newest is \(newest).")
    }
    return .observe(
      Observation(
        objective: try requireWord(0, "an objective").uppercased(), rating: rating, event: event,
        text: try requireText("what you saw")))
  }

  fileprivate func bot() throws(WireError) -> DeskCommand {
    let state = StateID(try requireWord(0, "a state").lowercased())
    let doctrine = try requireWord(1, "a doctrine or off").lowercased()
    if doctrine == "off" { return .setBot(state, doctrine: nil) }
    guard BotPlayer.doctrines.contains(doctrine) else {
      let near = NearestWord.find(doctrine, among: BotPlayer.doctrines + ["off"])
      throw WireError(
        .noSuch,
        [WireField("what", "doctrine"), WireField("id", WireError.echo(doctrine))]
          + (near.map { [WireField("near", $0)] } ?? []),
        "Doctrines are \(BotPlayer.doctrines.joined(separator: ", ")).")
    }
    return .setBot(state, doctrine: doctrine)
  }
}
