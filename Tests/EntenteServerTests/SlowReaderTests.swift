import EntenteWire
import NIOCore
import Testing

@testable import EntenteServer

struct SlowReaderTests {
  private static let messages = 1500
  private static let text = String(repeating: "x", count: 2000)

  /// Somebody in a session who reads nothing, with as little room on the way as the system gives.
  private func staller(_ test: TestServer, _ facilitator: RawClient) async throws -> RawClient {
    let code = try await test.code(for: "borea.head", facilitator)
    let client = try await RawClient.connect(
      to: test.port, isReading: false, receiveBuffer: 4096)
    try await client.send("JOIN code=\(code) name=Slow\n")
    #expect(await test.comes { $0.handlers.values.count { $0.watch.isKnown } == 2 })
    return client
  }

  /// Says so many messages to all, 50 at a time.
  private func talk(_ facilitator: RawClient) async throws {
    for first in stride(from: 0, to: Self.messages, by: 50) {
      try await facilitator.send(
        (first..<(first + 50)).map { "SAY all :\($0) \(Self.text)\n" }.joined())
      for _ in 0..<50 { try await facilitator.expect("OK SAY") }
    }
  }

  @Test("one who does not read costs two marks of memory, holds nobody up, and misses nothing")
  func stalled() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let slow = try await staller(test, facilitator)
      try await talk(facilitator)
      let waiting = await test.server.onLoop { core in
        core.handlers.values.map { handler -> Int in
          let channel = handler.context?.channel
          let buffered = try? channel?.syncOptions?.getOption(.bufferedWritableBytes)
          return (buffered ?? 0) + (handler.output?.readableBytes ?? 0)
        }.max() ?? 0
      }
      #expect(waiting > 0)
      #expect(waiting <= 2 * ConnectionHandler.outputMark + 4096)
      try await slow.startReading()
      var expected = 0
      while expected < Self.messages {
        let line = try await slow.line()
        guard line.contains("message.sent") else { continue }
        #expect(line.contains("all: \(expected) xxx"))
        expected += 1
      }
    }
  }

  @Test("one who reads nothing for a minute is sent away")
  func sentAway() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let slow = try await staller(test, facilitator)
      try await talk(facilitator)
      await test.server.sweep()
      test.clock.advance(seconds: 61)
      await test.server.sweep()
      test.clock.advance(seconds: 2)
      await test.server.sweep()
      #expect(await test.comes { $0.count == 1 })
      #expect(try await facilitator.ask("PING").hasPrefix("OK PING"))
      await slow.close()
    }
  }

  @Test("who asks without reading the answers is not asked for more")
  func asksWithoutReading() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let greedy = try await staller(test, facilitator)
      let sending = Task {
        for _ in 0..<20 { try await greedy.send(String(repeating: "HELP PROPOSE\n", count: 500)) }
      }
      let isPaused = await test.comes { core in
        core.handlers.values.contains { $0.pause.contains(.unwritable) }
      }
      #expect(isPaused)
      #expect(try await facilitator.ask("PING").hasPrefix("OK PING"))
      try await greedy.startReading()
      try await sending.value
      var answered = 0
      while answered < 20 * 500 {
        if try await greedy.line().hasPrefix("OK HELP") { answered += 1 }
      }
    }
  }
}
