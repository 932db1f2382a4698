import Testing

@testable import EntenteExercise

/// Packages that are broken as files: nothing stops the loader, and it says what is wrong.
struct PackageFileTests {
  private static let files = [
    "exercise.yaml", "states.yaml", "programmes.yaml", "world.yaml", "injects.yaml",
    "briefs/public.md", "briefs/cael.md",
  ]

  @Test("A missing file is named", arguments: files)
  func missing(file: String) throws {
    let findings = ExerciseLoader.check(try FirstAccord.without(file))
    if file == "injects.yaml" {
      #expect(findings.isEmpty)
    } else {
      #expect(findings.contains { $0.file == file && $0.name == "missing-file" })
    }
  }

  @Test("A missing guide is a warning")
  func missingGuide() throws {
    let findings = ExerciseLoader.check(try FirstAccord.without("guide.md"))
    #expect(findings.map(\.name) == ["missing-file"] && findings.allowPlay)
  }

  @Test("An empty file is named", arguments: files, ["", "\n \n"])
  func empty(file: String, text: String) throws {
    let findings = ExerciseLoader.check(try FirstAccord.with(text, in: file))
    #expect(findings.contains { $0.file == file && $0.name == "empty-file" })
    #expect(!findings.allowPlay)
  }

  @Test("Bytes that are no text are found in every file", arguments: files)
  func badUTF8(file: String) throws {
    let bytes = Array("a: b\nc: ".utf8) + [0xFF, 0xFE]
    let findings = ExerciseLoader.check(try FirstAccord.with(bytes, in: file))
    let finding = try #require(findings.first { $0.name == "bad-utf8" })
    #expect((finding.file, finding.line, finding.column) == (file, 2, 4))
  }

  @Test("A terminal escape is found, in the file and behind a quote")
  func escapes() throws {
    let raw = try FirstAccord.replacing(
      "label: Aster", with: "label: A\u{1B}[31m", in: "states.yaml")
    #expect(
      ExerciseLoader.check(raw).contains { $0.name == "refused-character" && $0.column == 11 })
    let quoted = try FirstAccord.replacing(
      "label: Aster", with: #"label: "A\e[31m\u202E""#, in: "states.yaml")
    let findings = ExerciseLoader.check(quoted)
    #expect(findings.map(\.name) == ["refused-character"])
    #expect(findings[0].column == 10)
  }

  @Test("A finding never repeats what an author typed whole or raw")
  func tame() throws {
    let text = String(repeating: "x", count: 5000)
    let package = try FirstAccord.replacing(
      "doctrine: industrial-hub", with: "doctrine: \"\(text)\\n\\e[2J\"\n  \"\\e]0;\\a\": 1",
      in: "states.yaml")
    for finding in ExerciseLoader.check(package) {
      let line = finding.printed(under: "x")
      #expect(line.count < 400)
      #expect(!line.unicodeScalars.contains { $0.value < 32 || $0.value == 127 })
    }
  }

  @Test("A file nothing reads is a warning")
  func unused() throws {
    let findings = ExerciseLoader.check(try FirstAccord.with("x", in: "briefs/castor.md"))
    #expect(findings.map(\.name) == ["unused-file"] && findings.allowPlay)
  }

  @Test("A brief nobody reads in time, and a picture without words, are warned about")
  func reading() throws {
    let long = try FirstAccord.with(String(repeating: "word ", count: 401), in: "briefs/cael.md")
    #expect(ExerciseLoader.check(long).map(\.name) == ["long-text"])
    let text = "# A guide\n\nSee ![](map.png) and ![the marches](map.png).\n"
    let findings = ExerciseLoader.check(try FirstAccord.with(text, in: "guide.md"))
    #expect(findings.map(\.name) == ["no-alternative-text"])
    #expect((findings.first?.line, findings.first?.column) == (3, 5))
  }

  @Test(
    "The wrong kind of root is named",
    arguments: [
      ("exercise.yaml", "- a\n- b\n"), ("states.yaml", "a: b\n"), ("states.yaml", "word\n"),
      ("world.yaml", "[1, 2]\n"), ("programmes.yaml", "[]\n"), ("states.yaml", "[[], {}, x]\n"),
    ])
  func root(file: String, text: String) throws {
    let findings = ExerciseLoader.check(try FirstAccord.with(text, in: file))
    #expect(findings.contains { $0.file == file && $0.severity == .error })
  }

  @Test("No package at all has findings and no exercise")
  func nothing() {
    let result = ExerciseLoader.load(ExercisePackage(files: []), format: "class")
    #expect(result.loaded == nil)
    #expect(result.findings.filter { $0.name == "missing-file" }.count >= 5)
  }

  @Test(
    "The largest file of one character is read to its end",
    arguments: [
      "[", "{a: ", "- ", "a: ", "a:\n", "\"", "&a ", "*a ", "a: &b\n", "? ", "|\n", "\t", "é",
    ])
  func monotone(piece: String) throws {
    let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let findings = ExerciseLoader.check(try FirstAccord.with(text, in: "states.yaml"))
    #expect(findings.contains { $0.file == "states.yaml" && $0.severity == .error })
  }
}
