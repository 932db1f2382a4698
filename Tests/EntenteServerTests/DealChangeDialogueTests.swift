import EntenteWire
import Testing

@testable import EntenteServer

/// Deals that stand, changed and left as people type it.
struct DealChangeDialogueTests {
  /// Three people in a session at the start of its first negotiation.
  private struct Table {
    let facilitator, aster, cael, dorn: RawClient

    init(_ test: TestServer) async throws {
      facilitator = try await test.facilitator()
      aster = try await test.member("aster.head", of: facilitator)
      cael = try await test.member("cael.head", of: facilitator)
      dorn = try await test.member("dorn.head", of: facilitator)
      try await facilitator.demand("START bots=no")
      try await facilitator.demand("ADVANCE")
    }

    /// A deal that aster offers to cael and cael signs.
    func deal(_ terms: String) async throws -> String {
      let tabled = try await aster.demand("PROPOSE cael : \(terms)")
      let start = try #require(tabled.firstRange(of: "deal=")?.upperBound)
      let deal = String(tabled[start...].prefix { $0 != " " })
      try await cael.demand("@rev=1 SIGN \(deal)")
      return deal
    }
  }

  /// A reply whole: its rows, then its end.
  private func reply(to line: String, by client: RawClient) async throws -> [String] {
    try await client.send(line + "\n")
    var lines: [String] = []
    while true {
      let line = try await client.reply()
      lines.append(line)
      if line.hasPrefix("OK ") || line.hasPrefix("ERR ") || line.contains("\"class\":\"OK\"")
        || line.contains("\"class\":\"ERR\"")
      {
        return lines
      }
    }
  }

  /// The next event of a kind.
  private func event(_ kind: String, to client: RawClient) async throws -> String {
    while true {
      let line = try await client.line()
      if line.hasPrefix("EVENT"), line.contains(" \(kind) ") { return line }
    }
  }

