import EntenteClient
import EntenteTerminal
import EntenteWire
import Testing

@Suite("Transcript") struct TranscriptTests {
  private func shown(_ line: ServerLine, lines: [ServerLine] = []) -> [String] {
    var transcript = Transcript(address: "host:1", learnsWords: false)
    let ticket = transcript.ticket()
    let news = ClientNews.reply(ticket: ticket, Reply(lines: lines, end: line))
    return transcript.take(news, at: 0).texts.map(\.text)
  }

  private static func ok(_ verb: String, _ fields: [WireField] = [], _ text: String? = nil)
    -> ServerLine
  {
    ServerLine(.ok(verb: verb), fields, text: text)
  }

  @Test("a reply is shown by its sentences")
  func sentences() {
    let line = ServerLine(.data(verb: "WHO"), [WireField("state", "aster")], text: "Aster: Ana")
    #expect(shown(Self.ok("WHO", [], "1 person."), lines: [line]) == ["Aster: Ana", "1 person."])
    let warning = ServerLine(.warn(name: "no_capacity"), text: "No room in sector amd.")
    #expect(
      shown(Self.ok("PROPOSE", [], "Tabled."), lines: [warning]) == [
        "Warning: No room in sector amd.", "Tabled.",
      ])
  }

  @Test("a reply without a sentence says that it is done, and with what")
  func done() {
    #expect(shown(Self.ok("READY", [WireField("v", 9)])) == ["Done."])
    let fields = [WireField("v", 9), WireField("deal", "D-1"), WireField("rev", 2)]
    #expect(shown(Self.ok("COUNTER", fields)) == ["Done: deal D-1, rev 2."])
  }

  @Test("a join code and the name of an order are shown even where the sentence leaves them out")
  func essential() {
    #expect(
      shown(Self.ok("CODE", [WireField("code", "7QK4-M2XD")], "Read it aloud.")) == [
        "code 7QK4-M2XD: Read it aloud."
      ])
    #expect(shown(Self.ok("ORDER", [WireField("order", "o1")], "invest")) == ["order o1: invest"])
  }

  @Test(
    "a long line goes on below its last column",
    arguments: [
      ("invest sector=amd    Build capacity", 21), ("plain words", 2), ("  indented words", 4),
      ("a  b  last column", 6), (String(repeating: "x", count: 60) + "  far", 2),
    ])
  func hanging(text: String, column: Int) {
    var transcript = Transcript(address: "host:1", learnsWords: false)
    let line = ServerLine(.data(verb: "HELP"), text: text)
    let reply = Reply(lines: [line], end: Self.ok("HELP"))
    let texts = transcript.take(.reply(ticket: transcript.ticket(), reply), at: 0).texts
    #expect(texts.first?.hanging == column)
  }

  @Test("a token is never shown")
  func token() {
    let fields = [
      WireField("session", "ex-1"), WireField("seat", "cael.head"), WireField("token", "Zk1"),
    ]
    let texts = shown(Self.ok("JOIN", fields, "Keep the token; it logs you in again."))
    #expect(!texts.joined().contains("Zk1"))
    #expect(texts.first?.hasPrefix("You sit in cael.head in session ex-1.") == true)
    #expect(!shown(Self.ok("OTHER", [WireField("token", "Zk1")])).joined().contains("Zk1"))
  }

  @Test("an answer to something sent before a crash says what was sent, without its key")
  func recovered() {
    var transcript = Transcript(address: "host:1", learnsWords: false)
    let request = RequestLine(
      "SIGN", [RequestArgument("D-1")], tags: RequestTags(key: "p-0001", rev: 2))
    let reply = Reply(end: Self.ok("SIGN", [], "Signed."))
    let texts = transcript.take(.recovered(request, reply), at: 0).texts.map(\.text)
    #expect(texts == ["You had sent \"@rev=2 SIGN D-1\" before. The answer:", "Signed."])
  }

  @Test("what silent questions bring is learnt and not shown, and shows no revision")
  func silent() {
    var transcript = Transcript(address: "host:1", learnsWords: true)
    let line = Self.ok("JOIN", [WireField("session", "ex-1"), WireField("seat", "cael.head")])
    let entered = transcript.take(.state(.entered(line, missed: 0)), at: 0)
    let deals = entered.requests.first { $0.request.verb == "DEALS" }
    let row = ServerLine(
      .data(verb: "DEALS"), [WireField("deal", "D-1"), WireField("rev", 1)], text: "D-1 draft")
    let reply = Reply(lines: [row], end: Self.ok("DEALS"))
    let output = transcript.take(.reply(ticket: deals?.ticket ?? -1, reply), at: 0)
    #expect(output.texts.isEmpty)
    #expect(transcript.vocabulary.deals == ["D-1"])
    #expect(transcript.shown["D-1"] == nil)
  }

  @Test("a facilitator without a session is shown the sessions; one who enters learns its words")
  func facilitator() {
    var transcript = Transcript(address: "host:1", learnsWords: true)
    let line = Self.ok("AUTH", [WireField("role", "facilitator")])
    let entered = transcript.take(.state(.entered(line, missed: 0)), at: 0)
    #expect(entered.texts.map(\.text) == ["You are the facilitator."])
    #expect(entered.requests.map(\.request.verb) == ["LIST"])
    let join = Self.ok("JOIN", [WireField("session", "ex-1"), WireField("seat", "facilitator")])
    let output = transcript.take(.reply(ticket: transcript.ticket(), Reply(end: join)), at: 0)
    #expect(output.requests.map(\.request.verb).contains("WHO"))
    #expect(transcript.place.prompt(at: 0) == "facilitator > ")
  }

  @Test("who comes back is told how much happened meanwhile")
  func missed() {
    var transcript = Transcript(address: "host:1", learnsWords: false)
    let line = Self.ok("JOIN", [WireField("session", "ex-1"), WireField("seat", "cael.head")])
    let output = transcript.take(.state(.entered(line, missed: 3)), at: 0)
    #expect(output.texts.last?.text == "While you were away: 3 events.")
  }
}
