import Foundation
import Testing

@testable import EntenteExercise

@Suite("What an author is told first")
struct RootCauseTests {
  private func findings(_ package: ExercisePackage) -> [String] {
    ExerciseLoader.check(package).map { $0.printed(under: "x") }
  }

  @Test(
    "A file that cannot be read is told of alone", arguments: PackageFile.data)
  func unreadable(file: String) throws {
    let text = try FirstAccord.text(file)
    let found = findings(try FirstAccord.with("a: [\n" + text, in: file))
    #expect(found.count == 1 && found[0].hasPrefix("x/\(file):"), "\(found)")
    let list = findings(try FirstAccord.with("word", in: file))
    #expect(list.count == 1 && list[0].hasPrefix("x/\(file):1:1: error wrong-type"), "\(list)")
    guard file != PackageFile.injects else { return }
    let missing = findings(try FirstAccord.without(file))
    #expect(missing.count == 1 && missing[0].contains("missing-file"), "\(missing)")
  }

  @Test("A card without a name brings no complaints from those that name it")
  func nameless() throws {
    let found = findings(
      try FirstAccord.replacing("- id: aster\n  label", with: "- label", in: "states.yaml"))
    #expect(found.count == 1 && found[0].contains("needs \"id\""), "\(found)")
  }

  @Test("An exercise without a format is refused where the formats should stand")
  func formats() throws {
    let text = try FirstAccord.text("exercise.yaml")
    let start = try #require(text.range(of: "formats:\n"))
    let end = try #require(text.range(of: "seats: [head, treasury"))
    var changed = text
    changed.replaceSubrange(start.lowerBound..<end.lowerBound, with: "formats: {}\n")
    let package = try FirstAccord.with(changed, in: "exercise.yaml")
    let found = ExerciseLoader.check(package)
    #expect(found.map(\.name) == ["missing-key"] && found[0].line > 30, "\(found)")
    #expect(ExerciseLoader.load(package, format: "").findings == found)
  }

