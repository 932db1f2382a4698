package import EntenteModel

/// What somebody wants of the facilitator's desk, or writes down beside the play.
package enum DeskCommand: Hashable, Sendable {
  // Everybody
  case ask(kind: Ticket.Kind, deal: DealID?, text: String)
  case predict(figure: String, value: String)
  case journal(text: String)
  case answerSurvey(question: Int, text: String)
  /// `minutes` nil: until somebody closes it.
  case confer(with: [StateID], minutes: Int?)
  case invite(conference: String, states: [StateID])
  case closeConference(String)
  // Facilitator
  /// `owner` nil: who gives the command.
  case take(ticket: String, owner: String?)
  case rule(RulingRequest)
  case annotate(about: String, text: String)
  case observe(Observation)
  case override(figure: String, value: String, why: String)
  /// `text` nil: as the exercise has it. `to` empty: those it is addressed to.
  case sendInject(InjectID, to: [StateID], text: String?)
  case tell(title: String, from: String, to: [StateID], text: String)
  case plan(InjectPlan)
  case move(MemberID, to: SeatID)
  case remove(MemberID, why: String)
  /// `doctrine` nil: the bot leaves.
  case setBot(StateID, doctrine: String?)
  case setPermission(PermissionChange)
  /// The first command of a branch, given in the state it shares with its parent.
  case fork(id: String, parent: String, title: String)
}

extension DeskCommand {
  /// Whether evaluators may give it as well.
  var isForEvaluators: Bool {
    switch self {
    case .annotate, .observe, .take: true
    default: false
    }
  }
}

/// A ruling as it is asked for; the draw comes with the decision.
package struct RulingRequest: Hashable, Sendable {
  /// The id of the ticket, as its owner sees it.
  package var ticket: String
  package var outcome: Ruling.Outcome
  /// The chance of success, in bp, where it shall be drawn.
  package var chance: BasisPoints?
  package var award: Money?
  /// Who hears of it besides the team that asked: `all`, states or seats.
  package var to: [String]
  /// What the facilitator says; never empty.
  package var text: String
  package init(
    ticket: String, outcome: Ruling.Outcome, chance: BasisPoints? = nil, award: Money? = nil,
    to: [String] = [], text: String
  ) {
    self.ticket = ticket
    self.outcome = outcome
    self.chance = chance
    self.award = award
    self.to = to
    self.text = text
  }
}
