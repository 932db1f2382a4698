import EntenteJournal
import EntenteWire
import NIOCore
import Testing

@testable import EntenteHost
@testable import EntenteServer

@Suite("Join codes") struct CodeTests {
  private func answer(_ test: TestServer, to code: String) async throws -> String {
    let client = try await RawClient.greeted(by: test.port)
    defer { client.channel.close(promise: nil) }
    return try await client.ask("JOIN code=\(code) name=Ben")
  }

  @Test("a code in place of the older ones: they open nothing, who sits there stays")
  func rotation() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let old = try await test.code(for: "aster.head", facilitator)
      let other = try await test.code(for: "borea.head", facilitator)
      let ana = try await RawClient.greeted(by: test.port)
      try await ana.demand("JOIN code=\(old) name=Ana")
      let made = try await facilitator.demand("CODE aster.head rotate=yes")
      #expect(made.contains("seat=aster.head revoked=1"))
      #expect(try await answer(test, to: old).hasPrefix("ERR 416 BAD_LOGIN"))
      let start = try #require(made.firstRange(of: "code=")?.upperBound)
      let new = String(made[start...].prefix { $0 != " " })
      #expect(try await answer(test, to: new).hasPrefix("OK JOIN"))
      #expect(try await answer(test, to: other).hasPrefix("OK JOIN"))
      #expect(try await ana.ask("STATUS").hasPrefix("OK STATUS"))
      #expect(
        try await facilitator.ask("CODE aster.head rotate=maybe").hasPrefix("ERR 405 BAD_ARG"))
    }
  }

  @Test("a code is taken back by itself or with all of its seat, and no journal holds it")
  func revoking() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let one = try await test.code(for: "aster.head", facilitator)
      let two = try await test.code(for: "aster.head", facilitator)
      let three = try await test.code(for: "aster.head", facilitator)
      let revoked = try await facilitator.demand("@key=r1 REVOKE code=\(one)")
      #expect(revoked.contains("seat=aster.head revoked=1"))
      #expect(try await answer(test, to: one).hasPrefix("ERR 416 BAD_LOGIN"))
      #expect(try await answer(test, to: two).hasPrefix("OK JOIN"))
      #expect(try await facilitator.demand("REVOKE codes=aster.head").contains("revoked=2"))
      #expect(try await answer(test, to: three).hasPrefix("ERR 416 BAD_LOGIN"))
      #expect(try await facilitator.ask("REVOKE codes=aster.head").hasPrefix("ERR 607 ALREADY"))
      #expect(try await facilitator.ask("REVOKE code=AAAA-AAAA").hasPrefix("ERR 410 NO_SUCH"))
      #expect(try await facilitator.ask("REVOKE codes=nobody").hasPrefix("ERR 410 NO_SUCH"))
      let leaked = await test.server.onLoop { core in
        let store = core.host.store
        let entries = core.host.sessions.keys.flatMap {
          (try? store.entries(of: $0, after: 0, limit: 100)) ?? []
        }
        return entries.contains { entry in
          [one, two, three].contains {
            String(decoding: entry.request + entry.body, as: UTF8.self).contains($0)
          }
        }
      }
      #expect(!leaked)
    }
  }

  @Test("a person who was taken out cannot come back, even when both happened at once")
  func kickedAtOnce() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let code = try await test.code(for: "aster.head", facilitator)
      let ana = try await RawClient.greeted(by: test.port)
      test.gate.shut()
      try await ana.send("JOIN code=\(code) name=Ana\n")
      #expect(await test.comes { $0.handlers.values.contains { $0.connection?.heldCount == 1 } })
      try await facilitator.send("KICK aster.head.1\n")
      #expect(
        await test.comes { core in
          core.handlers.values.count { $0.connection?.heldCount == 1 } == 2
        })
      test.gate.open()
      try await facilitator.expect("OK KICK")
      let token = try TestServer.field("token", of: await ana.reply())
      let again = try await RawClient.greeted(by: test.port)
      #expect(try await again.ask("AUTH token=\(token)").hasPrefix("ERR 416 BAD_LOGIN"))
    }
  }
}
