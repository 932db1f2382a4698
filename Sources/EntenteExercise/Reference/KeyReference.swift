/// Every key of a package in tables for people, made of the tables that read it.
package enum KeyReference {
  /// The reference, Markdown: the same for the same program.
  package static var markdown: String {
    var lines = heading
    for file in ReferenceFile.allCases {
      lines += ["", "## \(file.path)"]
      if case .list(_, let range) = file.shape {
        lines += ["", "A list of \(Wording.range(range)) of these:"]
      }
      for record in records(in: file.shape) { lines += table(record) }
    }
    lines += metrics
    return lines.joined(separator: "\n") + "\n"
  }

  private static let heading = [
    "# Every key of an exercise", "",
    "Made by `entente schema --markdown` from the tables that read the files; do not edit it by",
    "hand. A figure may also be written with its source, as `{ value: 180m, source: \"…\",",
    "confidence: R }`. Keys marked * are needed; with a `base`, the library may give them.",
  ]

  // MARK: records

  /// The records of a shape in the order in which they are met, each once.
  private static func records(in shape: Shape) -> [RecordShape] {
    var found: [RecordShape] = []
    collect(shape, into: &found)
    return found
  }

  private static func collect(_ shape: Shape, into found: inout [RecordShape]) {
    switch shape {
    case .record(let record):
      if found.contains(where: { $0.name == record.name }) { return }
      found.append(record)
      for key in record.keys { collect(key.shape, into: &found) }
    case .list(let member, _): collect(member, into: &found)
    case .map(_, let value): collect(value, into: &found)
    case .oneOf(let shapes): for shape in shapes { collect(shape, into: &found) }
    default: break
    }
  }

  private static func table(_ record: RecordShape) -> [String] {
    let rows = record.keys.map { key in
      "| `\(key.name)`\(key.isRequired ? " *" : "") | \(wording(key.shape)) | \(key.summary) |"
    }
    return ["", "### \(record.name)", "", "| key | value | meaning |", "|---|---|---|"] + rows
  }

  // MARK: values

  private static func wording(_ shape: Shape) -> String {
    switch shape {
    case .text(let max): "text, up to \(max) characters"
    case .word(let words): code(words)
    case .newName: "a new name"
    case .name(let kind): "a \(kind.rawValue)"
    case .count(let range): Wording.range(range)
    case .share(let range): Wording.range(range, .share)
    case .money(let range): "money, \(Wording.range(range, .money))"
    case .lots(let range): "lots, \(Wording.range(range, .lots))"
    case .duration(let range): "seconds, \(Wording.range(range)), or as in 15min, 12h, 3d"
    case .flag: "`true` or `false`"
    case .list(let member, let range): "list of \(Wording.range(range)): \(wording(member))"
    case .record(let record): "keys of a [\(record.name)](#\(anchor(record.name)))"
    case .map(let keys, let value): "\(wording(keys)): \(wording(value))"
    case .oneOf(let shapes): shapes.map(wording).joined(separator: "; or ")
    }
  }

  private static func wording(_ keys: MapKeys) -> String {
    switch keys {
    case .words(let words): "by \(code(words))"
    case .names(let kind): "by \(kind.rawValue)"
    case .new: "by a new name"
    }
  }

  private static func code(_ words: [String]) -> String {
    words.map { "`\($0)`" }.joined(separator: " ")
  }

  private static func anchor(_ name: String) -> String {
    String(name.map { $0 == " " ? "-" : $0 })
  }

  // MARK: conditions

  private static var metrics: [String] {
    let rows = [(MetricRule.ofCards, "cards and events"), (MetricRule.ofInjects, "events")]
      .flatMap { rules, readers in
        rules.map { rule in
          "| `\(usage(rule))` | \(Wording.range(rule.range)) | \(readers) | \(rule.summary) |"
        }
      }
    return [
      "", "## Conditions", "",
      "`metric >= 3`, `<=` or `=`, joined by `and`, `or`, `not` and brackets; shares count in",
      "ten-thousandths. Before the condition of a private card may stand `by turn 3`, `always` or",
      "`keep`.", "", "| metric | range | read by | meaning |", "|---|---|---|---|",
    ] + rows
  }

  private static func usage(_ rule: MetricRule) -> String {
    guard !rule.arguments.isEmpty else { return rule.name }
    let words = rule.arguments.map { argument in
      switch argument {
      case .state: "state"
      case .stateOrAll: "state or *"
      case .programme: "programme"
      case .programmeOrAll: "programme or *"
      case .theatre: "theatre"
      case .domain: "domain"
      case .clause: "clause"
      case .input: "input"
      case .pools: "pools"
      case .turns: "turns"
      }
    }
    return "\(rule.name)(\(words.joined(separator: ", ")))"
  }
}
