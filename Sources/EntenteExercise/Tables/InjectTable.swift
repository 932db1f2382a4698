/// The list of events as a table, a row an event, for facilitators who keep it in a spreadsheet;
/// and back again.
package enum InjectTable {
  /// The columns, in order. `at` and `expectBy` stand in columns of their own parts.
  static let columns = [
    "id", "base", "title", "kind", "turn", "phase", "offset", "when", "from", "to", "pick",
    "repeat", "times", "chance", "via", "visibility", "objective", "body", "effects", "choiceTurn",
    "choicePhase", "vote", "options", "expect", "expectTest", "expectTurn", "expectPhase", "owner",
    "instructions", "shows",
  ]
  /// Columns whose cells are the values of keys of the same name.
  static let plain = [
    "id", "base", "title", "kind", "when", "from", "pick", "repeat", "times", "chance", "via",
    "visibility", "objective", "body", "expect", "expectTest", "owner", "instructions", "shows",
  ]

  /// The table of the events of `package`, as CSV; nil, with what is wrong, where they cannot be
  /// read.
  package static func export(_ package: ExercisePackage) -> (csv: String?, findings: [Finding]) {
    let file = PackageFile.injects
    guard let bytes = package.bytes(file) else {
      return (CSVTable(rows: [columns]).text, [])
    }
    let checked = TextCheck.text(bytes, file: file)
    guard let text = checked.text, checked.findings.allowPlay else {
      return (nil, checked.findings)
    }
    let parsed = YAMLTree.parse(text, file: file)
    guard let root = parsed.root else { return (nil, parsed.findings) }
    let rows = root.members.map { event in
      columns.map { CSVTable.guarded(InjectRow(event).cell($0)) }
    }
    return (CSVTable(rows: [columns] + rows).text, parsed.findings)
  }

  /// The file `injects.yaml` that a table gives; nil, with what is wrong, where it is none. Lines
  /// and columns of findings are those of the table.
  package static func yaml(
    csv bytes: [UInt8], file: String
  ) -> (yaml: String?, findings: [Finding]) {
    guard bytes.count <= ExercisePackage.fileBytesMax else {
      return (
        nil, [Finding(.error, file: file, name: "too-large", "A table has at most 1 MiB.")]
      )
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return (nil, TextCheck.text(bytes, file: file).findings)
    }
    do {
      var reader = InjectTableReader(try CSVTable(text), file: file)
      let yaml = reader.yaml()
      return (reader.findings.allowPlay ? yaml : nil, reader.findings)
    } catch {
      let finding = Finding(
        .error, file: file, line: error.row, column: 1, name: "bad-table", error.sentence)
      return (nil, [finding])
    }
  }
}

/// One event, in cells.
private struct InjectRow {
  let event: YAMLNode

  init(_ event: YAMLNode) { self.event = event }

  func cell(_ column: String) -> String {
    switch column {
    case "turn", "phase", "offset": event["at"]?[column]?.text ?? ""
    case "expectTurn": event["expectBy"]?["turn"]?.text ?? ""
    case "expectPhase": event["expectBy"]?["phase"]?.text ?? ""
    case "vote": event["choice"]?["vote"]?.text ?? ""
    case "choiceTurn": event["choice"]?["by"]?["turn"]?.text ?? ""
    case "choicePhase": event["choice"]?["by"]?["phase"]?.text ?? ""
    case "to":
      event["to"]?.text ?? (event["to"]?.members ?? []).compactMap(\.text).joined(separator: " ")
    case "effects": Self.effects(event["effects"])
    case "options":
      (event["choice"]?["options"]?.members ?? []).map(Self.option).joined(separator: "\n")
    default: event[column]?.text ?? ""
    }
  }

  /// `explain* | Explain it | political-capital dorn ADD -2% 0`, a line an option.
  private static func option(_ node: YAMLNode) -> String {
    let star = ["true", "yes"].contains(node["default"]?.text) ? "*" : ""
    let label = (node["label"]?.text ?? "").replacing("|", with: "/")
    let costs = ["cost", "budgetShare"].compactMap { key in node[key]?.text.map { "\(key) \($0)" } }
    let paid = costs.isEmpty ? "" : " | \(costs.joined(separator: " "))"
    return "\(node["name"]?.text ?? "")\(star) | \(label) | \(effects(node["effects"]))\(paid)"
  }

  /// `threat marches ADD 10% 1`, joined by semicolons: path, object, operation, amount, turns; then
  /// `after 1` and `when bn(team) >= 1` where they stand.
  private static func effects(_ node: YAMLNode?) -> String {
    (node?.members ?? []).map { effect in
      (["path", "object", "op", "amount", "turns"].compactMap { effect[$0]?.text }
        + ["after", "when"].compactMap { key in effect[key]?.text.map { "\(key) \($0)" } })
        .joined(separator: " ")
    }.joined(separator: "; ")
  }
}
