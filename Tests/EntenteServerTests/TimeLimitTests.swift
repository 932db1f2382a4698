import EntenteHost
import EntenteWire
import NIOCore
import Testing

@testable import EntenteServer

struct TimeLimitTests {
  @Test("a stranger is closed after a minute, somebody known is not")
  func login() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let stranger = try await RawClient.greeted(by: test.port)
      test.clock.advance(seconds: 61)
      await test.server.sweep()
      let lines = try await stranger.linesUntilEnd()
      #expect(lines.count == 1)
      #expect(lines.first?.hasPrefix("ERR 901 LOGIN_TIMEOUT limit=60") == true)
      #expect(try await facilitator.ask("PING").hasPrefix("OK PING"))
    }
  }

  @Test("half an hour of silence closes a connection")
  func idle() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      test.clock.advance(seconds: 1799)
      await test.server.sweep()
      #expect(try await facilitator.ask("PING").hasPrefix("OK PING"))
      test.clock.advance(seconds: 1800)
      await test.server.sweep()
      let lines = try await facilitator.linesUntilEnd()
      #expect(lines.last?.hasPrefix("ERR 902 IDLE limit=1800") == true)
    }
  }

  @Test("who promised a heartbeat is asked after a minute, and closed when no answer comes")
  func heartbeat() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      #expect(try await facilitator.ask("HELLO 1 heartbeat").hasPrefix("OK HELLO"))
      test.clock.advance(seconds: 60)
      await test.server.sweep()
      #expect(try await facilitator.reply() == "PING")
      #expect(try await facilitator.ask("PONG").hasPrefix("OK PONG"))
      test.clock.advance(seconds: 149)
      await test.server.sweep()
      #expect(try await facilitator.reply() == "PING")
      test.clock.advance(seconds: 1)
      await test.server.sweep()
      try await facilitator.expect("ERR 902 IDLE limit=150")
    }
  }

  @Test("a body that stops is answered after half a minute; its rest is still no command")
  func bodyGap() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      try await facilitator.send("@id=7 SAY all <<\nfirst\n")
      #expect(
        await test.comes { $0.handlers.values.contains { $0.connection?.awaitsBody == true } })
      // Both lines have to be in before the clock moves: what is read last counts.
      #expect(await test.comes { $0.handlers.values.allSatisfy { $0.unread == nil } })
      test.clock.advance(seconds: 31)
      await test.server.sweep()
      try await facilitator.expect("@id=7 ERR 408 BODY_TOO_LONG gap=30")
      try await facilitator.send("QUIT\n.\nPING after\n")
      #expect(try await facilitator.reply() == "OK PING echo=after")
    }
  }

  @Test("a line that is never ended does not keep a stranger alive")
  func slowLoris() async throws {
    try await TestServer.run { test in
      let stranger = try await RawClient.greeted(by: test.port)
      for _ in 0..<59 {
        try await stranger.send("x")
        test.clock.advance(seconds: 1)
        await test.server.sweep()
      }
      #expect(await test.server.onLoop { $0.count } == 1)
      test.clock.advance(seconds: 1)
      await test.server.sweep()
      #expect(try await stranger.linesUntilEnd().last?.hasPrefix("ERR 901") == true)
    }
  }

  @Test("after its last line a connection is cut, even when the peer does not go")
  func linger() async throws {
    try await TestServer.run { test in
      let client = try await RawClient.connect(to: test.port, isStubborn: true)
      try await client.send("QUIT\n")
      #expect(await test.comes { $0.handlers.values.contains { $0.cutAt != nil } })
      test.clock.advance(seconds: 2)
      await test.server.sweep()
      #expect(await test.comes { $0.count == 0 })
      await client.close()
    }
  }
}
