package import EntenteClient
package import EntenteWire

/// What a terminal knows and says, whatever it looks like: it takes news of the connection, learns
/// from them, and gives out paragraphs in the order in which they are to be read.
package struct Transcript: Sendable {
  /// What follows from one piece of news.
  package struct Output: Sendable {
    package var texts: [StyledText] = []
    /// Questions of the terminal's own.
    package var requests: [Question] = []
    /// The event that was just shown.
    package var saw: Int?
    /// The request that was just answered, and the newest event its `OK` names.
    package var answered: (ticket: Int, v: Int?)?
    /// Whether the connection is over, and well.
    package var ended: Bool?
    /// Whether the session was entered just now, and its newest event then.
    package var entered: Int?
  }

  /// A request that nobody typed.
  package struct Question: Hashable, Sendable {
    /// The number under which its reply is told.
    package var ticket: Int
    package var request: RequestLine
  }

  private enum Purpose: Hashable {
    /// Its reply is shown.
    case shown
    /// Its reply is learnt from only; `topic` is the word behind HELP.
    case silent(topic: String?)
  }

  /// Where the person is, for the prompt.
  package private(set) var place = Place()
  /// The words that Tab completes.
  package private(set) var vocabulary = Vocabulary()
  /// The revisions that a SIGN may mean.
  package private(set) var shown = ShownRevisions()
  /// The newest event that was shown.
  package private(set) var lastEvent = 0
  private let address: String
  /// Whether words for completion are asked for.
  private let learnsWords: Bool
  private var purposes: [Int: Purpose] = [:]
  private var nextTicket = 0
  /// The turn whose report is being printed.
  private var reportTurn: Int?
  private var hasGreeted = false

  /// `address` is what the person typed to get here.
  package init(address: String, learnsWords: Bool) {
    self.address = address
    self.learnsWords = learnsWords
  }

  /// The number for a request whose reply is to be shown.
  package mutating func ticket() -> Int { ticket(.shown) }

  /// A question whose reply nobody sees.
  package mutating func silently(_ request: RequestLine) -> Question {
    let topic = request.verb == "HELP" ? request.words.first : nil
    return Question(ticket: ticket(.silent(topic: topic)), request: request)
  }

  private mutating func ticket(_ purpose: Purpose) -> Int {
    defer { nextTicket += 1 }
    purposes[nextTicket] = purpose
    return nextTicket
  }

  /// Takes a piece of news. `now` is our clock in milliseconds since 1970.
  package mutating func take(_ news: ClientNews, at now: Int) -> Output {
    var output = Output()
    switch news {
    case .greeted(let line): greet(line, &output)
    case .state(let state): take(state, at: now, &output)
    case .event(let line): take(event: line, at: now, &output)
    case .reply(let ticket, let reply): take(reply, to: ticket, at: now, &output)
    case .recovered(let request, let reply):
      reportTurn = nil
      output.texts.append(
        StyledText("You had sent \"\(Wording.request(request))\" before. The answer:"))
      output.texts += Wording.reply(reply)
      learn(reply, topic: nil, isShown: true, at: now)
    case .notice(let line):
      reportTurn = nil
      output.texts.append(Wording.line(line))
    case .trusted(let fingerprint):
      output.texts.append(
        StyledText(
          "First time here. Is this the fingerprint that was read aloud, or stands on your sheet? "
            + "\(fingerprint.beginning)", .warning))
    case .storageFailed(let error): output.texts.append(StyledText(error.sentence, .warning))
    }
    return output
  }

  private mutating func greet(_ line: ServerLine, _ output: inout Output) {
    if hasGreeted { return }
    hasGreeted = true
    let version = line["server"].map { " (entente \($0))" } ?? ""
    output.texts.append(StyledText("Connected to \(address)\(version).", .faint))
  }

  private mutating func take(_ state: ConnectionState, at now: Int, _ output: inout Output) {
    reportTurn = nil
    switch state {
    case .entered(let line, let missed):
      place.learn(line, at: now)
      output.texts.append(StyledText(Wording.welcome(line), .strong, hanging: 2))
      if missed > 0, line["token"] == nil {
        output.texts.append(StyledText("While you were away: \(Wording.events(missed)).", .strong))
      }
      output.entered = line["v"]?.int ?? 0
      output.requests = questions(inSession: line["session"] != nil, at: line)
    case .reconnecting(let attempt):
      place.isOffline = true
      guard attempt == 1 else { return }
      output.texts.append(
        StyledText(
          "The server does not answer. I keep trying; what you type now is sent as soon as it is "
            + "back.", .warning))
    case .resumed(let missed):
      place.isOffline = false
      let events = missed > 0 ? " You missed \(Wording.events(missed)):" : " You missed nothing."
      output.texts.append(StyledText("The server is back.\(events)", .strong))
      if place.seat != nil { output.requests.append(silently(RequestLine("STATUS"))) }
    case .ended(let error):
      if let error { output.texts.append(StyledText(error.sentence, .error, hanging: 2)) }
      let open = purposes.values.count { $0 == .shown }
      if open > 0, place.isOffline {
        let lines = open == 1 ? "One line" : "\(open) lines"
        output.texts.append(StyledText("\(lines) of yours had no answer yet.", .warning))
      }
      output.ended = error == nil
    }
  }

  private mutating func questions(inSession: Bool, at line: ServerLine) -> [Question] {
    guard inSession else {
      guard line["role"] != nil else { return [] }
      return [Question(ticket: ticket(), request: RequestLine("LIST"))]
    }
    return [Question(ticket: ticket(), request: RequestLine("STATUS"))] + wordQuestions()
  }

  private mutating func wordQuestions() -> [Question] {
    guard learnsWords else { return [] }
    var questions: [Question] = []
    for request in Vocabulary.questions { questions.append(silently(request)) }
    return questions
  }

  private mutating func take(event line: ServerLine, at now: Int, _ output: inout Output) {
    guard case .event(let v, let kind) = line.kind else { return }
    place.learn(line, at: now)
    vocabulary.learn(line)
    shown.note(line)
    lastEvent = v
    output.saw = v
    guard kind == "turn.resolved" else {
      reportTurn = nil
      let left = place.left(in: line, at: now)
      return output.texts.append(Wording.event(line, left: left))
    }
    let turn = line["turn"]?.int ?? -1
    if turn != reportTurn {
      reportTurn = turn
      output.texts.append(Wording.report(turn: line["turn"]?.int))
    }
    output.texts.append(Wording.reportLine(line))
  }

  private mutating func take(
    _ reply: Reply, to ticket: Int, at now: Int, _ output: inout Output
  ) {
    let purpose = purposes.removeValue(forKey: ticket) ?? .shown
    output.answered = (ticket, reply.v)
    switch purpose {
    case .silent(let topic): learn(reply, topic: topic, isShown: false, at: now)
    case .shown:
      reportTurn = nil
      output.texts = Wording.reply(reply)
      learn(reply, topic: nil, isShown: true, at: now)
      guard case .ok(let verb) = reply.end.kind, verb == "JOIN" || verb == "CREATE" else { return }
      lastEvent = 0
      output.requests.append(silently(RequestLine("STATUS")))
      output.requests += wordQuestions()
    }
  }

  private mutating func learn(_ reply: Reply, topic: String?, isShown: Bool, at now: Int) {
    for line in reply.lines + [reply.end] {
      place.learn(line, at: now)
      // A typed HELP may be about anything; only what was asked silently is known.
      if isShown, case .data(verb: "HELP") = line.kind { continue }
      vocabulary.learn(line, topic: topic)
      if isShown { shown.note(line) }
    }
  }
}
