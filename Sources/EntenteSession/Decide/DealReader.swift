package import EntenteModel

/// What somebody typed as a deal: a text, or everything that is wrong with it.
package enum DealReader {
  /// A text, or why it cannot be read.
  package enum Outcome: Sendable {
    case text(DealText)
    /// What cannot be read, in the order of the text; at least one.
    case findings([TermsFinding])
  }

  /// Reads terms or JSON. `column` is where the terms begin in the line, from 1; 0 for a body.
  package static func read(
    _ typed: String, sender: StateID, addressees: [StateID], vocabulary: Vocabulary, column: Int
  ) -> Outcome {
    let (text, findings) = TermsParser.parse(
      typed, sender: sender, addressees: addressees, vocabulary: vocabulary,
      source: column > 0 ? .line(column: column) : .body)
    if let text { return .text(text) }
    return .findings(findings)
  }
}

extension TermsFinding {
  /// The fields of an `ERR 418` or of a note beside it.
  package var fields: [Page.Field] {
    var fields = [Page.Field("reason", reason.rawValue), Page.Field("col", column)]
    if let line { fields.append(Page.Field("line", line)) }
    fields.append(Page.Field("near", near))
    return fields
  }
}

extension RuleRefusal {
  /// A refusal of form, as every refusal of the rules is told.
  package init(_ form: TermsRefusal) {
    guard let name = RefusalName(rawValue: form.name) else {
      preconditionFailure("every refusal of form has a name of the rules")
    }
    self.init(
      name, clause: form.clause, form.numbers.map { Field($0.key, $0.value) }, form.sentence)
  }
}
