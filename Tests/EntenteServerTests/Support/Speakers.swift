import EntenteWire
import Foundation

@testable import EntenteHost
@testable import EntenteServer

/// The connections of a conversation and the words that were kept.
struct Speakers {
  let test: TestServer
  let delivery: DialogueTests.Delivery
  private var clients: [Character: RawClient] = [:]
  private var words: [String: String] = [:]
  private var keyCount = 0
  private var isInBody = false
  private var draining: Task<Void, Never>?

  init(test: TestServer, delivery: DialogueTests.Delivery) {
    self.test = test
    self.delivery = delivery
  }

  /// Plays a conversation; says where it went another way.
  mutating func play(_ dialogue: Dialogue) async throws -> String? {
    var isSent = Set<Int>()
    for (place, step) in dialogue.steps.enumerated() where !isSent.contains(step.line) {
      if step.speaker == "!" {
        let server = test.server
        draining = Task { await server.drain() }
      } else if step.isTyped {
        let typed = delivery == .coalesced ? piece(of: dialogue.steps[place...]) : [step]
        isSent.formUnion(typed.map(\.line))
        try await type(typed.map(\.text), by: step.speaker)
      } else if let problem = try await read(step) {
        return "line \(step.line): \(problem)"
      }
    }
    await draining?.value
    return nil
  }

  /// What can be sent at once: the lines of the first speaker until somebody else acts, or until a
  /// word is needed that the server has not said yet.
  private func piece(of steps: ArraySlice<Dialogue.Step>) -> [Dialogue.Step] {
    let own = steps.prefix { $0.speaker == steps.first?.speaker }
    var typed: [Dialogue.Step] = []
    for step in own where step.isTyped {
      if !typed.isEmpty, filled(step.text).contains(/\{[a-z]+\}/) { break }
      typed.append(step)
    }
    return typed
  }

  /// Reads up to the line that a step expects; says what came where something else did.
  private mutating func read(_ step: Dialogue.Step) async throws -> String? {
    let client = try await client(step.speaker)
    let pattern = filled(step.text)
    while true {
      let line = plain(try await client.line())
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
    if delivery == .json {
      try await client.send("MODE json\n")
      while !(try await client.line()).hasPrefix("{\"class\":\"OK\",\"verb\":\"MODE\"") {}
    }
    return client
  }

  private mutating func type(_ lines: [String], by letter: Character) async throws {
    let client = try await client(letter)
    let end: [UInt8] = delivery == .carriageReturns ? [0x0D, 0x0A] : [0x0A]
    let bytes = lines.flatMap { Self.bytes(keyed(filled($0))) + end }
    guard delivery == .byteByByte else { return try await client.send(bytes: bytes) }
    // Who hears enough closes before the last byte.
    for byte in bytes { try? await client.send(bytes: [byte]) }
  }

  /// A line of the server as it reads in text mode.
  private func plain(_ line: String) -> String {
    guard delivery == .json, let read = try? ServerLineParser.parse(Array(line.utf8)) else {
      return line
    }
    return String(decoding: ServerLinePrinter.bytes(read, as: .text).dropLast(), as: UTF8.self)
  }

  /// A request with the key that programs have to send, where it changes something.
  private mutating func keyed(_ line: String) -> String {
    guard delivery == .json, !isInBody else {
      isInBody = isInBody && line != "."
      return line
    }
    isInBody = line.hasSuffix("<<")
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    let hasTags = line.hasPrefix("@")
    let verb = (hasTags ? parts.last : line)?.split(separator: " ").first.map { $0.uppercased() }
    guard VerbTable.find(verb ?? "")?.isJournalled == true else { return line }
    keyCount += 1
    if !hasTags { return "@key=auto-\(keyCount) \(line)" }
    return parts[0].contains("key=") ? line : "\(parts[0]);key=auto-\(keyCount) \(parts[1])"
  }

  private func filled(_ text: String) -> String {
    words.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// What is sent for a text: `\1B` is a byte, `{5000 a}` that many letters.
  private static func bytes(_ text: String) -> [UInt8] {
    let long = text.replacing(/\{([0-9]+) (.)\}/) { found in
      String(repeating: String(found.2), count: Int(found.1) ?? 0)
    }
    var bytes: [UInt8] = []
    var rest = Array(long.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"),
        let hex = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(hex)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
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
