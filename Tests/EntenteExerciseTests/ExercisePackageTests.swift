import Foundation
import Testing

@testable import EntenteExercise

/// A folder becomes bytes within limits, and the bytes become the same package again.
struct ExercisePackageTests {
  private typealias File = ExercisePackage.File

  /// A fresh folder that is removed afterwards.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("entente-package-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("The archive holds the same files in any order and reads back to them")
  func roundTrip() throws {
    let files = [
      File(path: "b.md", bytes: Array("two\n".utf8)), File(path: "a/c.md", bytes: []),
      File(path: "a.yaml", bytes: [0, 10, 255]),
    ]
    let package = ExercisePackage(files: files)
    #expect(package.archive == ExercisePackage(files: files.reversed()).archive)
    #expect(try ExercisePackage(archive: package.archive) == package)
    #expect(package.files.map(\.path) == ["a.yaml", "a/c.md", "b.md"])
    #expect(
      String(decoding: ExercisePackage(files: [files[0]]).archive, as: UTF8.self)
        == "entente/package/1\nb.md 4\ntwo\n\n")
  }

  @Test(
    "Bytes that no package makes are refused",
    arguments: [
      "", "entente/package/2\n", "entente/package/1\nb.md 04\ntwo\n\n",
      "entente/package/1\nb.md 4\ntwo\n", "entente/package/1\nb.md 4 \ntwo\n\n",
      "entente/package/1\n../b.md 0\n\n", "entente/package/1\n/etc/passwd 0\n\n",
      "entente/package/1\nb 0\n\na 0\n\n", "entente/package/1\nb 0\n\nb 0\n\n",
      "entente/package/1\nb -1\n\n", "entente/package/1\nb 99999999999999999999\n\n",
      "entente/package/1\nb 9223372036854775807\n\n", "entente/package/1\nb",
    ])
  func badArchive(text: String) {
    #expect(throws: ExercisePackage.ArchiveDamage.self) {
      try ExercisePackage(archive: Array(text.utf8))
    }
  }

  @Test("Every cut of an archive is refused or is the archive of fewer files")
  func cuts() throws {
    let whole = ExercisePackage(files: [
      File(path: "a.md", bytes: [1, 2]), File(path: "b.md", bytes: [3]),
    ]).archive
    for end in whole.indices {
      let cut = Array(whole[..<end])
      if let package = try? ExercisePackage(archive: cut) { #expect(package.archive == cut) }
    }
  }

  @Test(
    "Only plain relative paths are allowed",
    arguments: [
      ("a.yaml", true), ("briefs/aster.md", true), ("a/b/c/d.md", true), ("", false),
      ("a/b/c/d/e.md", false), ("../a.md", false), (".git/a.md", false), ("a//b.md", false),
      ("/a.md", false), ("a b.md", false), ("ä.md", false), ("a\\b.md", false), ("a\n.md", false),
    ])
  func paths(path: String, isAllowed: Bool) {
    #expect(ExercisePackage.isAllowed(path: path) == isAllowed)
  }

  @Test("A file over one mebibyte is left out with a finding, one of exactly that size is read")
  func largeFile() throws {
    try inFolder { folder in
      let large = Data(count: 10 << 20)
      try large.write(to: folder.appendingPathComponent("large.md"))
      try large.prefix(1 << 20).write(to: folder.appendingPathComponent("full.md"))
      let read = ExercisePackage.read(folder: folder.path)
      #expect(read.package?.files.map(\.path) == ["full.md"])
      #expect(read.findings.map(\.name) == ["too-large"])
      #expect(read.findings.first?.file == "large.md")
    }
  }

  @Test("A package over eight mebibytes is cut with a finding")
  func largePackage() throws {
    try inFolder { folder in
      for number in 0..<9 {
        try Data(count: 1 << 20).write(to: folder.appendingPathComponent("f\(number).md"))
      }
      let read = ExercisePackage.read(folder: folder.path)
      #expect(read.package?.files.count == 8)
      #expect(read.findings.map(\.name) == ["too-large"])
    }
  }

  @Test("A folder with very many files is cut with one finding")
  func manyFiles() throws {
    try inFolder { folder in
      for number in 0..<300 {
        try Data().write(to: folder.appendingPathComponent("f\(number).md"))
      }
      let read = ExercisePackage.read(folder: folder.path)
      #expect(read.package?.files.count == 256)
      #expect(read.findings.map(\.name) == ["too-many-files"])
    }
  }

  @Test("Links out of the package are not followed, links inside are")
  func links() throws {
    try inFolder { folder in
      let manager = FileManager.default
      try Data("x".utf8).write(to: folder.appendingPathComponent("a.md"))
      func link(_ name: String, to target: String) throws {
        try manager.createSymbolicLink(
          atPath: folder.appendingPathComponent(name).path, withDestinationPath: target)
      }
      try link("b.md", to: "a.md")
      try link("out.md", to: "/etc/passwd")
      try link("up", to: "..")
      try link("loop", to: ".")
      try link("lost.md", to: "nowhere.md")
      let read = ExercisePackage.read(folder: folder.path)
      #expect(read.package?.files.map(\.path) == ["a.md", "b.md"])
      #expect(
        read.findings.map { "\($0.file) \($0.name)" } == [
          "loop path-escapes", "lost.md unreadable", "out.md path-escapes", "up path-escapes",
        ])
    }
  }

  @Test("Hidden files are passed over, other kinds are named, odd names are refused")
  func otherFiles() throws {
    try inFolder { folder in
      for name in [".hidden.md", "table.csv", "odd name.md", "\u{1B}[31m.md"] {
        try Data().write(to: folder.appendingPathComponent(name))
      }
      let read = ExercisePackage.read(folder: folder.path)
      #expect(read.package?.files.isEmpty == true)
      #expect(read.findings.map(\.name).sorted() == ["bad-path", "bad-path", "unused-file"])
      let printed = read.findings.map { $0.printed(under: "x") }.joined()
      #expect(!printed.unicodeScalars.contains("\u{1B}"))
    }
  }

  @Test("What is no folder is said to be none")
  func noFolder() {
    let read = ExercisePackage.read(folder: "/nowhere/at/all")
    #expect(read.package == nil)
    #expect(read.findings.map(\.name) == ["no-folder"])
  }
}
