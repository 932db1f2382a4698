import EntenteModel

/// An event as a reader gets it: its stable kind, fields for programs, and one sentence for people.
/// A pure function of the event, so live play, resume and replay say the same.
package struct EventLine: Sendable, Hashable {
  /// `noun.verbed`; stable like a code.
  package var kind: String
  package var fields: [Page.Field]
  /// One sentence for people; may hold line feeds where somebody's words did.
  package var text: String

  init(_ kind: String, _ fields: [Page.Field] = [], _ text: String) {
    self.kind = kind
    self.fields = fields
    self.text = text
  }
}

extension Event {
  /// Whether readers get a line; facts that are seen by nobody have none.
  package var hasLine: Bool {
    switch fact {
    case .dealStanding, .worldSet: false
    default: audience != .nobody
    }
  }

  /// The line readers get; nil where there is none.
  package var line: EventLine? {
    if audience == .nobody { return nil }
    switch fact {
    case .sessionCreated, .sessionStarted, .sessionPaused, .sessionResumed, .sessionClosed:
      return fact.sessionLine
    case .memberJoined, .seatAssigned, .codeIssued, .codeRevoked: return fact.peopleLine
    case .turnStarted, .phaseStarted, .phaseExtended, .readySet, .readyCleared:
      return fact.clockLine
    case .messageSent(let message): return message.line
    case .communiqueIssued(let state, _, let text):
      return EventLine(
        "communique.issued", [Page.Field("from", state.text)], "\(state) to the world: \(text)")
    case .offerTabled, .offerCountered, .offerSigned, .offerRefused: return fact.offerLine
    case .dealChanged, .dealRatified: return fact.dealLine
    case .changeTabled, .changeAnswered, .changePassed, .changeRatified, .changeSettled,
      .accessionNoted, .dealDenounced:
      return fact.changeLine
    case .dutyRecorded(let notice): return notice.line
    case .disputeOpened(let notice):
      return notice.line("dispute.opened", "A dispute is open over")
    case .disputeSettled(let notice): return notice.line("dispute.settled", "Settled:")
    case .orderEntered, .orderCancelled, .orderResolved: return fact.orderLine
    case .injectFired(let notice): return notice.line
    case .choiceMade(let inject, let state, let option):
      return EventLine(
        "choice.made",
        [
          Page.Field("inject", inject.text), Page.Field("state", state.text),
          Page.Field("option", option),
        ], "\(state) chose \(option).")
    case .turnResolved(let line): return line.line
    case .groupFound, .groupLost: return fact.groupLine
    case .scoreFinal(let score): return score.line
    case .desk(let fact): return fact.line
    case .dealStanding, .worldSet: return nil
    }
  }
}

extension Fact {
  fileprivate var sessionLine: EventLine {
    switch self {
    case .sessionCreated(let created):
      EventLine(
        "session.created",
        [
          Page.Field("session", created.id), Page.Field("exercise", created.exercise),
          Page.Field("format", created.format),
        ], created.title)
    case .sessionPaused(let why, _, let until):
      EventLine(
        "session.paused", until.map { [Page.Field("until", Timestamp.text($0))] } ?? [],
        (why.isEmpty ? "Paused." : "Paused: \(why)")
          + (until == nil ? "" : " Play goes on by itself when the time is up."))
    case .sessionResumed(let deadline):
      EventLine("session.resumed", deadlineField(deadline), "On we go.")
    case .sessionClosed(let reason):
      EventLine(
        "session.closed", [Page.Field("reason", reason)],
        "The session is closed. SCORE, GROUPS and HISTORY are open to all.")
    default: EventLine("session.started", [], "The session begins.")
    }
  }

  fileprivate var peopleLine: EventLine {
    switch self {
    case .memberJoined(let member, let seat, let name):
      EventLine(
        "member.joined",
        [
          Page.Field("member", member.text), Page.Field("seat", seat.text),
          Page.Field("name", name),
        ], "\(name) sits down as \(seat).")
    case .seatAssigned(let seat, let holder):
      seatLine(seat, holder)
    case .codeIssued(let seat, let uses, let seconds):
      EventLine(
        "code.issued",
        [Page.Field("seat", seat.text), Page.Field("uses", uses), Page.Field("ttl", seconds)],
        "A code for \(seat) was made.")
    case .codeRevoked(let seat, let codes):
      EventLine(
        "code.revoked", [Page.Field("seat", seat.text), Page.Field("codes", codes)],
        codes == 1
          ? "A code of \(seat) opens nothing any more."
          : "\(codes) codes of \(seat) open nothing any more.")
    default: preconditionFailure("not about people")
    }
  }

  private func seatLine(_ seat: SeatID, _ holder: SeatHolder) -> EventLine {
    switch holder {
    case .bot(let doctrine):
      EventLine(
        "seat.assigned",
        [Page.Field("seat", seat.text), Page.Field("bot", doctrine)],
        "A bot plays \(seat.state?.text ?? seat.text) (\(doctrine)).")
    case .members:
      EventLine("seat.assigned", [Page.Field("seat", seat.text)], "A person takes \(seat).")
    case .nobody:
      EventLine("seat.assigned", [Page.Field("seat", seat.text)], "The seat \(seat) is free.")
    }
  }

