import EntenteWire
import Foundation
import Testing

@testable import EntenteHost
@testable import EntenteServer

/// Whole conversations from `Dialogues`: what is typed, and what comes back. `*` stands for any
/// text, `{name}` for a word that is kept and filled in later. `F` is the facilitator with a
/// session of first-accord; every other letter is a connection of its own.
@Suite("Dialogues")
struct DialogueTests {
  /// How the bytes of a client reach the server.
  enum Delivery: CaseIterable { case wholeLines, carriageReturns, byteByByte }

  @Test(
    "every conversation goes as it is written, however its bytes arrive",
    arguments: try Dialogue.all(), Delivery.allCases)
  func runs(dialogue: Dialogue, delivery: Delivery) async throws {
    try await TestServer.run { test in
      var speakers = Speakers(test: test, delivery: delivery)
      for step in dialogue.steps {
        if let problem = try await speakers.take(step) {
          Issue.record("\(dialogue.title), line \(step.line): \(problem)")
          return
        }
      }
    }
  }

  @Test("every verb stands in a conversation")
  func verbs() throws {
    let typed = Set(
      try Dialogue.all().flatMap(\.steps).filter(\.isTyped).compactMap {
        $0.text.split(separator: " ").first { !$0.hasPrefix("@") }?.uppercased()
      })
    let missing = VerbTable.verbs.map(\.name).filter { !typed.contains($0) }
    #expect(missing.isEmpty)
  }

  @Test("every code that a client can bring about by hand stands in a conversation")
  func codes() throws {
    let seen = try Dialogue.all().flatMap(\.steps).filter { !$0.isTyped }.map(\.text)
      .joined(separator: "\n")
    let missing = WireCode.allCases.filter { code in
      !Self.needsMore.contains(code) && !seen.contains(" \(code.number) \(code.name)")
        && !seen.contains("\"code\":\(code.number)")
    }
    #expect(missing.map(\.name) == [])
  }

  /// Codes that need a full disk, a crowd, much time or other bytes: tests of their own bring them.
  private static let needsMore: Set<WireCode> = [
    .badCharacter, .badUTF8, .lineTooLong, .bodyTooLong, .internal, .slowDown, .busy, .draining,
    .storageFull, .readOnly, .unknownOutcome, .quarantined, .limit, .quorum, .loginTimeout, .idle,
    .slowConsumer, .tooManyErrors, .flood, .wrongProtocol, .revoked, .shutdown,
    .tooManyConnections,
  ]
}

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

  static func all() throws -> [Dialogue] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
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

/// The connections of a conversation and the words that were kept.
private struct Speakers {
  let test: TestServer
  let delivery: DialogueTests.Delivery
  private var clients: [Character: RawClient] = [:]
  private var words: [String: String] = [:]

  init(test: TestServer, delivery: DialogueTests.Delivery) {
    self.test = test
    self.delivery = delivery
  }

  /// Types a line or reads one; says what is wrong where something is.
  mutating func take(_ step: Dialogue.Step) async throws -> String? {
    let client = try await client(step.speaker)
    if step.isTyped {
      try await type(filled(step.text), to: client)
      return nil
    }
    let pattern = filled(step.text)
    while true {
      let line = try await client.line()
      if line.hasPrefix("EVENT ") || line.hasPrefix("{\"class\":\"EVENT\"") { continue }
      if let kept = Self.match(pattern, line) {
        words.merge(kept) { $1 }
        return nil
      }
      // What stands before the end of a reply may be left out of the conversation.
      if ["DATA ", "NOTE ", "WARN "].contains(where: line.hasPrefix) { continue }
      return "expected \(pattern), got \(line)"
    }
  }

  private mutating func client(_ letter: Character) async throws -> RawClient {
    if let client = clients[letter] { return client }
    let client =
      letter == "F" ? try await test.facilitator() : try await RawClient.greeted(by: test.port)
    clients[letter] = client
    return client
  }

  private func type(_ text: String, to client: RawClient) async throws {
    switch delivery {
    case .wholeLines: try await client.send(text + "\n")
    case .carriageReturns: try await client.send(text + "\r\n")
    case .byteByByte: for byte in (text + "\n").utf8 { try await client.send(bytes: [byte]) }
    }
  }

  private func filled(_ text: String) -> String {
    words.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// The words kept when `line` is of the form; nil when it is not.
  private static func match(_ pattern: String, _ line: String) -> [String: String]? {
    var names: [String] = []
    var expression = ""
    var rest = Substring(pattern)
    while let character = rest.first {
      if character == "*" {
        expression += ".*"
        rest = rest.dropFirst()
      } else if character == "{", let end = rest.firstIndex(of: "}"),
        rest[rest.index(after: rest.startIndex)..<end].allSatisfy({ $0.isLetter }), rest.count > 2
      {
        names.append(String(rest[rest.index(after: rest.startIndex)..<end]))
        expression += "([^ ]+)"
        rest = rest[rest.index(after: end)...]
      } else {
        expression += NSRegularExpression.escapedPattern(for: String(character))
        rest = rest.dropFirst()
      }
    }
    guard let regex = try? NSRegularExpression(pattern: "^\(expression)$"),
      let found = regex.firstMatch(in: line, range: NSRange(line.startIndex..., in: line))
    else { return nil }
    var kept: [String: String] = [:]
    for (place, name) in names.enumerated() {
      if let range = Range(found.range(at: place + 1), in: line) {
        kept[name] = String(line[range])
      }
    }
    return kept
  }
}
