import EntenteModel

extension Fact {
  /// The lines of deals that stand.
  var changeLine: EventLine {
    switch self {
    case .changeTabled(let proposal): return proposal.line
    case .changeAnswered(let answer): return answer.line
    case .changePassed(let deal, let revision, let states):
      let names = states.map(\.text)
      return EventLine(
        "change.passed",
        [
          Page.Field("deal", deal.text), Page.Field("rev", revision),
          Page.Field("ratify", names.joined(separator: ",")),
        ],
        "Revision \(revision) of \(deal) is agreed; it binds once ratified by "
          + "\(names.joined(separator: ", ")). Until then the old text does.")
    case .changeRatified(let deal, let revision, let by, let cost):
      return EventLine(
        "change.ratified",
        [
          Page.Field("deal", deal.text), Page.Field("rev", revision), Page.Field("by", by.text),
          Page.Field("cost", cost.value),
        ],
        "\(by) ratifies revision \(revision) of \(deal) for \(Shown.index(cost)) of political "
          + "capital.")
    case .changeSettled(let deal, let revision, let outcome, let reason):
      return EventLine(
        "change.settled",
        [
          Page.Field("deal", deal.text), Page.Field("rev", revision),
          Page.Field("outcome", outcome.rawValue),
        ] + (reason.map { [Page.Field("reason", $0)] } ?? []),
        Fact.words(of: outcome, deal, revision, reason))
    case .accessionNoted(let deal, let by, let outcome, let reason):
      return EventLine(
        outcome == nil ? "accession.asked" : "accession.settled",
        [Page.Field("deal", deal.text), Page.Field("by", by.text)]
          + (outcome.map { [Page.Field("outcome", $0.rawValue)] } ?? [])
          + (reason.map { [Page.Field("reason", $0)] } ?? []),
        Fact.words(of: outcome, deal, reason))
    case .dealDenounced(let deal, let by, let until):
      return EventLine(
        "deal.denounced",
        [Page.Field("deal", deal.text), Page.Field("by", by.text)]
          + (until.map { [Page.Field("until", $0)] } ?? [Page.Field("now", "yes")]),
        until.map { "\(by) denounces \(deal) and is bound through turn \($0)." }
          ?? "\(by) leaves \(deal) at once, without notice.")
    default: preconditionFailure("not about a deal that stands")
    }
  }

  private static func words(
    of outcome: ChangeOutcome?, _ deal: DealID, _ reason: String?
  ) -> String {
    switch outcome {
    case nil: return "Your wish to join \(deal) is with its parties."
    case .adopted: return "You have joined \(deal). SHOW \(deal) reads it."
    case .refused:
      return reason == "unable"
        ? "You cannot join \(deal) any more: ACCEDE \(deal) says what is missing."
        : "The parties of \(deal) refuse your wish to join."
    case .withdrawn: return "Your wish to join \(deal) is taken back."
    case .lapsed: return "Your wish to join \(deal) lapses: it was not answered in time."
    }
  }

  private static func words(
    of outcome: ChangeOutcome, _ deal: DealID, _ revision: Int, _ reason: String?
  ) -> String {
    let text = "revision \(revision) of \(deal)"
    switch outcome {
    case .adopted: return "R\(text.dropFirst()) is adopted: it is the text of the deal now."
    case .refused:
      let why = reason.map { " (\($0))" } ?? ""
      return "R\(text.dropFirst()) is refused\(why); the old text stands."
    case .withdrawn: return "R\(text.dropFirst()) is taken back; the old text stands."
    case .lapsed: return "R\(text.dropFirst()) lapses; the old text stands."
    }
  }
}

extension ChangeProposal {
  /// The terms of an accession are those the parties know, and follow from the rules: DIFF shows
  /// what they are.
  fileprivate var line: EventLine {
    var fields = [
      Page.Field("deal", revision.deal.text), Page.Field("rev", revision.revision),
      Page.Field("change", word), Page.Field("from", revision.by.text),
    ]
    let answer = "@rev=\(revision.revision) SIGN \(revision.deal)"
    let words: String
    switch kind {
    case .amendment:
      words = "\(revision.by) asks to amend \(revision.deal): \(TermsPrinter.print(revision.text))."
    case .reservation(let clause):
      fields.append(Page.Field("clause", clause.text))
      words = "\(revision.by) makes a reservation: \(clause) of \(revision.deal) shall not bind it."
    case .accession(let annex):
      if let annex { fields.append(Page.Field("annex", annex)) }
      let part = annex.map { ", annex \($0)" } ?? ""
      words = "\(revision.by) asks to join \(revision.deal)\(part)."
    }
    if !isAccession {
      fields += [
        Page.Field("terms", TermsPrinter.print(revision.text)), Page.Field("hash", revision.hash),
      ]
    }
    return EventLine("change.tabled", fields, "\(words) \(answer) says yes, REJECT says no.")
  }

  private var isAccession: Bool { if case .accession = kind { true } else { false } }
}

extension ChangeAnswer {
  fileprivate var line: EventLine {
    EventLine(
      "change.answered",
      [
        Page.Field("deal", deal.text), Page.Field("rev", revision), Page.Field("by", by.text),
        Page.Field("answer", accepts ? "yes" : "no"),
      ],
      "\(by) \(accepts ? "agrees to" : "refuses") revision \(revision) of \(deal)."
        + (why.isEmpty ? "" : " \(why)"))
  }
}
