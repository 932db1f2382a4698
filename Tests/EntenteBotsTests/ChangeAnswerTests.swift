import EntenteModel
import EntenteSession
import Testing

@testable import EntenteBots

/// Bots and changes of deals that stand: yes where they are not worse off.
struct ChangeAnswerTests {
  private static let parties: [StateID] = ["cael", "dorn"]

  /// A game in which cael, a person, and dorn, a bot, are bound by a deal.
  private func bound(_ terms: String) throws -> (Bench, Rehearsal, DealID) {
    let bench = try Bench(people: ["cael"])
    var game = bench.game
    try game.person("cael", .propose(text: try bench.text(Self.parties, terms)))
    let deal = try #require(game.state.negotiations.last?.id)
    try game.act(.sign(deal: deal, revision: 1), by: .bot("dorn"))
    game.runBots()
    return (bench, game, deal)
  }

  /// What the bot of dorn does first.
  private func answer(_ game: Rehearsal) throws -> BotMove? {
    let index = try #require(game.state.scenario.index(of: StateID("dorn")))
    let doctrine = try #require(game.state.doctrine(of: "dorn"))
    return BotPlayer(doctrine: doctrine).moves(game.state.view(for: index)).first {
      if case .propose = $0.command { false } else { true }
    }
  }

  @Test("An amendment that costs the bot nothing is signed, and the same view brings the same")
  func harmless() throws {
    var (bench, game, deal) = try bound("exercise")
    try game.person(
      "cael", .counter(deal: deal, text: try bench.text(Self.parties, "exercise; title \"Spring\""))
    )
    let move = try #require(try answer(game))
    #expect(move.command == .sign(deal: deal, revision: 2))
    #expect(try answer(game) == move)
    game.runBots()
    #expect(game.state[deal]?.current.revision == 2)
    #expect(game.refused.isEmpty)
  }

  @Test("An amendment that takes away what the bot gets is refused")
  func harmful() throws {
    var (bench, game, deal) = try bound("exercise intensity=3; dialogue")
    try game.person(
      "cael", .counter(deal: deal, text: try bench.text(Self.parties, "dialogue")))
    let move = try #require(try answer(game))
    guard case .reject(deal, _) = move.command else {
      Issue.record("the bot did \(move.words)")
      return
    }
    game.runBots()
    #expect(game.state[deal]?.change == nil)
    #expect(game.state[deal]?.current.revision == 1)
  }

  @Test("A reservation of a person is answered in the phase it was made in")
  func reservation() throws {
    var (_, game, deal) = try bound("exercise; acsa")
    try game.person("cael", .reserve(deal: deal, clause: "c2"))
    let move = try #require(try answer(game))
    #expect(move.words.hasSuffix("SIGN \(deal)") || move.words.hasPrefix("REJECT \(deal)"))
    game.runBots()
    #expect(game.state[deal]?.change == nil)
    #expect(game.state[deal]?.allRevisions.count == 2)
  }

  @Test("Bots answer before the phase is over, ratify what they agreed to, and never RESERVE")
  func playedOut() throws {
    var (bench, game, deal) = try bound("exercise")
    try game.person(
      "cael", .counter(deal: deal, text: try bench.text(Self.parties, "exercise; acsa; gsoia")))
    game.runBots()
    let isAgreed = game.state[deal]?.change?.isPassed == true
    let isRefused = game.state[deal]?.change == nil
    #expect(isAgreed || isRefused)
    if isAgreed {
      #expect(game.played.contains { $0.move.command == .ratify(deal: deal) })
    }
    try game.playOut()
    let asked = game.played.contains { played in
      if case .reserve = played.move.command { true } else { false }
    }
    #expect(!asked)
  }
}
