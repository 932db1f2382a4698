import Testing

/// Holds Tests/COVERAGE.md against the project: each row of its first table names a place and a
/// test that are still there. Each failure names the row.
@Suite("Coverage") struct CoverageTests {
  /// The rows of the first table as it stands. Raise it with each row that is added; a row that
  /// goes takes an idea out of the game.
  private static let rowCount = 170

  private let project = Project.current

  @Test("no row of the coverage table was lost")
  func rowsAreThere() throws {
    let count = try Self.rows(of: project).count
    #expect(
      count >= Self.rowCount,
      "Tests/COVERAGE.md has \(count) rows of \(Self.rowCount): bring back what is missing")
  }

  @Test("every row of the coverage table has an id of its own")
  func idsAreUnique() throws {
    var seen: Set<String> = []
    for row in try Self.rows(of: project) {
      let isNew = seen.insert(row.id).inserted
      #expect(isNew, "\(row.place): \(row.id) stands there twice")
    }
  }

  @Test("every row of the coverage table names a symbol that stands in its file")
  func symbolsStand() throws {
    for row in try Self.rows(of: project) {
      let isHome = row.file.hasPrefix("Sources/") || row.file.hasPrefix("Exercises/")
      #expect(isHome, "\(row.place): \(row.id) lives in Sources or Exercises, not in \(row.file)")
      check(row, file: row.file, text: row.symbol)
    }
  }

  @Test("every row of the coverage table names a test that stands in its file")
  func testsStand() throws {
    for row in try Self.rows(of: project) {
      let isTest = row.testFile.hasPrefix("Tests/")
      #expect(isTest, "\(row.place): \(row.id) is tested in Tests, not in \(row.testFile)")
      check(row, file: row.testFile, text: row.test)
    }
  }

  @Test("a row is read cell by cell, and rows after the first table are left alone")
  func reading() {
    let document = Document(
      path: "Tests/COVERAGE.md",
      lines: [
        "# Coverage", "| id | concept | file | symbol | test file | test |",
        "| --- | --- | --- | --- | --- | --- |",
        "| 0-01 | Trust | `Sources/A.swift` | `enum A` | `Tests/B.swift` | a is b |", "",
        "| 0-02 | Hope | - | - | - | - | nobody plays it |",
      ])
    let rows = CoverageRow.read(document)
    #expect(rows.count == 1)
    #expect(rows.first?.id == "0-01" && rows.first?.place == "Tests/COVERAGE.md:4")
    #expect(rows.first?.file == "Sources/A.swift" && rows.first?.symbol == "enum A")
    #expect(rows.first?.testFile == "Tests/B.swift" && rows.first?.test == "a is b")
  }

  private func check(_ row: CoverageRow, file: String, text: String) {
    guard let lines = lines(of: file) else {
      Issue.record("\(row.place): \(row.id) names \(file), which does not exist; say where it went")
      return
    }
    let stands = !text.isEmpty && lines.contains { $0.contains(text) }
    #expect(stands, "\(row.place): \(row.id) names \"\(text)\", which is not in \(file) any more")
  }

  private func lines(of path: String) -> [String]? {
    project.sources.first { $0.path == path }?.lines
      ?? project.documents.first { $0.path == path }?.lines
  }

  private static func rows(of project: Project) throws -> [CoverageRow] {
    CoverageRow.read(try #require(project.documents.first { $0.path == "Tests/COVERAGE.md" }))
  }
}

/// One row of the first table of Tests/COVERAGE.md.
struct CoverageRow {
  /// File and line of the row itself.
  var place: String
  var id: String
  var file: String
  var symbol: String
  var testFile: String
  var test: String

  /// The rows of the first table of a document, without its heading. A row that lacks cells is read
  /// with empty ones, so that it is told and not passed over.
  static func read(_ document: Document) -> [CoverageRow] {
    guard let start = document.lines.firstIndex(where: { $0.hasPrefix("|") }) else { return [] }
    let table = document.lines[start...].prefix { $0.hasPrefix("|") }
    return table.indices.dropFirst(2).map { index in
      var cells = table[index].split(separator: "|", omittingEmptySubsequences: false)
        .dropFirst().map { bare($0) }
      cells += [String](repeating: "", count: max(0, 6 - cells.count))
      return CoverageRow(
        place: "\(document.path):\(index + 1)", id: cells[0], file: cells[2], symbol: cells[3],
        testFile: cells[4], test: cells[5])
    }
  }

  /// The text of a cell without the spaces and backquotes around it.
  private static func bare(_ cell: Substring) -> String {
    let edge: Set<Character> = [" ", "`"]
    let tail = cell.drop { edge.contains($0) }
    return String(tail.reversed().drop { edge.contains($0) }.reversed())
  }
}
