package import EntenteModel

/// A change of a deal that is signed or concluded, on its way: the old text binds until it is
/// adopted.
package struct PendingChange: Sendable, Hashable {
  /// What is asked for.
  package let proposal: ChangeProposal
  /// The turn it was tabled in.
  package let tabledTurn: Int
  /// States that said yes, the author of an amendment among them; ascending.
  package var accepted: [StateID]
  /// States that said no; ascending.
  package var refused: [StateID] = []
  /// The turn in which the parties' rule was met; nil before.
  package var passedTurn: Int?
  /// States that have to ratify it then; ascending.
  package var mustRatify: [StateID] = []
  /// Those of them that have; ascending.
  package var ratified: [StateID] = []

  /// A change as it was tabled: its author has said yes if a signature came with it.
  package init(_ proposal: ChangeProposal, tabledTurn: Int) {
    self.proposal = proposal
    self.tabledTurn = tabledTurn
    accepted =
      proposal.kind == .amendment && proposal.revision.isSigned ? [proposal.revision.by] : []
  }

  /// What kind of change it is.
  package var kind: ChangeProposal.Kind { proposal.kind }
  /// The deal it would change.
  package var deal: DealID { proposal.revision.deal }
  /// The number of the text it asks for.
  package var number: Int { proposal.revision.revision }
  /// Who asks for it.
  package var by: StateID { proposal.revision.by }
  /// The deal as it would be.
  package var text: DealText { proposal.revision.text }
  /// Whether only ratifications are missing.
  package var isPassed: Bool { passedTurn != nil }

  /// Whether the state has said yes or no to it.
  package func isAnswered(by state: StateID) -> Bool {
    accepted.contains(state) || refused.contains(state)
  }

  /// Whether it is passed and waits for the ratification of the state.
  package func awaitsRatification(by state: StateID) -> Bool {
    mustRatify.contains(state) && !ratified.contains(state)
  }

  /// The state that asks to join; nil where the parties are among themselves.
  package var newcomer: StateID? {
    if case .accession = kind { by } else { nil }
  }

  /// Who hears of it: the parties as they are. A newcomer, who may not have read the deal nor know
  /// how often it was written, has events of its own.
  var audience: Audience { .states(text.parties.filter { $0 != newcomer }) }

  /// The phase in which the parties answer it.
  package var answerPhase: Phase { kind == .amendment ? .negotiate : .ratify }
}

extension Negotiation {
  /// A deal that was in force before the game: nobody tabled it here, and it has no hash.
  init(standing deal: Deal) {
    let parties = deal.text.parties
    self.init(
      id: deal.id,
      revisions: [
        OfferRevision(
          deal: deal.id, revision: deal.revision, by: parties.first ?? "", seat: "",
          text: deal.text, isSigned: true, hash: "")
      ], signed: parties, ratified: parties, status: .deal, tabledTurn: 0, revisedTurn: 0,
      signedTurn: deal.signedTurn)
  }

  /// Every text the deal ever had before it, in the order of their numbers, that of a change that
  /// waits last.
  package var allRevisions: [OfferRevision] {
    (revisions + dropped + [change?.proposal.revision].compactMap(\.self))
      .sorted { $0.revision < $1.revision }
  }

  /// The text with that number.
  package func revision(_ number: Int) -> OfferRevision? {
    allRevisions.first { $0.revision == number }
  }

  /// The number of the newest text; the next one goes on from it.
  package var lastRevision: Int { allRevisions.last?.revision ?? 0 }

  /// The text people talk about: of a change that waits, else the one on the table or in force.
  package var newest: OfferRevision { change?.proposal.revision ?? current }
}
