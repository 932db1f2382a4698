import Testing

@Suite("ImportRule") struct ImportRuleTests {
  private func findings(_ path: String, _ text: String) -> [Finding] {
    ImportRule.check([SourceFile(path: path, text: text)])
  }

  @Test("an import outside the row is found, with its line")
  func foreignImport() {
    let found = findings("Sources/EntenteModel/A.swift", "// why\nimport Foundation\n")
    #expect(found.map(\.line) == [2])
    #expect(found.first?.message.contains("EntenteModel may not import Foundation") == true)
  }

  @Test(
    "every form of an import is read",
    arguments: [
      "package import GRDB", "@testable import GRDB", "internal import struct GRDB.Row",
      "@_exported public import GRDB", "@preconcurrency import GRDB",
    ])
  func forms(text: String) { #expect(findings("Sources/EntenteHost/A.swift", text).count == 1) }

  @Test("what the row allows passes")
  func allowedImport() {
    #expect(findings("Sources/EntenteHost/A.swift", "package import EntenteJournal") == [])
    #expect(findings("Sources/EntenteJournalSQLite/A.swift", "import GRDB") == [])
    #expect(findings("Clients/LineClient/A.swift", "import NIOPosix") == [])
  }

  @Test(
    "a word that only looks like an import is left alone",
    arguments: [
      "// import GRDB", "let text = \"import GRDB\"", "run(.import, x)",
      "#if canImport(GRDB)\n#endif",
    ])
  func lookalikes(text: String) { #expect(findings("Sources/EntenteModel/A.swift", text) == []) }

  @Test(
    "nothing may import a main or a test room",
    arguments: ["entente", "entente_load", "EntenteTesting"])
  func mains(module: String) {
    #expect(findings("Sources/entente/A.swift", "import \(module)").count == 1)
  }

  @Test("a file in a folder that is no room is found")
  func noRoom() { #expect(findings("Sources/Attic/A.swift", "let a = 1").count == 1) }

  @Test("NIO outside the framer is found, in the framer it is allowed")
  func framer() {
    let parser = SourceFile(path: "Sources/EntenteWire/LineParser.swift", text: "import NIOCore")
    let framer = SourceFile(path: "Sources/EntenteWire/LineFramer.swift", text: "import NIOCore")
    let slice = SourceFile(
      path: "Sources/EntenteWire/LineFramer+ByteBuffer.swift", text: "import NIOCore")
    #expect(ImportRule.checkFramer([parser, framer, slice]).map(\.path) == [parser.path])
  }
}
