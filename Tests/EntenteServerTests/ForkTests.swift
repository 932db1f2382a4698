import EntenteJournal
import Testing

@testable import EntenteHost
@testable import EntenteServer

/// Branches: a turn played again, beside what was played.
@Suite("A branch")
struct ForkTests {
  private func toTurn(_ turn: Int, _ facilitator: RawClient) async throws {
    while true {
      if try await facilitator.demand("STATUS").contains("turn=\(turn)") { return }
      try await facilitator.demand("ADVANCE")
    }
  }

  @Test("shares the past, keeps members and tokens, and changes nothing of its parent")
  func branch() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let parent = try await test.sessionID()
      let ana = try await test.member("aster.head", of: facilitator)
      try await facilitator.demand("START")
      try await ana.demand("SAY all :Said in turn one.")
      try await toTurn(3, facilitator)
      try await ana.demand("SAY all :Said in turn three.")
      let before = try await facilitator.demand("HEAD")
      #expect(try await facilitator.ask("FORK turn=4").hasPrefix("ERR 405"))
      let made = try await facilitator.demand("@key=f1 FORK turn=2")
      #expect(made.contains("turn=2"))
      let id = String(made[made.firstRange(of: "session=")!.upperBound...].prefix { $0 != " " })
      #expect(id != parent)
      try await ana.expect("NOTE BRANCH session=\(id) turn=2")
      #expect(try await facilitator.demand("STATUS").contains("turn=2"))
      #expect(try await ana.demand("JOIN \(id)").contains("seat=aster.head"))
      try await ana.send("HISTORY limit=500\n")
      var lines: [String] = []
      repeat { lines.append(try await ana.reply()) } while !lines[lines.count - 1].hasPrefix("OK")
      #expect(lines.contains { $0.contains("Said in turn one.") })
      #expect(!lines.contains { $0.contains("Said in turn three.") })
      #expect(lines.contains { $0.contains("session.forked") })
      #expect(try await facilitator.ask("@key=f1 FORK turn=2").hasPrefix("@dup OK FORK"))
      try await facilitator.demand("UNPAUSE")
      try await ana.demand("SAY all :Another way.")
      try await facilitator.demand("JOIN \(parent)")
      #expect(try await facilitator.demand("HEAD") == before)
      let store = await test.server.onLoop { $0.host.store }
      #expect(try JournalVerifier(store).verify(id).isIntact)
      #expect(try JournalVerifier(store).verify(parent).isIntact)
      let record = try #require(try store.session(id))
      let again = await test.server.onLoop { core in
        try? Host.load(
          record, from: store, exercises: core.host.exercises, rules: core.host.rules
        ).headText
      }
      #expect(again != nil)
    }
  }
}
