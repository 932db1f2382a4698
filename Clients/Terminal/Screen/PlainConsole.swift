import EntenteClient
import EntenteWire

/// The console of pipes and of screen readers: lines in, lines out. One request at a time; the next
/// line is read when the reply and the events it caused are there, so that a script of lines gives
/// the same game each time.
package struct PlainConsole: Console {
  /// Milliseconds that events are waited for; a server that is too busy must not stop a script.
  private static let eventMilliseconds = 2000

  private enum Waiting: Hashable {
    case nothing
    /// For the session, and what is told at its beginning.
    case entry
    case reply(ticket: Int)
    /// For the event of this number, until the time in milliseconds.
    case event(Int, until: Int)
    /// For the reply to a question that shows that everything before it has arrived.
    case settling(ticket: Int)
    case end
  }

  private var transcript: Transcript
  private let typesetter: Typesetter
  private var welcome: Welcome
  /// Whether a person types into a terminal, which shows the line by itself.
  private let isTerminal: Bool
  private var unread: [UInt8] = []
  private var queue: [String] = []
  private var lines = TypedLines()
  private var waiting = Waiting.entry
  private var actions: [ConsoleAction] = []
  private var hasBegun = false
  private var hasEnded = false
  /// Whether something was changed since it was last made sure that all its events are here.
  private var isUnsettled = false
  private var isPrompting = false
  /// Lines that were sent and not yet repeated in the output.
  private var echo: [String] = []

  /// A console that reads from a terminal or, without `isTerminal`, from a pipe.
  package init(
    transcript: Transcript, typesetter: Typesetter, welcome: Welcome, isTerminal: Bool
  ) {
    self.transcript = transcript
    self.typesetter = typesetter
    self.welcome = welcome
    self.isTerminal = isTerminal
  }

  package mutating func start(at now: Int) -> [ConsoleAction] {
    begin()
    return finishTurn(at: now)
  }

  package mutating func take(_ input: ConsoleInput, at now: Int) -> [ConsoleAction] {
    switch input {
    case .bytes(let bytes):
      if bytes.contains(0x0A) { isPrompting = false }
      read(bytes)
    case .inputEnded:
      if !unread.isEmpty { read([0x0A]) }
      hasEnded = true
      if !hasBegun {
        show(StyledText("Give a join code: entente join HOST CODE.", .error))
        actions.append(.finish(2))
      }
    case .stopped:
      hasEnded = true
      queue = []
      leave()
    case .news(let news): take(news, at: now)
    case .woke:
      if case .event(_, let until) = waiting, now >= until { waiting = .nothing }
    case .resized: break
    }
    return finishTurn(at: now)
  }

  private mutating func begin() {
    guard !hasBegun, let identity = welcome.identity else { return }
    hasBegun = true
    actions.append(.begin(identity))
  }

  private mutating func leave() {
    guard waiting != .end else { return }
    waiting = .end
    actions.append(hasBegun ? .leave : .finish(0))
  }

  private mutating func read(_ bytes: [UInt8]) {
    for byte in bytes {
      guard byte == 0x0A else {
        unread.append(byte)
        continue
      }
      if unread.last == 0x0D { unread.removeLast() }
      queue.append(String(decoding: unread, as: UTF8.self))
      unread = []
    }
  }

  private mutating func show(_ text: StyledText) {
    // A person's half-typed line stands in the way: begin below it.
    if isPrompting { actions.append(.write("\n")) }
    isPrompting = false
    for line in typesetter.lines(text) { actions.append(.write(line + "\n")) }
  }

  private mutating func repeatLines() {
    for line in echo { show(StyledText("> " + line)) }
    echo = []
  }

  // MARK: News

  private mutating func take(_ news: ClientNews, at now: Int) {
    let output = transcript.take(news, at: now)
    if let answered = output.answered, waiting == .reply(ticket: answered.ticket) { repeatLines() }
    for text in output.texts { show(text) }
    for question in output.requests {
      actions.append(.submit(ticket: question.ticket, question.request, body: nil))
      if waiting == .entry { waiting = .reply(ticket: question.ticket) }
    }
    if let v = output.saw { actions.append(.saw(v)) }
    if output.entered != nil, waiting == .entry { waiting = .nothing }
    if let answered = output.answered { take(answered.ticket, answered.v, at: now) }
    if case .event(let v, _) = waiting, transcript.lastEvent >= v { waiting = .nothing }
    guard let isWell = output.ended else { return }
    waiting = .end
    actions.append(.finish(isWell ? 0 : 1))
  }

  private mutating func take(_ ticket: Int, _ v: Int?, at now: Int) {
    switch waiting {
    case .reply(ticket):
      guard let v else {
        waiting = .nothing
        return
      }
      isUnsettled = true
      waiting = .event(v, until: now + Self.eventMilliseconds)
    case .settling(ticket):
      isUnsettled = false
      waiting = .nothing
    default: break
    }
  }

  // MARK: Lines

  /// Goes on as far as nothing has to be waited for.
  private mutating func advance(at now: Int) {
    while !hasBegun, !queue.isEmpty {
      welcome.answer(queue.removeFirst())
      begin()
    }
    while waiting == .nothing {
      let needsAll = queue.first.map(TypedLines.needsRevision) ?? hasEnded
      if needsAll, isUnsettled {
        let question = transcript.silently(RequestLine("PING"))
        waiting = .settling(ticket: question.ticket)
        actions.append(.submit(ticket: question.ticket, question.request, body: nil))
      } else if !queue.isEmpty {
        send(queue.removeFirst())
      } else {
        if hasEnded { end() }
        return
      }
    }
  }

  private mutating func send(_ line: String) {
    if !isTerminal, !line.isEmpty { echo.append(line) }
    switch lines.take(line, shown: transcript.shown) {
    case .nothing: break
    case .refused(let error):
      repeatLines()
      show(Wording.line(ServerLine(error)))
    case .request(let request, let body, let note):
      if let note {
        repeatLines()
        show(StyledText(note))
      }
      let ticket = transcript.ticket()
      waiting = .reply(ticket: ticket)
      actions.append(.submit(ticket: ticket, request, body: body))
    }
  }

  private mutating func end() {
    if lines.isInBody {
      repeatLines()
      show(
        StyledText(
          "The last text was not sent: it did not end with a line that holds a single point.",
          .warning))
      lines.giveUp()
    }
    leave()
  }

  private mutating func finishTurn(at now: Int) -> [ConsoleAction] {
    advance(at: now)
    if isTerminal, !isPrompting, let prompt = prompt(at: now) {
      actions.append(.write(typesetter.inline(prompt, .plain)))
      isPrompting = true
    }
    if case .event(_, let until) = waiting {
      actions.append(.wake(milliseconds: max(0, until - now)))
    }
    defer { actions = [] }
    return actions
  }

  private func prompt(at now: Int) -> String? {
    if !hasBegun { return welcome.question?.prompt }
    guard waiting == .nothing else { return nil }
    return lines.isInBody ? "> " : transcript.place.prompt(at: now, hasClock: false)
  }
}
