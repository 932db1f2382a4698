// Reservations, and what a change of a deal needs beside its decision rule.
extension Lifecycle {
  /// A signed deal, not concluded yet, with the text that a reservation made of it. Signatures and
  /// ratifications stand: the text asks nothing more of those who gave them.
  package static func reserved(_ deal: Deal, to text: DealText, revision: Int) -> Deal {
    precondition(deal.concludedTurn == nil, "a concluded deal is amended")
    var next = deal
    next.text = text
    next.revision = revision
    next.clauses = text.clauses.map { _ in .untouched }
    return next
  }

  /// Whether `text` lets a clause go on without the pilot that wraps it in the deal: that takes the
  /// signature of every bound state, whatever the decision rule says.
  package static func liftsPilot(of deal: Deal, to text: DealText) -> Bool {
    deal.text.clauses.contains { old in
      deal.text.pilot(wrapping: old.id) != nil
        && text.clauses.contains {
          $0.isSameDuty(as: old) && text.pilot(wrapping: $0.id) == nil
        }
    }
  }

  /// Who signed a deal: those on record, for a deal that stood from the start all that it binds.
  package static func signers(of deal: Deal) -> [Int] {
    deal.signers.isEmpty ? deal.bound : deal.signers.map(\.state)
  }

  /// The deal with another text, for asking what ratifying that would cost and meet.
  package static func draft(of deal: Deal, with text: DealText) -> Deal {
    var draft = deal
    draft.text = text
    draft.signers = signers(of: deal).map { Joining(state: $0, turn: deal.signedTurn) }
    return draft
  }
}
