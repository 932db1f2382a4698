package import EntenteModel

/// What a state asks to change in a deal that is signed or concluded.
package struct ChangeProposal: Hashable, Sendable {
  /// How the deal would change.
  package enum Kind: Hashable, Sendable {
    /// A party wrote another text for a concluded deal.
    case amendment
    /// A signer takes itself out of a clause of a signed deal.
    case reservation(clause: ClauseID)
    /// A state that is no party joins a concluded deal, or the annex of it that is named.
    case accession(annex: String?)
  }

  package var kind: Kind
  /// The text as it would be. Its number goes on from the revisions of the deal.
  package var revision: OfferRevision
  package init(_ kind: Kind, _ revision: OfferRevision) {
    self.kind = kind
    self.revision = revision
  }

  /// `amendment`, `reservation`, `accession`.
  package var word: String {
    switch kind {
    case .amendment: "amendment"
    case .reservation: "reservation"
    case .accession: "accession"
    }
  }
}

/// The yes or no of a party to a change.
package struct ChangeAnswer: Hashable, Sendable {
  package var deal: DealID
  /// The number of the text answered.
  package var revision: Int
  package var by: StateID
  /// Yes or no.
  package var accepts: Bool
  /// The reason given with a no; may be empty.
  package var why: String
  package init(deal: DealID, revision: Int, by: StateID, accepts: Bool, why: String) {
    self.deal = deal
    self.revision = revision
    self.by = by
    self.accepts = accepts
    self.why = why
  }

  init(to change: PendingChange, by state: StateID, accepts: Bool, why: String) {
    self.init(
      deal: change.deal, revision: change.number, by: state, accepts: accepts, why: why)
  }
}

/// How a change ended.
package enum ChangeOutcome: String, Sendable {
  case adopted, refused, withdrawn, lapsed
}
