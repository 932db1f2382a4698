import EntenteJSON
import EntenteWire
import Testing

struct RequestParserTests {
  private func parse(_ line: String) throws -> RequestLine? {
    try RequestParser.parse(Array(line.utf8))
  }

  private static let golden: [(String, RequestLine)] = [
    ("status", RequestLine("STATUS")),
    ("  StAtUs\t ", RequestLine("STATUS")),
    (
      "join code=7QK4-M2XD name=\"Ana\"",
      RequestLine(
        "JOIN",
        [
          RequestArgument(name: "code", "7QK4-M2XD", offset: 5),
          RequestArgument(name: "name", "Ana", offset: 20),
        ])
    ),
    (
      "@id=7;key=9f3c-0007;rev=3 SIGN D-7Q4K",
      RequestLine(
        "SIGN", [RequestArgument("D-7Q4K", offset: 31)],
        tags: RequestTags(id: "7", key: "9f3c-0007", rev: 3))
    ),
    (
      "@turn=0;rev=12;key=a.b_c-D;id=x  SIGN",
      RequestLine("SIGN", tags: RequestTags(id: "x", key: "a.b_c-D", turn: 0, rev: 12))
    ),
    (
      "propose aster,cael : exercise intensity=2; aster+cael acsa",
      RequestLine(
        "PROPOSE", [RequestArgument("aster,cael", offset: 8)],
        payload: .text("exercise intensity=2; aster+cael acsa"), payloadColumn: 22)
    ),
    (
      "SAY team :hello  ",
      RequestLine(
        "SAY", [RequestArgument("team", offset: 4)], payload: .text("hello  "), payloadColumn: 11)
    ),
    (
      "SAY team\t#cost\t:é : <<: {x}",
      RequestLine(
        "SAY", [RequestArgument("team", offset: 4), RequestArgument("#cost", offset: 9)],
        payload: .text("é : <<: {x}"), payloadColumn: 17)
    ),
    (
      "SAY all :",
      RequestLine(
        "SAY", [RequestArgument("all", offset: 4)], payload: .text(""), payloadColumn: 10)
    ),
    (
      "SAY a name=\"é\" :ü",
      RequestLine(
        "SAY", [RequestArgument("a", offset: 4), RequestArgument(name: "name", "é", offset: 6)],
        payload: .text("ü"), payloadColumn: 17)
    ),
    (
      "PROPOSE aster : {\"a\":1}",
      RequestLine(
        "PROPOSE", [RequestArgument("aster", offset: 8)], payload: .text("{\"a\":1}"),
        payloadColumn: 17)
    ),
    (
      "INJECT to=all {\"b\": [1],\"a\":{\"c\":\"x\\ny\"}}",
      RequestLine(
        "INJECT", [RequestArgument(name: "to", "all", offset: 7)],
        payload: .json(
          text: "{\"b\": [1],\"a\":{\"c\":\"x\\ny\"}}", value: ["b": [1], "a": ["c": "x\ny"]]),
        payloadColumn: 15)
    ),
    (
      "journal <<", RequestLine("JOURNAL", payload: .body, payloadColumn: 9)
    ),
    (
      "SAY all << \t",
      RequestLine(
        "SAY", [RequestArgument("all", offset: 4)], payload: .body, payloadColumn: 9)
    ),
    (
      "ORDER fund-rd x1=5 a=b=c th:north >=5 q=5:6 \\ 'x'",
      RequestLine(
        "ORDER",
        [
          RequestArgument("fund-rd", offset: 6), RequestArgument("x1=5", offset: 14),
          RequestArgument(name: "a", "b=c", offset: 19), RequestArgument("th:north", offset: 25),
          RequestArgument(">=5", offset: 34), RequestArgument(name: "q", "5:6", offset: 38),
          RequestArgument("\\", offset: 44), RequestArgument("'x'", offset: 46),
        ])
    ),
    (
      "X a=\"\" b=\"x y\" C=\"\\u00e9\\\"\"",
      RequestLine(
        "X",
        [
          RequestArgument(name: "a", "", offset: 2), RequestArgument(name: "b", "x y", offset: 7),
          RequestArgument(name: "C", "é\"", offset: 15),
        ])
    ),
  ]

  @Test("Lines are taken apart as the grammar says", arguments: golden)
  func goldenLines(line: String, request: RequestLine) throws {
    #expect(try parse(line) == request)
  }

  @Test("An empty line is no request and no error")
  func emptyLine() throws {
    #expect(try parse("") == nil)
  }

