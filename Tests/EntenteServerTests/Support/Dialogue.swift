import Foundation
import Testing

/// One conversation of a file.
struct Dialogue: CustomTestStringConvertible {
  struct Step {
    var line: Int
    var speaker: Character
    var isTyped: Bool
    var text: String
  }

  var title: String
  var steps: [Step] = []
  var testDescription: String { title }
  /// Whether the conversation is about the text mode itself, and so has no meaning in the other.
  var isTextOnly: Bool { title.hasSuffix("(text)") }

  static func all() throws -> [Dialogue] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Dialogues")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
    return try files.flatMap { try read(String(contentsOf: $0, encoding: .utf8)) }
  }

  private static func read(_ text: String) throws -> [Dialogue] {
    var found: [Dialogue] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("== ") {
        found.append(Dialogue(title: String(line.dropFirst(3))))
      } else if let speaker = line.first, !found.isEmpty {
        let mark = line.dropFirst().first
        guard mark == ":" || mark == "<" else { throw Broken(line: number + 1) }
        found[found.count - 1].steps.append(
          Step(
            line: number + 1, speaker: speaker, isTyped: mark == ":",
            text: String(line.dropFirst(3))))
      }
    }
    return found
  }

  struct Broken: Error { var line: Int }
}
