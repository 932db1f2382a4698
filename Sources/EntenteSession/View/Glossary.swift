import EntenteModel

/// What a word of the game means, in one sentence: the words of play, of clauses, of orders and of
/// figures.
package enum Glossary {
  /// A word and its meaning.
  package struct Entry: Sendable {
    /// As it is typed and printed, in lower case.
    package var word: String
    /// One sentence.
    package var meaning: String
  }

  /// All words, ascending.
  package static let entries: [Entry] =
    (play
    + ClauseKind.allCases.map { Entry(word: $0.rawValue, meaning: $0.entry.summary) }
    + OrderKeyword.allCases.map {
      Entry(word: $0.rawValue, meaning: OrderCatalogue.entry($0).summary)
    }
    + FigureWord.allCases.map { Entry(word: $0.rawValue, meaning: $0.meaning) } + codes)
    .sorted { $0.word < $1.word }

  /// The page of all words, or the meanings of one; a word that is none names the nearest.
  package static func page(_ word: String?) throws(Refusal) -> Page {
    var page = Page()
    let found = word.map { wanted in entries.filter { $0.word == wanted } } ?? entries
    if let word, found.isEmpty {
      throw .noSuch(
        what: "word", id: word, near: NearestWord.find(word, among: entries.map(\.word)))
    }
    for entry in found {
      page.add([Page.Field("word", entry.word)], "\(entry.word): \(entry.meaning)")
    }
    page.fields = [Page.Field("words", found.count)]
    page.text = word == nil ? "GLOSSARY word tells one." : "RULES tells how they work together."
    return page
  }

  private static let play = [
    Entry(word: "arrears", meaning: "What was owed, not delivered, and is owed on top next turn."),
    Entry(
      word: "breach", meaning: "A duty broken so far that the deal's remedy begins; it costs trust."
    ),
    Entry(word: "branch", meaning: "A session played again from a turn; what was played stays."),
    Entry(
      word: "card", meaning: "A private aim of a state, true or false at the end, worth points."),
    Entry(
      word: "class",
      meaning: "How a clause is ratified: A by signing, B and C at home, for capital."),
    Entry(
      word: "concluded", meaning: "Signed and ratified by all it needs: it binds, its gates run."),
    Entry(word: "deal", meaning: "An offer that all it needs have signed; it has clauses."),
    Entry(word: "duty", meaning: "What a clause in effect asks of a state each turn."),
    Entry(
      word: "entente",
      meaning: "An understanding without an alliance: here, a group nobody declared."),
    Entry(
      word: "evaluator", meaning: "Somebody who sees all of the game, rates it and takes notes."),
    Entry(
      word: "gate", meaning: "Days something waits for: ratification, release, licence, tooling."),
    Entry(word: "inject", meaning: "An event of the exercise, or one the facilitator typed."),
    Entry(
      word: "key",
      meaning: "Half of a signature, where the exercise wants two seats of a team to sign."),
    Entry(word: "lot", meaning: "The unit goods are counted in; the programme says what it holds."),
    Entry(
      word: "observer",
      meaning: "Somebody who looks on: sees all teams or one, at once or some turns late."),
    Entry(word: "offer", meaning: "A proposed text with a revision; any edit voids signatures."),
    Entry(
      word: "order", meaning: "What a state does alone in a turn, secret until it is resolved."),
    Entry(
      word: "phase",
      meaning: "A part of a turn: report, negotiate, ratify, orders, resolve, review."),
    Entry(
      word: "programme", meaning: "Something to buy, build or develop, with an owner and lines."),
    Entry(word: "projector", meaning: "The screen of the room: it shows what everybody may see."),
    Entry(
      word: "quadrant", meaning: "Where a group stands by what it can make and how well it fits."),
    Entry(word: "redline", meaning: "A counter-offer: the same deal with another text."),
    Entry(word: "seat", meaning: "A place in a delegation with a role and permissions."),
    Entry(word: "workshare", meaning: "The part of the work on a programme that a state does."),
  ]
}