  @Test("Arguments are found by name and by kind")
  func accessors() throws {
    let request = try #require(try parse("order invest sector=ship money=3m extra"))
    #expect(request["sector"] == "ship")
    #expect(request["money"] == "3m")
    #expect(request["none"] == nil)
    #expect(request.words == ["invest", "extra"])
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var line: String
    var answer: String
    var testDescription: String { line }

    init(_ line: String, _ answer: String) {
      self.line = line
      self.answer = answer
    }
  }

  @Test(
    "Every refusal names its place and what to do",
    arguments: [
      Refused(
        " ", "ERR 400 SYNTAX at=1 :A line begins with a verb: letters, then a space. Type HELP."),
      Refused(
        "?", "ERR 400 SYNTAX at=0 :A line begins with a verb: letters, then a space. Type HELP."),
      Refused(
        "status2",
        "ERR 400 SYNTAX at=6 :A line begins with a verb: letters, then a space. Type HELP."),
      Refused(
        ":x", "ERR 400 SYNTAX at=0 :A line begins with a verb: letters, then a space. Type HELP."),
      Refused(
        "<<", "ERR 400 SYNTAX at=0 :A line begins with a verb: letters, then a space. Type HELP."),
      Refused(
        "abcdefghijklmnopq x",
        "ERR 400 SYNTAX at=0 limit=16 :No verb has more than 16 letters. Type HELP."),
      Refused("@id SIGN", "ERR 400 SYNTAX at=3 :A tag is written name=value, like @id=7."),
      Refused("@ SIGN", "ERR 400 SYNTAX at=1 :A tag is written name=value, like @id=7."),
      Refused("@", "ERR 400 SYNTAX at=1 :A tag is written name=value, like @id=7."),
      Refused(
        "@id=7",
        "@id=7 ERR 400 SYNTAX at=5 :A line begins with a verb: letters, then a space. Type HELP."),
      Refused(
        "@id= SIGN",
        "ERR 400 SYNTAX at=4 :A tag has a value of letters, digits, points, underscores and "
          + "hyphens."
      ),
      Refused(
        "@id=7,key=3 SIGN",
        "@id=7 ERR 400 SYNTAX at=5 :Tags end with a space; between them stands ; and no space."),
      Refused(
        "@id=7;kye=3 SIGN",
        "@id=7 ERR 403 UNKNOWN_TAG tag=kye at=6 :There is no tag \"kye\"; tags are id, key, turn, "
          + "rev."
      ),
      Refused(
        "@ID=7 SIGN",
        "ERR 403 UNKNOWN_TAG tag=ID at=1 :There is no tag \"ID\"; tags are id, key, turn, rev."),
      Refused(
        "@colour=7 SIGN",
        "ERR 403 UNKNOWN_TAG tag=colour at=1 :There is no tag \"colour\"; tags are id, key, turn, "
          + "rev."),
      Refused(
        "@id=7;id=8 SIGN", "@id=7 ERR 403 UNKNOWN_TAG tag=id at=6 :The tag id stands twice."),
      Refused(
        "@id=7;key=8;turn=1;rev=2;rev=2 SIGN",
        "@id=7 ERR 403 UNKNOWN_TAG tag=rev at=25 :The tag rev stands twice."),
      Refused(
        "@rev=two SIGN",
        "ERR 405 BAD_ARG tag=rev value=two at=1 :The tag rev is a whole number, like @rev=2."),
      Refused(
        "@rev=1234567890 SIGN",
        "ERR 405 BAD_ARG tag=rev value=\"1234567890\" at=1 :The tag rev is a whole number, "
          + "like @rev=2."
      ),
      Refused(
        "say \"hi\"",
        "ERR 405 BAD_ARG arg=\"\\\"hi\\\"\" at=4 :Quotes stand only behind a name and =: "
          + "name=\"…\"."
      ),
      Refused(
        "join name=Zoë",
        "ERR 405 BAD_ARG arg=\"name=Zoë\" at=5 :Letters beyond ASCII stand in a text or in "
          + "quotes: name=\"…\"."),
      Refused(
        "join name= x", "ERR 405 BAD_ARG arg=name= at=5 :name has no value; write \"\" for none."),
      Refused(
        "join name=", "ERR 405 BAD_ARG arg=name= at=5 :name has no value; write \"\" for none."),
      Refused(
        "join name=<x", "ERR 405 BAD_ARG arg=name=<x at=5 :Put the value in quotes: name=\"…\"."),
      Refused(
        "join name=\"Ana",
        "ERR 405 BAD_ARG arg=\"name=\\\"Ana\" at=5 :The JSON stops in the middle. (byte 14 of "
          + "the line)"),
      Refused(
        "join name=\"A\"x",
        "ERR 405 BAD_ARG arg=\"name=\\\"A\\\"x\" at=5 :A space follows a closing quote."),
      Refused("x a=1 b=2 a=3", "ERR 405 BAD_ARG arg=a at=10 :a is given twice."),
      Refused(
        "x <y",
        "ERR 405 BAD_ARG arg=\"<y\" at=2 :A word does not begin with <; << stands last on its line."
      ),
      Refused(
        "x << y",
        "ERR 405 BAD_ARG arg=\"<<\" at=2 :A word does not begin with <; << stands last on its line."
      ),
      Refused("x [1]", "ERR 406 BAD_JSON at=2 :JSON is an object here: {…}."),
      Refused(
        "x {\"a\":1.5}",
        "ERR 406 BAD_JSON at=8 :Numbers are whole here: no point and no exponent. "
          + "(byte 8 of the line)"),
      Refused(
        "x {\"a\":1} to=b",
        "ERR 406 BAD_JSON at=10 :Something follows the end of the value. (byte 10 of the line)"),
      Refused(
        "x {\"a\":1,\"a\":2}",
        "ERR 406 BAD_JSON at=9 :The key \"a\" stands twice in one object. (byte 9 of the line)"),
      Refused(
        "x {\"a\":[[[[[[[[]]]]]]]]}",
        "ERR 406 BAD_JSON at=14 :Nesting is deeper than 8. (byte 14 of the line)"),
      Refused(
        "x {\"a\":\"\\u001b\"}",
        "ERR 401 BAD_CHAR at=2 char=U+001B :The character U+001B at byte 2 is not allowed."),
      Refused(
        "say all :hello <<",
        "ERR 400 SYNTAX at=8 :A line has a text, JSON or a body, and this one ends in << too."),
      Refused(
        "say all :a\tb",
        "ERR 401 BAD_CHAR at=10 char=U+0009 :The character U+0009 at byte 10 is not allowed."),
      Refused(
        "x a=\"\\u202e\"",
        "ERR 401 BAD_CHAR at=4 char=U+202E :The character U+202E at byte 4 is not allowed."),
    ])
  func refusals(refused: Refused) throws {
    let refusal = #expect(throws: RequestRefusal.self) { try parse(refused.line) }
    guard let refusal else { return }
    let line = ServerLine(refusal.error, id: refusal.id)
    #expect(
      String(decoding: ServerLinePrinter.bytes(line, as: .text), as: UTF8.self)
        == refused.answer + "\n")
  }

  @Test("A tag's value has at most 64 characters, a line at most 64 arguments")
  func lengths() throws {
    let longest = String(repeating: "k", count: 64)
    #expect(try parse("@key=\(longest) SIGN")?.tags.key == longest)
    #expect(throws: RequestRefusal.self) { try parse("@key=\(longest)k SIGN") }
    let many = Array(repeating: "a", count: 64).joined(separator: " ")
    #expect(try parse("X \(many)")?.arguments.count == 64)
    #expect(throws: RequestRefusal.self) { try parse("X \(many) a") }
  }

  @Test(
    "Whether a body follows is told even by a line that is no request",
    arguments: [
      ("say all <<", false), ("??? <<", true), ("@kye=1 say <<", true), ("say \"x <<", true),
      ("say x<<", false), ("say \u{1b} <<\t", true), ("say all :text <<", true), ("<<", false),
      (" <<", true), ("say :x << y", false),
    ])
  func opensBody(line: String, opens: Bool) {
    do throws(RequestRefusal) {
      let request = try RequestParser.parse(Array(line.utf8))
      #expect(opens == false)
      #expect((request?.payload == .body) == line.hasSuffix(" <<"))
    } catch {
      #expect(error.opensBody == opens)
    }
  }

  @Test("A repetition is the same request whatever its id and key")
  func substance() throws {
    let first = try parse("@id=7;key=a;rev=3 sign  D-7Q4K")
    let again = try parse("@rev=3;id=1;key=b SIGN D-7Q4K")
    let other = try parse("@id=7;key=a;rev=4 SIGN D-7Q4K")
    #expect(first?.substance() == again?.substance())
    #expect(first?.substance() != other?.substance())
    #expect(first?.substance() != first?.substance(body: "x"))
  }
}
