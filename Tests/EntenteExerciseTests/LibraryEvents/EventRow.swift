import EntenteModel
import Testing

/// A card of the library, the turn it is tried in, and what must be true of it.
struct EventRow: Sendable, CustomTestStringConvertible {
  var card: String
  var turn: Int
  var prepare: @Sendable (inout EventStage) -> Void
  var check: @Sendable (EventStage) throws -> Void
  var testDescription: String { card }

  init(
    _ card: String, turn: Int, prepare: @escaping @Sendable (inout EventStage) -> Void = { _ in },
    check: @escaping @Sendable (EventStage) throws -> Void
  ) {
    self.card = card
    self.turn = turn
    self.prepare = prepare
    self.check = check
  }
}
