import EntenteJournal
import EntenteWire
import Synchronization
import Testing

@testable import EntenteHost
@testable import EntenteServer

/// What people are told when the disk does not take what they did.
@Suite("Disk faults")
struct DiskFaultTests {
  @Test("a full disk is told, reading goes on, and writing comes back by itself with the same key")
  func full() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let ana = try await test.member("aster.head", of: facilitator)
      test.gate.fail(.diskFull)
      let refused = try await ana.ask("@key=k1 SAY facilitator :does it hold?")
      #expect(refused.hasPrefix("ERR 504 STORAGE_FULL"))
      #expect(try await ana.ask("STATUS").hasPrefix("OK STATUS"))
      #expect(try await ana.ask("@key=k2 SAY facilitator :no").hasPrefix("ERR 504 STORAGE_FULL"))
      #expect(try await ana.ask("HISTORY").contains("events=0") == false)

      test.gate.fail(nil)
      var answer = refused
      while answer.hasPrefix("ERR 504") {
        test.clock.advance(seconds: 2)
        try await ana.demand("PING")
        answer = try await ana.ask("@key=k1 SAY facilitator :does it hold?")
      }
      #expect(answer.hasPrefix("OK SAY v="))
      #expect(try await ana.ask("@key=k1 SAY facilitator :does it hold?").hasPrefix("@dup OK SAY"))
    }
  }

  @Test("an outcome that nobody knows is told as such, and the operator's program hears of it")
  func unknown() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let ana = try await test.member("aster.head", of: facilitator)
      let told = Flag()
      await test.server.onLoop { $0.host.onUnknownOutcome = { told.raise() } }
      test.gate.fail(.unknownOutcome)
      let answer = try await ana.ask("@key=k1 SAY facilitator :does it hold?")
      #expect(answer.hasPrefix("ERR 506 UNKNOWN_OUTCOME"))
      #expect(told.isRaised)
    }
  }

  @Test(
    "what the store refuses is no change, and the same request may be sent again",
    arguments: [
      (JournalError.Code.conflict, "ERR 500 INTERNAL"), (.queueFull, "ERR 502 BUSY"),
    ])
  func refused(fault: JournalError.Code, line: String) async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let ana = try await test.member("aster.head", of: facilitator)
      test.gate.fail(fault)
      #expect(try await ana.ask("@key=k1 SAY facilitator :once").hasPrefix(line))
      test.gate.fail(nil)
      #expect(try await ana.ask("@key=k1 SAY facilitator :once").hasPrefix("OK SAY v="))
    }
  }

  @Test("a queue that is full takes nothing back of what waits in it already")
  func fullQueue() async throws {
    try await TestServer.run(queueMax: 1) { test in
      let facilitator = try await test.facilitator()
      let ana = try await test.member("aster.head", of: facilitator)
      let second = try await test.facilitator()
      let ben = try await test.member("aster.head", of: second)
      test.gate.shut()
      try await ana.send("@id=1 SAY facilitator :with the writer\n")
      #expect(await test.comes { _ in test.gate.holdsCommit })
      try await ana.send("@id=2 SAY facilitator :in the queue\n")
      #expect(await test.comes { $0.host.underWay.count == 2 })
      try await ana.send("@id=3 SAY facilitator :too many\n@id=4 NONSENSE\n")
      #expect(await test.comes { $0.host.underWay.count == 3 })
      try await ben.send("@id=5 SAY facilitator :behind it\n")
      #expect(await test.comes { $0.host.underWay.count == 4 })
      test.gate.open()
      try await ana.expect("@id=1 OK SAY v=")
      try await ana.expect("@id=2 OK SAY v=")
      try await ana.expect("@id=3 ERR 502 BUSY")
      try await ana.expect("@id=4 ERR ")
      try await ben.expect("@id=5 ERR 502 BUSY")
      #expect(try await ana.ask("@key=k1 SAY facilitator :again").hasPrefix("OK SAY v="))
      #expect(try await ben.ask("@key=k1 SAY facilitator :again").hasPrefix("OK SAY v="))
      #expect(try await ana.ask("@key=k1 SAY facilitator :again").hasPrefix("@dup OK SAY"))
    }
  }

  @Test("a store that cannot be read is no reason to call a right token wrong")
  func unreadable() async throws {
    try await TestServer.run { test in
      let ana = try await RawClient.greeted(by: test.port)
      test.gate.failReading(.unreadable)
      #expect(try await ana.ask("JOIN code=AAAA-AAAA name=A").hasPrefix("ERR 500 INTERNAL"))
      #expect(try await ana.ask("AUTH token=\(test.token)").hasPrefix("ERR 500 INTERNAL"))
      test.gate.failReading(nil)
      #expect(try await ana.ask("JOIN code=AAAA-AAAA name=A").hasPrefix("ERR 416 BAD_LOGIN"))
      #expect(try await ana.ask("AUTH token=\(test.token)").hasPrefix("OK AUTH role=facilitator"))
    }
  }

  @Test("a session that cannot be read is named as damaged, and the others are served")
  func quarantined() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let closed = try await facilitator.demand("CLOSE")
      #expect(closed.hasPrefix("OK CLOSE"))
      let session = try #require(await test.server.onLoop { $0.host.sessions.keys.first })
      try await facilitator.demand("CREATE first-accord format=class")
      #expect(await test.comes { $0.host.shelved.contains(session) })
      test.gate.losePackages()
      let answer = try await facilitator.ask("JOIN \(session)")
      #expect(answer.hasPrefix("ERR 507 QUARANTINED session=\(session)"))
      #expect(try await facilitator.ask("LIST").hasPrefix("OK LIST count=1"))
      #expect(try await facilitator.ask("BOARD").hasPrefix("OK BOARD"))
    }
  }
}

/// Something that happened on another thread.
private final class Flag: Sendable {
  private let value = Mutex(false)
  var isRaised: Bool { value.withLock { $0 } }
  func raise() { value.withLock { $0 = true } }
}
