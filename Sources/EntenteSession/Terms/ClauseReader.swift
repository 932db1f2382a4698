import EntenteModel

/// Reads a statement as a clause.
struct ClauseReader {
  /// The clause `statement` of `kind` with `id`; nil if a finding was made.
  static func read(
    _ statement: WrittenStatement, _ kind: ClauseKind, id: ClauseID, _ reader: inout ValueReader
  ) -> ClauseText? {
    let before = reader.findings.count
    let entry = kind.entry
    let sides = sides(statement.scope, entry, &reader)
    reader.bound = Set(sides.from).union(sides.to).sorted()
    let read = ParameterReader.read(statement, entry, &reader)
    var conditions: [ClauseCondition] = []
    for (index, written) in statement.conditions.enumerated() {
      if index == DealText.conditionLimit {
        reader.findings.append(
          TermsFinding(
            .outOfRange, at: written.place, near: "when",
            "A clause has at most \(DealText.conditionLimit) conditions"))
        break
      }
      if let condition = ConditionReader.read(written, entry, &reader) {
        conditions.append(condition)
      }
    }
    for string in statement.strings { refuse(string, entry, &reader) }
    guard reader.findings.count == before, let read else { return nil }
    return ClauseText(
      id: id, kind: kind, from: sides.from, to: sides.to, parameters: read.parameters,
      annex: read.annex, conditions: conditions)
  }

  /// The giving and the receiving states; empty where a direction is missing.
  private static func sides(
    _ scope: WrittenScope?, _ entry: ClauseEntry, _ reader: inout ValueReader
  ) -> (from: [StateID], to: [StateID]) {
    guard let scope else {
      return entry.direction == .mutual ? (reader.parties, reader.parties) : ([], [])
    }
    let first = states(scope.first, &reader)
    guard entry.direction == .mutual else {
      // A group has no direction: both sides are the same, which the rules refuse.
      return (first, scope.second.map { states($0, &reader) } ?? first)
    }
    guard let second = scope.second else { return (first, first) }
    let all = Set(first).union(states(second, &reader)).sorted()
    let group = (scope.first + second).map(\.text)
    let unique = group.indices.filter { group.firstIndex(of: group[$0]) == $0 }.map { group[$0] }
    let typed =
      scope.first.map(\.typed).joined(separator: ",") + ">"
      + second.map(\.typed).joined(separator: ",")
    reader.findings.append(
      TermsFinding(
        .directionNotAllowed, at: scope.place, near: typed,
        "\"\(entry.kind.rawValue)\" binds all sides alike; write "
          + unique.joined(separator: "+") + " \(entry.kind.rawValue)"
      ).showing([]))
    return (all, all)
  }

  private static func states(_ words: [WrittenWord], _ reader: inout ValueReader) -> [StateID] {
    Set(words.compactMap { reader.state($0, .party) }).sorted()
  }

  private static func refuse(
    _ string: WrittenItem, _ entry: ClauseEntry, _ reader: inout ValueReader
  ) {
    reader.report(
      .unknownParameter, string, "Only a title is written in quotes, and \"\(entry.kind)\" has none"
    )
  }
}
