import EntenteModel
import EntenteSession
import Testing

@testable import EntenteExercise

@Suite("Formats that take a part of an exercise")
struct FormatChoiceTests {
  private static let small = """
      small:
        turns: 4
        clock: { report: 60, negotiate: 60, ratify: 0, orders: 60, review: 60 }
        advance: clock
        states: [usa, gbr, aus, can, nzl]
        teams: [usa, [can, nzl]]
        programmes: [p09, p11]
        seat: can
    """

  private func small(
    replacing old: String = "", with new: String = "", cards: String = ""
  ) throws -> (loaded: LoadedExercise?, findings: [Finding]) {
    let formats = Self.small.replacing(old, with: new, maxReplacements: old.isEmpty ? 0 : 1)
    let card = "- id: usa\n  base: library"
    let package = try CommonCards.package(replacing: card, with: card + cards, formats: formats)
    return ExerciseLoader.load(package, format: "small")
  }

  @Test("Only its states and programmes exist, and states in no team are bots")
  func part() throws {
    let exercise = try #require(try small().loaded).exercise
    #expect(exercise.scenario.states.map(\.id.text) == ["aus", "can", "gbr", "nzl", "usa"])
    #expect(exercise.scenario.programmes.map(\.id.text) == ["p09", "p11"])
    #expect(exercise.teams == [["usa"], ["can", "nzl"]])
    #expect(exercise.soloSeat == "can.head")
    let bound = exercise.scenario.preSigned.map { $0.parties.map(\.text) }
    #expect(bound.contains(["aus", "usa"]) && !bound.contains(["jpn", "usa"]))
  }

  @Test("In all of it every state is a team")
  func whole() throws {
    let package = try CommonCards.package(formats: Self.small)
    let exercise = try #require(ExerciseLoader.load(package, format: "class").loaded).exercise
    #expect(exercise.teams.count == 14 && exercise.scenario.programmes.count == 15)
  }

  @Test("A card keeps what it says of what is played, and goes where nothing is left")
  func cards() throws {
    let tests = [
      "domestic(jpn,p09) >= 3500 or domestic(usa,p11) >= 3500",
      "always leak(p11) <= 6000 and leak(p10) <= 6000", "tr(jpn,AI) >= 9000",
    ]
    let cards =
      "\n  cards:\n"
      + tests.map { "    - { points: 100, test: \"\($0)\" }" }.joined(separator: "\n")
    let result = try small(cards: cards)
    let loaded = try #require(result.loaded)
    let usa = try #require(loaded.exercise.scenario.states.first { $0.id == "usa" })
    #expect(usa.cards.map(\.source) == Array(tests.prefix(2)))
    let metrics = usa.cards.map { $0.condition.test.metrics.map(\.arguments) }
    #expect(metrics == [[["usa", "p11"]], [["p11"]]])
    #expect(result.findings.count { $0.name == "card-not-here" } == 1)
  }

  @Test(
    "Teams are of states that play, each once, and the seat is in one of them",
    arguments: [
      ("[usa, [can, nzl]]", "[usa, jpn]", "state-not-here"),
      ("[usa, [can, nzl]]", "[can, [can, nzl]]", "duplicate-id"),
      ("seat: can", "seat: gbr", "state-not-here"),
      ("programmes: [p09, p11]", "programmes: [p09, p99]", "unknown-programme"),
    ])
  func faults(old: String, new: String, name: String) throws {
    let result = try small(replacing: old, with: new)
    #expect(result.loaded == nil)
    #expect(result.findings.contains { $0.name == name && $0.file == "exercise.yaml" })
  }

  @Test("Amounts are for 180 days: a turn of 360 has twice the budget, lines and lots a turn")
  func turnDays() throws {
    let long = try #require(
      try small(replacing: "turns: 4", with: "turns: 4\n    turnDays: 360").loaded
    ).exercise.scenario
    let short = try #require(try small().loaded).exercise.scenario
    for (one, other) in zip(long.states, short.states) {
      #expect(one.budget.value == 2 * other.budget.value)
      #expect(one.capacity.map(\.value) == other.capacity.map { 2 * $0.value })
      #expect(one.requirement == other.requirement)
      #expect(one.defaultOrders.count == 3)
    }
    let costs = zip(long.parameters.capacityCost, short.parameters.capacityCost)
    for (one, other) in costs { #expect(one.value == rdiv(other.value, 2)) }
    #expect(
      long.parameters.capacityReference.value == 2 * short.parameters.capacityReference.value)
  }

  @Test("Silent cards order research in the first two domains and capacity in the largest sector")
  func defaultOrders() throws {
    let loaded = try #require(try small().loaded)
    let usa = try #require(loaded.exercise.scenario.states.first { $0.id == "usa" })
    let written = usa.defaultOrders.map { "\($0.keyword.rawValue) \($0.parameters.map(\.value))" }
    let orders = [
      Order(.fundRD, [Parameter("domain", .word("aut")), Parameter("money", .integer(99_800))]),
      Order(.fundRD, [Parameter("domain", .word("und")), Parameter("money", .integer(99_800))]),
      Order(.invest, [Parameter("sector", .word("isr")), Parameter("money", .integer(299_400))]),
    ]
    #expect(usa.defaultOrders == orders, "\(written)")
  }
}
