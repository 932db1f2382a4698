import EntenteClient
import EntenteTerminal
import EntenteWire
import Testing

@Suite("PlainConsole") struct PlainConsoleTests {
  private struct Desk {
    var console: PlainConsole
    var output = ""
    var actions: [ConsoleAction] = []
    var now = 0

    init(isTerminal: Bool = false, code: String? = "C") {
      console = PlainConsole(
        transcript: Transcript(address: "host:1", learnsWords: false),
        typesetter: Typesetter(columns: 100, hasColour: false, hasRules: false),
        welcome: Welcome(code: code, name: "Ana", token: nil, session: nil, saved: []),
        isTerminal: isTerminal)
      perform(console.start(at: now))
    }

    mutating func perform(_ actions: [ConsoleAction]) {
      for action in actions {
        if case .write(let text) = action { output += text } else { self.actions.append(action) }
      }
    }

    mutating func take(_ input: ConsoleInput) { perform(console.take(input, at: now)) }

    mutating func type(_ text: String) { take(.bytes(Array(text.utf8))) }

    mutating func enter() {
      let line = ServerLine(
        .ok(verb: "JOIN"),
        [WireField("session", "ex-1"), WireField("seat", "cael.head"), WireField("v", 0)])
      take(.news(.state(.entered(line, missed: 0))))
      answer(nil, "Turn 1 of 4.")
    }

    /// Answers the last request.
    mutating func answer(_ v: Int?, _ text: String?, verb: String = "STATUS") {
      guard case .submit(let ticket, _, _)? = submitted.last else { return }
      let line = ServerLine(
        .ok(verb: verb), v.map { [WireField("v", $0)] } ?? [], text: text)
      take(.news(.reply(ticket: ticket, Reply(end: line))))
    }

    mutating func tell(_ v: Int, _ text: String, kind: String = "message.sent", deal: String? = nil)
    {
      let fields = deal.map { [WireField("deal", $0), WireField("rev", 1)] } ?? []
      take(.news(.event(ServerLine(.event(v: v, kind: kind), fields, text: text))))
    }

    var submitted: [ConsoleAction] {
      actions.filter { if case .submit = $0 { true } else { false } }
    }

    var verbs: [String] {
      submitted.compactMap { if case .submit(_, let request, _) = $0 { request.verb } else { nil } }
    }
  }

