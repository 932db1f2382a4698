import EntenteClient
import EntenteWire
import Testing

@Suite("Conversation") struct ConversationTests {
  private static func event(_ v: Int) -> ServerLine {
    ServerLine(.event(v: v, kind: "message.sent"), text: "event \(v)")
  }

  @Test("after the greeting it names its capability, asks for JSON and logs in")
  func login() {
    var talk = Talk(.token("T", session: nil))
    talk.connect()
    #expect(talk.sent.map(\.verb) == ["HELLO", "MODE", "AUTH"])
    #expect(talk.sent[0].words == ["1", "heartbeat"])
    #expect(talk.sent[1].words == ["json"])
    #expect(talk.sent[2]["token"] == "T")
    talk.answer("AUTH", [WireField("role", "member"), WireField("session", "ex-1")])
    #expect(talk.sent.last?.verb == "JOIN")
    #expect(talk.sent.last?.words == ["ex-1"])
    #expect(talk.sent.last?["since"] == nil)
  }

  @Test("a code is joined with a key that was on disk before")
  func code() {
    var talk = Talk(.code("7QK4-M2XD", name: "Ana"))
    talk.connect()
    let join = talk.sent.last
    #expect(join?.verb == "JOIN")
    #expect(join?["name"] == "Ana")
    #expect(join?.tags.key != nil)
    #expect(talk.saved.last?.joinKey == join?.tags.key)
    talk.answer(
      "JOIN",
      [WireField("session", "ex-1"), WireField("token", "T"), WireField("v", 0)])
    #expect(talk.saved.last?.token == "T")
    #expect(talk.saved.last?.session == "ex-1")
    #expect(talk.saved.last?.joinKey == nil)
  }

  @Test("after a break it asks for what came after the last event it got")
  func since() {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn(v: 2)
    talk.tell(Self.event(1))
    talk.tell(Self.event(2))
    talk.cut()
    talk.again(v: 5)
    #expect(talk.sent.last?["since"] == "2")
    #expect(talk.states.last == .resumed(missed: 3))
    talk.tell(Self.event(2))
    talk.tell(Self.event(3))
    let events = talk.news.compactMap { if case .event(let line) = $0 { line.text } else { nil } }
    #expect(events == ["event 1", "event 2", "event 3"])
  }

  @Test("a command without a reply is sent again with the same key, and a fresh id")
  func again() throws {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn()
    talk.client.submit(ticket: 1, RequestLine("SIGN", [RequestArgument("D-1")]))
    talk.look()
    let first = try #require(talk.sent.last)
    #expect(talk.saved.last?.pending.count == 1)
    talk.cut()
    talk.again(v: 0)
    let second = try #require(talk.sent.last)
    #expect(second.verb == "SIGN")
    #expect(second.tags.key == first.tags.key)
    #expect(second.tags.id != first.tags.id)
    talk.answer("SIGN", [WireField("v", 1)])
    #expect(talk.saved.last?.pending == [])
  }

  @Test("a key that was typed is kept, an id that was typed is replaced")
  func typedTags() {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn()
    talk.client.submit(
      ticket: 1, RequestLine("READY", tags: RequestTags(id: "7", key: "mine", turn: 2)))
    talk.look()
    #expect(talk.sent.last?.tags.key == "mine")
    #expect(talk.sent.last?.tags.turn == 2)
    #expect(talk.sent.last?.tags.id != "7")
  }

  @Test("the lines of a reply come together, whatever stands between replies")
  func reply() throws {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn()
    talk.client.submit(ticket: 4, RequestLine("WHO"))
    talk.look()
    let id = talk.sent.last?.tags.id
    talk.tell(ServerLine(.data(verb: "WHO"), text: "one", id: id))
    talk.tell(ServerLine(.data(verb: "WHO"), text: "two", id: id))
    talk.answer("WHO", [], "done")
    guard case .reply(4, let reply)? = talk.news.last else {
      Issue.record("no reply: \(talk.news)")
      return
    }
    #expect(reply.lines.map(\.text) == ["one", "two"])
    #expect(reply.isOK)
    #expect(talk.sent.last?.tags.key == nil, "what only reads has no key")
  }

