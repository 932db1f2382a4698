package import EntenteModel

/// A question to the white cell: help, a request for information, a dispute, or an action the rules
/// have no word for. Its id counts the tickets of one delegation, so it tells nobody how many
/// others have asked.
package struct Ticket: Hashable, Sendable, Codable {
  /// What is asked for.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// Something does not work, or somebody does not know how.
    case help
    /// A fact the team would have.
    case info
    /// Two parties do not agree about a deal.
    case dispute
    /// Something the team does that no order covers, argued with reasons.
    case action
  }

  /// `aster-q1`.
  package var id: String
  package var kind: Kind
  package var seat: SeatID
  /// The deal a dispute is about.
  package var deal: DealID?
  /// The words, as typed; never empty.
  package var text: String
  package init(id: String, kind: Kind, seat: SeatID, deal: DealID?, text: String) {
    self.id = id
    self.kind = kind
    self.seat = seat
    self.deal = deal
    self.text = text
  }
}

/// What the facilitator said about a ticket; the last word counts.
package struct Ruling: Hashable, Sendable, Codable {
  /// What became of what was asked.
  package enum Outcome: String, Sendable, Codable { case answered, granted, refused }

  /// The id of the ticket.
  package var ticket: String
  package var outcome: Outcome
  /// The chance the facilitator gave it, in bp; nil where there was no draw.
  package var chance: BasisPoints?
  /// The number drawn, 0...9999; below the chance it succeeds.
  package var drawn: Int?
  /// What an arbiter awards, if the ticket is about a dispute.
  package var award: Money?
  /// The words, as typed; never empty.
  package var text: String
  package init(
    ticket: String, outcome: Outcome, chance: BasisPoints? = nil, drawn: Int? = nil,
    award: Money? = nil, text: String
  ) {
    self.ticket = ticket
    self.outcome = outcome
    self.chance = chance
    self.drawn = drawn
    self.award = award
    self.text = text
  }
}
