import EntenteModel

/// The words a header begins with, beside `gov` and `term`.
enum HeaderName: String, CaseIterable, Sendable {
  case purpose, visibility, entry, accession, title

  /// Every word a statement may begin with if the menu has `clauses`.
  static func keywords(_ clauses: [ClauseKind]) -> [String] {
    let headers = ClauseKind.allCases.filter(\.isHeader)
    return (clauses + headers).map(\.rawValue) + allCases.map(\.rawValue)
  }
}