  @Test("the next line waits for the reply and for the events that the line before caused")
  func oneAtATime() {
    var desk = Desk()
    desk.type("ready\nwho\nstatus\n")
    #expect(desk.verbs == [])
    desk.enter()
    #expect(desk.verbs == ["STATUS", "READY"])
    desk.answer(2, "Noted.", verb: "READY")
    desk.tell(1, "cael is ready")
    #expect(desk.verbs == ["STATUS", "READY"])
    desk.tell(2, "Orders begin")
    #expect(desk.verbs == ["STATUS", "READY", "WHO"])
    desk.answer(nil, "4 states.", verb: "WHO")
    #expect(desk.verbs == ["STATUS", "READY", "WHO", "STATUS"])
    #expect(
      desk.output.split(separator: "\n") == [
        "You sit in cael.head in session ex-1.", "Turn 1 of 4.", "> ready", "Noted.",
        "* cael is ready", "* Orders begin", "> who", "4 states.",
      ])
  }

  @Test("an event that does not come holds a script up for two seconds and no longer")
  func patience() {
    var desk = Desk()
    desk.enter()
    desk.type("ready\nwho\n")
    desk.answer(5, "Noted.", verb: "READY")
    #expect(desk.actions.last == .wake(milliseconds: 2000))
    desk.now = 1999
    desk.take(.woke)
    #expect(desk.verbs.last == "READY")
    desk.now = 2000
    desk.take(.woke)
    #expect(desk.verbs.last == "WHO")
  }

  @Test("before a SIGN everything that is on its way is awaited, so that it signs what was shown")
  func settles() {
    var desk = Desk()
    desk.enter()
    desk.type("ready\nsign D-7Q4K\n")
    desk.answer(1, "Noted.", verb: "READY")
    desk.tell(1, "cael is ready")
    #expect(desk.verbs.last == "PING")
    desk.tell(2, "borea offers a deal", kind: "offer.tabled", deal: "D-7Q4K")
    desk.answer(nil, nil, verb: "PING")
    guard case .submit(_, let request, _)? = desk.submitted.last else {
      Issue.record("nothing was sent")
      return
    }
    #expect(request.verb == "SIGN")
    #expect(request.tags.rev == 1)
    #expect(
      desk.output.hasSuffix(
        "> sign D-7Q4K\nSigning revision 1 of D-7Q4K, the newest you have been shown.\n"))
  }

  @Test("at the end of the input it says goodbye and returns 0")
  func end() {
    var desk = Desk()
    desk.enter()
    desk.type("who")
    desk.take(.inputEnded)
    #expect(desk.verbs.last == "WHO")
    #expect(!desk.actions.contains(.leave))
    desk.answer(nil, "4 states.", verb: "WHO")
    #expect(desk.actions.last == .leave)
    desk.take(.news(.state(.ended(nil))))
    #expect(desk.actions.last == .finish(0))
  }

  @Test("a connection that cannot be made ends with its sentence and status 1")
  func unreachable() {
    var desk = Desk()
    desk.take(.news(.state(.ended(ClientError(.unreachable, "Nobody answers at host:1.")))))
    #expect(desk.output == "Nobody answers at host:1.\n")
    #expect(desk.actions.last == .finish(1))
  }

  @Test("a mistake in a line is told, and the script goes on")
  func mistakes() {
    var desk = Desk()
    desk.enter()
    desk.type("@kye=1 ready\nwho\n")
    #expect(desk.output.contains("> @kye=1 ready\n"))
    #expect(desk.output.contains("(403 UNKNOWN_TAG)"))
    #expect(desk.verbs.last == "WHO")
  }

  @Test("a text without its end is not sent")
  func openBody() {
    var desk = Desk()
    desk.enter()
    desk.type("say all <<\nhello\n")
    desk.take(.inputEnded)
    #expect(desk.verbs == ["STATUS"])
    #expect(desk.output.contains("The last text was not sent"))
    #expect(desk.actions.last == .leave)
  }

  @Test("a text of several lines is sent whole")
  func body() {
    var desk = Desk()
    desk.enter()
    desk.type("say all <<\r\nhello\r\n\r\nworld\r\n.\r\n")
    guard case .submit(_, _, let body)? = desk.submitted.last else {
      Issue.record("nothing was sent")
      return
    }
    #expect(body == "hello\n\nworld")
  }

  @Test("there is not one control character in the output but line feeds")
  func plain() {
    var desk = Desk()
    desk.enter()
    desk.tell(1, "a\u{1B}[31mb\u{9B}c")
    #expect(
      !desk.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x9B })
  }

  @Test("without a code, a pipe is told how to give one")
  func noCode() {
    var desk = Desk(code: nil)
    desk.take(.inputEnded)
    #expect(desk.output == "Give a join code: entente join HOST CODE.\n")
    #expect(desk.actions.last == .finish(2))
  }

  @Test("a person at a terminal gets a prompt, and events begin on a line of their own")
  func prompt() {
    var desk = Desk(isTerminal: true)
    desk.enter()
    #expect(desk.output.hasSuffix("Turn 1 of 4.\ncael > "))
    desk.tell(1, "dorn to all: hello")
    #expect(desk.output.hasSuffix("cael > \n* dorn to all: hello\ncael > "))
    desk.type("who\n")
    desk.answer(nil, "4 states.", verb: "WHO")
    #expect(desk.output.hasSuffix("cael > 4 states.\ncael > "), "the terminal showed the line")
  }

  @Test("a report on a turn has a heading that can be read aloud")
  func report() {
    var desk = Desk()
    desk.enter()
    let line = ServerLine(
      .event(v: 1, kind: "turn.resolved"), [WireField("turn", 1)], text: "Your gap fell to 41.20.")
    desk.take(.news(.event(line)))
    #expect(
      desk.output.hasSuffix("Turn 1 is resolved: what changed\n  Your gap fell to 41.20.\n"))
  }
}
