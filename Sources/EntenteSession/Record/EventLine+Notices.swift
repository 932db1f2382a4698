import EntenteJSON
import EntenteModel

extension MessageSent {
  var line: EventLine {
    var fields = [
      Page.Field("from", from.text),
      Page.Field("to", to.count == 1 ? to[0] : to.joined(separator: ",")),
    ]
    if let issue { fields.append(Page.Field("issue", issue)) }
    var words = from.state?.text ?? from.text
    words.reserveCapacity(words.utf8.count + 40 + text.utf8.count)
    words += " to "
    words += to.count == 1 ? to[0] : to.joined(separator: ", ")
    words += ": "
    words += oneLine
    return EventLine("message.sent", fields, words)
  }

  /// The message with its line ends as strokes.
  private var oneLine: String {
    // Most messages are one line; looking for the byte is far cheaper than walking characters.
    var text = text
    let hasLines = text.withUTF8 {
      ByteWord.firstIndex(of: 0x0A, in: UnsafeRawBufferPointer($0), from: 0) != nil
    }
    guard hasLines else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " / ")
  }
}

extension OfferRevision {
  func line(_ kind: String, _ what: String) -> EventLine {
    let others = text.parties.filter { $0 != by }.map(\.text)
    return EventLine(
      kind,
      [
        Page.Field("deal", deal.text), Page.Field("rev", revision), Page.Field("from", by.text),
        Page.Field("to", others.joined(separator: ",")),
        Page.Field("terms", TermsPrinter.print(text)), Page.Field("hash", hash),
      ],
      "\(by) \(what) to \(others.joined(separator: ", ")): \(TermsPrinter.print(text)). "
        + "PREVIEW \(deal) shows what it does.")
  }
}

extension DealNotice {
  var line: EventLine {
    var fields = [
      Page.Field("deal", deal.text),
      Page.Field("parties", parties.map(\.text).joined(separator: ",")),
      Page.Field("clauses", keywords.joined(separator: ",")),
    ]
    if let reason { fields.append(Page.Field("reason", reason)) }
    if let activeFrom { fields.append(Page.Field("active-from", activeFrom)) }
    return EventLine("deal.\(status)", fields, words)
  }

  private var words: String {
    let names = parties.map(\.text).joined(separator: ", ")
    switch status {
    case "signed": return "\(deal) is signed by \(names); RATIFY it where your law asks for it."
    case "concluded":
      let turn = activeFrom.map { " It has effect from turn \($0)." } ?? ""
      return "\(deal) between \(names) is concluded.\(turn)"
    case "amended": return "\(deal) between \(names) has a new text."
    case "joined": return "\(reason ?? "A state") joins \(deal): \(names)."
    case "in-force": return "\(deal) between \(names) is in force."
    case "ended": return "\(deal) between \(names) \(endWords)."
    case "left": return "\(reason ?? "A state") is out of \(deal)."
    case "sunset": return "The trial of \(deal) between \(names) is over: its clauses end."
    case "triggered":
      return "The threat has set off the crisis clause of \(deal) between \(names): support begins "
        + "next turn."
    default: return "\(deal) between \(names) is \(status)."
    }
  }
}

extension DealNotice {
  /// How a deal ended.
  private var endWords: String {
    switch reason {
    case "expired": "has run its term and ends"
    case "lapsed": "lapses: it was signed, but not ratified in time"
    case "withdrawn": "ends: fewer than two states are left in it"
    default: "has ended\(reason.map { " (\($0))" } ?? "")"
    }
  }
}

