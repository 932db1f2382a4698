package import EntenteModel

/// Reads the one-line language in which people write deals.
package enum TermsParser {
  /// Words and signs of a text: ten times what the longest deal needs. What is longer is refused
  /// before anybody waits for hints about each of its words.
  static let tokensMax = 4000
  /// Statements of a text: four times the clauses of the longest deal.
  static let statementsMax = 100

  /// The deal that `text` makes between `sender` and `addressees`, defaults filled in; or all of it
  /// that cannot be read, in the order of the text. Exactly one of the two is there. A text
  /// that begins with `{` is read as JSON.
  ///
  /// What the rules of the game refuse is not looked at here: see `TermsForm`.
  package static func parse(
    _ text: String, sender: StateID, addressees: [StateID], vocabulary: Vocabulary,
    source: TermsSource = .line(column: 1)
  ) -> (text: DealText?, findings: [TermsFinding]) {
    let parties = [sender] + addressees
    if text.first(where: { !$0.isWhitespace }) == "{" {
      return CanonicalDeal.parse(text, parties: parties, vocabulary: vocabulary, source: source)
    }
    let lexed = TermsLexer.read(text, source: source)
    if let token = lexed.tokens.dropFirst(tokensMax).first {
      return (nil, [tooLong(at: token.place, "words and signs", limit: tokensMax)])
    }
    let parsed = StatementParser.read(lexed.tokens)
    if let statement = parsed.statements.dropFirst(statementsMax).first {
      return (nil, [tooLong(at: statement.keyword.place, "clauses", limit: statementsMax)])
    }
    let read = TermsReader.read(parsed.statements, parties: parties, vocabulary: vocabulary)
    var findings = lexed.findings + parsed.findings + read.findings
    if findings.isEmpty, read.text.clauses.isEmpty {
      findings = [empty(at: source.start)]
    }
    return findings.isEmpty ? (read.text, []) : (nil, sorted(findings))
  }

  /// The finding about a text without a clause.
  static func empty(at place: TermsPlace) -> TermsFinding {
    TermsFinding(.empty, at: place, near: "", "There is no clause in this text").showing([])
  }

  private static func tooLong(at place: TermsPlace, _ what: String, limit: Int) -> TermsFinding {
    TermsFinding(
      .outOfRange, at: place, near: "", "Here the text has more than \(limit) \(what)",
      tail: "; a deal has at most \(DealText.clauseLimit) clauses.")
  }

  /// In the order of their places; at one place in the order in which they were made.
  static func sorted(_ findings: [TermsFinding]) -> [TermsFinding] {
    findings.enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element)
  }
}
