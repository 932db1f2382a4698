/// The text of a deal: what the parties sign. Two texts that differ anywhere are different texts.
package struct DealText: Hashable, Sendable, Codable {
  /// A deal has at most this many parties.
  package static let partyLimit = 8
  /// A deal has at most this many clauses, headers not counted.
  package static let clauseLimit = 24
  /// A `pilot` wraps at most this many clauses.
  package static let pilotLimit = 3
  /// A clause has at most this many conditions.
  package static let conditionLimit = 2
  /// A title has at most this many characters.
  package static let titleLimit = 60

  /// Sorted, each once.
  package var parties: [StateID]
  /// In the order written, with ids `c1`, `c2`, …
  package var clauses: [ClauseText]
  /// What the deal is said to be for.
  package var purpose: Purpose
  /// Who reads the text.
  package var visibility: DealVisibility
  /// Who must sign and ratify.
  package var entry: EntryRule
  /// How others join later.
  package var accession: AccessionRule
  /// How the parties decide.
  package var governance: DealGovernance
  /// How long it lasts and how a state leaves.
  package var term: DealTerm
  /// A name for people, 0-60 characters; part of the text.
  package var title: String

  /// A text with `parties` in any order, and the headers at their defaults unless given.
  package init(
    parties: [StateID], clauses: [ClauseText] = [], purpose: Purpose = .enhance,
    visibility: DealVisibility = .parties, entry: EntryRule = .all,
    accession: AccessionRule = .closed, governance: DealGovernance = DealGovernance(),
    term: DealTerm = DealTerm(), title: String = ""
  ) {
    self.parties = Set(parties).sorted()
    self.clauses = clauses
    self.purpose = purpose
    self.visibility = visibility
    self.entry = entry
    self.accession = accession
    self.governance = governance
    self.term = term
    self.title = title
  }

  /// The clause with `id`, nil if there is none.
  package func clause(_ id: ClauseID) -> ClauseText? { clauses.first { $0.id == id } }

  /// The id of the clause at `index` of the text: `c1` at 0.
  package static func clauseID(at index: Int) -> ClauseID { ClauseID("c\(index + 1)") }
}
