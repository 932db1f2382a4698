import EntenteModel

/// What a statement must hold beside parameters, and how its findings name it.
struct ParameterReader {
  /// The parameters of `statement`: every one of `entry`, defaults filled in, and the annex apart.
  /// Nil if a finding was made.
  static func read(
    _ statement: WrittenStatement, _ entry: ClauseEntry, _ reader: inout ValueReader
  ) -> (parameters: [Parameter], annex: String?)? {
    let before = reader.findings.count
    var written: [String: ParameterValue] = [:]
    var places: [String: TermsPlace] = [:]
    for parameter in statement.parameters {
      let name = spelled(parameter.name.text)
      let isAnnex = name == annexSpec.name && !entry.kind.isHeader
      guard let spec = isAnnex ? annexSpec : entry.parameter(name) else {
        unknown(parameter.name, entry, &reader)
        continue
      }
      if let first = places.updateValue(parameter.name.place, forKey: name) {
        reader.twice(parameter.name, first)
        continue
      }
      if !parameter.isBroken { written[name] = reader.value(parameter, spec) }
    }
    requireOthers(statement, entry, places, &reader)
    guard reader.findings.count == before else { return nil }
    let parameters = entry.parameters.map { spec in
      Parameter(spec.name, written[spec.name] ?? spec.fallback.value(bound: reader.bound) ?? .null)
    }
    if case .word(let annex) = written[annexSpec.name] { return (parameters, annex) }
    return (parameters, nil)
  }

  /// The annex a clause belongs to, which every clause but a header may name.
  static let annexSpec = ParameterSpec(
    "annex", .word([]), .value(.null), "The annex this clause belongs to, for accession.")

  /// The name of a parameter in the one spelling that is printed.
  static func spelled(_ name: String) -> String {
    switch name {
    case "program": "programme"
    case "license": "licence"
    default: name
    }
  }

  private static func unknown(
    _ name: WrittenWord, _ entry: ClauseEntry, _ reader: inout ValueReader
  ) {
    let annex = entry.kind.isHeader ? [] : [annexSpec.name]
    let hint = NearestWord.hint(name.text, among: entry.parameters.map(\.name) + annex)
    reader.findings.append(
      TermsFinding(
        .unknownParameter, at: name.place, near: name.typed,
        "\"\(entry.kind.rawValue)\" has no \"\(name.text)\"", tail: hint.tail,
        nearest: hint.nearest))
  }

  /// Reports what had to be written and was not, and two where one excludes the other.
  private static func requireOthers(
    _ statement: WrittenStatement, _ entry: ClauseEntry, _ places: [String: TermsPlace],
    _ reader: inout ValueReader
  ) {
    let missing = entry.parameters.filter { $0.isRequired && places[$0.name] == nil }
    if !missing.isEmpty {
      report(statement.keyword, entry.kind.rawValue, missing.map(\.name), "and", &reader)
    }
    let chosen = entry.oneOf.compactMap { places[$0] }.sorted()
    if !entry.oneOf.isEmpty, chosen.isEmpty {
      report(statement.keyword, entry.kind.rawValue, entry.oneOf, "or", &reader)
    }
    if chosen.count > 1 {
      let names = entry.oneOf.map { "\"\($0)\"" }.joined(separator: " or ")
      reader.findings.append(
        TermsFinding(
          .duplicateParameter, at: chosen[chosen.count - 1], near: entry.oneOf[0],
          "\"\(entry.kind.rawValue)\" takes \(names), not both"
        ).showing(chosen))
    }
  }

  /// Reports that `keyword` lacks `names`: `"coprod" needs "programme" and "workshare".`
  static func report(
    _ keyword: WrittenWord, _ name: String, _ names: [String], _ joint: String,
    _ reader: inout ValueReader
  ) {
    let quoted = names.map { "\"\($0)\"" }
    let list =
      quoted.count > 1
      ? quoted.dropLast().joined(separator: ", ") + " \(joint) \(quoted[quoted.count - 1])"
      : quoted.joined()
    reader.findings.append(
      TermsFinding(
        .missingParameter, at: keyword.place, near: keyword.typed, "\"\(name)\" needs \(list)"
      ).showing([]))
  }
}
