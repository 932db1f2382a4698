import EntenteTerminal
import EntenteWire
import Testing

@Suite("TypedLines") struct TypedLinesTests {
  private static var shown: ShownRevisions {
    var shown = ShownRevisions()
    shown.note(
      ServerLine(
        .event(v: 1, kind: "offer.tabled"),
        [WireField("deal", "D-7Q4K"), WireField("rev", 2)]))
    return shown
  }

  private func typed(_ line: String) -> (RequestLine, String?)? {
    var lines = TypedLines()
    guard case .request(let request, _, let note) = lines.take(line, shown: Self.shown) else {
      return nil
    }
    return (request, note)
  }

  @Test("SIGN means the newest revision that was shown, and says so")
  func sign() throws {
    let (request, note) = try #require(typed("sign d-7q4k"))
    #expect(request.tags.rev == 2)
    #expect(note == "Signing revision 2 of D-7Q4K, the newest you have been shown.")
  }

  @Test(
    "a revision that was typed, a deal that was not shown and other verbs are sent as typed",
    arguments: [
      ("@rev=1 sign D-7Q4K", 1), ("sign D-M2XD", nil), ("reject D-7Q4K", nil), ("sign", nil),
    ])
  func asTyped(line: String, revision: Int?) throws {
    let (request, note) = try #require(typed(line))
    #expect(request.tags.rev == revision)
    #expect(note == nil)
  }

  @Test("a text of several lines goes on to its point, and is never taken for requests")
  func body() {
    var lines = TypedLines()
    #expect(lines.take("say all <<", shown: Self.shown) == .nothing)
    #expect(lines.isInBody)
    #expect(lines.take("sign D-7Q4K", shown: Self.shown) == .nothing)
    #expect(lines.take("..a point", shown: Self.shown) == .nothing)
    guard case .request(let request, let body, _) = lines.take(".", shown: Self.shown) else {
      Issue.record("the point ends the text")
      return
    }
    #expect(request.verb == "SAY")
    #expect(body == "sign D-7Q4K\n.a point")
    #expect(!lines.isInBody)
  }

  @Test("a mistake in form is told like the server does")
  func mistakes() {
    var lines = TypedLines()
    guard case .refused(let error) = lines.take("@kye=1 sign D-1", shown: Self.shown) else {
      Issue.record("a mistyped tag is no request")
      return
    }
    #expect(error.code == .unknownTag)
    let long = "say all :" + String(repeating: "x", count: 5000)
    guard case .refused(let tooLong) = lines.take(long, shown: Self.shown) else {
      Issue.record("a line has an end")
      return
    }
    #expect(tooLong.code == .lineTooLong)
    #expect(lines.take("", shown: Self.shown) == .nothing)
  }
}