  fileprivate var clockLine: EventLine {
    switch self {
    case .turnStarted(let turn, let last):
      EventLine(
        "turn.started", [Page.Field("turn", turn), Page.Field("of", last)],
        "Turn \(turn) of \(last)")
    case .phaseStarted(let phase, let deadline):
      EventLine(
        "phase.started", [Page.Field("phase", phase.rawValue)] + deadlineField(deadline),
        Fact.words(of: phase))
    case .phaseExtended(let deadline, let seconds):
      EventLine(
        "phase.extended",
        [Page.Field("seconds", seconds), Page.Field("deadline", Timestamp.text(deadline))],
        "The phase ends \(abs(seconds)) s \(seconds < 0 ? "earlier" : "later").")
    case .readySet(let seat):
      EventLine("ready.set", [Page.Field("seat", seat.text)], "\(seat) is ready.")
    case .readyCleared(let seat):
      EventLine("ready.cleared", [Page.Field("seat", seat.text)], "\(seat) is not ready after all.")
    default: preconditionFailure("not about the clock")
    }
  }

  private static func words(of phase: Phase) -> String {
    switch phase {
    case .report: "Report: read what happened. STATE shows your figures."
    case .negotiate: "Negotiate: PROPOSE, COUNTER, SIGN, SAY. STATUS lists what you can do."
    case .ratify: "Ratify: decide at home. RATIFY what you signed."
    case .orders: "Orders: what your state does alone, in secret. ORDER …"
    case .resolve: "The turn is resolved."
    case .review: "Review: what changed and why. WHY takes a figure apart."
    }
  }

  fileprivate var offerLine: EventLine {
    switch self {
    case .offerTabled(let offer): offer.line("offer.tabled", "offers a deal")
    case .offerCountered(let offer): offer.line("offer.countered", "answers with a redline")
    case .offerSigned(let deal, let revision, let by):
      EventLine(
        "offer.signed",
        [Page.Field("deal", deal.text), Page.Field("rev", revision), Page.Field("by", by.text)],
        "\(by) signs revision \(revision) of \(deal).")
    case .offerRefused(let deal, let by, let reason, let why):
      EventLine(
        "offer.refused",
        [Page.Field("deal", deal.text), Page.Field("reason", reason)]
          + (by.map { [Page.Field("by", $0.text)] } ?? []),
        Fact.refusalWords(deal, by, reason) + (why.isEmpty ? "" : " \(why)"))
    default: preconditionFailure("not about an offer")
    }
  }

  private static func refusalWords(_ deal: DealID, _ by: StateID?, _ reason: String) -> String {
    switch (by, reason) {
    case (let by?, "withdrawn"): "\(by) withdraws \(deal)."
    case (let by?, "declined"): "\(by) does not join \(deal)."
    case (let by?, _): "\(by) rejects \(deal)."
    case (nil, _): "\(deal) lapses: not all who had to sign it did so in time."
    }
  }

  fileprivate var dealLine: EventLine {
    switch self {
    case .dealChanged(let change): return change.line
    case .dealRatified(let deal, let by, let cost):
      return EventLine(
        "deal.ratified",
        [Page.Field("deal", deal.text), Page.Field("by", by.text), Page.Field("cost", cost.value)],
        "\(by) ratifies \(deal) for \(Shown.index(cost)) of political capital.")
    default: preconditionFailure("not about a deal")
    }
  }

  fileprivate var orderLine: EventLine {
    switch self {
    case .orderEntered(let entry):
      return EventLine(
        "order.entered",
        [
          Page.Field("order", entry.id), Page.Field("state", entry.state.text),
          Page.Field("by", entry.by),
        ],
        "\(entry.id): \(OrderLanguage.print(entry.order))"
          + (entry.replaces.map { " (in place of \($0))" } ?? ""))
    case .orderCancelled(let state, let id):
      return EventLine(
        "order.cancelled", [Page.Field("order", id), Page.Field("state", state.text)],
        "\(id) is taken back.")
    case .orderResolved(let outcome): return outcome.line
    default: preconditionFailure("not about an order")
    }
  }

  fileprivate var groupLine: EventLine {
    switch self {
    case .groupFound(let group): return group.line
    case .groupLost(let name, let members):
      return EventLine(
        "group.lost",
        [
          Page.Field("group", name),
          Page.Field("members", members.map(\.text).joined(separator: ",")),
        ], "\(name) is no longer a group.")
    default: preconditionFailure("not about a group")
    }
  }
}

/// The field of a deadline, where there is one.
private func deadlineField(_ deadline: Int?) -> [Page.Field] {
  deadline.map { [Page.Field("deadline", Timestamp.text($0))] } ?? []
}
