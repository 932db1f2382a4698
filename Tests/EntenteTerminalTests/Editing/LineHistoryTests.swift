import EntenteTerminal
import Foundation
import Testing

@Suite("LineHistory") struct LineHistoryTests {
  @Test("empty lines and repetitions are not kept")
  func kept() {
    var history = LineHistory()
    for line in ["status", "status", "", "   ", "who", "status"] { history.add(line) }
    #expect(history.entries == ["status", "who", "status"])
  }

  @Test(
    "lines with a secret are not kept",
    arguments: ["AUTH token=abc", "join CODE=7QK4-M2XD name=Ana", "auth user=a password=b"])
  func secrets(line: String) {
    var history = LineHistory()
    let isKept = history.add(line)
    #expect(!isKept)
    #expect(history.entries == [])
  }

  @Test("it forgets the oldest lines")
  func limit() {
    var history = LineHistory((1...LineHistory.entriesMax).map(String.init))
    history.add("new")
    #expect(history.entries.count == LineHistory.entriesMax)
    #expect(history.entries.first == "2")
    #expect(history.entries.last == "new")
  }

  @Test("the file brings the lines back, and only its owner reads it")
  func file() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("entente-history-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = HistoryFile(path: path)
    #expect(file.load() == [])
    file.append("status")
    file.append("say all :Grüße")
    #expect(HistoryFile(path: path).load() == ["status", "say all :Grüße"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("a file in a folder that does not exist makes the folder")
  func folder() {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("entente-history-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    HistoryFile(path: folder + "/state/history").append("status")
    #expect(HistoryFile(path: folder + "/state/history").load() == ["status"])
  }

  @Test("a file that has grown long is cut back when it is read")
  func longFile() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("entente-history-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let lines = (1...2500).map { "line \($0)" }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    #expect(HistoryFile(path: path).load() == Array(lines.suffix(1000)))
    #expect(HistoryFile(path: path).load().count == 1000)
  }
}
