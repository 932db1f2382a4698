/// Reads the tree of one file against a shape, and reports whatever does not fit. It stops at
/// nothing: what cannot be read is left out.
struct ShapeReader {
  let file: String
  /// The names other files of the package define. Of a kind that is left out nothing is known,
  /// and every name will do.
  let known: [NameKind: [String]]
  private(set) var findings: [Finding] = []
  /// More findings about one file say nothing new, and each takes time to word.
  static let findingsMax = 500
  /// Whether so much is wrong that the rest of the file is passed over.
  var isFull: Bool { findings.count >= Self.findingsMax }
  /// What only authors are told, so that a session played long ago is never refused for it.
  private(set) var advice: [Finding] = []
  /// Whether lists of names may be longer than an exercise can have them: a card of the library
  /// names more states than any exercise has, and those that are not in it are passed over.
  var listsAreOpen = false
  /// Figures without a source in the sourced record that is being read.
  private var bareFigures = 0

  init(file: String, known: [NameKind: [String]]) {
    self.file = file
    self.known = known
  }

  /// The field at `node`, nil if it does not fit. `key` is what sentences call it.
  mutating func read(_ node: YAMLNode, as shape: Shape, key: String) -> Field? {
    if isFull { return nil }
    if shape.isFigure { return figure(node, as: shape, key: key) }
    switch shape {
    case .list(let member, let range): return list(node, of: member, range, key: key)
    case .record(let record): return self.record(node, as: record)
    case .map(let keys, let value): return map(node, keys, value, key: key)
    case .oneOf(let shapes): return oneOf(node, shapes, key: key)
    default: return scalar(node, as: shape, key: key)
    }
  }

  /// Reports something at a place of `other`, or of the file being read.
  mutating func report(
    _ severity: Finding.Severity = .error, in other: String?, line: Int, column: Int,
    _ name: String, _ sentence: String
  ) {
    findings.append(
      Finding(severity, file: other ?? file, line: line, column: column, name: name, sentence))
  }

  mutating func report(_ node: YAMLNode, _ name: String, _ sentence: String) {
    report(in: node.file, line: node.line, column: node.column, name, sentence)
  }

  private mutating func report(key entry: YAMLEntry, _ name: String, _ sentence: String) {
    report(in: entry.value.file, line: entry.line, column: entry.column, name, sentence)
  }

  // MARK: collections

  private mutating func list(
    _ node: YAMLNode, of member: Shape, _ range: ClosedRange<Int>, key: String
  ) -> Field? {
    guard case .list(let members) = node.content else {
      // A list nobody has filled in yet is an empty one.
      if node.text == "", range.contains(0) { return Field(.list([]), at: node) }
      report(node, "wrong-type", "\"\(key)\" is a list, such as [a, b] or lines that begin with -.")
      return nil
    }
    var isOpen = false
    if listsAreOpen, case .name = member { isOpen = members.count > range.upperBound }
    guard isOpen || range.contains(members.count) else {
      report(
        node, "out-of-range",
        "\"\(key)\" has \(Wording.range(range)) members, not \(members.count).")
      return nil
    }
    let fields = members.compactMap { read($0, as: member, key: key) }
    if case .record(let record) = member, let identity = record.identity {
      reportTwins(members, identity, record.name)
    }
    return Field(.list(fields), at: node)
  }

  private mutating func reportTwins(_ members: [YAMLNode], _ identity: String, _ name: String) {
    var seen: [String: Int] = [:]
    for member in members {
      guard let node = member[identity], let text = node.text else { continue }
      if let line = seen[text] {
        report(
          node, "duplicate-id", "There is a \(name) \"\(text)\" already, in line \(line).")
      } else {
        seen[text] = node.line
      }
    }
  }

  private mutating func map(
    _ node: YAMLNode, _ keys: MapKeys, _ shape: Shape, key: String
  ) -> Field? {
    guard case .map(let entries) = node.content else {
      report(node, "wrong-type", "\"\(key)\" has keys of its own, such as { name: value }.")
      return nil
    }
    var fields = Fields(line: node.line, column: node.column, file: node.file)
    for entry in entries where !isFull {
      guard accepts(entry, keys, in: key),
        let field = read(entry.value, as: shape, key: entry.key)
      else { continue }
      fields.entries.append((entry.key, field))
    }
    return Field(.record(fields), at: node)
  }

