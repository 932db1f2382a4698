import EntenteHost
import EntenteWire
import NIOCore
import Testing

@testable import EntenteServer

struct ConnectionHandlerTests {
  /// What a stranger may say, with an error, an empty line and a body that belongs to no verb.
  private static let dialogue = """
    HELP HELP
    @id=a;key=b PING one
    HELO

    @id=c NONSENSE <<
    QUIT
    ..
    .
    PING two

    """

  private func answers(
    to text: String, cut: (String) -> [String], port: Int
  ) async throws -> [String] {
    let client = try await RawClient.greeted(by: port)
    for piece in cut(text) { try await client.send(piece) }
    try await client.endOutput()
    return try await client.linesUntilEnd()
  }

  @Test("the same bytes get the same answers, whole, byte by byte and with CRLF")
  func framing() async throws {
    try await TestServer.run { test in
      let whole = try await answers(to: Self.dialogue, cut: { [$0] }, port: test.port)
      #expect(whole.contains("@id=a OK PING echo=one"))
      #expect(whole.contains { $0.hasPrefix("@id=c ERR 404 UNKNOWN_VERB") })
      #expect(whole.last == "OK PING echo=two")
      let bytes = try await answers(
        to: Self.dialogue, cut: { $0.map(String.init) }, port: test.port)
      #expect(bytes == whole)
      let crlf = try await answers(
        to: Self.dialogue,
        cut: { text in
          [
            text.split(separator: "\n", omittingEmptySubsequences: false)
              .joined(separator: "\r\n")
          ]
        }, port: test.port)
      #expect(crlf == whole)
    }
  }

  @Test(
    "another protocol is told so and closed, and nothing of it runs",
    arguments: [
      ("GET / HTTP/1.1\r\nHost: x\r\n\r\nQUIT\n", "http"),
      ("\u{FEFF}PING\n", "bom"),
    ])
  func foreignText(text: String, name: String) async throws {
    try await checkForeign(Array(text.utf8), name)
  }

  @Test(
    "bytes of TLS and telnet are told so and closed",
    arguments: [
      ([0x16, 0x03, 0x01, 0x02, 0x00, 0x01] as [UInt8], "tls"),
      ([0xFF, 0xFD, 0x03, 0x0A] as [UInt8], "telnet"),
    ])
  func foreignBytes(bytes: [UInt8], name: String) async throws {
    try await checkForeign(bytes, name)
  }

  private func checkForeign(_ bytes: [UInt8], _ name: String) async throws {
    try await TestServer.run { test in
      let client = try await RawClient.greeted(by: test.port)
      try await client.send(bytes: bytes)
      let lines = try await client.linesUntilEnd()
      #expect(lines.count == 1)
      #expect(lines.first?.hasPrefix("ERR 906 WRONG_PROTOCOL found=\(name)") == true)
    }
  }

