import EntenteClient
import EntenteTerminal
import EntenteWire
import Testing

@Suite("EditingConsole") struct EditingConsoleTests {
  private static func event(_ v: Int, _ kind: String, _ fields: [WireField], _ text: String)
    -> ServerLine
  {
    ServerLine(.event(v: v, kind: kind), fields, text: text)
  }

  @Test("it connects, says where it is, and asks for the status and the words of the game")
  func entering() {
    var desk = EditingDesk()
    #expect(desk.actions == [.begin(.code("C", name: "Ana"))])
    desk.enter()
    #expect(desk.screen.text[0] == "Connected to host:1 (entente 0.1.0).")
    #expect(desk.screen.text[1] == "You sit in cael.head in session ex-1. From now on this")
    #expect(
      desk.typed.map(\.verb) == ["STATUS", "HELP", "WHO", "PROGRAMMES", "DEALS", "HELP", "HELP"])
    desk.answer("WHO", lines: [ServerLine(.data(verb: "WHO"), text: "not to be seen")])
    #expect(!desk.screen.text.joined().contains("not to be seen"))
    desk.answer("STATUS", [WireField("turn", 1), WireField("phase", "negotiate")], "Turn 1 of 4.")
    #expect(desk.screen.text.dropLast().last == "Turn 1 of 4.")
    #expect(desk.screen.line == "cael T1 negotiate > ")
  }

  @Test("an event is printed above the line that is being typed, which stays as it was")
  func aboveTheLine() {
    var desk = EditingDesk()
    desk.enter()
    desk.type("propose aster : exer\u{1B}[D\u{1B}[D")
    let (line, column) = (desk.screen.line, desk.screen.column)
    let text = "borea offers a deal to cael: exercise intensity=2; acsa; dialogue. PREVIEW D-7Q4K"
    desk.tell(Self.event(1, "offer.tabled", [], text))
    #expect(desk.screen.line == line)
    #expect(desk.screen.line == "cael > propose aster : exer")
    #expect(desk.screen.column == column)
    #expect(
      desk.screen.text.suffix(3).dropLast() == [
        "* borea offers a deal to cael: exercise intensity=2; acsa;", "  dialogue. PREVIEW D-7Q4K",
      ])
    #expect(desk.actions.last == .saw(1))
    desk.type("c\r")
    #expect(desk.typed.last?.verb == "PROPOSE")
    #expect(desk.typed.last?.payload == .text("excer"))
  }

  @Test("the terminal is steered by the client alone, whatever the server says")
  func hostile() {
    var desk = EditingDesk()
    desk.enter()
    desk.type("abc")
    desk.tell(
      Self.event(1, "message.sent", [], "\u{1B}[2J\u{1B}]0;owned\u{07}\u{9B}31m\r\nfake > \u{202E}")
    )
    #expect(desk.screen.unknown == [])
    #expect(desk.screen.bells == 0)
    #expect(desk.screen.text.contains { $0.contains("\\u001b[2J") })
    #expect(desk.screen.line == "cael > abc")
  }

  @Test("a line that is longer than the window scrolls in its row")
  func longLine() {
    var desk = EditingDesk(columns: 30)
    desk.enter()
    let rows = desk.screen.rows.count
    desk.type("say all :" + (1...30).map(String.init).joined(separator: " "))
    #expect(desk.screen.rows.count == rows)
    #expect(DisplayWidth.of(desk.screen.line) <= 30)
    #expect(desk.screen.line.hasPrefix("cael > "))
    #expect(desk.screen.line.contains("29 30"))
    desk.type("\u{01}")
    #expect(desk.screen.line.hasPrefix("cael > say all :1"))
    #expect(desk.screen.column == 7)
    desk.take(.resized(columns: 80))
    #expect(DisplayWidth.of(desk.screen.line) > 30)
  }

  @Test("wide characters keep the cursor in its place")
  func wide() {
    var desk = EditingDesk()
    desk.enter()
    desk.type("say all :漢字\u{1B}[D")
    #expect(desk.screen.line == "cael > say all :漢字")
    #expect(desk.screen.column == 7 + 9 + 2)
  }

  @Test("the clock in the prompt runs without disturbing the line")
  func clock() {
    var desk = EditingDesk()
    desk.enter()
    desk.type("half a li")
    desk.tell(
      Self.event(
        1, "phase.started",
        [WireField("phase", "negotiate"), WireField("deadline", "2026-11-21T14:20:00Z")],
        "Negotiate, 8 minutes"))
    #expect(desk.screen.text.suffix(2).first == "* Negotiate, 8 minutes (07:12 left)")
    #expect(desk.screen.line == "cael negotiate 07:12 > half a li")
    #expect(desk.actions.last == .wake(milliseconds: 1000))
    let rows = desk.screen.rows.count
    desk.now += 1000
    desk.take(.woke)
    #expect(desk.screen.line == "cael negotiate 07:11 > half a li")
    #expect(desk.screen.rows.count == rows)
  }

  @Test("Tab completes what the server taught")
  func tab() {
    var desk = EditingDesk()
    desk.enter()
    let help = ["SIGN", "SHOW"].map {
      ServerLine(.data(verb: "HELP"), [WireField("verb", $0)], text: $0)
    }
    // The first HELP is the list of verbs.
    for case .submit(let ticket, let request, _) in desk.actions
    where request.verb == "HELP" && request.words.isEmpty {
      desk.take(
        .news(.reply(ticket: ticket, Reply(lines: help, end: ServerLine(.ok(verb: "HELP"))))))
    }
    desk.tell(
      Self.event(
        1, "offer.tabled", [WireField("deal", "D-7Q4K"), WireField("rev", 2)], "An offer"))
    desk.type("s\t")
    #expect(desk.screen.text.suffix(2).first == "show  sign")
    desk.type("i\td\t")
    #expect(desk.screen.line == "cael > sign D-7Q4K ")
    desk.type("\r")
    #expect(desk.typed.last?.tags.rev == 2)
    #expect(
      desk.screen.text.suffix(3).first
        == "Signing revision 2 of D-7Q4K, the newest you have been")
  }

  @Test("a text of several lines has a prompt of its own, and a paste goes into it line by line")
  func body() {
    var desk = EditingDesk()
    desk.enter()
    desk.type("say all <<\r")
    #expect(desk.screen.line == "> ")
    desk.type("first\r\u{1B}[200~second\rstatus\rthird\u{1B}[201~\r.\r")
    guard case .submit(_, let request, let body)? = desk.actions.last else {
      Issue.record("nothing was sent")
      return
    }
    #expect(request.verb == "SAY")
    #expect(body == "first\nsecond\nstatus\nthird")
    #expect(desk.screen.line == "cael > ")
  }

  @Test("a paste never presses Enter on a command")
  func paste() {
    var desk = EditingDesk()
    desk.enter()
    let before = desk.typed.count
    desk.type("\u{1B}[200~ready\rclose\r\u{1B}[201~")
    #expect(desk.typed.count == before)
    #expect(desk.screen.line == "cael > ready close ")
  }

  @Test("Ctrl-C clears the line, and leaves when it is pressed twice on an empty one")
  func interrupt() {
    var desk = EditingDesk()
    desk.enter()
    desk.type("something\u{03}")
    #expect(desk.screen.line == "cael > ")
    #expect(!desk.actions.contains(.leave))
    desk.type("\u{03}")
    #expect(desk.actions.contains(.leave))
    desk.take(.news(.state(.ended(nil))))
    #expect(desk.status == 0)
    #expect(desk.screen.text.suffix(2).first == "Until next time.")
  }

  @Test("a first Ctrl-C on an empty line only tells how to leave")
  func interruptOnce() {
    var desk = EditingDesk()
    desk.enter()
    desk.type("\u{03}")
    #expect(desk.screen.text.suffix(2).first == "Press Ctrl-C again to leave, or Ctrl-D.")
    desk.type("x\u{7F}\u{03}")
    #expect(!desk.actions.contains(.leave))
    desk.type("\u{04}")
    #expect(desk.actions.contains(.leave))
  }

  @Test("a server that goes away is told once, and what was missed is printed when it is back")
  func away() {
    var desk = EditingDesk()
    desk.enter()
    desk.type("draft")
    for attempt in 1...4 { desk.take(.news(.state(.reconnecting(attempt: attempt)))) }
    #expect(desk.screen.text.filter { $0.contains("does not answer") }.count == 1)
    #expect(desk.screen.line == "cael (offline) > draft")
    desk.take(.news(.state(.resumed(missed: 1))))
    desk.tell(Self.event(4, "message.sent", [], "dorn to all: hello"))
    #expect(
      desk.screen.text.suffix(3).dropLast() == [
        "The server is back. You missed 1 event:", "* dorn to all: hello",
      ])
    #expect(desk.screen.line == "cael > draft")
  }

  @Test("who leaves while the server is away is told what had no answer")
  func leavingOffline() {
    var desk = EditingDesk()
    desk.enter()
    desk.answer("STATUS")
    desk.take(.news(.state(.reconnecting(attempt: 1))))
    desk.type("ready\r\u{04}")
    desk.take(.news(.state(.ended(nil))))
    #expect(desk.screen.text.contains("One line of yours had no answer yet."))
    #expect(desk.status == 0)
  }

  @Test("the report on a turn is a block with a heading")
  func report() {
    var desk = EditingDesk()
    desk.enter()
    for part in 1...2 {
      desk.tell(
        Self.event(
          part, "turn.resolved",
          [WireField("turn", 1), WireField("part", part), WireField("of", 2)], "figure \(part)"))
    }
    desk.tell(Self.event(3, "turn.started", [WireField("turn", 2)], "Turn 2 of 4"))
    let block = desk.screen.text.suffix(5)
    #expect(block.first?.hasPrefix("── Turn 1 is resolved: what changed ──") == true)
    #expect(block.dropFirst().prefix(3) == ["  figure 1", "  figure 2", "* Turn 2 of 4"])
  }

  @Test("what is missing is asked before anything is sent")
  func asking() {
    var desk = EditingDesk(
      welcome: Welcome(code: nil, name: nil, token: nil, session: nil, saved: []))
    #expect(desk.screen.line == "Join code: ")
    desk.type("7QK4-M2XD\r")
    #expect(desk.screen.line == "Your name: ")
    #expect(desk.actions == [])
    desk.type("Ana\r")
    #expect(desk.actions == [.begin(.code("7QK4-M2XD", name: "Ana"))])
  }

  @Test("a connection that cannot be made ends with its sentence and status 1")
  func unreachable() {
    var desk = EditingDesk()
    desk.take(.news(.state(.ended(ClientError(.unreachable, "Nobody answers at host:1.")))))
    #expect(desk.screen.text.contains("Nobody answers at host:1."))
    #expect(desk.status == 1)
  }

  @Test("lines that were sent are kept for the history file, secrets are not")
  func history() {
    var desk = EditingDesk(history: ["who"])
    desk.enter()
    desk.type("status\rauth token=x\r\u{1B}[A\u{1B}[A")
    #expect(
      desk.actions.filter { if case .remember = $0 { true } else { false } } == [
        .remember("status")
      ])
    #expect(desk.screen.line == "cael > who")
  }

  @Test("an error is told by its sentence, its code small behind it")
  func error() {
    var desk = EditingDesk(columns: 80)
    desk.enter()
    desk.type("sgin D-1\r")
    guard case .submit(let ticket, _, _)? = desk.actions.last else {
      Issue.record("nothing was sent")
      return
    }
    let error = WireError(.unknownVerb, [WireField("near", "SIGN")], "Did you mean SIGN?")
    desk.take(.news(.reply(ticket: ticket, Reply(end: ServerLine(error)))))
    #expect(desk.screen.text.suffix(2).first == "Did you mean SIGN?  (404 UNKNOWN_VERB)")
  }
}