  private mutating func accepts(_ entry: YAMLEntry, _ keys: MapKeys, in key: String) -> Bool {
    switch keys {
    case .words(let words):
      if words.contains(entry.key) { return true }
      report(
        key: entry, "unknown-key",
        "\"\(key)\" has no \"\(entry.key.clipped)\"; \(Hint.nearest(to: entry.key, in: words))")
      return false
    case .names(let kind):
      return isKnown(
        entry.key, kind, in: entry.value.file, line: entry.line, column: entry.column)
    case .new:
      if Wording.isName(entry.key) { return true }
      report(key: entry, "bad-name", Wording.nameRule(entry.key))
      return false
    }
  }

  private mutating func record(_ node: YAMLNode, as shape: RecordShape) -> Field? {
    guard case .map(let entries) = node.content else {
      report(
        node, "wrong-type",
        "\(Wording.capitalOne(shape.name)) has keys, each in a line of its own.")
      return nil
    }
    let outer = bareFigures
    if shape.isSourced { bareFigures = 0 }
    var fields = Fields(line: node.line, column: node.column, file: node.file)
    for entry in entries where !isFull {
      guard let rule = shape.keys.first(where: { $0.name == entry.key }) else {
        let hint = Hint.nearest(to: entry.key, in: shape.keys.map(\.name))
        report(
          key: entry, "unknown-key",
          "\(Wording.capitalOne(shape.name)) has no \"\(entry.key.clipped)\"; \(hint)")
        continue
      }
      if let field = read(entry.value, as: rule.shape, key: rule.name) {
        fields.entries.append((rule.name, field))
      }
    }
    reportMissing(entries, shape, at: node)
    if shape.isSourced { reportBareFigures(entries, shape, at: node, outer: outer) }
    return Field(.record(fields), at: node)
  }

  private mutating func reportMissing(
    _ entries: [YAMLEntry], _ shape: RecordShape, at node: YAMLNode
  ) {
    // A base that is still there was not found, and that has been reported.
    if entries.contains(where: { $0.key == "base" }) { return }
    for rule in shape.keys where rule.isRequired {
      let sentence =
        "\(Wording.capitalOne(shape.name)) needs \"\(rule.name)\": \(rule.summary)"
      guard let entry = entries.first(where: { $0.key == rule.name }) else {
        report(node, "missing-key", sentence)
        continue
      }
      guard case .text = rule.shape, entry.value.isBlank else { continue }
      advice.append(
        Finding(
          .error, file: entry.value.file ?? file, line: entry.line, column: entry.column,
          name: "missing-key", sentence))
    }
  }

  private mutating func reportBareFigures(
    _ entries: [YAMLEntry], _ shape: RecordShape, at node: YAMLNode, outer: Int
  ) {
    // Under a card that was not found nobody knows whether there is a source.
    let isCovered = entries.contains { ["source", "confidence", "base"].contains($0.key) }
    if bareFigures > 0, !isCovered {
      report(
        .warning, in: node.file, line: node.line, column: node.column, "no-source",
        "\(bareFigures) figures of this \(shape.name) have no source and no confidence.")
    }
    bareFigures = outer
  }

  /// The first shape that fits; where none does, the reasons of the last that could have.
  private mutating func oneOf(_ node: YAMLNode, _ shapes: [Shape], key: String) -> Field? {
    let alike = shapes.filter { $0.isAlike(node) }
    let before = findings
    for shape in alike.isEmpty ? shapes : alike {
      findings = before
      if let field = read(node, as: shape, key: key), findings.count == before.count {
        return field
      }
    }
    return nil
  }

  // MARK: figures

  private mutating func figure(_ node: YAMLNode, as shape: Shape, key: String) -> Field? {
    guard case .map = node.content else {
      bareFigures += 1
      return scalar(node, as: shape, key: key)
    }
    let rules = RecordShape("figure", FigureKeys.rules)
    guard record(node, as: rules) != nil, let value = node["value"] else { return nil }
    return scalar(value, as: shape, key: key)
  }

  /// Whether `name` is one of the names of `kind`; reports it where it is not.
  mutating func isKnown(
    _ name: String, _ kind: NameKind, in other: String?, line: Int, column: Int
  ) -> Bool {
    guard let names = known[kind] else { return true }
    if names.contains(name) { return true }
    let hint = Hint.nearest(to: name, in: names)
    report(
      in: other, line: line, column: column, "unknown-\(kind.rawValue)",
      "\"\(name.clipped)\" is not \(Wording.one(kind.rawValue)) here; \(hint)")
    return false
  }
}
