import EntenteWire
import Testing

struct WireCodeTests {
  /// Number and name are API: a line here is never edited, only added.
  static let frozen = """
    400 SYNTAX
    401 BAD_CHAR
    402 BAD_UTF8
    403 UNKNOWN_TAG
    404 UNKNOWN_VERB
    405 BAD_ARG
    406 BAD_JSON
    407 LINE_TOO_LONG
    408 BODY_TOO_LONG
    409 STALE
    410 NO_SUCH
    411 NOT_MEMBER
    412 FORBIDDEN
    413 KEY_REUSED
    414 KEY_REQUIRED
    415 NOT_NOW
    416 BAD_LOGIN
    417 CODE_EXPIRED
    418 BAD_TERMS
    426 VERSION
    500 INTERNAL
    501 SLOW_DOWN
    502 BUSY
    503 DRAINING
    504 STORAGE_FULL
    505 READ_ONLY
    506 UNKNOWN_OUTCOME
    507 QUARANTINED
    508 LIMIT
    600 RULE
    606 DEAL_CLOSED
    607 ALREADY
    608 QUORUM
    900 BYE
    901 LOGIN_TIMEOUT
    902 IDLE
    903 SLOW_CONSUMER
    904 TOO_MANY_ERRORS
    905 FLOOD
    906 WRONG_PROTOCOL
    907 REVOKED
    908 SHUTDOWN
    909 TOO_MANY_CONNECTIONS
    """

  @Test("Numbers and names are the frozen table, in ascending order")
  func table() {
    let lines = WireCode.allCases.map { "\($0.number) \($0.name)" }
    #expect(lines == Self.frozen.split(separator: "\n").map(String.init))
  }

  @Test("The first digit is the advice, and only 9xx closes the connection")
  func advice() {
    for code in WireCode.allCases {
      switch code.number {
      case 400..<500: #expect(code.advice == .change)
      case 500..<600: #expect(code.advice == .later)
      case 600..<700: #expect(code.advice == .outcome)
      default: #expect(code.advice == .closing)
      }
      #expect(code.closesConnection == (code.number >= 900))
    }
  }

  @Test("Every code has a meaning of its own that fits on a line")
  func meanings() {
    let meanings = WireCode.allCases.map(\.meaning)
    #expect(Set(meanings).count == meanings.count)
    #expect(meanings.allSatisfy { !$0.isEmpty && $0.count <= 72 })
  }
}
