import EntenteModel

extension HeaderReader {
  /// Reports states, conditions and quotes on a header, which has none of them.
  static func refuseExtras(
    _ statement: WrittenStatement, takesText: Bool, _ reader: inout ValueReader
  ) {
    let keyword = statement.keyword
    if let scope = statement.scope {
      let typed = scope.first.first?.typed ?? ""
      reader.findings.append(
        TermsFinding(
          .directionNotAllowed, at: scope.place, near: typed,
          "\"\(keyword.text)\" is for the whole deal; write it without states"
        ).showing([]))
    }
    for condition in statement.conditions {
      reader.findings.append(
        TermsFinding(
          .unknownParameter, at: condition.place, near: "when",
          "\"\(keyword.text)\" takes no condition"))
    }
    if takesText { return }
    for string in statement.strings {
      reader.report(.unknownParameter, string, "Only a title is written in quotes")
    }
  }

  /// The word after the keyword, one of `rules`; nil if a finding was made.
  static func rule(
    _ statement: WrittenStatement, _ rules: [String], _ reader: inout ValueReader
  ) -> String? {
    let name = statement.keyword.text
    guard let first = statement.parameters.first, first.items == nil else {
      reader.findings.append(
        TermsFinding(
          .missingParameter, at: statement.keyword.place, near: statement.keyword.typed,
          "\"\(name)\" needs a word", tail: ". " + NearestWord.list(rules)))
      return nil
    }
    let word = first.name
    if rules.contains(word.text) { return word.text }
    let hint = NearestWord.hint(word.text, among: rules)
    reader.findings.append(
      TermsFinding(
        .unknownValue, at: word.place, near: word.typed, "\"\(word.text)\" is no \(name)",
        tail: hint.tail, nearest: hint.nearest
      ).showing([]))
    return nil
  }

  /// The parameters after the rule, by name, defaults filled in; nil if a finding was made.
  static func numbers(
    _ statement: WrittenStatement, _ header: HeaderName, _ specs: [ParameterSpec],
    _ reader: inout ValueReader
  ) -> [String: ParameterValue]? {
    let before = reader.findings.count
    var values: [String: ParameterValue] = [:]
    var places: [String: TermsPlace] = [:]
    for parameter in statement.parameters.dropFirst() {
      let name = parameter.name
      guard let spec = specs.first(where: { $0.name == name.text }) else {
        unknown(name, header, specs.map(\.name), &reader)
        continue
      }
      if let first = places.updateValue(name.place, forKey: name.text) {
        reader.twice(name, first)
      } else if !parameter.isBroken {
        values[name.text] = reader.value(parameter, spec)
      }
    }
    let missing = specs.filter { $0.isRequired && places[$0.name] == nil }.map(\.name)
    if !missing.isEmpty {
      ParameterReader.report(statement.keyword, header.rawValue, missing, "and", &reader)
    }
    guard reader.findings.count == before else { return nil }
    for spec in specs where values[spec.name] == nil {
      values[spec.name] = spec.fallback.value(bound: reader.bound)
    }
    return values
  }
}

extension HeaderReader {
  private static func unknown(
    _ name: WrittenWord, _ header: HeaderName, _ valid: [String], _ reader: inout ValueReader
  ) {
    let hint = NearestWord.hint(name.text, among: valid)
    reader.findings.append(
      TermsFinding(
        .unknownParameter, at: name.place, near: name.typed,
        "\"\(header.rawValue)\" has no \"\(name.text)\" here",
        tail: valid.isEmpty ? "." : hint.tail, nearest: hint.nearest))
  }
}

extension ParameterValue {
  /// The number, nil if this is none.
  var number: Int? { if case .integer(let value) = self { value } else { nil } }
}

extension Unicode.Scalar {
  /// True for control characters, marks that turn the direction of text, line separators, byte
  /// order marks, tags and noncharacters: nobody's screen gets these.
  var isUnsafeToShow: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFDD0...0xFDEF, 0xE0000...0xE007F:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
