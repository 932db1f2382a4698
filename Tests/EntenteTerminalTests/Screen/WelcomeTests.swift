import EntenteClient
import EntenteTerminal
import Testing

@Suite("Welcome") struct WelcomeTests {
  private static func saved(
    _ session: String, code: String?, name: String = "Ana", token: String? = "T"
  ) -> SavedLogin {
    var login = SavedLogin(server: "host:1")
    login.session = session
    login.code = code
    login.name = name
    login.token = token
    return login
  }

  private func welcome(
    code: String? = nil, name: String? = nil, token: String? = nil, session: String? = nil,
    saved: [SavedLogin] = []
  ) -> Welcome {
    Welcome(code: code, name: name, token: token, session: session, saved: saved)
  }

  @Test("a code and a name are all that is needed; what is missing is asked")
  func asks() {
    #expect(welcome(code: "C", name: "Ana").identity == .code("C", name: "Ana"))
    var stranger = welcome()
    #expect(stranger.question == .code)
    stranger.answer("  ")
    #expect(stranger.question == .code)
    stranger.answer(" 7QK4-M2XD ")
    #expect(stranger.question == .name)
    stranger.answer("Ana Maria")
    #expect(stranger.question == nil)
    #expect(stranger.identity == .code("7QK4-M2XD", name: "Ana Maria"))
  }

  @Test("who was here last goes on where they were")
  func last() {
    let logins = [Self.saved("ex-2", code: "B"), Self.saved("ex-1", code: "A")]
    #expect(welcome(saved: logins).identity == .saved(logins[0]))
    #expect(welcome(session: "ex-1", saved: logins).identity == .saved(logins[1]))
  }

  @Test("a code that was used here before goes on, however it is written, unless the name is new")
  func sameCode() {
    let login = Self.saved("ex-1", code: "7QK4-M2XD")
    #expect(welcome(code: "7qk4m2xd", saved: [login]).identity == .saved(login))
    #expect(
      welcome(code: "7QK4-M2XD", name: "Ben", saved: [login]).identity
        == .code("7QK4-M2XD", name: "Ben"))
    #expect(welcome(code: "ZZZZ-ZZZZ", saved: [login]).question == .name)
  }

  @Test("a join that was not answered is asked again, not anew")
  func unanswered() {
    var login = Self.saved("ex-1", code: "A", token: nil)
    login.session = nil
    login.joinKey = "p-0001"
    #expect(welcome(code: "A", saved: [login]).identity == .saved(login))
    #expect(welcome(saved: [login]).question == .code)
  }

  @Test("a token needs nothing else")
  func token() {
    #expect(welcome(token: "T", session: "ex-1").identity == .token("T", session: "ex-1"))
  }
}
