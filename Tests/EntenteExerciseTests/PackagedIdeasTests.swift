import EntenteModel
import EntenteSession
import Foundation
import Testing

@testable import EntenteExercise

/// Ideas of the sources that live in exercises and events: each is looked up in the packages. The
/// ids are those of Tests/COVERAGE.md.
struct PackagedIdeasTests {
  private static let exercises = URL(fileURLWithPath: FirstAccord.folder)
    .deletingLastPathComponent()

  private static let folders = [
    "accelerate", "build-allied", "first-accord", "fusion", "second-pillar", "sky-shield",
    "workshare-table",
  ]

  private static func package(_ folder: String) throws -> ExercisePackage {
    let read = ExercisePackage.read(folder: exercises.appendingPathComponent(folder).path)
    return try #require(read.package, "\(folder)")
  }

  private static func scenario(_ folder: String, _ format: String = "ttx") throws -> Scenario {
    let result = ExerciseLoader.load(try package(folder), format: format)
    return try #require(result.loaded, "\(folder)").exercise.scenario
  }

  /// Ideas a card of the library carries, with the card.
  static let cards: [(idea: String, card: String)] = [
    ("0-06", "i21"), ("0-08", "i22"), ("0-25", "i23"), ("1-10", "i01"), ("1-19", "i05"),
    ("1-47", "i06"), ("1-47", "i07"), ("2-09", "i19"), ("2-21", "i14"), ("2-30", "i12"),
    ("2-34", "i18"), ("2-39", "i17"),
  ]

  @Test("an idea an event carries is an event of some exercise", arguments: cards)
  func events(row: (idea: String, card: String)) throws {
    let users = try Self.folders.filter { folder in
      let text = String(
        decoding: try Self.package(folder).bytes("injects.yaml") ?? [], as: UTF8.self)
      return text.contains("base: \(row.card)\n")
    }
    #expect(!users.isEmpty, "\(row.idea): no exercise plays \(row.card)")
  }

  @Test("every event of the library is played by an exercise")
  func library() throws {
    let texts = try Self.folders.map {
      String(decoding: try Self.package($0).bytes("injects.yaml") ?? [], as: UTF8.self)
    }
    for card in CommonCards.events {
      #expect(texts.contains { $0.contains("base: \(card)\n") }, "\(card)")
    }
  }

  @Test("known groups serve as settings: 0-12, with the partners that made them known")
  func knownGroups() throws {
    func states(_ folder: String) throws -> [String] {
      try Self.scenario(folder).states.map(\.id.text)
    }
    #expect(Set(["aus", "gbr", "usa"]).isSubset(of: try states("second-pillar")))
    #expect(Set(["deu", "nld", "rou"]).isSubset(of: try states("sky-shield")))
    #expect(Set(["aus", "ind", "jpn", "usa"]).isSubset(of: try states("accelerate")))
    #expect(Set(["deu", "fra", "gbr", "ita", "jpn"]).isSubset(of: try states("workshare-table")))
  }

  @Test("nine ready-made cases: 1-08, each a text that reads, most of them tabled by bots")
  func nineCases() throws {
    let text = String(
      decoding: try Self.package("build-allied").bytes("injects.yaml") ?? [], as: UTF8.self)
    for number in 1...9 { #expect(text.contains("**O\(number), "), "O\(number)") }
    let result = ExerciseLoader.load(try Self.package("build-allied"), format: "ttx")
    let openings = try #require(result.loaded).exercise.openings
    let titles = openings.map(\.text.title).filter { $0.hasPrefix("O") }
    #expect(titles.count == 6)
    for opening in openings where opening.text.title.hasPrefix("O") {
      #expect(opening.text.parties.count >= 2 && !opening.text.clauses.isEmpty)
    }
  }

  @Test("three begin and others follow: 1-54, the class has three teams and the course four")
  func threeFirst() throws {
    func teams(_ format: String) throws -> [[StateID]] {
      let result = ExerciseLoader.load(try Self.package("accelerate"), format: format)
      return try #require(result.loaded).exercise.teams
    }
    #expect(try teams("class") == [["usa"], ["jpn"], ["aus"]])
    #expect(try teams("course").count == 4)
    // And a text may be open to those who come later.
    let scenario = try Self.scenario("accelerate")
    #expect(scenario.states.count > 3)
  }

  @Test("a standing dialogue of four: 1-58, in force before anybody plays, and no treaty of all")
  func standingDialogue() throws {
    let scenario = try Self.scenario("accelerate")
    let talks = try #require(
      scenario.preSigned.first { $0.clauses.map(\.kind) == [.dialogue] })
    #expect(talks.parties == ["aus", "ind", "jpn", "usa"])
    let world = World(scenario: scenario)
    #expect(world.deals.first { $0.text == talks }?.status == .inForce)
    let ind = try #require(scenario.index(of: StateID("ind")))
    for other in scenario.states.indices where other != ind {
      #expect(!world.pairs[world.pairIndex(ind, other)].formalTreaty)
    }
  }

  @Test("a small state with many young firms: 2-28 and 2-22, 230 firms and an export card")
  func startUps() throws {
    let scenario = try Self.scenario("fusion")
    let isr = try #require(scenario.states.first { $0.firms == 230 })
    #expect(isr.plugAndPlay == 3_000 && isr.posture == .mcf && isr.isOpaque)
    #expect(isr.cards.contains { $0.condition.test.metrics.contains { $0.name == "exports" } })
    let names = scenario.states.map(\.label)
    #expect(names.contains("Ilmar") && !names.contains("Israel"))
  }

  @Test("undersea and hypersonics: 1-25, programmes of the second pillar in both domains")
  func pillarDomains() throws {
    let domains = try Self.scenario("second-pillar").programmes.flatMap(\.domains)
    #expect(domains.contains(.und) && domains.contains(.hyp))
  }

  @Test("an accelerator of allies: 1-45, on the menu of the exercise named after it")
  func accelerator() throws {
    let scenario = try Self.scenario("accelerate", "class")
    #expect(scenario.parameters.clauses.contains(.accel))
  }

  @Test("shared interest: 1-57, values of the partners are nearer than those of strangers")
  func sharedValues() throws {
    for folder in ["accelerate", "second-pillar"] {
      let scenario = try Self.scenario(folder)
      let count = scenario.states.count
      let aus = try #require(scenario.index(of: StateID("aus")))
      let usa = try #require(scenario.index(of: StateID("usa")))
      #expect(scenario.pairs[Scenario.pairIndex(aus, usa, of: count)].affinity > 7_000)
    }
  }

  @Test("clear frameworks: 2-44, an event of fusion asks for them by the second turn")
  func framework() throws {
    let result = ExerciseLoader.load(try Self.package("fusion"), format: "ttx")
    let sheets = try #require(result.loaded).material.injects
    #expect(sheets.contains { $0.id == "framework-due" })
    let text = String(
      decoding: try Self.package("fusion").bytes("injects.yaml") ?? [], as: UTF8.self)
    #expect(text.contains("ORDER framework"))
  }

  @Test("a development may begin part done: the two tables of combat air are at 10% and 8%")
  func startProgress() throws {
    let scenario = try Self.scenario("workshare-table")
    let world = World(scenario: scenario)
    for (name, progress) in [("p14a", 1_000), ("p14b", 800)] {
      let figure = FigureName(.dev, .programme(try #require(scenario.index(of: ProgrammeID(name)))))
      #expect(Figures.value(figure, in: world, scenario: scenario) == progress)
    }
  }
}