  @Test("An amendment: COUNTER, DIFF, SHOW, SIGN, and what stands against each")
  func amendment() async throws {
    try await TestServer.run { test in
      let table = try await Table(test)
      let deal = try await table.deal("exercise")
      let counter = try await table.cael.ask("@rev=1 COUNTER \(deal) : exercise intensity=2")
      #expect(counter.hasPrefix("OK COUNTER v="))
      #expect(counter.contains(" deal=\(deal) rev=2 signed=yes hash="))
      #expect(counter.hasSuffix(":Revision 2 waits for the others; they are told."))
      #expect(
        try await event("change.tabled", to: table.aster).hasSuffix(
          ":cael asks to amend \(deal): exercise intensity=2. @rev=2 SIGN \(deal) says yes, REJECT "
            + "says no."))
      #expect(
        try await reply(to: "DIFF \(deal) 1 2", by: table.aster) == [
          "DATA DIFF change=changed clause=c1 type=exercise was=exercise "
            + "now=\"exercise intensity=2\"",
          "DATA DIFF :changed c1 was: exercise -> now: exercise intensity=2",
          "OK DIFF deal=\(deal) from=1 to=2 count=1 :What revision 2 of \(deal) changes in "
            + "revision 1.",
        ])
      #expect(
        try await table.aster.ask("SIGN \(deal)")
          == "ERR 414 KEY_REQUIRED need=rev :Say which revision you sign: @rev=2 SIGN \(deal)")
      #expect(
        try await table.aster.ask("@rev=1 SIGN \(deal)").hasPrefix(
          "ERR 409 STALE what=rev given=1 current=2"))
      #expect(
        try await table.dorn.ask("COUNTER \(deal) : dialogue").hasPrefix(
          "ERR 600 RULE refusal=not-a-party"))
      let signed = try await table.aster.ask("@rev=2 SIGN \(deal)")
      #expect(signed.hasSuffix(":The text of \(deal) is revision 2 now."))
      #expect(
        try await event("deal.amended", to: table.dorn).hasSuffix(
          ":\(deal) between aster, cael has a new text."))
      #expect(
        try await table.aster.ask("REJECT \(deal)").hasPrefix(
          "ERR 606 DEAL_CLOSED deal=\(deal) status=concluded"))
    }
  }

  @Test("Leaving: DENOUNCE once, by those it binds, in its phase")
  func denouncing() async throws {
    try await TestServer.run { test in
      let table = try await Table(test)
      let deal = try await table.deal("exercise; term notice=2")
      #expect(
        try await table.dorn.ask("DENOUNCE \(deal)").hasPrefix(
          "ERR 600 RULE refusal=not-a-party deal=\(deal)"))
      #expect(
        try await table.cael.ask("DENOUNCE \(deal) soon").hasPrefix(
          "ERR 405 BAD_ARG argument=now value=soon"))
      let left = try await table.cael.ask("denounce \(deal.lowercased())")
      #expect(left.contains(" deal=\(deal) status=concluded "))
      #expect(
        left.hasSuffix(
          ":You are bound by \(deal) through turn 3; the others are told. You are out of it from "
            + "turn 4. It costs 4 points of their trust in you this turn."))
      #expect(
        try await event("deal.denounced", to: table.dorn).contains(
          " deal.denounced deal=\(deal) by=cael until=3 :"))
      #expect(try await table.cael.ask("DENOUNCE \(deal) now").hasPrefix("ERR 607 ALREADY"))
      try await table.facilitator.demand("ADVANCE")
      #expect(
        try await table.aster.ask("DENOUNCE \(deal)").hasPrefix("ERR 415 NOT_NOW phase=orders"))
    }
  }

  @Test("Joining: ACCEDE waits for the parties, tells no terms, and answers by the rule")
  func acceding() async throws {
    try await TestServer.run { test in
      let table = try await Table(test)
      let closed = try await table.deal("dialogue")
      #expect(
        try await table.dorn.ask("ACCEDE \(closed)").hasPrefix(
          "ERR 600 RULE refusal=accession-closed deal=\(closed) rule=closed"))
      #expect(
        try await table.dorn.ask("ACCEDE D-0000").hasPrefix("ERR 410 NO_SUCH what=deal"))
      let deal = try await table.deal("exercise intensity=2; accession unanimity")
      let asked = try await table.dorn.ask("ACCEDE \(deal)")
      #expect(
        asked.hasSuffix(" deal=\(deal) status=concluded :The parties are told; they answer."))
      let told = try await event("change.tabled", to: table.aster)
      #expect(told.contains(" change=accession from=dorn :dorn asks to join \(deal)."))
      try await table.aster.demand("@rev=2 SIGN \(deal)")
      let status = try await reply(to: "STATUS", by: table.cael)
      #expect(
        status.contains { $0.hasSuffix(":Agree to the change: @rev=2 SIGN \(deal)") })
      try await table.cael.demand("@rev=2 SIGN \(deal)")
      #expect(
        try await event("accession.settled", to: table.dorn).hasSuffix(
          "outcome=adopted :You have joined \(deal). SHOW \(deal) reads it."))
      let shown = try await reply(to: "SHOW \(deal)", by: table.dorn)
      #expect(shown.last?.contains(" parties=aster,cael,dorn rev=2 ") == true)
    }
  }

  @Test("A reservation, and the word the others give on it")
  func reserving() async throws {
    try await TestServer.run { test in
      let table = try await Table(test)
      let deal = try await table.deal("exercise; acsa")
      #expect(
        try await table.cael.ask("RESERVE \(deal) c7").hasPrefix("ERR 410 NO_SUCH what=clause"))
      #expect(try await table.cael.ask("RESERVE \(deal)").hasPrefix("ERR 405 BAD_ARG"))
      // Two states: without cael the acsa binds nobody, and falls away.
      let asked = try await table.cael.ask("RESERVE \(deal) c2")
      #expect(asked.contains(" deal=\(deal) rev=2 status=signed "))
      let agreed = try await table.aster.ask("@rev=2 SIGN \(deal)")
      #expect(agreed.contains("status=concluded"))
      #expect(try await table.cael.ask("RESERVE \(deal) c1").hasPrefix("ERR 606 DEAL_CLOSED"))
    }
  }

  @Test(
    "HELP shows the new verbs with lines to type",
    arguments: ["RESERVE", "DENOUNCE", "ACCEDE", "DIFF"])
  func help(verb: String) async throws {
    try await TestServer.run { test in
      let client = try await RawClient.greeted(by: test.port)
      let lines = try await reply(to: "HELP \(verb)", by: client)
      #expect(lines.contains { $0.contains(":for example: \(verb) D-7Q4K") })
      #expect(lines.last?.hasPrefix("OK HELP verb=\(verb) :") == true)
    }
  }

  @Test("In MODE json the same change has the same fields")
  func json() async throws {
    try await TestServer.run { test in
      let table = try await Table(test)
      let deal = try await table.deal("exercise")
      try await table.cael.demand("COUNTER \(deal) : exercise; dialogue")
      try await table.aster.send("MODE json\n")
      _ = try await table.aster.reply()
      try await table.aster.send("DIFF \(deal)\n")
      while true {
        let line = try await table.aster.line()
        guard line.contains("\"DIFF\"") else { continue }
        #expect(line.contains("\"change\":\"added\""))
        #expect(line.contains("\"now\":\"dialogue\""))
        break
      }
    }
  }
}
