import EntenteModel
import EntenteSession
import Testing

@testable import EntenteExercise

/// What the loader makes of a package as a whole.
struct ExerciseLoaderTests {
  @Test("A word of the menu that only one format has is fine there and an error elsewhere")
  func clauseNotHere() throws {
    let package = try FirstAccord.replacing(
      "\"exercise intensity=2; acsa;",
      with: "\"exercise intensity=2; stockpool programme=lantern lots=aster:0,cael:0;",
      in: "exercise.yaml")
    #expect(ExerciseLoader.load(package, format: "ttx").loaded != nil)
    let small = ExerciseLoader.load(package, format: "class")
    #expect(small.loaded == nil)
    #expect(ExerciseLoader.check(package).map(\.name) == ["clause-not-here"])
  }

  @Test("Two of one name are found where the second stands")
  func duplicates() throws {
    let package = try FirstAccord.replacing("- id: borea", with: "- id: aster", in: "states.yaml")
    let findings = ExerciseLoader.check(package)
    let finding = try #require(findings.first { $0.name == "duplicate-id" })
    #expect(finding.sentence.contains("in line 2"))
    #expect(finding.line > 2 && finding.column == 7)
  }

  @Test("Lines that hold more than a state has are found at its card")
  func capacity() throws {
    let package = try FirstAccord.replacing(
      "capacity: 40000", with: "capacity: 50000", in: "programmes.yaml")
    let findings = ExerciseLoader.check(package)
    #expect(findings.map(\.name) == ["capacity-too-low"])
    #expect(findings.first?.file == "states.yaml")
  }

  @Test(
    "A word of the terms language cannot be a name",
    arguments: [
      "offtake", "c07", "when", "all", "equal", "team",
    ])
  func takenWords(word: String) throws {
    let package = try FirstAccord.replacing(
      "- id: canopy", with: "- id: \(word)", in: "programmes.yaml")
    let finding = try #require(ExerciseLoader.check(package).first { $0.name == "taken-word" })
    #expect((finding.file, finding.column) == ("programmes.yaml", 7))
  }

  @Test("A missing key is found at its record, with what it is for")
  func missingKey() throws {
    let package = try FirstAccord.replacing("  load: 1000\n", with: "", in: "programmes.yaml")
    let findings = ExerciseLoader.check(package)
    #expect(findings.map(\.name) == ["missing-key"])
    #expect(findings[0].sentence == "A programme needs \"load\": Capacity units one lot takes.")
    #expect(findings[0].column == 3)
  }

  @Test("Figures without a source are warned about once a card, and play goes on")
  func sources() throws {
    let package = try FirstAccord.replacing("  confidence: J\n", with: "", in: "states.yaml")
    let result = ExerciseLoader.load(package, format: "class")
    #expect(result.loaded != nil)
    #expect(result.findings.map(\.name) == ["no-source"])
    #expect(result.findings.first?.severity == .warning)
  }

  @Test("A figure may carry its source")
  func figure() throws {
    let package = try FirstAccord.replacing(
      "budget: 180m", with: "budget: { value: 181m, source: \"a book\", confidence: R }",
      in: "states.yaml")
    let result = ExerciseLoader.load(package, format: "class")
    #expect(result.findings == [])
    #expect(result.loaded?.exercise.scenario.states.first?.budget == 181_000)
  }

  @Test("A confidence is V, R or J")
  func confidence() throws {
    let package = try FirstAccord.replacing(
      "confidence: J", with: "confidence: X", in: "states.yaml")
    #expect(ExerciseLoader.check(package).map(\.name) == ["unknown-word"])
  }

  @Test("An unknown format names the nearest")
  func unknownFormat() throws {
    let result = ExerciseLoader.load(try FirstAccord.package(), format: "clas")
    #expect(result.loaded == nil)
    #expect(result.findings.map(\.name) == ["unknown-format"])
    #expect(result.findings[0].sentence.contains("\"class\""))
  }

  @Test("Amounts are scaled to the days of a turn, and prices of capacity the other way")
  func scaling() throws {
    let package = try FirstAccord.replacing(
      "amountsPer: 360", with: "amountsPer: 180", in: "exercise.yaml")
    let scenario = try #require(ExerciseLoader.load(package, format: "class").loaded).exercise
      .scenario
    #expect(scenario.states[0].budget == 360_000)
    #expect(scenario.states[0].capacity[1] == 48_000)
    #expect(scenario.parameters.capacityReference == 80_000)
    #expect(scenario.parameters.capacityCost[1] == 2500)
    #expect(scenario.lines[0].capacity == 60_000 && scenario.lines[0].nominal == 60_000)
    #expect(scenario.theatres[0].path(at: 2) == 6300)
    #expect(scenario.states[0].defaultOrders[0]["money"] == .integer(9000))
  }
}
