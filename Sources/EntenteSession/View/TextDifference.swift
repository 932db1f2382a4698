package import EntenteModel

/// What changed between two texts of a deal, clause by clause and header by header.
package struct TextDifference: Sendable, Hashable {
  /// One clause or header that differs.
  package struct Row: Sendable, Hashable {
    /// `added`, `dropped`, `changed`.
    package var change: String
    /// The id of the clause in the newer text, of a dropped one in the older; nil for headers.
    package var clause: ClauseID?
    /// The keyword of the clause or header: `acsa`, `term`.
    package var keyword: String
    /// As it was printed; nil where it is new.
    package var was: String?
    /// As it is printed; nil where it is gone.
    package var now: String?
  }

  /// What differs: clauses in the order of the newer text, then those dropped, then headers.
  package let rows: [Row]

  package init(from older: DealText, to newer: DealText) {
    rows = Self.clauses(older, newer) + Self.headers(older, newer)
  }

  /// Clauses that say the same are paired first, then those of one kind in their order.
  private static func clauses(_ older: DealText, _ newer: DealText) -> [Row] {
    var left = older.clauses
    var pairs: [ClauseText?] = newer.clauses.map { _ in nil }
    let tests: [(ClauseText, ClauseText) -> Bool] = [
      { TermsPrinter.print($0, of: older) == TermsPrinter.print($1, of: newer) },
      { $0.kind == $1.kind && $0.boundStates == $1.boundStates && $0.programme == $1.programme },
      { $0.kind == $1.kind },
    ]
    for isPair in tests {
      for (place, clause) in newer.clauses.enumerated() where pairs[place] == nil {
        guard let found = left.firstIndex(where: { isPair($0, clause) }) else { continue }
        pairs[place] = left.remove(at: found)
      }
    }
    let kept = zip(newer.clauses, pairs).compactMap { clause, pair -> Row? in
      let now = TermsPrinter.print(clause, of: newer)
      let was = pair.map { TermsPrinter.print($0, of: older) }
      // A mutual clause that binds all is printed alike for other parties.
      guard was != now || pair?.boundStates != clause.boundStates else { return nil }
      return Row(
        change: was == nil ? "added" : "changed", clause: clause.id,
        keyword: clause.kind.rawValue, was: was, now: now)
    }
    return kept
      + left.map {
        Row(
          change: "dropped", clause: $0.id, keyword: $0.kind.rawValue,
          was: TermsPrinter.print($0, of: older), now: nil)
      }
  }

  private static func headers(_ older: DealText, _ newer: DealText) -> [Row] {
    var rows: [Row] = []
    if older.parties != newer.parties {
      let names = { (text: DealText) in text.parties.map(\.text).joined(separator: ",") }
      rows.append(
        Row(
          change: "changed", clause: nil, keyword: "parties", was: names(older), now: names(newer)))
    }
    let was = headers(of: older)
    let now = headers(of: newer)
    let words = ["purpose", "visibility", "entry", "accession", "gov", "term", "title"]
    for word in words where was[word] != now[word] {
      let change = was[word] == nil ? "added" : now[word] == nil ? "dropped" : "changed"
      rows.append(
        Row(change: change, clause: nil, keyword: word, was: was[word], now: now[word]))
    }
    return rows
  }

  /// Headers that are not at their default, by their first word.
  private static func headers(of text: DealText) -> [String: String] {
    let printed = TermsPrinter.statements(text).dropFirst(text.clauses.count)
    let words = printed.map { String($0.prefix { $0 != " " }) }
    return Dictionary(uniqueKeysWithValues: zip(words, printed))
  }
}

extension SessionState {
  /// What changed between two revisions of an offer or deal, one row each. Without numbers: the
  /// newest two, or the text in force and the change that waits.
  package func differencePage(
    _ deal: DealID, from: Int?, to: Int?, for seat: SeatID
  ) throws(Refusal) -> Page {
    guard let whole = self[deal], sight(of: whole, by: seat) != .nothing else {
      let known = negotiations.filter { sight(of: $0, by: seat) != .nothing }.map(\.id.text)
      throw .noSuch(what: "deal", id: deal.text, near: NearestWord.find(deal.text, among: known))
    }
    guard sight(of: whole, by: seat) == .whole else { throw .rule(notAParty(of: deal.text)) }
    let negotiation = shown(whole, to: seat)
    let last = to ?? negotiation.newest.revision
    let first =
      from ?? (negotiation.change == nil ? max(1, last - 1) : negotiation.current.revision)
    var texts: [DealText] = []
    for number in [first, last] {
      guard let revision = negotiation.revision(number) else {
        throw .noSuch(
          what: "revision", id: String(number), near: String(negotiation.newest.revision))
      }
      texts.append(revision.text)
    }
    let difference = TextDifference(from: texts[0], to: texts[1])
    var page = Page(fields: [
      Page.Field("deal", deal.text), Page.Field("from", first), Page.Field("to", last),
      Page.Field("count", difference.rows.count),
    ])
    for row in difference.rows { page.lines.append(row.line) }
    page.text =
      difference.rows.isEmpty
      ? "Revisions \(first) and \(last) of \(deal) say the same."
      : "What revision \(last) of \(deal) changes in revision \(first)."
    return page
  }
}

extension TextDifference.Row {
  fileprivate var line: Page.Line {
    var fields = [Page.Field("change", change)]
    if let clause { fields.append(Page.Field("clause", clause.text)) }
    fields.append(Page.Field("type", keyword))
    if let was { fields.append(Page.Field("was", was)) }
    if let now { fields.append(Page.Field("now", now)) }
    let place = clause.map { "\($0) " } ?? ""
    let words =
      switch (was, now) {
      case (let was?, let now?): "\(place)was: \(was) -> now: \(now)"
      case (let was?, nil): "\(place)\(was)"
      case (nil, let now?): "\(place)\(now)"
      case (nil, nil): place
      }
    return Page.Line(fields, "\(Shown.padded(change, 8)) \(words)")
  }
}
