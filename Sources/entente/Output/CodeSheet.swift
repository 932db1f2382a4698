import EntenteClient
import EntenteExercise
import EntenteJSON
import EntenteWire

/// The join codes of a session, to be read aloud, printed and cut out.
struct CodeSheet {
  var exercise: String
  var session: String
  var server: ServerAddress
  var codes: [(seat: String, code: String)]

  /// For a screen: codes by seat, and how it goes on.
  var lines: [String] {
    let rows = Table.lines(codes.map { [$0.seat, $0.code] })
    return ["Session \(session) of \(exercise) on \(server.text)", ""] + rows.map { "  \($0)" } + [
      "",
      "Students: entente join \(joinWord) CODE",
      "      or: \(byHand), then JOIN code=CODE name=\"Your name\"",
      "You:      entente join \(joinWord) --token TOKEN --session \(session), then BOARD and START",
    ]
  }

  /// For a printer: a strip a seat.
  var strips: String {
    codes.map { seat, code in
      """
      - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -

        \(exercise), session \(session)

        Your seat:  \(seat)
        Your code:  \(code)

        entente join \(joinWord) \(code)
        or: \(byHand)
            JOIN code=\(code) name="Your name"


      """
    }.joined()
  }

  /// For a printer: the strips as a page of HTML.
  var html: String {
    var page = HTMLPage(title: "\(exercise), session \(session)")
    for (seat, code) in codes {
      page.body += "<div class=\"strip\">\n"
      page.add("p", "\(exercise), session \(session): \(seat)")
      page.body += "<p class=\"code\">\(HTMLPage.escaped(code))</p>\n"
      page.add("p", "entente join \(joinWord) \(code)")
      page.add(
        "p", "or: \(byHand), then JOIN code=\(code) name=\"Your name\"")
      page.body += "</div>\n"
    }
    return page.text
  }

  var json: String {
    let value: JSONValue = [
      "session": .string(session), "exercise": .string(exercise), "server": .string(server.text),
      "codes": .array(codes.map { ["seat": .string($0.seat), "code": .string($0.code)] }),
    ]
    return value.canonicalText
  }

  private var joinWord: String {
    guard server.trust != nil else {
      return server.port == ServerAddress.usualPort ? server.host : server.text
    }
    let place = server.port == ClientOptions.encryptedPort ? server.host : server.text
    return place + (fingerprint.map { " --fingerprint \($0.beginning)" } ?? " --tls")
  }

  /// The certificate that was seen when the codes were made.
  private var fingerprint: Fingerprint? { server.trust?.folder?.fingerprint(of: server.text) }

  /// What somebody types who has no terminal client.
  private var byHand: String {
    server.trust == nil
      ? "nc \(server.host) \(server.port)" : "openssl s_client -quiet -connect \(server.text)"
  }
}
