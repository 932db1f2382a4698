import EntenteClient
import EntenteTerminal
import EntenteWire

/// A console, its screen, and what it wants done beside writing.
struct EditingDesk {
  var console: EditingConsole
  var screen = ScreenModel()
  var actions: [ConsoleAction] = []
  var now = 1_795_270_800_000 - 432_000

  init(columns: Int = 60, welcome: Welcome? = nil, history: [String] = []) {
    console = EditingConsole(
      transcript: Transcript(address: "host:1", learnsWords: true),
      typesetter: Typesetter(columns: columns, hasColour: true, hasRules: true),
      welcome: welcome
        ?? Welcome(code: "C", name: "Ana", token: nil, session: nil, saved: []),
      history: LineHistory(history))
    perform(console.start(at: now))
  }

  mutating func perform(_ actions: [ConsoleAction]) {
    for action in actions {
      if case .write(let text) = action {
        screen.write(text)
      } else {
        self.actions.append(action)
      }
    }
  }

  mutating func take(_ input: ConsoleInput) { perform(console.take(input, at: now)) }

  mutating func type(_ text: String) { take(.bytes(Array(text.utf8))) }

  mutating func tell(_ line: ServerLine) { take(.news(.event(line))) }

  /// Enters a session as cael.
  mutating func enter() {
    take(.news(.greeted(Greeting.line(server: "0.1.0", tls: false))))
    let line = ServerLine(
      .ok(verb: "JOIN"),
      [
        WireField("session", "ex-1"), WireField("seat", "cael.head"), WireField("token", "T"),
        WireField("v", 0),
      ])
    take(.news(.state(.entered(line, missed: 0))))
  }

  /// Answers the last request with this verb.
  mutating func answer(
    _ verb: String, _ fields: [WireField] = [], _ text: String? = nil, lines: [ServerLine] = []
  ) {
    for case .submit(let ticket, let request, _) in actions.reversed()
    where request.verb == verb {
      let end = ServerLine(.ok(verb: verb), fields, text: text)
      return take(.news(.reply(ticket: ticket, Reply(lines: lines, end: end))))
    }
  }

  var typed: [RequestLine] {
    actions.compactMap { if case .submit(_, let request, _) = $0 { request } else { nil } }
  }

  var status: Int32? {
    actions.compactMap { if case .finish(let status) = $0 { status } else { nil } }.first
  }
}
