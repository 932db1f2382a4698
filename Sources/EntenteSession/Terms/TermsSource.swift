/// How terms came in, which says how their places count.
package enum TermsSource: Hashable, Sendable {
  /// On the line of the command; the terms begin at this column of it.
  case line(column: Int)
  /// In a body of several lines.
  case body

  /// The place of the first character.
  var start: TermsPlace {
    switch self {
    case .line(let column): TermsPlace(column: column)
    case .body: TermsPlace(line: 1, column: 1)
    }
  }
}
