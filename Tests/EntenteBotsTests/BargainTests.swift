import EntenteModel
import Testing

@testable import EntenteBots
@testable import EntenteSession

struct BargainTests {
  /// A negotiation as the other side and the bot have written it so far, by turns.
  private func negotiation(_ authors: [StateID], _ texts: [DealText]) -> Negotiation {
    let revisions = texts.enumerated().map { place, text in
      OfferRevision(
        deal: "D-0001", revision: place + 1, by: authors[place], seat: "\(authors[place]).head",
        text: text, isSigned: true, hash: "")
    }
    return Negotiation(
      id: "D-0001", revisions: revisions, signed: [authors[authors.count - 1]], ratified: [],
      status: .draft, tabledTurn: 1, revisedTurn: 1, signedTurn: nil)
  }

  private func answer(
    _ bench: Bench, _ own: StateID, _ authors: [StateID], _ terms: [String]
  ) throws -> Bargain.Answer {
    let parties = Array(Set([own] + authors)).sorted()
    let texts = try terms.map { try bench.text(parties, $0) }
    return Bargain(
      negotiation: negotiation(authors, texts), appraiser: try bench.appraiser(own), wishes: []
    ).answer()
  }

  @Test("An innovator that is offered a small sale asks for more, once")
  func counters() throws {
    let bench = try Bench()
    let small = "borea>cael offtake programme=lantern lots=4"
    guard
      case .counter(let candidate, let appraisal) = try answer(bench, "borea", ["cael"], [small])
    else {
      Issue.record("no counter-offer")
      return
    }
    let offer = try bench.appraiser("borea").appraise(try bench.text(["borea", "cael"], small))
    #expect(appraisal.utility > offer.utility)
    #expect(candidate.change == "lots=6")
  }

  @Test("After its redline a bot takes what is better than nothing")
  func yesAfterRedline() throws {
    let bench = try Bench()
    let texts = ["4", "6", "4"].map { "borea>cael offtake programme=lantern lots=\($0)" }
    guard case .sign = try answer(bench, "borea", ["cael", "borea", "cael"], texts) else {
      Issue.record("not signed")
      return
    }
  }

  @Test("After its redline a bot says no to what is worse than nothing")
  func noAfterRedline() throws {
    let bench = try Bench()
    let texts = [
      "borea>cael licprod programme=lantern", "borea>cael licprod programme=lantern royalty=10%",
      "borea>cael licprod programme=lantern royalty=0%",
    ]
    guard case .reject = try answer(bench, "borea", ["cael", "borea", "cael"], texts) else {
      Issue.record("not rejected")
      return
    }
  }

  @Test("A text that crosses a red line is worth nothing, and the line is said")
  func redLine() throws {
    let bench = try Bench()
    let text = "dorn>borea offtake programme=canopy lots=5"
    guard case .reject(let appraisal) = try answer(bench, "borea", ["dorn"], [text]) else {
      Issue.record("not rejected")
      return
    }
    #expect(appraisal.utility == 0)
    #expect(
      Talk.rejecting(appraisal) == "We do not depend on one state for more than 40 points.")
  }

  @Test("What the rules bar is not signed, however good it is")
  func barred() throws {
    let bench = try Bench()
    // Cael's security is too low to make canopy.
    let text = "dorn>cael licprod programme=canopy; gsoia level=1"
    guard case .reject(let appraisal) = try answer(bench, "cael", ["dorn"], [text]) else {
      Issue.record("not rejected")
      return
    }
    #expect(!appraisal.refusals.isEmpty)
    #expect(Talk.rejecting(appraisal).hasPrefix("We cannot sign it"))
  }

  @Test("The best text there is is signed as it stands")
  func signs() throws {
    let bench = try Bench()
    let text = "dialogue; exercise intensity=3; acsa; gsoia level=1; standard family=c2"
    let parties: [StateID] = ["aster", "borea", "cael", "dorn"]
    let texts = [try bench.text(parties, text)]
    let bargain = Bargain(
      negotiation: negotiation(["borea"], texts), appraiser: try bench.appraiser("cael"),
      wishes: [])
    guard case .sign(let appraisal) = bargain.answer() else {
      Issue.record("not signed")
      return
    }
    #expect(appraisal.utility > Appraisal.nothing)
  }
}
