import EntenteModel

// Folding what happens to deals that stand.
extension SessionState {
  mutating func evolveChange(_ fact: Fact) {
    switch fact {
    case .changeTabled(let proposal):
      change(proposal.revision.deal) { negotiation, turn in
        negotiation.change = PendingChange(proposal, tabledTurn: turn)
        guard case .reservation = proposal.kind else { return }
        negotiation.reserved = (negotiation.reserved + [proposal.revision.by]).sorted()
      }
    case .changeAnswered(let answer):
      change(answer.deal) { negotiation, _ in
        if answer.accepts {
          negotiation.change?.accepted.append(answer.by)
          negotiation.change?.accepted.sort()
        } else {
          negotiation.change?.refused.append(answer.by)
          negotiation.change?.refused.sort()
        }
      }
    case .changePassed(let deal, _, let states):
      change(deal) { negotiation, turn in
        negotiation.change?.passedTurn = turn
        negotiation.change?.mustRatify = states
      }
    case .changeRatified(let deal, _, let by, _):
      change(deal) { negotiation, _ in
        negotiation.change?.ratified.append(by)
        negotiation.change?.ratified.sort()
      }
    case .changeSettled(let deal, _, let outcome, _):
      change(deal) { negotiation, _ in negotiation.settle(outcome) }
    default: break
    }
  }
}

extension Negotiation {
  /// Takes the text of the change that waits for its own, or puts it aside.
  fileprivate mutating func settle(_ outcome: ChangeOutcome) {
    guard let settled = change else { return }
    change = nil
    guard outcome == .adopted else {
      dropped.append(settled.proposal.revision)
      return
    }
    revisions.append(settled.proposal.revision)
    let newcomers = settled.text.parties.filter { state in
      if case .accession = settled.kind { state == settled.by } else { false }
    }
    signed = Set(signed + settled.accepted + newcomers).sorted()
    ratified = Set(ratified + settled.ratified).sorted()
  }
}