  @Test("a stranger's line has 512 bytes, a member's 4096, from the line after the login")
  func lineLimits() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let code = try await test.code(for: "aster.head", facilitator)
      let client = try await RawClient.greeted(by: test.port)
      let long = "PING \(String(repeating: "x", count: 508))"
      #expect(try await client.ask(long).hasPrefix("ERR 407 LINE_TOO_LONG limit=512"))
      // In one write: the second line is read under the new limit.
      try await client.send("JOIN code=\(code) name=Ana\n\(long)\n")
      try await client.expect("OK JOIN")
      try await client.expect("OK PING")
      let longer = "PING \(String(repeating: "x", count: 4092))"
      #expect(try await client.ask(longer).hasPrefix("ERR 407 LINE_TOO_LONG limit=4096"))
    }
  }

  @Test("a line without end is thrown away as it comes, and costs no memory")
  func endlessLine() async throws {
    try await TestServer.run { test in
      let client = try await RawClient.greeted(by: test.port)
      for _ in 0..<64 { try await client.send(String(repeating: "x", count: 65_536)) }
      let isSmall = await test.comes { core in
        core.handlers.values.allSatisfy { ($0.unread?.readableBytes ?? 0) <= 512 }
      }
      #expect(isSmall)
      #expect(try await client.ask("").hasPrefix("ERR 407"))
    }
  }

  @Test("a stranger has twenty lines")
  func strangerLines() async throws {
    try await TestServer.run { test in
      let client = try await RawClient.greeted(by: test.port)
      try await client.send(String(repeating: "PING\n", count: 30))
      let lines = try await client.linesUntilEnd()
      #expect(lines.count == WireLimits.BeforeLogin.lines + 1)
      #expect(lines.last?.hasPrefix("ERR 905 FLOOD") == true)
    }
  }

  @Test("an address has thirty-two strangers; one who leaves makes room")
  func strangers() async throws {
    try await TestServer.run { test in
      var clients: [RawClient] = []
      for _ in 0..<WireLimits.BeforeLogin.connectionsPerAddress {
        clients.append(try await RawClient.greeted(by: test.port))
      }
      let refused = try await RawClient.connect(to: test.port)
      #expect(try await refused.line().hasPrefix("ERR 909 TOO_MANY_CONNECTIONS"))
      #expect(try await refused.linesUntilEnd().isEmpty)
      await clients.removeLast().close()
      #expect(await test.comes { $0.count <= WireLimits.BeforeLogin.connectionsPerAddress - 1 })
      #expect(try await RawClient.connect(to: test.port).line().hasPrefix("HELLO"))
      for client in clients { await client.close() }
    }
  }

  @Test("who ends the own half at once gets the answers of what is not on disk yet")
  func halfClosed() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let code = try await test.code(for: "aster.head", facilitator)
      test.gate.shut()
      let client = try await RawClient.greeted(by: test.port)
      try await client.send("JOIN code=\(code) name=Ana\nSAY facilitator :hello\n")
      try await client.endOutput()
      #expect(await test.comes { $0.handlers.values.contains { $0.inputEnded } })
      test.gate.open()
      let lines = try await client.linesUntilEnd().filter { !$0.hasPrefix("EVENT") }
      #expect(lines.count == 2)
      #expect(lines.first?.hasPrefix("OK JOIN") == true)
      #expect(lines.last?.hasPrefix("OK SAY") == true)
    }
  }

  @Test("sixty-four replies may wait for the disk; then nothing more is read until they are out")
  func inFlight() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let ana = try await test.member("aster.head", of: facilitator)
      test.gate.shut()
      let count = 500
      try await ana.send(
        (0..<count).map { "@id=\($0) SAY facilitator :message \($0)\n" }.joined())
      let isFull = await test.comes { core in
        core.handlers.values.contains { $0.connection?.heldCount == WireLimits.requestsInFlight }
      }
      #expect(isFull)
      // Somebody else's question goes through the same loop: nobody waits for her.
      let stranger = try await RawClient.greeted(by: test.port)
      #expect(try await stranger.ask("PING still").hasSuffix("echo=still"))
      let held = await test.server.onLoop { core in
        core.handlers.values.map { $0.connection?.heldCount ?? 0 }.max()
      }
      #expect(held == WireLimits.requestsInFlight)
      test.gate.open()
      for number in 0..<count {
        try await ana.expect("@id=\(number) OK SAY")
      }
    }
  }

  @Test("the bucket lets a burst through, then five a second, then says to slow down")
  func pace() async throws {
    try await TestServer.run(isRateLimited: true) { test in
      let facilitator = try await test.facilitator()
      // Two requests of the burst are used up.
      try await facilitator.send((0..<70).map { "@id=\($0) PING\n" }.joined())
      var expected = 0
      func expectOK(through last: Int) async throws {
        while expected <= last {
          #expect(try await facilitator.reply() == "@id=\(expected) OK PING")
          expected += 1
        }
      }
      try await expectOK(through: 37)
      for last in [42, 47] {
        test.clock.advance(seconds: 1)
        await test.server.sweep()
        try await expectOK(through: last)
      }
      let refused = try await facilitator.lines(22)
      #expect(refused.first?.hasPrefix("@id=48 ERR 501 SLOW_DOWN limit=5 retry=") == true)
      #expect(refused.allSatisfy { $0.contains("ERR 501 SLOW_DOWN") })
      test.clock.advance(seconds: 9)
      #expect(try await facilitator.ask("PING again").hasSuffix("OK PING echo=again"))
    }
  }

  @Test("the lines of a body cost one request together")
  func paceOfBody() async throws {
    try await TestServer.run(isRateLimited: true) { test in
      let facilitator = try await test.facilitator()
      let body = (0..<300).map { "line \($0)\n" }.joined()
      try await facilitator.send("SAY all <<\n\(body).\nPING\n")
      try await facilitator.expect("OK SAY")
      #expect(try await facilitator.reply() == "OK PING")
    }
  }
}
