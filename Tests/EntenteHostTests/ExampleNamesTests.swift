import EntenteExercise
import EntenteModel
import EntenteSession
import Foundation
import Testing

@testable import EntenteHost

@Suite("Names in the examples of HELP")
struct ExampleNamesTests {
  private func exercise(_ name: String) throws -> Exercise {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("Exercises/\(name)").path
    let package = try #require(ExercisePackage.read(folder: folder).package)
    return try #require(ExerciseLoader.load(package, format: "class").loaded).exercise
  }

  @Test("In the first exercise every example stands as it is written")
  func first() throws {
    let names = ExampleNames(try exercise("first-accord").scenario, own: "cael")
    let text = "PROPOSE borea : borea>cael offtake programme=lantern lots=12"
    #expect(names.spoken(text) == text)
    #expect(names.spoken("produce line=dorn-canopy") == "produce line=dorn-canopy")
  }

  @Test("Elsewhere they are those of the session, and the reader is not its own partner")
  func elsewhere() throws {
    let scenario = try exercise("accelerate").scenario
    let states = scenario.states.map(\.id.text)
    let own = scenario.states[0].id
    let names = ExampleNames(scenario, own: own)
    let spoken = names.spoken("PROPOSE borea : borea>cael offtake programme=lantern lots=12")
    for old in ["borea", "cael", "lantern"] { #expect(!spoken.contains(old), "\(spoken)") }
    let words = spoken.split(separator: " ")
    #expect(states.contains(String(words[1])) && words[1] != own.text)
    #expect(
      scenario.programmes.contains { spoken.contains("programme=\($0.id.text) ") }, "\(spoken)")
    let line = names.spoken("produce line=dorn-canopy lots=40")
    #expect(!line.contains("canopy") && !line.contains("dorn"), "\(line)")
  }

  @Test("A page keeps its fields, and its examples are renamed")
  func page() throws {
    let names = ExampleNames(try exercise("accelerate").scenario, own: nil)
    let line = Page.Line([Page.Field("example", "STATE dorn"), Page.Field("verb", "dorn")], "dorn")
    let page = names.spoken(Page(lines: [line]))
    #expect(page.lines[0].fields[0] != Page.Field("example", "STATE dorn"))
    #expect(page.lines[0].fields[1] == Page.Field("verb", "dorn"))
    #expect(page.lines[0].text != "dorn")
  }
}
