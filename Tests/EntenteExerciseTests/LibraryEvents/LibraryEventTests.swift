import EntenteModel
import Testing

/// The 25 events of the library, each played in a world made ready for it.
struct LibraryEventTests {
  @Test("a card of the library does what it says", arguments: EventRow.firstCards)
  func firstCards(row: EventRow) throws { try play(row) }

  @Test("a further card of the library does what it says", arguments: EventRow.secondCards)
  func secondCards(row: EventRow) throws { try play(row) }

  @Test("every card of the library is played here")
  func all() {
    let played = (EventRow.firstCards + EventRow.secondCards).map(\.card)
    #expect(played == CommonCards.events)
  }

  private func play(_ row: EventRow) throws {
    var stage = try EventStage(row.card, turn: row.turn)
    row.prepare(&stage)
    try row.check(stage)
  }
}
