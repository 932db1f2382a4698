import EntenteModel
import EntenteSession
import EntenteWire

// Beside the play: questions, predictions, journals, conferences, the survey.
extension VerbTable {
  static let desk: [Verb] = [
    deskVerb(
      "CONFERENCE",
      "CONFERENCE with=STATE,… [minutes=N] | CONFERENCE id invite=STATE,… | CONFERENCE id close",
      "A closed conversation of some states; SAY id speaks in it.",
      ["CONFERENCE with=borea,cael minutes=5", "CONFERENCE c-7q4k close"], group: .press
    ) { call throws(WireError) in try call.conference() },
    deskVerb(
      "PREDICT", "PREDICT figure value",
      "What a figure will be at the end of the turn; two a turn, the last counts.",
      ["PREDICT gap 46.5", "PREDICT groups 1"]
    ) { call throws(WireError) in
      .predict(
        figure: try call.requireWord(0, "a figure"), value: try call.requireWord(1, "a value"))
    },
    deskVerb(
      "JOURNAL", "JOURNAL :text | <<", "A page of your team's journal: why you did what you did.",
      ["JOURNAL :We bought time, not strength."]
    ) { call throws(WireError) in .journal(text: try call.requireText("your page")) },
    deskVerb(
      "ASK", "ASK [kind=help|info|dispute|action] [deal=D-…] :text",
      "Opens a ticket with the facilitator.",
      ["ASK :How do I read my gap?", "ASK kind=action :We offer to mediate, because …"],
      group: .help
    ) { call throws(WireError) in
      let kind = try call.oneOf("kind", Ticket.Kind.self) ?? .help
      return .ask(
        kind: kind, deal: call.request["deal"].map { DealID($0.uppercased()) },
        text: try call.requireText("your question"))
    },
    page(
      "TICKETS", "TICKETS", "Your team's tickets and what was answered.", ["TICKETS"], group: .help
    ) { host, _, sight, seat throws(WireError) in
      sight.state.ticketsPage(for: seat, at: host.environment.now())
    },
    Verb(
      name: "SURVEY", group: .help, access: .joined, isJournalled: true, isReading: false,
      usage: "SURVEY | SURVEY number :answer", summary: "The questions after the class.",
      examples: ["SURVEY", "SURVEY 1 :The licence came too late."]
    ) { host, call throws(WireError) in
      let session = try call.session()
      guard let question = try call.number("question", word: 0, in: 1...Int(Int32.max)) else {
        return call.answer(session.state.surveyPage(for: call.connection.actor), from: host)
      }
      try host.deskCommand(
        .answerSurvey(question: question, text: try call.requireText("your answer")), call)
    },
  ]

  /// A verb that makes a command of the desk.
  static func deskVerb(
    _ name: String, _ usage: String, _ summary: String, _ examples: [String],
    group: Verb.Group = .orders, access: Verb.Access = .joined,
    make: @escaping @Sendable (Call) throws(WireError) -> DeskCommand
  ) -> Verb {
    Verb(
      name: name, group: group, access: access, isJournalled: true, isReading: false,
      usage: usage, summary: summary, examples: examples
    ) { host, call throws(WireError) in
      try host.deskCommand(try make(call), call)
    }
  }
}

extension Call {
  /// The states named behind `name=`, each once, ascending.
  func states(_ name: String) -> [StateID] {
    Set((request[name] ?? "").lowercased().split(separator: ",").map { StateID(String($0)) })
      .sorted()
  }

  /// A word out of a list given as `name=`; nil where it was not given.
  func oneOf<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Choice.Type
  ) throws(WireError) -> Choice? where Choice.RawValue == String {
    guard let typed = request[name] else { return nil }
    if let choice = Choice(rawValue: typed.lowercased()) ?? Choice(rawValue: typed.uppercased()) {
      return choice
    }
    let words = Choice.allCases.map(\.rawValue)
    throw WireError(
      .badArgument,
      [WireField("argument", name), WireField("value", WireError.echo(typed))],
      "\(name) is one of \(words.joined(separator: ", ")), not \"\(WireError.echo(typed))\".")
  }

  fileprivate func conference() throws(WireError) -> DeskCommand {
    guard let id = word(0)?.lowercased() else {
      let minutes = try number("minutes", in: 1...SessionState.conferenceMinutesMax)
      return .confer(with: states("with"), minutes: minutes)
    }
    if request["invite"] != nil { return .invite(conference: id, states: states("invite")) }
    guard word(1)?.lowercased() == "close" else {
      throw WireError(
        .badArgument, [WireField("argument", "conference")],
        "CONFERENCE \(id) close, or CONFERENCE \(id) invite=STATE; HELP CONFERENCE shows all.")
    }
    return .closeConference(id)
  }
}