extension DutyNotice {
  var line: EventLine {
    let shown = { (amount: Int) in
      isMoney ? Shown.money(Money(amount)) : Shown.lots(Lots(amount)) + " lots"
    }
    var fields = [
      Page.Field("deal", deal.text), Page.Field("clause", clause.text),
      Page.Field("debtor", debtor.text), Page.Field("due", due), Page.Field("done", done),
    ]
    if let creditor { fields.append(Page.Field("creditor", creditor.text)) }
    let owed = creditor.map { " to \($0)" } ?? ""
    let words =
      switch status {
      case "met":
        "\(debtor) kept \(keyword) of \(deal)\(owed)" + (due > 0 ? ": \(shown(done))." : ".")
      case "excused":
        "\(debtor) is excused: \(keyword) of \(deal)\(owed), \(shown(done)) of \(shown(due))."
      case "breached": "\(debtor) breached \(keyword) of \(deal)\(owed)."
      default:
        "\(debtor) is \(status) with \(keyword) of \(deal)\(owed): \(shown(done)) of \(shown(due))."
      }
    return EventLine("duty.\(status)", fields, words)
  }
}

extension DisputeNotice {
  func line(_ kind: String, _ start: String) -> EventLine {
    EventLine(
      kind,
      [
        Page.Field("deal", deal.text), Page.Field("clause", clause.text),
        Page.Field("debtor", debtor.text), Page.Field("creditor", creditor?.text ?? "all"),
        Page.Field("amount", amount.value),
      ],
      "\(start) \(clause) of \(deal): \(debtor) owes "
        + "\(creditor?.text ?? "all other parties") \(Shown.money(amount)).")
  }
}

extension OrderOutcome {
  var line: EventLine {
    var fields = [
      Page.Field("order", id), Page.Field("state", state.text),
      Page.Field("keyword", order.keyword.rawValue),
    ]
    if let refusal { fields.append(Page.Field("refusal", refusal)) }
    return EventLine(
      "order.\(outcome)", fields,
      "\(state) \(OrderLanguage.print(order)): \(outcome)" + (text.isEmpty ? "." : ". \(text)"))
  }
}

extension InjectNotice {
  var line: EventLine {
    var fields = [Page.Field("inject", inject.text), Page.Field("from", from)]
    if !options.isEmpty { fields.append(Page.Field("options", options.joined(separator: ","))) }
    if let to { fields.append(Page.Field("to", to.map(\.text).joined(separator: ","))) }
    let who = to.map { "\($0.map(\.text).joined(separator: ", ")) may answer" } ?? "Answer"
    let choice =
      options.isEmpty
      ? ""
      : " \(who) with ORDER choose inject=\(inject) option=\(options.joined(separator: " or "))."
    let words = Wrapping.lines(ofMarkdown: text, width: .max).filter { !$0.isEmpty }
      .joined(separator: " ")
    return EventLine("inject.fired", fields, "\(title) (from \(from)): \(words)\(choice)")
  }
}

extension ReportLine {
  var line: EventLine {
    var fields = [Page.Field("turn", turn), Page.Field("part", part), Page.Field("of", of)]
    if let figure { fields.append(Page.Field("figure", figure)) }
    if let before { fields.append(Page.Field("before", before)) }
    if let after { fields.append(Page.Field("after", after)) }
    return EventLine("turn.resolved", fields, text)
  }
}

extension GroupNotice {
  var line: EventLine {
    let names = members.map(\.text).joined(separator: ",")
    return EventLine(
      "group.found",
      [
        Page.Field("group", name), Page.Field("members", names), Page.Field("quadrant", quadrant),
        Page.Field("formation", formation.value), Page.Field("management", management.value),
        Page.Field("salience", salience.value),
      ],
      "An informal group stands out: \(name) (\(names)), \(Quadrant.title(quadrant))"
        + (labels.isEmpty ? "." : ", \(labels.joined(separator: ", "))."))
  }
}

extension ScoreNotice {
  var line: EventLine {
    EventLine(
      "score.final",
      [
        Page.Field("state", state.text), Page.Field("final", final.value),
        Page.Field("national", national.value), Page.Field("private", privateCards),
        Page.Field("conduct", conduct), Page.Field("collective", collective.value),
      ],
      "\(state) ends with \(Shown.index(final)): national \(Shown.index(national)), cards "
        + "\(Shown.index(BasisPoints(privateCards))), conduct "
        + "\(Shown.index(BasisPoints(conduct))).")
  }
}