  @Test("an error without an id answers the oldest request")
  func withoutID() {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn()
    talk.client.submit(ticket: 1, RequestLine("READY"))
    talk.client.submit(ticket: 2, RequestLine("WHO"))
    talk.look()
    talk.tell(ServerLine(WireError(.storageFull, [], "The disk is full.")))
    talk.answer("WHO")
    let tickets = talk.news.compactMap {
      if case .reply(let ticket, let reply) = $0 {
        "\(ticket) \(reply.errorNumber ?? 0)"
      } else {
        nil
      }
    }
    #expect(tickets == ["1 504", "2 0"])
  }

  @Test("a server that is slowed down is asked again after the time it names, with the same key")
  func slowDown() throws {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn()
    talk.client.submit(ticket: 1, RequestLine("READY"))
    talk.look()
    let key = try #require(talk.sent.last?.tags.key)
    talk.refuse("READY", WireError(.slowDown, [WireField("retry", 3)], "Slower."))
    #expect(talk.waits[.resend] == 3000)
    talk.client.submit(ticket: 2, RequestLine("WHO"))
    talk.look()
    #expect(talk.sent.last?.verb == "READY", "nothing overtakes what waits")
    talk.client.woke(.resend)
    talk.look()
    #expect(talk.sent.suffix(2).map(\.verb) == ["READY", "WHO"])
    #expect(talk.sent.dropLast().last?.tags.key == key)
  }

  @Test("an unknown outcome is asked for again like a lost reply, but not for ever")
  func unknownOutcome() {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn()
    talk.client.submit(ticket: 1, RequestLine("READY"))
    talk.look()
    var tries = 0
    while tries < 50, !talk.news.contains(where: { if case .reply = $0 { true } else { false } }) {
      tries += 1
      talk.refuse("READY", WireError(.unknownOutcome, [], "The disk failed."))
      talk.client.woke(.resend)
      talk.look()
    }
    #expect(Set(talk.sent.filter { $0.verb == "READY" }.map(\.tags.key)).count == 1)
    #expect(tries == 9)
  }

  @Test("a server that shuts down says when to come back")
  func shutdown() {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn()
    talk.tell(ServerLine(WireError(.shutdown, [WireField("retry", 4)], "The server stops.")))
    talk.cut()
    #expect(talk.states.last == .reconnecting(attempt: 1))
    #expect(talk.waits[.reconnect] == 4000)
  }

  @Test(
    "some ends are for good",
    arguments: [
      (WireCode.revoked, ClientError.Code.refused), (.wrongProtocol, .refused),
    ])
  func forGood(code: WireCode, expected: ClientError.Code) {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn()
    talk.tell(ServerLine(WireError(code, [], "It is over.")))
    talk.cut()
    #expect(talk.end?.code == expected)
    #expect(talk.end?.sentence == "It is over.")
  }

  @Test("a goodbye is answered, then it ends without an error and without another try")
  func leaving() {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn()
    talk.client.leave()
    talk.look()
    #expect(talk.sent.last?.verb == "QUIT")
    talk.answer("QUIT")
    #expect(talk.states.last == .ended(nil))
    #expect(talk.isClosed)
  }

  @Test("who leaves while the server is away gives up what was never sent, and nothing else")
  func leavingOffline() {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn()
    talk.client.submit(ticket: 1, RequestLine("READY"))
    talk.look()
    talk.cut()
    talk.client.submit(ticket: 2, RequestLine("SIGN", [RequestArgument("D-1")]))
    talk.look()
    #expect(talk.saved.last?.pending.count == 2)
    talk.client.leave()
    talk.look()
    #expect(talk.saved.last?.pending.count == 1)
    #expect(talk.saved.last?.pending.first?.hasSuffix("READY\n") == true)
    #expect(talk.states.last == .ended(nil))
  }

  @Test("a QUIT of the caller's own ends it too")
  func quit() {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn()
    talk.client.submit(ticket: 1, RequestLine("QUIT"))
    talk.look()
    talk.answer("QUIT")
    talk.tell(ServerLine(WireError(.bye, [], "Goodbye.")))
    talk.cut()
    #expect(talk.states.last == .ended(nil))
  }

