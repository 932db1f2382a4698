import EntenteModel

/// Reads statements into the text of a deal.
struct TermsReader {
  private enum Meaning {
    case clause(ClauseKind)
    case header(HeaderName)
    case unknown
  }

  private var reader: ValueReader
  private var text: DealText

  private init(_ parties: [StateID], _ vocabulary: Vocabulary) {
    text = DealText(parties: parties)
    reader = ValueReader(vocabulary: vocabulary, parties: text.parties)
  }

  /// The text that `statements` make among `parties`, and all findings; the text is whole only if
  /// there are none.
  static func read(
    _ statements: [WrittenStatement], parties: [StateID], vocabulary: Vocabulary
  ) -> (text: DealText, findings: [TermsFinding]) {
    var terms = TermsReader(parties, vocabulary)
    let meanings = statements.map { terms.meaning($0) }
    for case .clause(let kind) in meanings { terms.reader.references.append(kind) }
    var headers: [String: TermsPlace] = [:]
    var count = 0
    for (statement, meaning) in zip(statements, meanings) {
      switch meaning {
      case .unknown: break
      case .clause(let kind) where !kind.isHeader:
        terms.clause(statement, kind, at: count)
        count += 1
      case .clause(let kind):
        guard terms.isFirst(statement, kind.rawValue, &headers) else { continue }
        HeaderReader.read(statement, kind, into: &terms.text, &terms.reader)
      case .header(let name):
        guard terms.isFirst(statement, name.rawValue, &headers) else { continue }
        HeaderReader.read(statement, name, into: &terms.text, &terms.reader)
      }
    }
    return (terms.text, terms.reader.findings)
  }

  private mutating func clause(_ statement: WrittenStatement, _ kind: ClauseKind, at index: Int) {
    let id = DealText.clauseID(at: index)
    if let clause = ClauseReader.read(statement, kind, id: id, &reader) {
      text.clauses.append(clause)
    }
  }

  private mutating func meaning(_ statement: WrittenStatement) -> Meaning {
    let keyword = statement.keyword
    if let kind = ClauseKind(word: keyword.text) { return .clause(kind) }
    if let header = HeaderName(rawValue: keyword.text) { return .header(header) }
    let hint = NearestWord.hint(
      keyword.text, among: HeaderName.keywords(reader.vocabulary.clauses))
    reader.findings.append(
      TermsFinding(
        .unknownWord, at: keyword.place, near: keyword.typed, "No clause \"\(keyword.text)\"",
        tail: hint.tail, nearest: hint.nearest))
    reader.references.hasUnknownClause = true
    return .unknown
  }

  /// Whether a header stands here for the first time; reports it otherwise.
  private mutating func isFirst(
    _ statement: WrittenStatement, _ name: String, _ headers: inout [String: TermsPlace]
  ) -> Bool {
    let keyword = statement.keyword
    guard let first = headers.updateValue(keyword.place, forKey: name) else { return true }
    reader.twice(WrittenWord(text: name, typed: keyword.typed, place: keyword.place), first)
    return false
  }
}
