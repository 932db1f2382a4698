import EntenteModel

/// The clauses a text has, for parameters that refer to them.
struct ReferenceTable: Sendable {
  /// In the order of the text.
  private(set) var kinds: [ClauseKind] = []
  /// True if a clause could not be recognised: a reference that fits nothing may mean it.
  var hasUnknownClause = false

  /// Takes in the next clause of the text; headers take no id.
  mutating func append(_ kind: ClauseKind) { if !kind.isHeader { kinds.append(kind) } }

  /// The clauses `word` means: the one of that id, or all of a kind; a header's word stands for
  /// itself, so that the rules can refuse it. Nil if it means none here.
  func clauses(_ word: String) -> [ClauseID]? {
    // An id wins over the code of a kind: ids are printed, codes are not.
    if let position = Self.position(word), position < kinds.count {
      return [DealText.clauseID(at: position)]
    }
    guard let kind = ClauseKind(word: word) else { return nil }
    if kind.isHeader { return [ClauseID(kind.rawValue)] }
    let found = kinds.indices.filter { kinds[$0] == kind }
    return found.isEmpty ? nil : found.map(DealText.clauseID(at:))
  }

  /// The words that would mean something.
  var words: [String] {
    Set(kinds).map(\.rawValue).sorted() + kinds.indices.map { DealText.clauseID(at: $0).text }
  }

  /// `ids` in the order of the text, each once; what is no clause stands last.
  static func sorted(_ ids: [ClauseID]) -> [ClauseID] {
    Set(ids).sorted { (position($0.text) ?? .max, $0) < (position($1.text) ?? .max, $1) }
  }

  /// The position of clause id `word`, from 0; nil if it is no id as ids are printed.
  static func position(_ word: String) -> Int? {
    guard word.first == "c", let number = Int(word.dropFirst()), number > 0, word == "c\(number)"
    else { return nil }
    return number - 1
  }
}

extension ClauseKind {
  /// The kind people mean by `word`: its name, or its code `c01`…`c30`.
  init?(word: String) {
    if let kind = ClauseKind(rawValue: word) {
      self = kind
      return
    }
    guard word.utf8.count == 3, word.first == "c", let number = Int(word.dropFirst()) else {
      return nil
    }
    self.init(number: number)
  }
}
