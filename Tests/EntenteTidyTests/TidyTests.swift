import Testing

/// The rules of the house, held against every file of the project. Each failure names a place and
/// what to do there.
@Suite("Tidy") struct TidyTests {
  private let project = Project.current

  @Test("the project was found, and there is something to read in every room")
  func everyRoomIsRead() {
    for row in RoomTable.rows {
      let isRead = project.sources.contains { $0.path.hasPrefix(row.folder + "/") }
      #expect(isRead, "no Swift file was read in \(row.folder)")
    }
  }

  @Test("every room imports only what its row allows")
  func imports() { report(ImportRule.check(project.sources)) }

  @Test("in the wire room only the framer knows NIO")
  func framer() { report(ImportRule.checkFramer(project.sources)) }

  @Test("Package.swift declares the same rooms and the same arrows as the table")
  func manifest() throws {
    let file = try #require(project.sources.first { $0.path == "Package.swift" })
    let manifest = Manifest(file.lines.joined(separator: "\n"))
    #expect(manifest.rows.count >= 10, "the rooms of Package.swift could not be read")
    report(manifest.disagreements(with: RoomTable.rows))
  }

  @Test("every folder of tests is a target of Package.swift")
  func testFolders() throws {
    let file = try #require(project.sources.first { $0.path == "Package.swift" })
    let declared = Set(Manifest(file.lines.joined(separator: "\n")).testRooms)
    for folder in project.folders(in: "Tests")
    where project.sources.contains(where: { $0.path.hasPrefix("Tests/\(folder)/") }) {
      let isDeclared = declared.contains(folder)
      #expect(isDeclared, "Tests/\(folder) is built by nobody: give it a TestRoom")
    }
  }

  @Test("every folder of sources is a room")
  func sourceFolders() {
    let folders = Set(RoomTable.rows.map(\.folder))
    for folder in project.folders(in: "Sources") {
      let isRoom = folders.contains("Sources/\(folder)")
      #expect(isRoom, "Sources/\(folder) is no room: remove it")
    }
  }

  @Test("model, session, bots and JSON know no clock, chance, concurrency, fractions or world")
  func purity() { report(PurityRule.check(project.sources)) }

  @Test("no file is longer than 500 lines")
  func fileLength() { report(LengthRule.checkFiles(project.sources)) }

  @Test("no function is longer than 70 lines")
  func functionLength() { report(LengthRule.checkFunctions(project.sources)) }

  @Test("no line is longer than 100 columns")
  func columns() { report(LengthRule.checkColumns(project.sources)) }

  @Test("every declaration another room can see has a sentence")
  func documentation() { report(DocumentationRule.check(project.sources)) }

  @Test("nothing is marked as unfinished")
  func unfinished() { report(WordRule.checkUnfinished(project.sources, project.documents)) }

  @Test("every trap says which promise was broken")
  func traps() { report(WordRule.checkTraps(project.sources)) }

  @Test("only the programs write to the terminal")
  func speech() { report(WordRule.checkSpeech(project.sources)) }

  @Test("names of files and types say what they hold")
  func names() { report(NameRule.check(project.sources)) }

  @Test("tests do not sleep, are not put aside and use Swift Testing")
  func habits() { report(HabitRule.check(project.sources)) }

  @Test("every link of a document leads to a file of the project")
  func links() { report(LinkRule.checkLinks(project.documents, exists: project.has)) }

  @Test("every path that a document names exists")
  func paths() { report(LinkRule.checkPaths(project.documents, exists: project.has)) }

  @Test("every top folder explains itself", arguments: Project.folders)
  func topFolders(folder: String) {
    let exists = project.has("\(folder)/README.md")
    #expect(exists, "write \(folder)/README.md, one page")
  }

  @Test("nothing names a place outside of the project")
  func boundary() { report(BoundaryRule.check(project.sources, project.documents)) }
}
