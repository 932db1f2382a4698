import EntenteWire
import Testing

struct ServerLineTests {
  private func print(_ line: ServerLine, _ mode: LineMode) -> String {
    String(decoding: ServerLinePrinter.bytes(line, as: mode), as: UTF8.self)
  }

  private static let golden: [(ServerLine, String, String)] = [
    (
      ServerLine(
        .ok(verb: "SIGN"), [WireField("v", 118)], text: "Signed.", id: "7", isDuplicate: true),
      "@id=7;dup OK SIGN v=118 :Signed.\n",
      "{\"class\":\"OK\",\"id\":\"7\",\"dup\":true,\"verb\":\"SIGN\",\"v\":118,"
        + "\"text\":\"Signed.\"}\n"
    ),
    (
      ServerLine(
        .ok(verb: "JOIN"),
        [
          WireField("session", "ex-4K7"), WireField("seat", "borea.head"), WireField("v", 0),
          WireField("name", "Ana Lía"), WireField("e", ""), WireField("digits", "0123"),
          WireField("number", "123"), WireField("q", "say \"\\\""),
        ]),
      "OK JOIN session=ex-4K7 seat=borea.head v=0 name=\"Ana Lía\" e=\"\" digits=0123 "
        + "number=\"123\" q=\"say \\\"\\\\\\\"\"\n",
      "{\"class\":\"OK\",\"verb\":\"JOIN\",\"session\":\"ex-4K7\",\"seat\":\"borea.head\",\"v\":0,"
        + "\"name\":\"Ana Lía\",\"e\":\"\",\"digits\":\"0123\",\"number\":\"123\","
        + "\"q\":\"say \\\"\\\\\\\"\"}\n"
    ),
    (
      ServerLine(
        WireError(
          .unknownVerb, [WireField("near", "SIGN"), WireField("name", "sgin")],
          "No verb \"sgin\". Did you mean SIGN?"), id: "a"),
      "@id=a ERR 404 UNKNOWN_VERB near=SIGN name=sgin :No verb \"sgin\". Did you mean SIGN?\n",
      "{\"class\":\"ERR\",\"id\":\"a\",\"code\":404,\"name\":\"UNKNOWN_VERB\",\"near\":\"SIGN\","
        + "\"_name\":\"sgin\",\"text\":\"No verb \\\"sgin\\\". Did you mean SIGN?\"}\n"
    ),
    (
      ServerLine(
        .event(v: 4, kind: "offer.tabled"), [WireField("deal", "D-M2XD"), WireField("kind", "x")],
        text: ""),
      "EVENT 4 offer.tabled deal=D-M2XD kind=x :\n",
      "{\"class\":\"EVENT\",\"v\":4,\"kind\":\"offer.tabled\",\"deal\":\"D-M2XD\",\"_kind\":\"x\","
        + "\"text\":\"\"}\n"
    ),
    (
      ServerLine(.data(verb: "STATUS"), [WireField("left", -5)], text: "a  b"),
      "DATA STATUS left=-5 :a  b\n",
      "{\"class\":\"DATA\",\"verb\":\"STATUS\",\"left\":-5,\"text\":\"a  b\"}\n"
    ),
    (
      ServerLine(.note(name: "DRAINING")), "NOTE DRAINING\n",
      "{\"class\":\"NOTE\",\"name\":\"DRAINING\"}\n"
    ),
    (
      ServerLine(.warn(name: "W12"), text: "é"), "WARN W12 :é\n",
      "{\"class\":\"WARN\",\"name\":\"W12\",\"text\":\"é\"}\n"
    ),
    (ServerLine(.ping), "PING\n", "{\"class\":\"PING\"}\n"),
    (
      ServerLine(.pong, [WireField("x", 1)]), "PONG x=1\n", "{\"class\":\"PONG\",\"x\":1}\n"
    ),
    (
      ServerLine(.hello(version: 1), [WireField("tls", 0)]), "HELLO entente 1 tls=0\n",
      "{\"class\":\"HELLO\",\"version\":1,\"tls\":0}\n"
    ),
  ]

  @Test("Every class prints in both modes and reads back", arguments: golden)
  func goldenLines(line: ServerLine, text: String, json: String) throws {
    #expect(print(line, .text) == text)
    #expect(print(line, .json) == json)
    #expect(try ServerLineParser.parse(Array(text.utf8.dropLast())) == line)
    #expect(try ServerLineParser.parse(Array(json.utf8.dropLast())) == line)
  }

  private func randomLine(_ generator: inout SeededGenerator) -> ServerLine {
    let v = Int.random(in: 0...1000, using: &generator)
    let kind = generator.pick(
      [
        .hello(version: 1), .ok(verb: "SAY"), .data(verb: "STATE"),
        .error(number: 600 + v, name: "RULE"), .event(v: v, kind: "deal.signed"),
        .note(name: "N"), .warn(name: "W1"), .ping, .pong,
      ] as [ServerLine.Kind])
    var line = ServerLine(kind)
    let names = ["v", "kind", "name", "text", "id", "class", "dup", "verb", "code", "version", "x"]
    for name in names.shuffled(using: &generator).prefix(Int.random(in: 0...5, using: &generator)) {
      let isNumber = Bool.random(using: &generator)
      let number =
        Int(truncatingIfNeeded: generator.next()) >> Int.random(in: 0...60, using: &generator)
      line.fields.append(
        WireField(name, isNumber ? WireValue.int(number) : .string(generator.text())))
    }
    if Bool.random(using: &generator) { line.text = generator.text() }
    if Bool.random(using: &generator) { line.id = "a.b-\(v)" }
    line.isDuplicate = Bool.random(using: &generator)
    return line
  }

