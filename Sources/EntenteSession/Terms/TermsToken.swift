/// A piece of the terms as typed.
struct TermsToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A name, in lower case.
    case word(String)
    /// Something that begins like a number, in lower case; its reader judges it.
    case number(String)
    /// A JSON string, decoded.
    case string(String)
    /// `=` `,` `:` `>` `+` `>=` `<=`
    case symbol(String)
    /// `;` or the end of a line: a statement ends here.
    case separator
  }

  var kind: Kind
  /// As typed, case kept.
  var typed: String
  var place: TermsPlace
}
