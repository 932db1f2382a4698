import EntenteModel
import EntenteSession
import Testing

/// A question about re-export, from the asker's orders to the gift the owner agreed to.
struct ReexportPlayTests {
  /// Turn 2, negotiate: Cael has asked Dorn whether Aster may have lanterns.
  private func asked() throws -> (play: SmallPlay, events: [Event]) {
    var play = try SmallPlay(fog: .none)
    try play.advance(to: .orders)
    try play.order("ask-reexport", [("programme", "lantern"), ("to", "aster")], by: "cael")
    let events = try play.advance(to: .negotiate)
    return (play, events)
  }

  private func lines(_ events: [Event], for state: StateID) -> [String] {
    events.compactMap { event in
      guard event.audience == .states([state]), case .turnResolved(let line) = event.fact else {
        return nil
      }
      return line.text
    }
  }

  private func give(_ play: inout SmallPlay) throws {
    try play.order(
      "aid", [("programme", "lantern"), ("lots", "2"), ("to", "aster")], by: "cael")
  }

  @Test("The owner reads the question in its report, with the line to type; others do not")
  func reported() throws {
    let events = try asked().events
    let question = "request=R1"
    #expect(lines(events, for: "dorn").contains { $0.contains(question) })
    #expect(!lines(events, for: "aster").contains { $0.contains(question) })
  }

  @Test("A yes in negotiate counts in the orders of the same turn, and both learn of it alone")
  func granted() throws {
    var play = try asked().play
    let events = try play.order(
      "answer-reexport", [("request", "r1"), ("answer", "yes")], by: "dorn")
    #expect(events.map(\.audience) == [.nobody, .states(["cael", "dorn"])])
    try play.advance(to: .orders)
    try give(&play)
    try play.advance(to: .negotiate)
    #expect(play.state.world.requests.isEmpty)
    // Aster, from cael, of the one programme.
    #expect(play.state.world.states[0].ledger.deliveredFrom[1] == 2_000)
  }

  @Test("A no is told and the goods stay; only the owner answers, and only in negotiate")
  func refused() throws {
    var play = try asked().play
    #expect(throws: Refusal.self) {
      try play.order("answer-reexport", [("request", "r1"), ("answer", "no")], by: "aster")
    }
    try play.order("answer-reexport", [("request", "r1"), ("answer", "no")], by: "dorn")
    #expect(play.state.world.requests.isEmpty)
    try play.advance(to: .orders)
    #expect(throws: Refusal.self) { try give(&play) }
    #expect(throws: Refusal.self) {
      try play.order("answer-reexport", [("request", "r1"), ("answer", "yes")], by: "dorn")
    }
  }
}
