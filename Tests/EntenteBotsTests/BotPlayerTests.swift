import EntenteBots
import EntenteModel
import EntenteSession
import Testing

struct BotPlayerTests {
  /// A whole game of the exercise; a person, where one sits, says nothing.
  private static func played(_ people: [StateID] = [], format: String = "solo") throws -> Rehearsal
  {
    var game = try Rehearsal(try FirstAccord.exercise(format), people: people)
    try game.playOut()
    return game
  }

  /// One game of four bots that several tests look at.
  private static let botsOnly = Result { try played() }

  private func botsOnly() throws -> Rehearsal { try Self.botsOnly.get() }

  @Test(
    "A game is played to its end without a refused command, whoever sits and says nothing",
    arguments: [["aster"], ["borea"], ["cael"], ["dorn"]])
  func toTheEnd(people: [String]) throws {
    let game = try Self.played(people.map { StateID($0) })
    #expect(game.refused.isEmpty, "\(game.refused.map { ($0.move.words, $0.refusal) })")
    #expect(game.state.world.turn == 5)
    for turn in 1...4 { #expect(game.played.contains { $0.turn == turn }) }
  }

  @Test("In class, too, and nobody waits for a bot")
  func inClass() throws {
    let game = try Self.played(format: "class")
    #expect(game.refused.isEmpty, "\(game.refused.map { ($0.move.words, $0.refusal) })")
    #expect(game.state.world.turn == 5)
  }

  @Test("Bots sign deals among themselves, and what they sign they ratify")
  func signs() throws {
    let game = try botsOnly()
    #expect(game.refused.isEmpty, "\(game.refused.map { ($0.move.words, $0.refusal) })")
    let deals = game.state.negotiations.filter { $0.status == .deal }
    #expect(deals.count >= 3)
    for deal in deals {
      let standing = try #require(game.state.world.deal(deal.id))
      #expect(standing.concludedTurn != nil, "\(deal.id)")
    }
    #expect(!game.state.world.groups.isEmpty)
  }

  @Test("The same game twice is the same game")
  func repeatable() throws {
    let one = try botsOnly()
    let other = try Self.played()
    #expect(one.events == other.events)
    #expect(one.played.map(\.move) == other.played.map(\.move))
  }

  @Test("No bot tables more of its own than two texts a turn")
  func tables() throws {
    let game = try botsOnly()
    for state in game.state.scenario.states.map(\.id) {
      for turn in 1...4 {
        let count = game.state.negotiations.count {
          $0.tabledTurn == turn && $0.revisions[0].by == state
        }
        #expect(count <= 2, "\(state) in turn \(turn)")
      }
    }
  }

  @Test("A bot counters an offer once at most")
  func countersOnce() throws {
    for negotiation in try botsOnly().state.negotiations {
      for party in negotiation.parties {
        #expect(negotiation.revisions.dropFirst().count { $0.by == party } <= 1)
      }
    }
  }

  @Test("Scripted openings are tabled first, in the order of the exercise")
  func openings() throws {
    let exercise = try FirstAccord.exercise()
    var game = try Rehearsal(exercise, people: ["cael"])
    game.runBots()
    let tabled = game.state.negotiations.prefix(exercise.openings.count)
    #expect(tabled.map { $0.revisions[0].text } == exercise.openings.map(\.text))
    #expect(tabled.map { $0.revisions[0].by } == exercise.openings.map(\.from))
    #expect(tabled.allSatisfy { $0.revisions[0].isSigned })
  }

  @Test("A person's signature under an opening is followed by the bot's ratification")
  func firstDeal() throws {
    var game = try Rehearsal(try FirstAccord.exercise(), people: ["cael"])
    game.runBots()
    let offer = try #require(game.state.negotiations.first { $0.revisions[0].by == "borea" })
    try game.person("cael", .sign(deal: offer.id, revision: 1))
    game.runBots()
    try game.person("cael", .ratify(deal: offer.id))
    #expect(game.state.world.deal(offer.id)?.concludedTurn == 1)
    #expect(game.refused.isEmpty)
  }

  @Test("An opening between bots is answered")
  func answered() throws {
    var game = try Rehearsal(try FirstAccord.exercise(), people: ["cael"])
    game.runBots()
    let offer = try #require(game.state.negotiations.first { $0.revisions[0].by == "dorn" })
    #expect(offer.parties == ["aster", "dorn"])
    #expect(offer.status == .deal)
    #expect(game.state.world.deal(offer.id)?.concludedTurn == 1)
  }

  @Test("Every answer to an offer comes with one sentence to its parties")
  func sentences() throws {
    let moves = try botsOnly().played
    for (place, move) in moves.enumerated() {
      guard move.move.isRemark else { continue }
      guard case .say(let to, let issue, let text) = move.move.command else {
        Issue.record("a remark that is no sentence: \(move.move.words)")
        continue
      }
      #expect(text.count <= 100 && !to.contains(move.state.text))
      let before = moves[place - 1]
      #expect(before.state == move.state)
      #expect(before.move.words.contains(try #require(issue)))
    }
    #expect(moves.contains { $0.move.isRemark })
  }

  @Test("A person who speaks is answered once a turn, a bot never answers a bot")
  func talk() throws {
    var game = try Rehearsal(try FirstAccord.exercise(), people: ["cael"])
    game.runBots()
    let before = game.played.count
    for _ in 0..<2 {
      try game.person("cael", .say(to: ["dorn"], issue: nil, text: "What would you want?"))
      game.runBots()
    }
    let answers = game.played.dropFirst(before)
    #expect(answers.map(\.state) == ["dorn"])
    #expect(answers.first?.move.words.hasPrefix("SAY cael :We look for ") == true)
    #expect(game.played.prefix(before).allSatisfy { !$0.move.words.contains("We look for") })
  }

  @Test("Whoever waits for nothing gets nothing")
  func quiet() throws {
    var game = try Rehearsal(try FirstAccord.exercise(), people: ["cael"])
    game.runBots()
    let count = game.played.count
    game.runBots()
    #expect(game.played.count == count)
  }

  @Test("A person's offer gets a yes, a change or a no with its reason at once")
  func personOffers() throws {
    var game = try Rehearsal(try FirstAccord.exercise(), people: ["cael"])
    game.runBots()
    let exercise = game.state.exercise
    let terms = "exercise intensity=2; acsa; gsoia; standard family=c2"
    let text = try #require(
      TermsParser.parse(
        terms, sender: "cael", addressees: ["dorn"], vocabulary: exercise.vocabulary
      ).text)
    try game.person("cael", .propose(text: text))
    game.runBots()
    let offer = try #require(game.state.negotiations.last)
    if offer.isOpen {
      #expect(offer.current.by == "dorn")
      try game.person("cael", .counter(deal: offer.id, text: text))
      game.runBots()
    }
    #expect(game.state[offer.id]?.status == .deal)
  }

  @Test("Every word of a bot is a line that people could type")
  func words() throws {
    let verbs = ["PROPOSE", "COUNTER", "SIGN", "REJECT", "RATIFY", "SAY", "ORDER"]
    for move in try botsOnly().played {
      let verb = move.move.words.split(separator: " ").first.map(String.init) ?? ""
      #expect(verbs.contains(verb), "\(move.move.words)")
      #expect(!move.move.words.contains("\n") && !move.move.words.contains("{"))
    }
  }
}
