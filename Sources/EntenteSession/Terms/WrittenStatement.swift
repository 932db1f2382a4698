// What stands in the terms or in their JSON, before anybody asks what it means. Both ways of
// writing a deal become these values, so that both are read by the same rules.

/// A word where it stands.
struct WrittenWord: Hashable, Sendable {
  /// In lower case.
  var text: String
  var typed: String
  var place: TermsPlace
}

/// One item of a value.
struct WrittenItem: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    case word(String)
    /// As typed, with its unit.
    case number(String)
    case string(String)
    /// A number that is in the canonical unit already, as in JSON.
    case exact(Int)
    case flag(Bool)
  }

  /// The state before the colon.
  var owner: WrittenWord?
  var form: Form
  var typed: String
  var place: TermsPlace

  /// Where the item begins, its owner included.
  var start: TermsPlace { owner?.place ?? place }
}

/// `name=value`, or a name alone.
struct WrittenParameter: Hashable, Sendable {
  var name: WrittenWord
  /// Nil if only the name stands there.
  var items: [WrittenItem]?
  /// True if a finding was made about it already.
  var isBroken = false
}

/// `when metric >= number action`.
struct WrittenCondition: Hashable, Sendable {
  var place: TermsPlace
  var metric: [WrittenWord]
  var comparison: String
  var threshold: WrittenItem
  var action: WrittenWord
  var parameter: WrittenWord?
  var value: WrittenItem?
}

/// The states before a keyword.
struct WrittenScope: Hashable, Sendable {
  var place: TermsPlace
  /// The givers, or the members of a group.
  var first: [WrittenWord]
  /// The receivers; nil for a group.
  var second: [WrittenWord]?
}

/// One clause or header.
struct WrittenStatement: Hashable, Sendable {
  var scope: WrittenScope?
  var keyword: WrittenWord
  var parameters: [WrittenParameter] = []
  var strings: [WrittenItem] = []
  var conditions: [WrittenCondition] = []
}
