/// Where something stands in what a person typed.
package struct TermsPlace: Hashable, Comparable, Sendable {
  /// The line of a body, from 1; nil if the terms stand on the line of the command.
  package var line: Int?
  /// Characters from 1, as typed.
  package var column: Int

  /// A place in a line of a body, or on the line of the command.
  package init(line: Int? = nil, column: Int) {
    self.line = line
    self.column = column
  }

  /// Lines first, then columns.
  package static func < (left: Self, right: Self) -> Bool {
    (left.line ?? 0, left.column) < (right.line ?? 0, right.column)
  }

  /// `column 8`, or `line 2, column 8` in a body.
  var words: String { line.map { "line \($0), column \(column)" } ?? "column \(column)" }

  /// The words for several places: `columns 8 and 15`.
  static func words(_ places: [TermsPlace]) -> String {
    if places.count > 1, places.allSatisfy({ $0.line == nil }) {
      return "columns " + places.map { String($0.column) }.joined(separator: " and ")
    }
    return places.map(\.words).joined(separator: " and ")
  }
}
