import EntenteWire
import Testing

@testable import EntenteHost
@testable import EntenteServer

/// How connections and sessions come to their end.
@Suite("Closing")
struct ClosingTests {
  @Test("QUIT closes after the answers that wait for the disk, never before")
  func quitWaits() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let ana = try await test.member("aster.head", of: facilitator)
      test.gate.shut()
      try await ana.send("SAY facilitator :one last word\nQUIT\n")
      #expect(
        await test.comes {
          $0.handlers.values.contains {
            $0.connection?.isLeaving == true && $0.connection?.isHolding == true
          }
        })
      test.gate.open()
      try await ana.expect("OK SAY v=")
      let rest = try await ana.linesUntilEnd()
      #expect(rest.last?.contains("BYE") == true)
    }
  }

  @Test("a connection closed for its errors still gets the answers it earned")
  func errorsWait() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let ana = try await test.member("aster.head", of: facilitator)
      test.gate.shut()
      let errors = String(repeating: "NONSENSE\n", count: WireLimits.errorsInARow)
      try await ana.send("SAY facilitator :before the nonsense\n" + errors)
      #expect(
        await test.comes {
          $0.handlers.values.contains { $0.connection?.isLeaving == true }
        })
      test.gate.open()
      try await ana.expect("OK SAY v=")
      let rest = try await ana.linesUntilEnd()
      #expect(rest.count { $0.hasPrefix("ERR") } == WireLimits.errorsInARow + 1)
      #expect(rest.last?.contains("TOO_MANY_ERRORS") == true)
    }
  }

  @Test("a session that is over leaves memory with its last reader and opens again for the next")
  func shelf() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let ana = try await test.member("aster.head", of: facilitator)
      try await ana.demand("SAY facilitator :kept")
      try await facilitator.demand("CLOSE")
      let listed = try await facilitator.demand("LEAVE")
      #expect(listed.hasPrefix("OK LEAVE"))
      try await ana.demand("LEAVE")
      #expect(await test.comes { $0.host.sessions.isEmpty && $0.host.shelved.count == 1 })
      try await facilitator.send("LIST\n")
      let row = try await facilitator.reply()
      #expect(row.hasPrefix("DATA LIST session=ex-"))
      #expect(row.contains("status=closed"))
      try await facilitator.expect("OK LIST count=1")
      let id = row.dropFirst("DATA LIST session=".count).prefix { $0 != " " }
      try await facilitator.demand("JOIN \(id) since=0")
      #expect(await test.comes { $0.host.sessions.count == 1 })
      try await facilitator.send("HISTORY limit=500\n")
      var lines: [String] = []
      repeat {
        lines.append(try await facilitator.reply())
      } while lines.last?.hasPrefix("OK") == false
      #expect(lines.contains { $0.contains("kept") })
    }
  }
}
