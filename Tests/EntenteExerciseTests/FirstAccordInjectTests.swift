import EntenteModel
import EntenteSession
import Testing

@testable import EntenteExercise

/// The five events of the introductory exercise.
struct FirstAccordInjectTests {
  private func inject(_ name: InjectID, _ format: String = "class") throws -> Inject {
    let injects = try FirstAccord.loaded(format).exercise.scenario.injects
    return try #require(injects.first { $0.id == name })
  }

  @Test("The five events stand in their order")
  func order() throws {
    #expect(
      try FirstAccord.loaded().exercise.scenario.injects.map(\.id) == [
        "x0-welcome", "x0-first-offer", "x0-shortage", "x0-assembly", "x0-crisis",
      ])
  }

  @Test("The welcome goes to all in the first report and changes nothing")
  func welcome() throws {
    let welcome = try inject("x0-welcome")
    #expect(welcome.trigger == .turn(1) && welcome.kind == .administrative)
    #expect(welcome.to.isEmpty && welcome.isPublic && welcome.effects.isEmpty)
  }

  @Test("A team without an offer gets a line to copy after four minutes")
  func firstOffer() throws {
    let offer = try inject("x0-first-offer")
    #expect(offer.trigger == .noOffer(turn: 1, seconds: 240))
    #expect(offer.body.contains("PROPOSE {partner} : exercise intensity=1"))
    #expect(!offer.isPublic)
  }

  @Test("The shortage halves the output of Dorn's canopy line for a turn")
  func shortage() throws {
    let shortage = try inject("x0-shortage")
    #expect(shortage.trigger == .turn(2))
    #expect(
      shortage.effects == [
        InjectEffect(
          path: .lineOutput, object: "dorn-canopy", operation: .multiply, amount: 5000, turns: 1)
      ])
  }

  @Test("The assembly asks Dorn alone, and silence explains")
  func assembly() throws {
    let assembly = try inject("x0-assembly")
    #expect(assembly.trigger == .turn(3) && assembly.to == ["dorn"])
    #expect(assembly.options.map(\.name) == ["explain", "tighten"])
    #expect(assembly.options.map(\.isDefault) == [true, false])
    #expect(
      assembly.options[0].effects == [
        InjectEffect(
          path: .politicalCapital, object: "dorn", operation: .add, amount: -200, turns: 0)
      ])
    #expect(
      assembly.options[1].effects.last
        == InjectEffect(path: .licenceGates, object: "dorn", operation: .add, amount: 60, turns: 0))
    #expect(assembly.options[1].effects.first?.amount == 0)
  }

  @Test("The crisis comes in the last turn of each format", arguments: [("class", 4), ("ttx", 6)])
  func crisis(format: String, turn: Int) throws {
    let crisis = try inject("x0-crisis", format)
    #expect(crisis.trigger == .turn(turn))
    #expect(
      crisis.effects == [
        InjectEffect(path: .threat, object: "marches", operation: .add, amount: 1000, turns: 1),
        InjectEffect(path: .crisisTest, object: "marches", operation: .add, amount: 300, turns: 1),
      ])
  }

  @Test("No text is longer than people can read in time")
  func length() throws {
    for inject in try FirstAccord.loaded().exercise.scenario.injects {
      #expect(inject.body.split(whereSeparator: \.isWhitespace).count <= 120)
      #expect(!inject.lesson.isEmpty && !inject.expect.isEmpty && !inject.objective.isEmpty)
    }
  }
}