  @Test(
    "A title that says nothing is a missing one",
    arguments: ["title:", "title: ~", "title: \"\"", "title: \"  \""])
  func blank(title: String) throws {
    let one = try FirstAccord.replacing("title: First accord", with: title, in: "exercise.yaml")
    #expect(
      findings(one) == [
        "x/exercise.yaml:4:1: error missing-key: An exercise needs \"title\": What people call it."
      ])
    let text = try FirstAccord.text("injects.yaml")
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  title: ") })
    let other = try FirstAccord.replacing(String(line), with: "  " + title, in: "injects.yaml")
    let found = findings(other)
    #expect(found.count == 1 && found[0].contains("An inject needs \"title\""), "\(found)")
    // What was once played is never refused for it.
    #expect(ExerciseLoader.load(one, format: "class").loaded != nil)
  }

  @Test("A folder of another name than its exercise is a warning, an archive has no folder")
  func otherName() throws {
    var package = try FirstAccord.replacing(
      "id: first-accord", with: "id: last-accord", in: "exercise.yaml")
    #expect(findings(package) == [])
    package.folderName = "first-accord"
    let found = ExerciseLoader.check(package)
    #expect(found.map(\.name) == ["other-name"] && found.allowPlay)
    #expect((found[0].line, found[0].column) == (3, 5))
  }

  @Test(
    "A quote is told of where it opens",
    arguments: [
      ("title: \"a\nnames: x # \"none\"\nb: 1\n", 1, 8), ("a: 1\nb: [x, 'y, z]\nc: 'd'\n", 2, 8),
      ("a: |\n  don't \"\nb: \"c\nd: \"e\"\n", 3, 4),
      ("# don't\na: it's\nb: \"x\\\"\nc: 1\n", 3, 4),
    ])
  func quotes(text: String, line: Int, column: Int) throws {
    let found = YAMLTree.parse(text, file: "x.yaml").findings
    #expect(found.map { [$0.line, $0.column] } == [[line, column]], "\(found)")
    #expect(found.first?.sentence.hasPrefix("The quote that opens here") == true, "\(found)")
  }

  @Test("Levels beyond counting are told without the words of the parser")
  func deep() {
    let text = (0..<1200).map { String(repeating: "- ", count: $0) }.last ?? ""
    let found = YAMLTree.parse(text + "a", file: "x.yaml").findings
    #expect(found.map(\.name) == ["too-deep"] && !found[0].sentence.contains("yaml_"), "\(found)")
  }

  @Test(
    "A character that nobody sees is told of once, with its whole number",
    arguments: [("a\u{0}b", "U+0000"), ("a\u{202E}b", "U+202E"), ("\"a\\0b\"", "U+0000")])
  func characters(title: String, code: String) throws {
    let found = findings(
      try FirstAccord.replacing(
        "title: First accord", with: "title: \(title)", in: "exercise.yaml"))
    #expect(found.count == 1 && found[0].contains(code), "\(found)")
  }

  @Test("One fault in an offer is told once, though the menus of formats differ")
  func offers() throws {
    let found = findings(
      try FirstAccord.replacing(
        "terms: \"exercise intensity=2;", with: "terms: \"exercize intensity=2;",
        in: "exercise.yaml"))
    #expect(found.count == 1, "\(found)")
  }

  @Test("A file with nothing right in it is told of in part, and soon")
  func crowd() throws {
    let wrong = (0..<20_000).map { "  xx\($0): b" }.joined(separator: "\n")
    let package = try FirstAccord.with(
      try FirstAccord.text("states.yaml") + wrong + "\n", in: "states.yaml")
    let took = ContinuousClock().measure {
      let found = ExerciseLoader.check(package)
      #expect(found.count == ShapeReader.findingsMax + 1)
      #expect(found.first?.name == "too-many-findings")
    }
    #expect(took < .seconds(30))
  }

  @Test("A number beyond counting is out of its range")
  func overflow() throws {
    let found = findings(
      try FirstAccord.replacing(
        "budget: 180m", with: "budget: 99999999999999999999m", in: "states.yaml"))
    #expect(found.count == 1 && found[0].contains("out-of-range"), "\(found)")
  }

  @Test("An expectation by a turn that never comes is found at its place")
  func expectBy() throws {
    let package = try FirstAccord.replacing(
      "expectBy: { turn: ", with: "expectBy: { turn: 3", in: "injects.yaml")
    let found = ExerciseLoader.check(package)
    #expect(found.map(\.name) == ["unreachable"], "\(found)")
    #expect(found[0].column == 13)
  }

  @Test("Names are listed once, and never none")
  func hints() {
    #expect(Hint.nearest(to: "x", in: ["b", "a", "b", ""]) == "known: a, b.")
    #expect(Hint.nearest(to: "x", in: [""]) == "there are none here.")
    #expect(Wording.capitalOne("exercise") == "An exercise" && Wording.one("line") == "a line")
  }

  @Test("A file too large, and a folder in a file's place, are not missing as well")
  func unread() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("unread-\(UInt64.random(in: 0 ... .max))/first-accord")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try FileManager.default.createDirectory(
      at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: FirstAccord.folder, toPath: folder.path)
    let guide = folder.appendingPathComponent("guide.md")
    try Data(repeating: 65, count: ExercisePackage.fileBytesMax + 1).write(to: guide)
    let brief = folder.appendingPathComponent("briefs/cael.md")
    try FileManager.default.removeItem(at: brief)
    try FileManager.default.createDirectory(at: brief, withIntermediateDirectories: true)
    let read = ExercisePackage.read(folder: folder.path)
    let found = read.findings + ExerciseLoader.check(try #require(read.package))
    #expect(found.map(\.name).sorted() == ["no-file", "too-large"], "\(found)")
  }
}
