import EntenteJSON
import EntenteModel
import EntenteSession

// What happens to deals that stand.
extension EventCoding {
  static func writeChange(_ fact: Fact, to writer: inout JSONWriter) {
    switch fact {
    case .changeTabled(let proposal): write(proposal, to: &writer)
    case .changeAnswered(let answer):
      writer.member("by", answer.by.text)
      writer.member("deal", answer.deal.text)
      writer.member("rev", answer.revision)
      writer.member("why", answer.why)
      writer.member("yes", answer.accepts)
    case .changePassed(let deal, let revision, let states):
      writer.member("deal", deal.text)
      writer.list("ratify", states.lazy.map(\.text))
      writer.member("rev", revision)
    case .changeRatified(let deal, let revision, let by, let cost):
      writer.member("by", by.text)
      writer.member("cost", cost.value)
      writer.member("deal", deal.text)
      writer.member("rev", revision)
    case .changeSettled(let deal, let revision, let outcome, let reason):
      writer.member("deal", deal.text)
      writer.member("outcome", outcome.rawValue)
      writer.member("reason", ifPresent: reason)
      writer.member("rev", revision)
    case .accessionNoted(let deal, let by, let outcome, let reason):
      writer.member("by", by.text)
      writer.member("deal", deal.text)
      writer.member("outcome", ifPresent: outcome?.rawValue)
      writer.member("reason", ifPresent: reason)
    case .dealDenounced(let deal, let by, let until):
      writer.member("by", by.text)
      writer.member("deal", deal.text)
      writer.member("until", ifPresent: until)
    default: break
    }
  }

  static func readChanges(
    _ kind: String, _ scanner: inout JSONScanner
  ) throws(JSONError) -> Fact? {
    switch kind {
    case "change.tabled": return .changeTabled(try readProposal(&scanner))
    case "change.answered":
      let by = StateID(try scanner.text("by"))
      let deal = DealID(try scanner.text("deal"))
      let revision = try scanner.number("rev")
      let why = try scanner.text("why")
      return .changeAnswered(
        ChangeAnswer(
          deal: deal, revision: revision, by: by, accepts: try scanner.flag("yes"), why: why))
    case "change.passed":
      let deal = DealID(try scanner.text("deal"))
      let states = try scanner.list("ratify").map { StateID($0) }
      return .changePassed(deal: deal, revision: try scanner.number("rev"), ratify: states)
    case "change.ratified":
      let by = StateID(try scanner.text("by"))
      let cost = BasisPoints(try scanner.number("cost"))
      let deal = DealID(try scanner.text("deal"))
      return .changeRatified(deal: deal, revision: try scanner.number("rev"), by: by, cost: cost)
    case "change.settled": return try readSettled(&scanner)
    case "accession.noted":
      let by = StateID(try scanner.text("by"))
      let deal = DealID(try scanner.text("deal"))
      var settled: ChangeOutcome?
      if let word = try scanner.optionalText("outcome") { settled = try outcome(word, scanner) }
      let reason = try scanner.optionalText("reason")
      return .accessionNoted(deal: deal, by: by, outcome: settled, reason: reason)
    case "deal.denounced":
      let by = StateID(try scanner.text("by"))
      let deal = DealID(try scanner.text("deal"))
      return .dealDenounced(deal: deal, by: by, until: try scanner.optionalNumber("until"))
    default: return nil
    }
  }

  private static func readSettled(_ scanner: inout JSONScanner) throws(JSONError) -> Fact {
    let deal = DealID(try scanner.text("deal"))
    let outcome = try outcome(try scanner.text("outcome"), scanner)
    let reason = try scanner.optionalText("reason")
    return .changeSettled(
      deal: deal, revision: try scanner.number("rev"), outcome: outcome, reason: reason)
  }

  private static func outcome(
    _ word: String, _ scanner: JSONScanner
  ) throws(JSONError) -> ChangeOutcome {
    guard let outcome = ChangeOutcome(rawValue: word) else {
      throw JSONError(
        offset: scanner.offset, reason: .shape(path: "outcome", problem: "is no known outcome"))
    }
    return outcome
  }

  /// The text asked for stands in an object of its own, so that keys ascend all through.
  private static func write(_ proposal: ChangeProposal, to writer: inout JSONWriter) {
    if case .accession(let annex) = proposal.kind { writer.member("annex", ifPresent: annex) }
    writer.key("asks")
    writer.beginObject()
    write(proposal.revision, to: &writer)
    writer.endObject()
    writer.member("change", proposal.word)
    if case .reservation(let clause) = proposal.kind { writer.member("clause", clause.text) }
  }

  private static func readProposal(
    _ scanner: inout JSONScanner
  ) throws(JSONError) -> ChangeProposal {
    let annex = try scanner.optionalText("annex")
    try scanner.require("asks")
    try scanner.beginObject()
    let revision = try readOffer(&scanner)
    try scanner.endObject()
    let kind: ChangeProposal.Kind
    switch try scanner.text("change") {
    case "amendment": kind = .amendment
    case "reservation": kind = .reservation(clause: ClauseID(try scanner.text("clause")))
    case "accession": kind = .accession(annex: annex)
    default:
      throw JSONError(
        offset: scanner.offset, reason: .shape(path: "change", problem: "is no known change"))
    }
    return ChangeProposal(kind, revision)
  }
}
