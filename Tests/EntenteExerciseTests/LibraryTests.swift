import EntenteModel
import EntenteSession
import Foundation
import Testing

@testable import EntenteExercise

@Suite("Library")
struct LibraryTests {
  @Test("it holds 22 states and 15 programmes, each under its id")
  func size() throws {
    let shelf = try CommonCards.files()
    for (folder, count) in [("states", 22), ("programmes", 15), ("deals", 4), ("injects", 25)] {
      let files = shelf.filter { $0.path.hasPrefix("library/\(folder)/") }
      #expect(files.count == count)
      for file in files {
        let text = String(decoding: file.bytes, as: UTF8.self)
        let root = try #require(YAMLTree.parse(text, file: file.path).root)
        #expect(file.path == "library/\(folder)/\(root["id"]?.text ?? "?").yaml")
      }
    }
  }

  @Test("an exercise of all states and programmes loads without a finding against the library")
  func everything() throws {
    let package = try CommonCards.package()
    let result = ExerciseLoader.load(package, format: "class")
    let found = result.findings.filter {
      $0.severity == .error || $0.file.hasPrefix("library/")
    }
    #expect(found.isEmpty, "\(found.map { $0.printed(under: "x") })")
    let scenario = try #require(result.loaded).exercise.scenario
    #expect(scenario.programmes.count == 15)
    #expect(scenario.injects.map(\.id.text) == CommonCards.events)
    let usa = try #require(scenario.states.first { $0.id == "usa" })
    #expect(usa.label == "United States" && usa.budget == 1_996_000)
    #expect(
      usa.capacity[1] == 95_000
        && usa.civil.map(\.value) == [
          9500, 9500, 9500, 9500, 9500, 6500, 6500, 7500,
        ])
    #expect(usa.contentThreshold == 6500)
    // 95 points of civil technology, less in three domains: 10 firms a point, one in ten counts.
    #expect(usa.firms == 85)
  }

  @Test("the cards used become part of the package, so that its archive needs no library")
  func archive() throws {
    let package = try CommonCards.package()
    let used = package.files.filter { $0.path.hasPrefix("library/") }.map(\.path)
    #expect(used.contains("library/pairs.yaml") && used.contains("library/states/usa.yaml"))
    #expect(!used.contains("library/states/che.yaml"))
    #expect(!used.contains("library/README.md"))
    let stored = try ExercisePackage(archive: package.archive)
    let hash: ([UInt8]) -> String = { "\($0.count)-\($0.reduce(0) { ($0 &* 31) &+ Int($1) })" }
    let fresh = try #require(ExerciseLoader.load(package, format: "class", hash: hash).loaded)
    let again = try #require(ExerciseLoader.load(stored, format: "class", hash: hash).loaded)
    #expect(again.exercise.packageHash == fresh.exercise.packageHash)
    #expect(again.exercise.scenario.states == fresh.exercise.scenario.states)
    #expect(again.exercise.scenario.pairs == fresh.exercise.scenario.pairs)
    #expect(again.exercise.scenario.preSigned == fresh.exercise.scenario.preSigned)
  }

  @Test("a pair takes the first row that fits", arguments: CommonCards.pairs)
  func pairs(row: CommonCards.PairRow) throws {
    let scenario = try #require(
      ExerciseLoader.load(try CommonCards.package(), format: "class").loaded
    ).exercise.scenario
    let one = try #require(scenario.index(of: StateID(row.one)))
    let other = try #require(scenario.index(of: StateID(row.other)))
    let pair = scenario.pairs[Scenario.pairIndex(one, other, of: scenario.states.count)]
    #expect(pair.interoperability.map(\.value) == row.layers.map { $0 * 100 })
    #expect(pair.affinity.value == row.affinity * 100 && pair.trust.value == row.trust * 100)
    #expect(pair.formalTreaty == row.treaty)
  }

  @Test("pre-signed deals bind the members that are in the exercise")
  func deals() throws {
    let scenario = try #require(
      ExerciseLoader.load(try CommonCards.package(), format: "class").loaded
    ).exercise.scenario
    let bound = scenario.preSigned.map { $0.parties.map(\.text) }
    #expect(bound.contains(["aus", "can", "gbr", "nzl", "usa"]))
    #expect(bound.contains(["aus", "usa"]))
    let rdp = scenario.preSigned.filter { $0.clauses.map(\.kind) == [.rdp] }
    #expect(rdp.count == 10 && rdp.allSatisfy { $0.term.duration == 0 })
  }

  @Test("a card of one's own changes single fields, and keeps the rest")
  func override() throws {
    let package = try CommonCards.package(
      replacing: "- id: usa\n  base: library",
      with: "- id: usa\n  base: library\n  budget: 500m\n  technology: { qtm: 10% }")
    let loaded = try #require(ExerciseLoader.load(package, format: "class").loaded)
    let usa = try #require(loaded.exercise.scenario.states.first { $0.id == "usa" })
    #expect(usa.budget == 500_000 && usa.technology[3] == 1000 && usa.technology[0] == 9000)
  }

  @Test("an event of the library comes when and to whom the exercise says")
  func event() throws {
    var files = try CommonCards.package().files
    let place = try #require(files.firstIndex { $0.path == "injects.yaml" })
    files[place].bytes = Array(
      "- { id: votes, base: i09, when: \"pc(usa) >= 6000\", to: [usa] }\n".utf8)
    let result = ExerciseLoader.load(ExercisePackage(files: files), format: "class")
    let loaded = try #require(result.loaded)
    let inject = try #require(loaded.exercise.scenario.injects.first)
    #expect(inject.id == "votes" && inject.to == ["usa"] && inject.title == "Jobs at home")
    if case .metric = inject.trigger {} else { Issue.record("the own condition holds") }
  }

  @Test("an unknown card is found where it is named, with the nearest there is")
  func unknown() throws {
    let package = try CommonCards.package(
      replacing: "- id: usa\n  base: library", with: "- id: usa\n  base: uso")
    let finding = try #require(
      ExerciseLoader.check(package).first { $0.name == "unknown-card" })
    #expect(finding.file == "states.yaml" && finding.column == 9)
    #expect(finding.sentence == "The library has no state \"uso\"; did you mean \"usa\"?")
  }

  @Test("the library stands beside the exercise, or elsewhere where it does not")
  func places() throws {
    let manager = FileManager.default
    let root = manager.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: root) }
    let folder = root.appendingPathComponent("mine")
    for file in try CommonCards.package().files where !file.path.hasPrefix("library/") {
      let url = folder.appendingPathComponent(file.path)
      try manager.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
    let alone = try #require(ExercisePackage.read(folder: folder.path).package)
    #expect(ExerciseLoader.check(alone).contains { $0.name == "unknown-card" })
    let elsewhere = ExercisePackage.read(folder: folder.path, library: CommonCards.folder)
    #expect(try elsewhere.package == CommonCards.package())
    try manager.createSymbolicLink(
      atPath: root.appendingPathComponent("library").path, withDestinationPath: CommonCards.folder)
    #expect(try ExercisePackage.read(folder: folder.path).package == CommonCards.package())
  }

  @Test("a fault in a card is found in the card")
  func fault() throws {
    var files = try CommonCards.package().files
    let place = try #require(files.firstIndex { $0.path == "library/states/usa.yaml" })
    let text = String(decoding: files[place].bytes, as: UTF8.self)
    files[place].bytes = Array(
      text.replacingOccurrences(of: "organisation: 70%", with: "organisation: 70m").utf8)
    let findings = ExerciseLoader.check(ExercisePackage(files: files))
    let finding = try #require(findings.first { $0.name == "wrong-unit" })
    #expect(finding.file == "library/states/usa.yaml" && finding.column == 15)
  }
}
