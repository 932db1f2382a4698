import Testing

@testable import EntenteHost
@testable import EntenteServer

/// What people ask and write beside the play, and what the facilitator does from the desk.
@Suite("The facilitator's desk")
struct DeskTests {
  @Test("a ticket is numbered by its team, answered to it, and shown with its age")
  func tickets() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let ana = try await test.member("aster.head", of: facilitator)
      let ben = try await test.member("borea.head", of: facilitator)
      #expect(try await ana.demand("ASK :How do I read my gap?").contains("ticket=aster-q1"))
      #expect(try await ben.demand("ASK kind=action :We mediate.").contains("ticket=borea-q1"))
      #expect(try await ben.ask("ASK kind=dispute :No deal named.").hasPrefix("ERR 405"))
      #expect(try await facilitator.demand("QUEUE").contains("open=2"))
      let ruled = try await facilitator.demand("RULE borea-q1 chance=99.99% :Well argued.")
      #expect(ruled.contains("outcome=granted") && ruled.contains("drawn="))
      try await facilitator.demand("RULE aster-q1 :WHY gap shows it.")
      #expect(try await facilitator.demand("QUEUE").contains("open=0"))
      #expect(try await ana.demand("TICKETS").contains("tickets=1 open=0"))
      #expect(try await facilitator.ask("RULE aster-q9 :Nothing.").hasPrefix("ERR 410"))
      #expect(try await ana.ask("RULE aster-q1 :Mine.").hasPrefix("ERR 412"))
    }
  }

  @Test("an event is held, sent, told in other words, and never twice")
  func injects() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      #expect(try await facilitator.ask("INJECT x0-crisis").hasPrefix("ERR 415"))
      try await facilitator.demand("START")
      let queue = try await facilitator.demand("QUEUE")
      #expect(queue.contains("injects="))
      #expect(try await facilitator.ask("INJECT x0-crisi").contains("near=x0-crisis"))
      try await facilitator.demand("HOLD x0-crisis")
      #expect(try await facilitator.ask("HOLD x0-crisis").hasPrefix("ERR 607"))
      try await facilitator.demand("INJECT x0-crisis to=cael :A drill, only for you.")
      #expect(try await facilitator.ask("INJECT x0-crisis").hasPrefix("ERR 607"))
      #expect(try await facilitator.ask("SKIP x0-crisis").hasPrefix("ERR 607"))
      let told = try await facilitator.demand(
        "INJECT to=aster {\"title\":\"News\",\"text\":\"Rain.\"}")
      #expect(told.contains("inject=told-"))
      #expect(try await facilitator.ask("INJECT {\"titel\":\"News\"}").hasPrefix("ERR 405"))
    }
  }

  @Test("a figure is put right within its range, with the reason on the record")
  func overrides() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let cael = try await test.member("cael.head", of: facilitator)
      try await facilitator.demand("START")
      let done = try await facilitator.demand("OVERRIDE treasury:cael 40m :A slip in the card.")
      #expect(done.contains("after=40000"))
      #expect(try await facilitator.ask("OVERRIDE treasury:cael 40m").hasPrefix("ERR 405"))
      #expect(try await facilitator.ask("OVERRIDE gap:cael 1% :No.").hasPrefix("ERR 405"))
      #expect(try await facilitator.ask("OVERRIDE pc:cael 140% :No.").hasPrefix("ERR 405"))
      #expect(try await cael.demand("WHY treasury").contains("value=40000"))
      try await cael.send("HISTORY limit=3\n")
      var lines: [String] = []
      repeat { lines.append(try await cael.reply()) } while !lines[lines.count - 1].hasPrefix("OK")
      #expect(lines.contains { $0.contains("kind=value.overridden") && $0.contains("slip") })
    }
  }

  @Test("a person moves to another seat with the token and the name, and nobody gets the old id")
  func moving() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let ana = try await test.member("aster.head", of: facilitator)
      try await facilitator.demand("SEAT aster.head.1 borea.head")
      try await ana.expect("NOTE SEAT_CHANGED seat=borea.head")
      #expect(try await ana.ask("STATUS").hasPrefix("ERR 411"))
      let id = try await test.sessionID()
      #expect(try await ana.demand("JOIN \(id)").contains("seat=borea.head"))
      #expect(try await facilitator.demand("WHO").contains("members=1"))
      let next = try await RawClient.greeted(by: test.port)
      let code = try await test.code(for: "aster.head", facilitator)
      let joined = try await next.demand("JOIN code=\(code) name=Eva")
      #expect(joined.contains("member=aster.head.2"))
    }
  }

  @Test("a new login on a connection leaves the session that the one before was in")
  func secondLogin() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let (_, token) = try await test.newcomer(to: "aster.head", of: facilitator)
      let ben = try await test.member("borea.head", of: facilitator)
      try await ben.demand("AUTH token=\(token)")
      #expect(try await ben.ask("STATE me").hasPrefix("ERR 411"))
      // Logged in before the move, joined after it: the seat is the new one.
      try await facilitator.demand("SEAT aster.head.1 dorn.head")
      let id = try await test.sessionID()
      #expect(try await ben.demand("JOIN \(id)").contains("seat=dorn.head"))
    }
  }

  @Test("who is put out hears why, and the token opens nothing any more")
  func kicking() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let (ana, token) = try await test.newcomer(to: "aster.head", of: facilitator)
      try await facilitator.demand("KICK aster.head.1 :left the course")
      #expect(try await ana.linesUntilEnd().last?.hasPrefix("ERR 907 REVOKED") == true)
      let again = try await RawClient.greeted(by: test.port)
      #expect(try await again.ask("AUTH token=\(token)").hasPrefix("ERR 416"))
      #expect(try await facilitator.demand("WHO").contains("members=0"))
    }
  }

  @Test("permissions are given and taken, and a bot comes and goes in the middle of a turn")
  func permissionsAndBots() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let head = try await test.member("aster.head", of: facilitator)
      let analyst = try await test.member("aster.analyst", of: facilitator)
      try await facilitator.demand("START")
      try await facilitator.demand("ADVANCE")
      let offer = "PROPOSE cael : exercise intensity=1"
      #expect(try await analyst.ask(offer).hasPrefix("ERR 412"))
      try await facilitator.demand("GRANT aster.analyst propose")
      try await analyst.demand(offer)
      try await facilitator.demand("REVOKE aster.head propose")
      #expect(try await head.ask(offer).hasPrefix("ERR 412"))
      #expect(try await facilitator.ask("BOT dorn industrial-hubb").contains("near=industrial-hub"))
      try await facilitator.demand("BOT dorn off")
      #expect(try await facilitator.ask("BOT dorn off").hasPrefix("ERR 607"))
      try await facilitator.demand("BOT dorn free-rider")
    }
  }

  @Test("a conference reaches its states alone, and says at its end who spoke")
  func conferences() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let aster = try await test.member("aster.head", of: facilitator)
      let borea = try await test.member("borea.head", of: facilitator)
      let cael = try await test.member("cael.head", of: facilitator)
      try await facilitator.demand("START")
      try await facilitator.demand("ADVANCE")
      let called = try await aster.demand("CONFERENCE with=borea minutes=5")
      let id = String(
        called[called.firstRange(of: "conference=")!.upperBound...].prefix { $0 != " " })
      try await borea.demand("SAY \(id) :Between us.")
      #expect(try await cael.ask("SAY \(id) :Let me in.").hasPrefix("ERR 410"))
      #expect(try await borea.ask("CONFERENCE \(id) close").hasPrefix("ERR 412"))
      try await aster.demand("CONFERENCE \(id) invite=cael")
      try await cael.demand("SAY \(id) :Thank you.")
      try await aster.demand("CONFERENCE \(id) close")
      try await cael.send("HISTORY\n")
      var lines: [String] = []
      repeat { lines.append(try await cael.reply()) } while !lines[lines.count - 1].hasPrefix("OK")
      #expect(lines.contains { $0.contains("spoke=borea.head,cael.head") })
      #expect(!lines.contains { $0.contains("Between us.") })
    }
  }

  @Test("predictions are two a turn, of figures that scores are made of")
  func predictions() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let aster = try await test.member("aster.head", of: facilitator)
      #expect(try await aster.ask("PREDICT gap 40%").hasPrefix("ERR 415"))
      try await facilitator.demand("START")
      try await aster.demand("PREDICT gap 40%")
      try await aster.demand("PREDICT gap 41.5")
      #expect(try await aster.ask("PREDICT unit-cost:canopy 4000").hasPrefix("ERR 405"))
      try await aster.demand("PREDICT groups 1")
      #expect(try await aster.ask("PREDICT rdy 10%").hasPrefix("ERR 508"))
      #expect(try await aster.ask("PREDICT treasury 1m").hasPrefix("ERR 405"))
      #expect(try await aster.ask("PREDICT pc:borea 10%").hasPrefix("ERR 405"))
      for _ in 0..<6 { try await facilitator.demand("ADVANCE") }
      #expect(try await aster.demand("SCORE").contains("turn=2"))
      // As far off as a number can be, and the turn is resolved all the same.
      try await aster.demand("PREDICT unit-cost:canopy 300000000000000k")
      while try await !aster.demand("SCORE").contains("turn=3") {
        try await facilitator.demand("ADVANCE")
      }
      try await aster.demand("JOURNAL :We guessed.")
      #expect(try await aster.demand("SURVEY").contains("questions="))
      try await aster.demand("SURVEY 1 :Shorter reports.")
      try await facilitator.demand("OBSERVE LO1 rating=S event=3 :Half the class saw it.")
      #expect(
        try await facilitator.ask("OBSERVE LO1 rating=S event=9999 :No.").hasPrefix("ERR 405"))
      try await facilitator.demand("ANNOTATE event=3 :Remember for the debrief.")
    }
  }
}

extension TestServer {
  /// The session there is.
  func sessionID() async throws -> String {
    await server.onLoop { $0.host.sessions.keys.first ?? "" }
  }
}
