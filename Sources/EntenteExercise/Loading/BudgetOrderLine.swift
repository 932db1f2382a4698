import EntenteModel

/// Reads a budget order as people type it: `invest sector=amd money=27m`.
struct BudgetOrderLine {
  struct Problem: Hashable {
    /// In characters from 0.
    var offset: Int
    var name: String
    var sentence: String
  }

  /// What each budget order takes, in the order of its parameters.
  private static let catalogue: [(keyword: OrderKeyword, names: [String])] = [
    (.fundRD, ["domain", "money"]),
    (.invest, ["sector", "money"]),
    (.trainWorkforce, ["money"]),
    (.readiness, ["money"]),
    (.asym, ["money"]),
    (.securityUpgrade, []),
  ]

  private let line: String
  private var problems: [Problem] = []
  private var found: [Parameter] = []

  private init(_ line: String) { self.line = line }

  /// The order in `line`, nil if it is none, and what is wrong with it.
  static func read(_ line: String) -> (order: Order?, problems: [Problem]) {
    var reader = BudgetOrderLine(line)
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else {
      return (nil, [Problem(offset: 0, name: "bad-order", sentence: "There is no order here.")])
    }
    guard let row = catalogue.first(where: { $0.keyword.rawValue == first }) else {
      let hint = Hint.nearest(to: String(first), in: catalogue.map(\.keyword.rawValue))
      reader.note(
        first, "unknown-order", "\"\(String(first).clipped)\" is no budget order; \(hint)")
      return (nil, reader.problems)
    }
    for word in words.dropFirst() { reader.take(word, names: row.names, keyword: first) }
    for name in row.names where !words.dropFirst().contains(where: { $0.hasPrefix("\(name)=") }) {
      reader.note(first, "missing-parameter", "\"\(first)\" needs \"\(name)\".")
    }
    let ordered = row.names.compactMap { name in reader.found.first { $0.name == name } }
    return reader.problems.isEmpty
      ? (Order(row.keyword, ordered), []) : (nil, reader.problems)
  }

  private mutating func take(_ word: Substring, names: [String], keyword: Substring) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard parts.count == 2, names.contains(name) else {
      let hint = Hint.nearest(to: name, in: names)
      note(word, "unknown-parameter", "\"\(keyword)\" has no \"\(name.clipped)\"; \(hint)")
      return
    }
    if found.contains(where: { $0.name == name }) {
      note(word, "duplicate-parameter", "\"\(name)\" is given twice.")
      return
    }
    if let value = value(parts[1], of: name) { found.append(Parameter(name, value)) }
  }

  private mutating func value(_ typed: Substring, of name: String) -> ParameterValue? {
    let text = String(typed)
    guard name != "money" else {
      do {
        return .integer(try NumberText.read(text, as: .money))
      } catch {
        let problem = Wording.problem(error, text, .money, key: name)
        note(typed, problem.name, problem.sentence)
        return nil
      }
    }
    let words = name == "domain" ? CommonKeys.domains : CommonKeys.sectors
    let word = text.lowercased()
    if words.contains(word) { return .word(word) }
    let hint = Hint.nearest(to: word, in: words)
    note(typed, "unknown-\(name)", "\"\(text.clipped)\" is not a \(name); \(hint)")
    return nil
  }

  private mutating func note(_ word: Substring, _ name: String, _ sentence: String) {
    let offset = line.distance(from: line.startIndex, to: word.startIndex)
    problems.append(Problem(offset: offset, name: name, sentence: sentence))
  }
}
