import EntenteModel
import EntenteSession
import Foundation
import Testing

@testable import EntenteExercise

@Suite("What check finds beyond loading")
struct ScrutinyTests {
  private func found(_ old: String, _ new: String, in file: String) throws -> [Finding] {
    ExerciseLoader.check(try FirstAccord.replacing(old, with: new, in: file))
  }

  private func line(of text: String, in package: ExercisePackage, _ file: String) throws -> Int {
    let whole = String(decoding: try #require(package.bytes(file)), as: UTF8.self)
    let range = try #require(whole.range(of: text))
    let before = whole[..<range.lowerBound]
    return before.count { $0 == "\n" } + 1
  }

  @Test("The exercise in the repository has nothing to find")
  func clean() throws {
    #expect(ExerciseLoader.check(try FirstAccord.package()) == [])
  }

  @Test(
    "A private card that is won, lost or out of reach is found where it stands",
    arguments: [
      ("exports(aster) >= 10000", "keep exports(aster) >= 10000", "already-lost"),
      ("keep pc(aster) >= 4000", "pc(aster) >= 4000", "already-true"),
      ("gap(cael) <= 4000", "gap(cael) <= 9000", "already-true"),
      ("deals(cael,exercise) >= 1", "deals(cael,codev) >= 1", "clause-in-no-menu"),
      (
        "deals(cael,exercise) >= 1", "not deals(cael,exercise) >= 0", "cannot-be-met"
      ),
    ])
  func cards(old: String, new: String, name: String) throws {
    let package = try FirstAccord.replacing("\"\(old)\"", with: "\"\(new)\"", in: "states.yaml")
    let findings = ExerciseLoader.check(package).filter { $0.name == name }
    #expect(findings.count == 1, "\(ExerciseLoader.check(package))")
    let line = try line(of: "\"\(new)\"", in: package, "states.yaml")
    #expect(findings.first?.line == line && findings.first?.column == 13)
    #expect(findings.first?.severity == .error)
  }

  @Test("A card that is true at the start of one format alone says of which")
  func oneOfTheFormats() throws {
    let package = try FirstAccord.replacing(
      "\"gap(cael) <= 4000\"", with: "\"gap(cael) <= \(try between())\"", in: "states.yaml")
    let findings = ExerciseLoader.check(package)
    #expect(findings.map(\.name) == ["already-true"], "\(findings)")
    #expect(findings.first?.sentence.contains("in the format \"class\", \"solo\";") == true)
  }

  /// A gap between those that Cael has untouched at the end of the short and of the long format.
  private func between() throws -> Int {
    let gaps = try ["class", "ttx"].map { format in
      let scenario = try FirstAccord.loaded(format).exercise.scenario
      let world = CardTest.untouchedRun(from: World(scenario: scenario), scenario: scenario)
      return world.states[2].outcome.gap.value
    }
    #expect(gaps[0] < gaps[1])
    return (gaps[0] + gaps[1]) / 2
  }

  @Test(
    "An event that no play brings is found",
    arguments: [
      ("signed(accel)", "clause-in-no-menu"), ("turn >= 9", "unreachable"),
      ("turn <= 3 and not turn <= 8", "unreachable"),
    ])
  func events(when: String, name: String) throws {
    let old = "  at: { turn: 2, phase: report, offset: 0 }\n"
    let package = try FirstAccord.replacing(old, with: "  when: \(when)\n", in: "injects.yaml")
    let findings = ExerciseLoader.check(package)
    #expect(findings.map(\.name) == [name], "\(findings)")
    let line = try line(of: "when: \(when)", in: package, "injects.yaml")
    #expect(findings.first?.line == line && findings.first?.column == 9)
  }

  @Test("A clause that one format has is enough")
  func oneFormat() throws {
    let package = try FirstAccord.replacing(
      "deals(cael,exercise) >= 1", with: "deals(cael,crisis) >= 1", in: "states.yaml")
    #expect(ExerciseLoader.check(package) == [])
  }

  @Test("An exercise has a few formats; very many of them keep nobody waiting")
  func manyFormats() throws {
    let formats = (1...2000).map { number in
      "  f\(number): { turns: 40, clock: { report: 1, negotiate: 1, ratify: 1, orders: 1, "
        + "review: 1 }, advance: clock }"
    }
    let findings = try found(
      "formats:\n", "formats:\n" + formats.joined(separator: "\n") + "\n", in: "exercise.yaml")
    #expect(findings.contains { $0.name == "out-of-range" && $0.sentence.contains("formats") })
  }

  @Test("Briefs that take longer than there is time are warned of")
  func readingTime() throws {
    let findings = try found("around: { brief: 8,", "around: { brief: 1,", in: "exercise.yaml")
    #expect(findings.map(\.name) == ["reading-time"])
    #expect(findings.allSatisfy { $0.severity == .warning })
  }
}
