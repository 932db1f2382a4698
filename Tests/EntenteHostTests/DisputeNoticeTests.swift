import EntenteJournal
import EntenteModel
import EntenteSession
import Testing

/// A breach towards all other parties has nobody as its creditor, on the record and in words.
struct DisputeNoticeTests {
  @Test("a dispute is told and read back, owed to one or to all", arguments: ["borea", nil])
  func told(creditor: String?) throws {
    let notice = DisputeNotice(
      deal: "D-7Q4K", clause: "c1", debtor: "aster", creditor: creditor.map { StateID($0) },
      amount: 500)
    let events = [
      Event(.states(["aster", "borea"]), .disputeOpened(notice)),
      Event(.states(["aster", "borea"]), .disputeSettled(notice)),
    ]
    #expect(try EventCoding.events(in: EventCoding.body(of: events)) == events)
    let line = try #require(events[0].line)
    #expect(line.text.contains("aster owes \(creditor ?? "all other parties") 500k"))
  }
}
