import Foundation
import Testing

@testable import EntenteExercise

@Suite("A library checked by itself")
struct LibraryCheckTests {
  private static let folder = URL(fileURLWithPath: FirstAccord.folder)
    .deletingLastPathComponent().appendingPathComponent("library").path

  private func library() throws -> ExercisePackage {
    try #require(LibraryCheck.read(folder: Self.folder).package)
  }

  private func changed(_ path: String, _ old: String, _ new: String) throws -> [Finding] {
    let library = try library()
    let text = String(decoding: try #require(library.bytes(path)), as: UTF8.self)
    #expect(text.contains(old))
    let bytes = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    let file = ExercisePackage.File(path: path, bytes: bytes)
    return LibraryCheck.findings(in: ExercisePackage(files: library.files + [file]))
  }

  @Test("The library is told from exercises and from other folders, and has no findings")
  func clean() throws {
    #expect(LibraryCheck.isLibrary(Self.folder) && !LibraryCheck.isLibrary(FirstAccord.folder))
    #expect(!LibraryCheck.isLibrary("\(FirstAccord.folder)/briefs"))
    let read = LibraryCheck.read(folder: Self.folder)
    let found = read.findings + LibraryCheck.findings(in: try #require(read.package))
    #expect(found == [], "\(found.map { $0.printed(under: "library") })")
    #expect(LibraryCheck.read(folder: "/nowhere").package == nil)
  }

  @Test(
    "What is wrong with a card is found at its place",
    arguments: [
      ("states/usa.yaml", "id: usa", "id: uss", "other-name"),
      ("programmes/p01.yaml", "sensitivity: 3", "sensitivity: 9", "out-of-range"),
      ("programmes/p01.yaml", "owner: usa", "owner: uss", "unknown-state"),
      ("deals/rdp.yaml", "terms:", "term:", "unknown-key"),
      ("injects/i01.yaml", "kind: contextual", "kind: contextul", "unknown-word"),
      ("pairs.yaml", "affinity: 70%", "affinity: 70", "unit-missing"),
    ])
  func faults(path: String, old: String, new: String, name: String) throws {
    let found = try changed(path, old, new)
    #expect(found.map(\.name) == [name], "\(found.map { $0.printed(under: "library") })")
    #expect(found.first?.file == path && found.allSatisfy { $0.line > 0 })
  }

  @Test("A card that cannot be read brings no follow-ups in the exercises that use it")
  func unreadable() throws {
    let folder = URL(fileURLWithPath: FirstAccord.folder).deletingLastPathComponent()
    let fusion = folder.appendingPathComponent("fusion").path
    let package = try #require(ExercisePackage.read(folder: fusion).package)
    let card = try #require(package.files.first { $0.path.hasPrefix("library/programmes/") })
    let broken = ExercisePackage(
      files: package.files + [ExercisePackage.File(path: card.path, bytes: Array("a: [".utf8))])
    let found = ExerciseLoader.check(broken)
    #expect(found.map(\.file) == [card.path], "\(found.map { $0.printed(under: "x") })")
  }
}