  @Test("In JSON mode every line reads back as it was, forbidden characters and all")
  func jsonRoundTrip() throws {
    for seed in UInt64(1)...3000 {
      var generator = SeededGenerator(seed: seed)
      let line = randomLine(&generator)
      let bytes = ServerLinePrinter.bytes(line, as: .json)
      #expect(try ServerLineParser.parse(Array(bytes.dropLast())) == line, "seed \(seed)")
      checkClean(bytes, seed)
    }
  }

  @Test("In text mode every line reads back, its text as it is shown")
  func textRoundTrip() throws {
    for seed in UInt64(1)...3000 {
      var generator = SeededGenerator(seed: seed)
      var line = randomLine(&generator)
      let bytes = ServerLinePrinter.bytes(line, as: .text)
      let read = try ServerLineParser.parse(Array(bytes.dropLast()))
      line.text = line.text.map { String(VisibleText.escaped($0).drop { $0 == " " }) }
      #expect(read == line, "seed \(seed)")
      checkClean(bytes, seed)
    }
  }

  /// One line end, at the end, and no character that a client's line could not hold.
  private func checkClean(_ bytes: [UInt8], _ seed: UInt64) {
    let line = Array(bytes.dropLast())
    #expect(bytes.last == 0x0A, "seed \(seed)")
    let fault = line.withUnsafeBytes { WireCharacters.firstFault(in: $0, allowingTabs: false) }
    #expect(fault == nil, "seed \(seed)")
  }

  @Test("Nothing forbidden leaves through a name, a word or a tag either")
  func dirtyNames() {
    let dirt = "x\n\u{1b}\u{202e} \"é=;"
    for kind in [
      .ok(verb: dirt), .data(verb: dirt), .error(number: 600, name: dirt),
      .event(v: 1, kind: dirt), .note(name: dirt), .warn(name: dirt),
    ] as [ServerLine.Kind] {
      let line = ServerLine(kind, [WireField(dirt, 1)], text: dirt, id: dirt)
      for mode in LineMode.allCases {
        checkClean(ServerLinePrinter.bytes(line, as: mode), 0)
        #expect(throws: Never.self) {
          try ServerLineParser.parse(ServerLinePrinter.bytes(line, as: mode).dropLast())
        }
      }
    }
  }

  @Test("An event rendered once is the line of every seat but for its number")
  func encodedEvent() {
    for seed in UInt64(1)...500 {
      var generator = SeededGenerator(seed: seed)
      let source = randomLine(&generator)
      for mode in LineMode.allCases {
        let event = EncodedEvent(
          kind: "message.sent", source.fields, text: source.text, as: mode)
        for v in [1, 9, 10, 12345] {
          let line = ServerLine(
            .event(v: v, kind: "message.sent"), source.fields, text: source.text)
          var bytes: [UInt8] = []
          event.append(v: v, to: &bytes)
          #expect(bytes == ServerLinePrinter.bytes(line, as: mode), "seed \(seed)")
          #expect(event.count < bytes.count)
        }
      }
    }
  }

  @Test("A client reads what a younger server may say")
  func younger() throws {
    let error = try ServerLineParser.parse(Array("@id=1;new=3 ERR 619 ODD x=1".utf8))
    #expect(error.kind == .error(number: 619, name: "ODD"))
    #expect(error.id == "1")
    #expect(error.code == nil)
    #expect(error.endsReply)
    let nested = try ServerLineParser.parse(
      Array("{\"class\":\"NOTE\",\"name\":\"N\",\"more\":[1,true],\"flag\":null}".utf8))
    #expect(nested.fields == [WireField("more", "[1,true]"), WireField("flag", "null")])
  }

  @Test(
    "What is no line of a server is refused with its place",
    arguments: [
      ("", 0), ("OK", 2), ("ERR x NAME", 3), ("EVENT 1", 7), ("BOO x", 0), ("HELLO smtp 1", 0),
      ("OK SAY word", 7), ("OK SAY =1", 7), ("OK SAY a=\"x", 11), ("{\"class\":\"OK\"}", 0),
      ("{\"class\":\"OK\",\"verb\":\"A\",\"verb\":\"A\"}", 32), ("{\"class\"", 8), ("{}", 0),
    ])
  func refused(line: String, place: Int) {
    let error = #expect(throws: WireError.self) { try ServerLineParser.parse(Array(line.utf8)) }
    #expect(error?.fields.first == WireField("at", place))
  }

  @Test("Random lines never make a client trap")
  func fuzz() {
    var generator = SeededGenerator(seed: 4748)
    let parts = [
      "@id=", "dup", ";", " ", "OK", "ERR", "EVENT", "HELLO entente", "404", "NAME", "a=", "\"",
      "\\", ":", "{", "}", "\"class\":\"OK\"", "\"verb\":\"X\"", ",", "é", "\u{1b}", "\r", "1",
    ]
    var read = 0
    for _ in 0..<50_000 {
      var line: [UInt8] = []
      if Bool.random(using: &generator) { line.append(contentsOf: "OK SAY ".utf8) }
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        line.append(contentsOf: generator.pick(parts).utf8)
      }
      if Int.random(in: 0...9, using: &generator) == 0 { line.append(0xC3) }
      if (try? ServerLineParser.parse(line)) != nil { read += 1 }
    }
    #expect(read > 100)
  }
}
