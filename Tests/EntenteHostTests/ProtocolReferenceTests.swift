import EntenteHost
import Foundation
import Testing

/// The reference for writers of clients is what the server runs by.
@Suite("The reference of the protocol")
struct ProtocolReferenceTests {
  @Test("Clients/PROTOCOL.md is what entente protocol prints")
  func current() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Clients/PROTOCOL.md").standardizedFileURL
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(
      text.trimmingCharacters(in: .whitespacesAndNewlines)
        == ProtocolReference.markdown.trimmingCharacters(in: .whitespacesAndNewlines),
      "print it again: entente protocol > Clients/PROTOCOL.md")
  }

  @Test("it names every verb with its usage")
  func verbs() {
    for verb in VerbTable.verbs {
      #expect(ProtocolReference.markdown.contains(verb.usage.replacing("|", with: "\\|")))
    }
  }
}
