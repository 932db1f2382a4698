import EntenteModel
import EntenteSession
import Testing

@testable import EntenteExercise

@Suite("Names")
struct NamingTests {
  private static let formats = """
      masked:
        turns: 4
        names: alias
        clock: { report: 60, negotiate: 60, ratify: 0, orders: 60, review: 60 }
        advance: clock
        seat: ukr
    """

  private static func masked() throws -> LoadedExercise {
    let card = "- id: usa\n  base: library"
    let package = try CommonCards.package(
      replacing: card,
      with: card + "\n  cards: [{ points: 100, test: \"consented(usa,p01) = 0\" }]",
      formats: formats)
    let result = ExerciseLoader.load(package, format: "masked")
    return try #require(result.loaded, "\(result.findings)")
  }

  @Test("Under aliases people read and type the alias, everywhere")
  func aliases() throws {
    let exercise = try Self.masked().exercise
    let scenario = exercise.scenario
    let usa = try #require(scenario.states.first { $0.label == "Ulmere" })
    #expect(usa.id == "ulmere")
    #expect(usa.cards.map(\.source) == ["consented(ulmere,p01) = 0"])
    #expect(usa.cards[0].condition.test.metrics[0].arguments == ["ulmere", "p01"])
    #expect(exercise.soloSeat == "tavren.head")
    #expect(exercise.briefs.allSatisfy { $0 == "A brief for Ulmere.\n" })
    #expect(scenario.programmes[0].label == "Interceptor-L")
    let names = Set(scenario.states.map(\.id.text))
    for deal in scenario.preSigned { #expect(deal.parties.allSatisfy { names.contains($0.text) }) }
    #expect(exercise.teams.joined().allSatisfy { names.contains($0.text) })
    #expect(exercise.vocabulary.states == scenario.states.map(\.id))
  }

  @Test("Nothing but names differs")
  func same() throws {
    let masked = try Self.masked().exercise.scenario
    let real = try #require(
      ExerciseLoader.load(try CommonCards.package(), format: "class").loaded
    ).exercise.scenario
    #expect(masked.pairs == real.pairs)
    #expect(masked.states.map(\.budget) == real.states.map(\.budget))
    #expect(masked.programmes.map(\.owner) == real.programmes.map(\.owner))
    #expect(masked.preSigned.count == real.preSigned.count)
  }

  @Test("The real spending stands beside the budget, and not under an alias")
  func spending() throws {
    let real = try #require(ExerciseLoader.load(try CommonCards.package(), format: "class").loaded)
    let place = try #require(real.exercise.scenario.states.firstIndex { $0.id == "usa" })
    #expect(real.material.stateSpending[place] == "997 bn$, 3.4% of its economy")
    #expect(try Self.masked().material.stateSpending.isEmpty)
    #expect(real.exercise.briefs[0] == "A brief for United States.\n")
  }

  @Test("Words are renamed whole, also in the names of lines")
  func words() {
    let card = { (id: String, alias: String) -> Fields in
      let place = YAMLNode(.scalar(""), line: 1, column: 1)
      return Fields(
        entries: [
          ("id", Field(.text(id), at: place)), ("alias", Field(.text(alias), at: place)),
        ])
    }
    let naming = Naming([card("usa", "Ulmere"), card("ukr", "Tavren")])
    #expect(
      naming.speaking("usa>ukr licprod programme=p01; sosa lines=usa")
        == "ulmere>tavren licprod programme=p01; sosa lines=ulmere")
    #expect(naming.speaking("ukr-p13") == "tavren-p13")
    #expect(naming.speaking("musa ukraine") == "musa ukraine")
  }
}
