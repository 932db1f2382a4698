import EntenteModel
import EntenteSession
import Testing

@testable import EntenteExercise

@Suite("New exercises")
struct PackageTemplateTests {
  @Test("The blank exercise has nothing to find and loads in every format")
  func blank() throws {
    let files = PackageTemplate.blank(id: "mine").filter { !$0.path.hasPrefix(".") }
    let package = ExercisePackage(files: files)
    let findings = ExerciseLoader.check(package).map { $0.printed(under: "mine") }
    #expect(findings == [])
    for format in ["class", "solo"] {
      #expect(ExerciseLoader.load(package, format: format).loaded?.exercise.id == "mine")
    }
  }

  @Test("A copy is the same exercise under another name, and tells editors of the schemas")
  func copy() throws {
    let original = try FirstAccord.package()
    let files = PackageTemplate.copy(of: original, id: "second-accord")
    let package = ExercisePackage(files: files.filter { !$0.path.hasPrefix(".") })
    #expect(ExerciseLoader.check(package) == [])
    let one = try #require(ExerciseLoader.load(original, format: "class").loaded).exercise
    let other = try #require(ExerciseLoader.load(package, format: "class").loaded).exercise
    #expect(other.id == "second-accord" && other.scenario.states == one.scenario.states)
    for file in ReferenceFile.allCases {
      let text = try #require(package.bytes(file.path))
      #expect(text.starts(with: Array(file.editorLine.utf8)))
      #expect(files.contains { $0.path == ".schema/\(file.rawValue).json" })
    }
  }

  @Test("A copy of an exercise with cards of the library stands alone")
  func alone() throws {
    let files = PackageTemplate.copy(of: try CommonCards.package(), id: "alone")
    #expect(files.contains { $0.path == "library/states/usa.yaml" })
  }
}