  @Test("a login that is refused ends with the sentence of the server")
  func refused() {
    var talk = Talk(.token("T", session: nil))
    talk.connect()
    talk.refuse("AUTH", WireError(.badLogin, [], "This token opens nothing here."))
    #expect(talk.end?.code == .refused)
    #expect(talk.end?.sentence == "This token opens nothing here.")
    #expect(talk.isClosed)
  }

  @Test("nobody at the address, something else, and another version are told apart")
  func strangers() {
    var nobody = Talk(.nobody)
    nobody.cut()
    #expect(nobody.end?.code == .unreachable)

    var silent = Talk(.nobody)
    silent.client.opened()
    silent.client.woke(.greeting)
    silent.look()
    #expect(silent.end?.code == .foreign)

    var other = Talk(.nobody)
    other.client.opened()
    other.client.receivedNonsense("HTTP/1.1 400 Bad Request")
    other.look()
    #expect(other.end?.code == .foreign)

    var younger = Talk(.nobody)
    younger.client.opened()
    younger.tell(ServerLine(.hello(version: 2)))
    #expect(younger.end?.code == .version)
  }

  @Test("without anybody to log in as, it is live after the greeting")
  func nobody() {
    var talk = Talk(.nobody)
    talk.connect()
    talk.answer("MODE")
    #expect(talk.states.count == 1)
    talk.client.submit(
      ticket: 1,
      RequestLine("JOIN", [RequestArgument(name: "code", "C"), RequestArgument(name: "name", "A")]))
    talk.look()
    talk.answer(
      "JOIN", [WireField("session", "ex-1"), WireField("token", "T"), WireField("v", 0)])
    talk.cut()
    talk.client.woke(.reconnect)
    talk.look()
    talk.connect()
    #expect(talk.sent.last?.verb == "AUTH", "what a JOIN taught is used after a break")
    #expect(talk.sent.last?["token"] == "T")
  }

  @Test("a facilitator's token is never written to disk")
  func facilitator() {
    var talk = Talk(.token("secret", session: nil))
    talk.connect()
    talk.answer("AUTH", [WireField("role", "facilitator")])
    talk.client.submit(ticket: 1, RequestLine("CREATE", [RequestArgument("first-accord")]))
    talk.look()
    talk.answer("CREATE", [WireField("session", "ex-1"), WireField("v", 1)])
    talk.tell(Self.event(1))
    talk.client.saw(1)
    talk.look()
    #expect(talk.saved.isEmpty)
    talk.cut()
    talk.client.woke(.reconnect)
    talk.look()
    talk.connect()
    talk.answer("AUTH", [WireField("role", "facilitator")])
    #expect(talk.sent.last?.words == ["ex-1"], "but the session is gone on with")
    #expect(talk.sent.last?["since"] == "1")
  }

  @Test("a record that is shorter than what was seen is read from its beginning")
  func shorter() {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn(v: 1)
    talk.tell(Self.event(1))
    talk.cut()
    talk.client.woke(.reconnect)
    talk.look()
    talk.connect()
    talk.answer("AUTH", [WireField("role", "member"), WireField("session", "ex-1")])
    talk.refuse("JOIN", WireError(.badArgument, [WireField("since", 1)], "Not so many."))
    #expect(talk.sent.last?.verb == "JOIN")
    #expect(talk.sent.last?["since"] == nil)
  }

  @Test("the server's PING is answered; a silent server is asked, then given up")
  func heartbeat() {
    var talk = Talk(.token("T", session: "ex-1"))
    talk.logIn()
    talk.tell(ServerLine(.ping))
    #expect(talk.sent.last?.verb == "PONG")
    for _ in 1...3 { talk.client.woke(.silence) }
    talk.look()
    #expect(talk.sent.last?.verb == "PING")
    for _ in 1...2 { talk.client.woke(.silence) }
    talk.look()
    #expect(talk.isClosed)
    #expect(talk.states.last == .reconnecting(attempt: 1))
    #expect(talk.waits[.silence] == 30_000)
  }

  @Test("a server that stays away is lost after as many tries as were allowed")
  func lost() {
    var talk = Talk(.token("T", session: "ex-1"), attemptsMax: 2)
    talk.logIn()
    for _ in 1...3 {
      talk.cut()
      talk.client.woke(.reconnect)
      talk.look()
    }
    #expect(talk.end?.code == .lost)
  }
}
