/// A piece of Swift code with the line it stands on. Comments and the text of literals are no code
/// and never become tokens of their own, so no rule trips over prose.
struct Token: Equatable {
  enum Kind {
    /// A keyword, a name or a number.
    case word
    /// One character of punctuation or of an operator.
    case symbol
    /// A string or regular-expression literal, whatever it says.
    case literal
  }

  var kind: Kind
  var text: String
  var line: Int
}
