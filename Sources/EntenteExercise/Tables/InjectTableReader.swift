import EntenteModel

/// Turns the rows of a table into the YAML of a list of events.
struct InjectTableReader {
  private let table: CSVTable
  private let file: String
  private var names: [String] = []
  private var row: [String] = []
  private var line = 0
  private(set) var findings: [Finding] = []

  init(_ table: CSVTable, file: String) {
    self.table = table
    self.file = file
  }

  mutating func yaml() -> String {
    guard let heading = table.rows.first else {
      report(1, "empty-file", "There is nothing in this table.")
      return ""
    }
    names = heading.map { $0.trimmed }
    for (place, name) in names.enumerated() where !InjectTable.columns.contains(name) {
      let hint = Hint.nearest(to: name, in: InjectTable.columns)
      report(place + 1, "unknown-column", "\"\(name.clipped)\" is no column here; \(hint)")
    }
    if !names.contains("id") { report(1, "missing-key", "The table needs a column \"id\".") }
    var text =
      ReferenceFile.injects.editorLine + "# The master list of events, made from a table.\n"
    for (number, cells) in table.rows.enumerated().dropFirst() {
      row = cells
      line = number + 1
      if cells.count > names.count {
        report(names.count + 1, "too-many-cells", "This row has more cells than the heading.")
      } else if cells.count < names.count {
        report(
          cells.count, "too-few-cells",
          "This row has \(cells.count) \(cells.count == 1 ? "cell" : "cells"), and the heading "
            + "\(names.count); is a separator missing?")
      }
      text += event()
    }
    return text
  }

  private mutating func report(_ column: Int, _ name: String, _ sentence: String) {
    findings.append(
      Finding(
        .error, file: file, line: max(1, line), column: column, name: name, sentence))
  }

  private func cell(_ column: String) -> String {
    guard let place = names.firstIndex(of: column), place < row.count else { return "" }
    return CSVTable.unguarded(row[place])
  }

  private func column(_ name: String) -> Int { (names.firstIndex(of: name) ?? 0) + 1 }

  // MARK: events

  private mutating func event() -> String {
    var lines = ["id", "base", "title", "kind"].flatMap(text)
    lines += entry("at", moment("turn", "phase", "offset")) + text("when") + text("from")
    lines += entry("to", addressees)
    lines += ["via", "visibility", "objective", "body"].flatMap(text)
    let changes = effects(cell("effects"), column: column("effects"))
    lines += entry("effects", list(changes, indent: 4))
    if let choice = choice() { lines.append(choice) }
    lines += ["expect", "expectTest"].flatMap(text)
    lines += entry("expectBy", moment("expectTurn", "expectPhase", ""))
    lines += ["owner", "instructions", "shows"].flatMap(text)
    guard let first = lines.first else { return "" }
    return (["", "- \(first)"] + lines.dropFirst().map { "  \($0)" }).joined(separator: "\n") + "\n"
  }

  private func entry(_ key: String, _ value: String) -> [String] {
    if value.isEmpty { return [] }
    // No blank is left behind where the value begins in the next line.
    return [value.hasPrefix("\n") ? "\(key):\(value)" : "\(key): \(value)"]
  }

  private func text(_ key: String) -> [String] {
    entry(key, YAMLText.scalar(cell(key), indent: 4))
  }

  private var addressees: String {
    let words = cell("to").split { " ,;".contains($0) }.map(String.init)
    if words.count == 1, ["all", "each"].contains(words[0]) { return words[0] }
    return words.isEmpty ? "" : "[\(words.map(YAMLText.quoted).joined(separator: ", "))]"
  }

  private func moment(_ turn: String, _ phase: String, _ offset: String) -> String {
    let parts = [("turn", cell(turn)), ("phase", cell(phase)), ("offset", cell(offset))]
      .filter { !$0.1.isEmpty }
    guard !parts.isEmpty else { return "" }
    return "{ \(parts.map { "\($0): \(YAMLText.quoted($1))" }.joined(separator: ", ")) }"
  }

  private mutating func choice() -> String? {
    let options = cell("options").split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
    guard !options.isEmpty else { return nil }
    var text = "choice:"
    let by = moment("choiceTurn", "choicePhase", "")
    if !by.isEmpty { text += "\n    by: \(by)" }
    text += "\n    options:"
    for option in options {
      let parts = option.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
      guard parts.count == 2 || parts.count == 3 else {
        report(column("options"), "bad-option", "An option is \"name | label | effects\", a line.")
        continue
      }
      let isDefault = parts[0].hasSuffix("*")
      let name = isDefault ? String(parts[0].dropLast()).trimmed : parts[0]
      text +=
        "\n      - name: \(YAMLText.quoted(name))\n        label: \(YAMLText.quoted(parts[1]))"
      if isDefault { text += "\n        default: true" }
      let found = effects(parts.count == 3 ? parts[2] : "", column: column("options"))
      if !found.isEmpty { text += "\n        effects:\(list(found, indent: 10))" }
    }
    return text
  }

  private func list(_ members: [String], indent: Int) -> String {
    members.map { "\n" + String(repeating: " ", count: indent) + "- \($0)" }.joined()
  }

  private mutating func effects(_ cell: String, column: Int) -> [String] {
    cell.split { $0 == ";" || $0 == "\n" }.map(\.trimmed).filter { !$0.isEmpty }
      .compactMap { effect($0, column: column) }
  }

  private mutating func effect(_ text: String, column: Int) -> String? {
    let words = text.split(separator: " ").map(String.init)
    let operations = InjectEffect.Operation.allCases.map(\.rawValue)
    guard let place = words.firstIndex(where: operations.contains), 1...2 ~= place,
      words.count == place + 3
    else {
      report(
        column, "bad-effect",
        "\"\(text.clipped)\" is no effect; write it as in \"threat marches ADD 10% 1\".")
      return nil
    }
    var parts = ["path: \(YAMLText.quoted(words[0]))"]
    if place == 2 { parts.append("object: \(YAMLText.quoted(words[1]))") }
    parts += [
      "op: \(words[place])", "amount: \(YAMLText.quoted(words[place + 1]))",
      "turns: \(YAMLText.quoted(words[place + 2]))",
    ]
    return "{ \(parts.joined(separator: ", ")) }"
  }
}
