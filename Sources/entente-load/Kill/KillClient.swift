import EntenteWire

/// One of the clients whose server is killed: sends keyed commands one by one, and remembers what
/// was acknowledged and with which words.
actor KillClient {
  /// A command that was sent.
  struct Sent: Sendable {
    var key: String
    /// The line behind the tags.
    var line: String
    /// Its text, for a message; nil for an order.
    var text: String?
    /// The reply, without what belongs to the one who asked; nil while there is none.
    var reply: ServerLine?
  }

  /// Acknowledged commands that are asked for again after each restart.
  private static let asked = 4
  /// Milliseconds between two commands: fast enough that a kill always hits some.
  private static let thinking = 25

  let name: String
  private let session: String
  private let token: String
  private let mayOrder: Bool
  private let tail = EventTail()
  private var number = 0
  private var openOrder: String?
  private(set) var acknowledged: [Sent] = []
  private(set) var pending: [Sent] = []
  /// What must not have happened.
  private(set) var faults: [String] = []

  init(name: String, session: String, token: String, mayOrder: Bool) {
    self.name = name
    self.session = session
    self.token = token
    self.mayOrder = mayOrder
  }

  /// Resumes, settles what was left open, and commands until the server dies.
  func live(_ endpoint: Endpoint) async {
    do {
      let tail = tail
      let dialogue = try await Self.open(endpoint) { tail.hear($0) }
      try await dialogue.demand("AUTH token=\(token)")
      try await dialogue.demand("JOIN \(session) since=\(tail.last)")
      for sent in acknowledged.suffix(Self.asked) { try await askAgain(sent, dialogue) }
      for sent in pending { try await say(sent, dialogue) }
      while true {
        let sent = next()
        pending.append(sent)
        try await say(sent, dialogue)
        try await Task.sleep(for: .milliseconds(Self.thinking))
      }
    } catch {
      // The server is dead: what is pending stays so.
    }
    if let gap = tail.gap { fault(gap) }
  }

  private func next() -> Sent {
    number += 1
    let key = "\(name)-\(number)"
    if mayOrder, number % 4 == 0 {
      defer { openOrder = nil }
      if let openOrder { return Sent(key: key, line: "CANCEL \(openOrder)") }
      return Sent(key: key, line: "ORDER fund-rd domain=sen money=9m")
    }
    return Sent(key: key, line: "SAY facilitator :\(key)", text: key)
  }

  private func say(_ sent: Sent, _ dialogue: Dialogue) async throws {
    let answer = try await dialogue.ask("@key=\(sent.key) \(sent.line)")
    guard answer.isOK else {
      // 5xx leaves it open; every other no would have been one before.
      if let number = answer.errorNumber, (500..<600).contains(number) { return }
      pending.removeAll { $0.key == sent.key }
      return fault("\(sent.line) was answered: \(answer.text)")
    }
    if sent.line.hasPrefix("ORDER") { openOrder = answer["order"] }
    var done = sent
    done.reply = Self.core(answer.last)
    acknowledged.append(done)
    pending.removeAll { $0.key == sent.key }
  }

  private func askAgain(_ sent: Sent, _ dialogue: Dialogue) async throws {
    check(sent, try await dialogue.ask("@key=\(sent.key) \(sent.line)"))
  }

  private func check(_ sent: Sent, _ answer: Answer) {
    if !answer.last.isDuplicate {
      fault("\(sent.key) was acknowledged, and then done again: \(answer.text)")
    } else if Self.core(answer.last) != sent.reply {
      fault("\(sent.key) is answered otherwise the second time: \(answer.text)")
    }
  }

  private static func core(_ line: ServerLine) -> ServerLine {
    var line = line
    line.isDuplicate = false
    line.id = nil
    return line
  }

  func fault(_ text: String) { faults.append("\(name): \(text)") }

  /// Opens a connection, again while there is no room for strangers.
  static func open(
    _ endpoint: Endpoint, hear: @escaping @Sendable (ServerLine) -> Void = { _ in }
  ) async throws -> Dialogue {
    for _ in 0..<500 {
      do {
        return try await Dialogue.open(endpoint, hear: hear)
      } catch let error as LoadError where error.description.contains("909") {
        try await Task.sleep(for: .milliseconds(10))
      }
    }
    throw LoadError("there was no room for another connection")
  }
}

// The reckoning.
extension KillClient {
  /// Requests that are asked again at once.
  private static let chunk = 32
  /// Events that are read at once.
  private static let page = 500

  /// Settles what is open, asks for everything again and reads everything from the beginning.
  /// Afterwards `faults` tells whatever was lost, doubled or changed.
  func audit(_ endpoint: Endpoint) async throws {
    let stream = EventTail()
    let dialogue = try await Self.open(endpoint) { stream.hear($0) }
    try await dialogue.demand("AUTH token=\(token)")
    try await dialogue.demand("JOIN \(session)")
    for sent in pending { try await say(sent, dialogue) }
    for first in stride(from: 0, to: acknowledged.count, by: Self.chunk) {
      let part = Array(acknowledged[first...].prefix(Self.chunk))
      let answers = try await dialogue.ask(all: part.map { "@key=\($0.key) \($0.line)" })
      for (sent, answer) in zip(part, answers) { check(sent, answer) }
    }
    let last = try await dialogue.demand("HISTORY limit=1")
    let newest = last["v"].flatMap(Int.init) ?? 0
    try await waitFor(newest, stream)
    if let gap = stream.gap { fault(gap) }
    compare(stream.texts, "the stream")
    compare(try await history(dialogue, to: newest), "HISTORY")
    await dialogue.close()
  }

  private func waitFor(_ newest: Int, _ stream: EventTail) async throws {
    for _ in 0..<3000 {
      if stream.last >= newest { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    fault("the stream ends at \(stream.last) of \(newest)")
  }

  private func history(_ dialogue: Dialogue, to newest: Int) async throws -> [String: Int] {
    var texts: [String: Int] = [:]
    for after in stride(from: 0, to: newest, by: Self.page) {
      let answer = try await dialogue.demand("HISTORY after=\(after) limit=\(Self.page)")
      for line in answer.before where line["kind"]?.description == "message.sent" {
        if let text = EventTail.words(of: line) { texts[text, default: 0] += 1 }
      }
    }
    return texts
  }

  private func compare(_ texts: [String: Int], _ where: String) {
    var left = texts
    for sent in acknowledged {
      guard let text = sent.text else { continue }
      let count = left.removeValue(forKey: text) ?? 0
      if count != 1 { fault("\(text) was acknowledged and is \(count) times in \(`where`)") }
    }
    for sent in pending {
      guard let text = sent.text, let count = left.removeValue(forKey: text) else { continue }
      if count != 1 { fault("\(text), not acknowledged, is \(count) times in \(`where`)") }
    }
    for text in left.keys.sorted() where text.hasPrefix(name + "-") {
      fault("nobody sent \(text), but it is in \(`where`)")
    }
  }
}
