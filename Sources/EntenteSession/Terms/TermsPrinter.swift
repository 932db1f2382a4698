package import EntenteModel

/// Prints a deal in the normal form of the terms language: what differs from the defaults, in one
/// order and one spelling. Parsing it again gives the same text.
package enum TermsPrinter {
  /// The whole text on one line.
  package static func print(_ text: DealText) -> String { statements(text).joined(separator: "; ") }

  /// Each clause and each header that is not at its default, in their order in the text: for
  /// showing one a line.
  package static func statements(_ text: DealText) -> [String] {
    let printer = ValuePrinter(text: text)
    return text.clauses.map { clause($0, printer) } + headers(text, printer)
  }

  /// One clause of `text`.
  package static func print(_ clause: ClauseText, of text: DealText) -> String {
    self.clause(clause, ValuePrinter(text: text))
  }

  private static func clause(_ clause: ClauseText, _ printer: ValuePrinter) -> String {
    var words = scope(clause, printer.text).map { [$0] } ?? []
    words.append(clause.kind.rawValue)
    words += parameters(clause.parameters, clause.kind, clause.boundStates, printer)
    if let annex = clause.annex { words.append("annex=\(annex)") }
    words += clause.conditions.map { condition($0, clause.kind) }
    return words.joined(separator: " ")
  }

  private static func scope(_ clause: ClauseText, _ text: DealText) -> String? {
    let list = { (states: [StateID], joint: String) in
      states.map(\.text).joined(separator: joint)
    }
    if clause.kind.isMutual {
      return clause.from == text.parties ? nil : list(clause.from, "+")
    }
    // A direction that is missing is shown as it was written, so that it can be mended.
    if clause.from.isEmpty, clause.to.isEmpty { return nil }
    return list(clause.from, ",") + ">" + list(clause.to, ",")
  }

  /// The required parameters, and those that differ from their defaults.
  static func parameters(
    _ parameters: [Parameter], _ kind: ClauseKind, _ bound: [StateID], _ printer: ValuePrinter
  ) -> [String] {
    kind.entry.parameters.compactMap { spec in
      guard let value = parameters.first(where: { $0.name == spec.name })?.value,
        value != .null, spec.isRequired || value != spec.fallback.value(bound: bound)
      else { return nil }
      return "\(spec.name)=\(printer.print(value, spec.type))"
    }
  }

  private static func condition(_ condition: ClauseCondition, _ kind: ClauseKind) -> String {
    let unit = ConditionReader.unit(condition.metric)
    let test =
      "when \(condition.metric)\(condition.comparison.rawValue)\(unit.printed(condition.threshold))"
    switch condition.action {
    case .activate: return test + " activate"
    case .suspend: return test + " suspend"
    case .step(let parameter, let value):
      let type = kind.entry.parameter(parameter)?.type
      let unit = type.flatMap { NumberUnit($0) } ?? .int
      return test + " step \(parameter) \(unit.printed(value))"
    }
  }
}
