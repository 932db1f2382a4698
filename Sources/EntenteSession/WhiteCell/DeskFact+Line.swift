import EntenteModel

extension DeskFact {
  /// The line readers get.
  var line: EventLine {
    switch self {
    case .ticketOpened(let ticket): ticket.line
    case .ticketRuled(let ruling): ruling.line
    case .noteWritten(let note):
      EventLine(
        "note.written",
        (note.about.isEmpty ? [] : [Page.Field("about", note.about)]) + byField(note.by),
        note.text)
    case .observationMade(let observation): observation.line
    case .predictionMade(let prediction): prediction.line
    case .predictionJudged(let judgement): judgement.line
    case .journalWritten(let page):
      EventLine("journal.written", [Page.Field("seat", page.seat.text)], page.text)
    case .valueOverridden(let change): change.line
    case .injectPlanned(let plan):
      EventLine(
        "inject.planned",
        [Page.Field("inject", plan.inject.text), Page.Field("time", plan.time.rawValue)]
          + (plan.turn.map { [Page.Field("turn", $0)] } ?? []), "\(plan.inject) is \(plan.words).")
    case .expectationChecked(let check): check.line
    case .memberMoved, .memberRemoved, .permissionSet: peopleLine
    case .conferenceOpened, .conferenceClosed: conferenceLine
    case .sessionForked(let fork):
      EventLine(
        "session.forked",
        [
          Page.Field("session", fork.id), Page.Field("parent", fork.parent),
          Page.Field("turn", fork.turn),
        ], "\(fork.title): turn \(fork.turn) again, from \(fork.parent). It waits for UNPAUSE.")
    case .ticketTaken(let taken):
      EventLine(
        "ticket.taken", [Page.Field("ticket", taken.ticket), Page.Field("owner", taken.owner)],
        "\(taken.owner) looks after \(taken.ticket).")
    case .keyGiven(let key):
      EventLine(
        "key.given",
        [
          Page.Field("deal", key.deal.text), Page.Field("rev", key.revision),
          Page.Field("seat", key.seat.text),
        ],
        "\(key.seat) gives one of two keys to revision \(key.revision) of \(key.deal); another "
          + "seat of \(key.state) completes it with SIGN.")
    case .surveyAnswered(let answer):
      EventLine(
        "survey.answered", [Page.Field("question", answer.question)], answer.text)
    }
  }

  private var peopleLine: EventLine {
    switch self {
    case .memberMoved(let move):
      EventLine(
        "member.moved",
        [
          Page.Field("member", move.member.text), Page.Field("from", move.from.text),
          Page.Field("seat", move.to.text),
        ], "\(move.member) goes from \(move.from) to \(move.to).")
    case .memberRemoved(let removal):
      EventLine(
        "member.removed",
        [Page.Field("member", removal.member.text), Page.Field("seat", removal.seat.text)],
        "\(removal.member) has left the game"
          + (removal.why.isEmpty ? "." : ": \(removal.why)"))
    case .permissionSet(let change):
      EventLine(
        "permission.set",
        [
          Page.Field("seat", change.seat.text),
          Page.Field("permission", change.permission.rawValue),
          Page.Field("granted", change.isGranted ? "yes" : "no"),
        ],
        "\(change.seat) \(change.isGranted ? "may" : "may not") \(change.permission.rawValue) now.")
    default: preconditionFailure("not about people")
    }
  }

  private var conferenceLine: EventLine {
    switch self {
    case .conferenceOpened(let conference):
      EventLine(
        "conference.opened",
        [
          Page.Field("conference", conference.id), Page.Field("by", conference.by.text),
          Page.Field("with", conference.states.map(\.text).joined(separator: ",")),
        ] + (conference.until.map { [Page.Field("until", Timestamp.text($0))] } ?? []),
        "Conference \(conference.id) of \(conference.states.map(\.text).joined(separator: ", ")). "
          + "SAY \(conference.id) :… speaks in it.")
    case .conferenceClosed(let end):
      EventLine(
        "conference.closed",
        [
          Page.Field("conference", end.id), Page.Field("reason", end.reason),
          Page.Field("spoke", end.spoke.map(\.text).joined(separator: ",")),
        ],
        "Conference \(end.id) is over"
          + (end.spoke.isEmpty
            ? "; nobody spoke."
            : "; \(end.spoke.map(\.text).joined(separator: ", ")) spoke."))
    default: preconditionFailure("not about a conference")
    }
  }
}

extension Ticket {
  fileprivate var line: EventLine {
    EventLine(
      "ticket.opened",
      [
        Page.Field("ticket", id), Page.Field("type", kind.rawValue),
        Page.Field("seat", seat.text),
      ] + (deal.map { [Page.Field("deal", $0.text)] } ?? []),
      "\(seat) asks (\(id), \(kind.rawValue)): \(text)")
  }
}

extension Ruling {
  fileprivate var line: EventLine {
    var fields = [Page.Field("ticket", ticket), Page.Field("outcome", outcome.rawValue)]
    var words = "On \(ticket): \(outcome.rawValue)"
    if let chance, let drawn {
      fields += [Page.Field("chance", chance.value), Page.Field("drawn", drawn)]
      words +=
        ", at a chance of \(FigureUnit.points.text(chance.value))% "
        + "(drawn \(FigureUnit.points.text(drawn)))"
    }
    if let award {
      fields.append(Page.Field("award", award.value))
      words += ", \(Shown.money(award)) awarded"
    }
    return EventLine("ticket.ruled", fields, "\(words). \(text)")
  }
}

extension Observation {
  fileprivate var line: EventLine {
    EventLine(
      "observation.made",
      [Page.Field("objective", objective), Page.Field("rating", rating.rawValue)]
        + (event.map { [Page.Field("event", $0)] } ?? []) + byField(by), text)
  }
}

extension Prediction {
  fileprivate var unit: FigureUnit {
    FigureWord(typed: String(figure.prefix { $0 != ":" }))?.unit ?? .count
  }

  fileprivate var line: EventLine {
    EventLine(
      "prediction.made",
      [
        Page.Field("state", state.text), Page.Field("figure", figure), Page.Field("value", value),
        Page.Field("turn", turn),
      ], "\(state) expects \(figure) at \(unit.text(value)) at the end of turn \(turn).")
  }
}

extension Judgement {
  fileprivate var line: EventLine {
    EventLine(
      "prediction.judged",
      [
        Page.Field("state", prediction.state.text), Page.Field("figure", prediction.figure),
        Page.Field("value", prediction.value), Page.Field("actual", actual),
        Page.Field("accuracy", accuracy.value),
      ],
      "You expected \(prediction.figure) at \(prediction.unit.text(prediction.value)); it is "
        + "\(prediction.unit.text(actual)) (accuracy \(Shown.index(accuracy))).")
  }
}

extension ValueChange {
  fileprivate var line: EventLine {
    let unit = FigureWord(typed: String(figure.prefix { $0 != ":" }))?.unit ?? .count
    return EventLine(
      "value.overridden",
      [
        Page.Field("figure", figure), Page.Field("before", before), Page.Field("after", after),
      ],
      "The facilitator put \(figure) right: \(unit.text(before)) to \(unit.text(after)). \(why)")
  }
}

/// The field of the evaluator who wrote something; nothing for the facilitator.
private func byField(_ member: MemberID?) -> [Page.Field] {
  member.map { [Page.Field("by", $0.text)] } ?? []
}
