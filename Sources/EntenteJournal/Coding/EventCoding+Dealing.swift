import EntenteJSON
import EntenteModel
import EntenteSession

extension EventCoding {
  static func writeDealing(_ fact: Fact, to writer: inout JSONWriter) {
    switch fact {
    case .communiqueIssued(let state, let by, let text):
      writer.member("by", by.text)
      writer.member("state", state.text)
      writer.member("text", text)
    case .offerTabled(let offer), .offerCountered(let offer): write(offer, to: &writer)
    case .offerSigned(let deal, let revision, let by):
      writer.member("by", by.text)
      writer.member("deal", deal.text)
      writer.member("rev", revision)
    case .offerRefused(let deal, let by, let reason, let why):
      writer.member("by", ifPresent: by?.text)
      writer.member("deal", deal.text)
      writer.member("reason", reason)
      writer.member("why", why)
    case .dealChanged(let change): write(change, to: &writer)
    case .dealRatified(let deal, let by, let cost):
      writer.member("by", by.text)
      writer.member("cost", cost.value)
      writer.member("deal", deal.text)
    case .dealStanding(let standing): writer.coded("standing", standing)
    case .dutyRecorded(let notice): write(notice, to: &writer)
    case .disputeOpened(let notice), .disputeSettled(let notice):
      writer.member("amount", notice.amount.value)
      writer.member("clause", notice.clause.text)
      writer.member("creditor", ifPresent: notice.creditor?.text)
      writer.member("deal", notice.deal.text)
      writer.member("debtor", notice.debtor.text)
    default: break
    }
  }

  static func readDealing(
    _ kind: String, _ scanner: inout JSONScanner
  ) throws(JSONError) -> Fact? {
    switch kind {
    case "communique.issued":
      let by = SeatID(try scanner.text("by"))
      let state = StateID(try scanner.text("state"))
      return .communiqueIssued(state: state, by: by, text: try scanner.text("text"))
    case "offer.tabled": return .offerTabled(try readOffer(&scanner))
    case "offer.countered": return .offerCountered(try readOffer(&scanner))
    case "offer.signed":
      let by = StateID(try scanner.text("by"))
      let deal = DealID(try scanner.text("deal"))
      return .offerSigned(deal: deal, revision: try scanner.number("rev"), by: by)
    case "offer.refused":
      let by = try scanner.optionalText("by").map { StateID($0) }
      let deal = DealID(try scanner.text("deal"))
      let reason = try scanner.text("reason")
      return .offerRefused(deal: deal, by: by, reason: reason, why: try scanner.text("why"))
    case "deal.changed": return .dealChanged(try readChange(&scanner))
    case "deal.ratified":
      let by = StateID(try scanner.text("by"))
      let cost = BasisPoints(try scanner.number("cost"))
      return .dealRatified(deal: DealID(try scanner.text("deal")), by: by, cost: cost)
    case "deal.standing":
      return .dealStanding(try scanner.coded("standing", as: DealStanding.self))
    case "duty.recorded": return .dutyRecorded(try readDuty(&scanner))
    case "dispute.opened": return .disputeOpened(try readDispute(&scanner))
    case "dispute.settled": return .disputeSettled(try readDispute(&scanner))
    default: return nil
    }
  }

  static func write(_ offer: OfferRevision, to writer: inout JSONWriter) {
    writer.member("by", offer.by.text)
    writer.member("deal", offer.deal.text)
    writer.member("hash", offer.hash)
    writer.member("rev", offer.revision)
    writer.member("seat", offer.seat)
    writer.member("signed", offer.isSigned)
    writer.key("text")
    writer.raw(CanonicalDeal.json(offer.text))
  }

  static func readOffer(_ scanner: inout JSONScanner) throws(JSONError) -> OfferRevision {
    let by = StateID(try scanner.text("by"))
    let deal = DealID(try scanner.text("deal"))
    let hash = try scanner.text("hash")
    let revision = try scanner.number("rev")
    let seat = try scanner.text("seat")
    let isSigned = try scanner.flag("signed")
    try scanner.require("text")
    let start = scanner.offset
    guard let text = CanonicalDeal.stored(try scanner.rawBytes()) else {
      throw JSONError(
        offset: start, reason: .shape(path: "text", problem: "is no canonical deal"))
    }
    return OfferRevision(
      deal: deal, revision: revision, by: by, seat: seat, text: text, isSigned: isSigned,
      hash: hash)
  }

  private static func write(_ change: DealNotice, to writer: inout JSONWriter) {
    writer.member("activeFrom", ifPresent: change.activeFrom)
    writer.list("clauses", change.keywords)
    writer.member("deal", change.deal.text)
    writer.list("parties", change.parties.lazy.map(\.text))
    writer.member("reason", ifPresent: change.reason)
    writer.member("status", change.status)
  }

  private static func readChange(_ scanner: inout JSONScanner) throws(JSONError) -> DealNotice {
    let activeFrom = try scanner.optionalNumber("activeFrom")
    let keywords = try scanner.list("clauses")
    let deal = DealID(try scanner.text("deal"))
    let parties = try scanner.list("parties").map { StateID($0) }
    let reason = try scanner.optionalText("reason")
    return DealNotice(
      deal: deal, status: try scanner.text("status"), parties: parties, keywords: keywords,
      reason: reason, activeFrom: activeFrom)
  }

  private static func write(_ notice: DutyNotice, to writer: inout JSONWriter) {
    writer.member("clause", notice.clause.text)
    writer.member("creditor", ifPresent: notice.creditor?.text)
    writer.member("deal", notice.deal.text)
    writer.member("debtor", notice.debtor.text)
    writer.member("done", notice.done)
    writer.member("due", notice.due)
    writer.member("keyword", notice.keyword)
    writer.member("money", notice.isMoney)
    writer.member("status", notice.status)
  }

  private static func readDuty(_ scanner: inout JSONScanner) throws(JSONError) -> DutyNotice {
    let clause = ClauseID(try scanner.text("clause"))
    let creditor = try scanner.optionalText("creditor").map { StateID($0) }
    let deal = DealID(try scanner.text("deal"))
    let debtor = StateID(try scanner.text("debtor"))
    let done = try scanner.number("done")
    let due = try scanner.number("due")
    let keyword = try scanner.text("keyword")
    let isMoney = try scanner.flag("money")
    return DutyNotice(
      status: try scanner.text("status"), deal: deal, clause: clause, keyword: keyword,
      debtor: debtor, creditor: creditor, due: due, done: done, isMoney: isMoney)
  }

  private static func readDispute(_ scanner: inout JSONScanner) throws(JSONError) -> DisputeNotice {
    let amount = Money(try scanner.number("amount"))
    let clause = ClauseID(try scanner.text("clause"))
    let creditor = try scanner.optionalText("creditor").map { StateID($0) }
    let deal = DealID(try scanner.text("deal"))
    return DisputeNotice(
      deal: deal, clause: clause, debtor: StateID(try scanner.text("debtor")), creditor: creditor,
      amount: amount)
  }
}
