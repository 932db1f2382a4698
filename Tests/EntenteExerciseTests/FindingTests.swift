import Testing

@testable import EntenteExercise

struct FindingTests {
  private let finding = Finding(
    .error, file: "states.yaml", line: 14, column: 9, name: "unknown-programme",
    "\"canpy\" is not a programme here; did you mean \"canopy\"?")

  @Test("A finding prints as one line with file, line and column")
  func printed() {
    #expect(
      finding.printed(under: "Exercises/x")
        == "Exercises/x/states.yaml:14:9: error unknown-programme: "
        + "\"canpy\" is not a programme here; did you mean \"canopy\"?")
  }

  @Test("A finding about a file or a package prints no place")
  func withoutPlace() {
    let file = Finding(.warning, file: "guide.md", name: "missing-file", "It is missing.")
    #expect(file.printed(under: "x") == "x/guide.md: warning missing-file: It is missing.")
    let package = Finding(.error, file: "", name: "no-folder", "None.")
    #expect(package.printed(under: "x") == "x: error no-folder: None.")
  }

  @Test("Findings stand in the order of files and places")
  func order() {
    let first = Finding(.error, file: "a.md", name: "z", "z")
    let second = Finding(.error, file: "states.yaml", line: 2, column: 30, name: "a", "a")
    #expect([finding, second, first].sorted() == [first, second, finding])
  }

  @Test("Warnings allow play, errors do not")
  func play() {
    let warning = Finding(.warning, file: "", name: "w", "w")
    #expect([warning].allowPlay && [Finding]().allowPlay)
    #expect(![warning, finding].allowPlay)
  }
}
