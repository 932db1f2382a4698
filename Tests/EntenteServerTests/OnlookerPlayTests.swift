import Testing

@testable import EntenteHost
@testable import EntenteServer

/// Observers, evaluators and the screen of the room, from the outside.
@Suite("Looking on at a game")
struct OnlookerPlayTests {
  /// Everything a seat reads of the session, its events and its pages, as one text.
  private func eyes(_ client: RawClient, of session: String) async throws -> String {
    try await client.demand("LEAVE")
    try await client.demand("JOIN \(session)")
    var lines: [String] = []
    for verb in ["HISTORY limit=500", "DEALS", "STATUS", "GROUPS", "SCORE", "WHO"] {
      try await client.send(verb + "\n")
      repeat { lines.append(try await client.line()) } while !lines[lines.count - 1].hasPrefix("OK")
    }
    return lines.joined(separator: "\n")
  }

  /// A game with a secret deal of aster and borea in turn 1, and its id.
  private func secretDeal(
    _ test: TestServer, _ facilitator: RawClient
  ) async throws -> (aster: RawClient, deal: String) {
    let aster = try await test.member("aster.head", of: facilitator)
    let borea = try await test.member("borea.head", of: facilitator)
    try await facilitator.demand("START bots=no")
    try await facilitator.demand("ADVANCE")
    let made = try await aster.demand(
      "PROPOSE borea : exercise intensity=2; visibility secret until=4")
    let start = try #require(made.firstRange(of: "deal=")?.upperBound)
    let deal = String(made[start...].prefix { $0 != " " })
    try await borea.demand("@rev=1 SIGN \(deal)")
    try await aster.demand("SAY team :Nobody shall know.")
    return (aster, deal)
  }

  @Test("the screen of the room and an observer of a third state see nothing of a secret deal")
  func secrets() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let screen = try await test.member("projector", of: facilitator)
      let cael = try await test.member("observer:cael", of: facilitator)
      let all = try await test.member("observer", of: facilitator)
      let own = try await test.member("observer:borea", of: facilitator)
      let (_, deal) = try await secretDeal(test, facilitator)
      let id = try await test.sessionID()
      for blind in [screen, cael] {
        #expect(!(try await eyes(blind, of: id)).contains(deal))
        #expect(try await blind.ask("SHOW \(deal)").hasPrefix("ERR 410"))
      }
      for seeing in [all, own] {
        #expect(try await eyes(seeing, of: id).contains(deal))
        #expect(try await seeing.demand("SHOW \(deal)").contains("intensity=2"))
      }
      #expect(try await eyes(all, of: id).contains("Nobody shall know"))
      #expect(!(try await eyes(own, of: id)).contains("Nobody shall know"))
      for verb in ["STATE all", "WHY gap", "ORDERS", "TICKETS", "PREVIEW \(deal)", "DIFF \(deal)"] {
        #expect(try await screen.ask(verb).hasPrefix("ERR 412"))
      }
    }
  }

  @Test("a delay holds for events, on resume, in HISTORY and on every page, until the turn is old")
  func delays() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let late = try await test.joining("CODE observer delay=1", facilitator)
      let last = try await test.joining("CODE observer delay=close", facilitator)
      let (aster, deal) = try await secretDeal(test, facilitator)
      let id = try await test.sessionID()
      for blind in [late, last] {
        let seen = try await eyes(blind, of: id)
        #expect(!seen.contains(deal) && !seen.contains("Nobody shall know"))
        #expect(!seen.contains("turn.started"))
        #expect(try await blind.ask("SHOW \(deal)").hasPrefix("ERR 410"))
        #expect(try await blind.ask("JOIN \(id) since=60").hasPrefix("ERR 405"))
      }
      // Turn 2 begins: turn 1 is one turn old.
      try await facilitator.demand("ADVANCE")
      try await facilitator.demand("ADVANCE")
      try await facilitator.demand("ADVANCE")
      #expect(try await facilitator.demand("STATUS").contains("turn=2"))
      try await aster.demand("SAY team :The second secret.")
      let seen = try await eyes(late, of: id)
      #expect(seen.contains(deal) && seen.contains("Nobody shall know"))
      #expect(!seen.contains("second secret") && seen.contains("turn=1"))
      #expect(!(try await eyes(last, of: id)).contains(deal))
      try await facilitator.demand("CLOSE")
      for open in [late, last] {
        #expect(try await eyes(open, of: id).contains("second secret"))
      }
    }
  }

  @Test("an evaluator rates and notes, reads board and queue, and plays no part")
  func evaluating() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let eva = try await test.member("evaluator", of: facilitator)
      let (_, deal) = try await secretDeal(test, facilitator)
      #expect(try await eva.demand("SHOW \(deal)").contains("intensity=2"))
      try await eva.demand("OBSERVE LO1 rating=S event=2 :Late, but well.")
      try await eva.demand("ANNOTATE :They speak too little.")
      try await eva.demand("BOARD")
      try await eva.demand("QUEUE")
      try await facilitator.send("HISTORY limit=3\n")
      var lines: [String] = []
      repeat {
        lines.append(try await facilitator.reply())
      } while !lines[lines.count - 1].hasPrefix("OK")
      #expect(lines.contains { $0.contains("observation.made") && $0.contains("by=evaluator.1") })
      for verb in ["ADVANCE", "RULE aster-q1 :No.", "OVERRIDE pc:aster 50% :No.", "GRANT a.b sign"]
      {
        #expect(try await eva.ask(verb).hasPrefix("ERR 412"))
      }
      for verb in ["SAY all :Hello.", "READY", "ASK :What?", "COMMUNIQUE :We.", "CANCEL o1"] {
        let answer = try await eva.ask(verb)
        #expect(answer.hasPrefix("ERR 4"), "\(verb): \(answer)")
      }
      try await eva.demand("SAY facilitator :A word.")
    }
  }

  @Test("who looks on is named to all, moved like anybody, and no seat of that name is invented")
  func seats() async throws {
    try await TestServer.run { test in
      let facilitator = try await test.facilitator()
      let ana = try await test.member("aster.head", of: facilitator)
      try await facilitator.demand("SEAT aster.head.1 observer:aster delay=2")
      try await ana.expect("NOTE SEAT_CHANGED seat=observer:aster+2")
      let id = try await test.sessionID()
      #expect(try await ana.demand("JOIN \(id)").contains("seat=observer:aster+2"))
      #expect(try await facilitator.ask("CODE observer:nobody").hasPrefix("ERR 410"))
      #expect(try await facilitator.ask("CODE observer delay=0").hasPrefix("ERR 405"))
      #expect(try await facilitator.ask("CODE aster.head delay=1").hasPrefix("ERR 405"))
      #expect(try await facilitator.ask("GRANT observer sign").hasPrefix("ERR 405"))
    }
  }
}

extension TestServer {
  /// Somebody who joins with the code of a line.
  func joining(_ line: String, _ facilitator: RawClient) async throws -> RawClient {
    let code = try Self.field("code", of: await facilitator.demand(line))
    let client = try await RawClient.greeted(by: port)
    try await client.demand("JOIN code=\(code) name=Olga")
    return client
  }
}
