import EntenteBots
import EntenteModel
import EntenteSession
import Testing

struct RehearsalReportTests {
  private static let rules = Rules { bytes in
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) }
  }

  private static func game(_ number: Int) throws -> RehearsalGame {
    var game = try RehearsalGame(
      try FirstAccord.exercise("solo"), seed: 1, number: number, rules: rules)
    try game.play()
    return game
  }

  private static let report = Result {
    var report = RehearsalReport(try FirstAccord.exercise("solo"))
    for number in 1...3 { report.add(try game(number)) }
    return report
  }

  @Test("Every game is counted once in everything")
  func counts() throws {
    let report = try Self.report.get()
    #expect(report.games == 3 && report.refused == 0)
    #expect(report.chances.reduce(0) { $0 + $1.firsts } >= 3)
    for use in report.clauses + report.orders + report.programmes + report.injects {
      #expect((0...3).contains(use.used) && use.used <= max(use.tried, use.used))
    }
    for chance in report.chances {
      #expect(chance.lowest <= chance.mean && chance.mean <= chance.highest)
      #expect(chance.cards.count == 4 && chance.cards.allSatisfy { (0...3).contains($0) })
    }
    #expect(report.groups.reduce(0) { $0 + $1.games } + report.without >= 3)
  }

  @Test("Events at fixed turns come in every game, and deals are concluded")
  func events() throws {
    let report = try Self.report.get()
    let fired = report.injects.filter { $0.name != "x0-first-offer" }
    #expect(fired.allSatisfy { $0.used == 3 })
    #expect(report.clauses.contains { $0.used >= 1 })
    #expect(report.orders.contains { $0.name == "fund-rd" && $0.used == 3 })
  }

  @Test("What nobody used is said in a sentence")
  func warnings() throws {
    let report = try Self.report.get()
    for use in report.clauses where use.tried == 0 {
      #expect(report.warnings.contains("No bot ever offered the clause \(use.name)."))
    }
    for use in report.orders where use.used == 0 {
      #expect(report.warnings.contains("No bot ever gave the order \(use.name)."))
    }
    #expect(RehearsalReport(report.exercise).warnings.isEmpty)
  }

  @Test("The same number is the same game, another number may be another")
  func repeatable() throws {
    let one = try Self.game(2)
    let again = try Self.game(2)
    #expect(one.state.world == again.state.world && one.orders == again.orders)
    let finals = try (1...3).map { try Self.game($0).state.world.states.map(\.outcome.final) }
    #expect(Set(finals).count > 1)
  }
}
